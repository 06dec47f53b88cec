import fc from 'fast-check';
import { directions, groupIds } from '../../shared/domain/catalogue.ts';
import type { StackContent } from '../../shared/exchange/stack-file.ts';
import { noteColours } from '../../shared/stack/items.ts';
import { Connection, Lane, StackNode } from '../../shared/stack/stack.ts';
import {
  connectionStates,
  dataKinds,
  laneShapes,
  nodeStates,
} from '../../shared/stack/vocabulary.ts';

const entityId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,40}$/);
const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const givenName = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 50 })
  .map((name) => name.trim().slice(0, 200))
  .filter((name) => name !== '' && name.isWellFormed());
// JSON has no negative zero.
const coordinate = fc.double({ min: -100_000, max: 100_000, noNaN: true }).map((x) => x + 0);

/** A stack, whatever a person may have made of it: odd names, far places, no lanes. */
export const stackContent: fc.Arbitrary<StackContent> = fc
  .record({
    name: givenName,
    laneIds: fc.uniqueArray(entityId, { maxLength: 4 }),
    nodeIds: fc.uniqueArray(entityId, { maxLength: 8 }),
    productIds: fc.uniqueArray(slug, { minLength: 8, maxLength: 8 }),
    connectionIds: fc.uniqueArray(entityId, { maxLength: 6 }),
    itemIds: fc.uniqueArray(entityId, { maxLength: 3 }),
  })
  .chain(({ name, laneIds, nodeIds, productIds, connectionIds, itemIds }) => {
    const lanes = laneIds.map((id) =>
      fc.record({
        id: fc.constant(id),
        title: givenName,
        groups: fc.subarray([...groupIds]),
        x: coordinate,
        y: coordinate,
        width: fc.integer({ min: 80, max: 10_000 }),
        height: fc.integer({ min: 80, max: 10_000 }),
        shape: fc.constantFrom(...laneShapes),
        categories: fc.uniqueArray(slug, { maxLength: 3 }),
      }),
    );
    const nodes = nodeIds.map((id, index) =>
      fc.record({
        id: fc.constant(id),
        productId: fc.constant(productIds[index] ?? 'product'),
        name: text.map((product) => product || 'x'),
        categoryId: slug,
        groupId: fc.constantFrom(...groupIds),
        laneId: fc.constantFrom(null, ...laneIds),
        x: coordinate,
        y: coordinate,
        state: fc.constantFrom(...nodeStates),
        owner: fc.constantFrom('', 'Marketing'),
        locked: fc.boolean(),
        clusterId: fc.constantFrom(null, 'cluster'),
        yearlyCost: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
        hasProcessorAgreement: fc.option(fc.boolean()),
      }),
    );
    const items = itemIds.map((id) =>
      fc.record({
        type: fc.constant('note' as const),
        id: fc.constant(id),
        x: coordinate,
        y: coordinate,
        width: fc.integer({ min: 24, max: 2000 }),
        height: fc.integer({ min: 24, max: 2000 }),
        locked: fc.boolean(),
        clusterId: fc.constantFrom(null, 'cluster'),
        text,
        colour: fc.constantFrom(...noteColours),
      }),
    );
    const ends = fc
      .tuple(fc.nat(), fc.integer({ min: 1, max: Math.max(1, nodeIds.length - 1) }))
      .map(([from, step]) => ({
        fromNodeId: nodeIds[from % nodeIds.length] ?? '',
        toNodeId: nodeIds[(from + step) % nodeIds.length] ?? '',
      }));
    const connections = (nodeIds.length > 1 ? connectionIds : []).map((id) =>
      fc
        .record({
          ends,
          label: text,
          direction: fc.constantFrom(...directions),
          state: fc.constantFrom(...connectionStates),
          dataKinds: fc.subarray([...dataKinds]),
        })
        .map(({ ends: between, ...rest }) => ({ id, ...between, ...rest })),
    );
    const byId = <T extends { readonly id: string }>(entities: T[]): Record<string, T> =>
      Object.fromEntries(entities.map((entity) => [entity.id, entity]));
    return fc
      .tuple(
        fc.tuple(...lanes),
        fc.tuple(...nodes),
        fc.tuple(...connections),
        fc.tuple(...items),
        fc.constantFrom(null, 'taxonomy'),
      )
      .map(([laneList, nodeList, connectionList, itemList, templateId]) => ({
        name,
        lanes: byId(laneList),
        nodes: byId(nodeList),
        connections: byId(connectionList),
        items: byId(itemList),
        templateId,
      }));
  });

/** A small stack with everything a stack can have. */
export function aStackContent(changes: Partial<StackContent> = {}): StackContent {
  const node = (id: string, productId: string, x: number, laneId: string | null) =>
    StackNode.parse({
      ...{ id, productId, name: productId, categoryId: 'crm', groupId: 'social' as const },
      ...{ laneId, x, y: 60 },
    });
  return {
    name: 'Our stack',
    lanes: {
      left: Lane.parse({
        ...{ id: 'left', title: 'Left', groups: ['social'], x: 0, y: 0, width: 208, height: 520 },
      }),
    },
    nodes: {
      a: node('a', 'hubspot', 12, 'left'),
      b: node('b', 'salesforce', 400, null),
      c: node('c', 'segment', 800, null),
    },
    connections: {
      own: Connection.parse({
        ...{ id: 'own', fromNodeId: 'a', toNodeId: 'c', label: 'Leads', direction: 'both' },
      }),
    },
    items: {},
    templateId: null,
    ...changes,
  };
}
