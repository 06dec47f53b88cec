import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupIds, type GroupId } from '../../../shared/domain/catalogue.ts';
import { unwrap } from '../../../shared/result.ts';
import { applyCommand } from '../../../shared/stack/apply-command.ts';
import { StackCommand } from '../../../shared/stack/commands.ts';
import { CARD, laneBox, laneFor, nodeBox, type Box } from '../../../shared/stack/layout.ts';
import { newStack } from '../../../shared/stack/new-stack.ts';
import { applyPatch } from '../../../shared/stack/patch.ts';
import { StackNode, type Stack } from '../../../shared/stack/stack.ts';
import { structureAs } from '../../../shared/stack/templates/arrange-lanes.ts';
import { templateLanes } from '../../../shared/stack/templates/template.ts';
import { expectedCapabilities, templates } from '../../../shared/stack/templates/templates.ts';

interface Category {
  readonly groupId: GroupId;
  readonly categoryId: string;
}

const file = join(import.meta.dirname, '../../../resources/catalogue/taxonomy.tsv');
const taxonomy: readonly Category[] = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [groupId, , categoryId = ''] = line.split('\t');
    return { groupId: groupId as GroupId, categoryId };
  });
const categories = new Set(taxonomy.map(({ categoryId }) => categoryId));

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((a, index) => list.slice(index + 1).map((b): [T, T] => [a, b]));
}

const anyNode = fc.record({
  category: fc.constantFrom(...taxonomy),
  x: fc.integer({ min: -400, max: 2400 }),
  y: fc.integer({ min: -400, max: 1600 }),
  locked: fc.boolean(),
});

type AnyNode = typeof anyNode extends fc.Arbitrary<infer Value> ? Value : never;

function anyNodeIn(
  groupId: GroupId,
  categoryId: string,
  place: Omit<AnyNode, 'category'> = { x: 0, y: 0, locked: false },
): AnyNode {
  return { category: { groupId, categoryId }, ...place };
}

function stackOf(parts: readonly (Category & { x: number; y: number; locked?: boolean })[]): Stack {
  const nodes = parts.map(({ groupId, categoryId, x, y, locked = false }, index) =>
    StackNode.parse({
      ...{ id: `n${index}`, productId: `p${index}`, name: `P${index}`, laneId: null },
      ...{ groupId, categoryId, x, y, locked },
    }),
  );
  return {
    ...newStack('stack', 'Test'),
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
  };
}

/**
 * A locked product stands below what its own lane of a band needs, and within what the lane beside
 * it needs, which once made its lane lie over the one below.
 */
const lockedBesideATallerLane: [readonly AnyNode[]][] = [
  [
    [
      anyNodeIn('advertising', 'display-programmatic', { x: 196, y: 185, locked: true }),
      ...Array.from({ length: 3 }, () => anyNodeIn('advertising', 'display-programmatic')),
    ],
  ],
  [
    [
      anyNodeIn('advertising', 'display-programmatic', { x: 0, y: 185, locked: true }),
      ...['ecommerce-platform', 'sales-enablement', 'fundraising'].map((categoryId) =>
        anyNodeIn('commerce', categoryId),
      ),
    ],
  ],
];

describe.each(templates)('the template $title', (template) => {
  const lanes = newStack('stack', 'Test', template).lanes;

  it('has a place for every category, and for one that the taxonomy gets later', () => {
    expect(taxonomy).toHaveLength(56);
    for (const product of taxonomy) {
      expect(laneFor(lanes, product), product.categoryId).toBeDefined();
    }
    for (const groupId of groupIds) {
      expect(laneFor(lanes, { groupId, categoryId: 'not-yet-known' })).toBeDefined();
    }
  });

  it('names only categories that there are, each in one lane, and no group twice', () => {
    const all = templateLanes(template);
    const named = all.flatMap((lane) => lane.categories);
    expect(named.filter((id) => !categories.has(id))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    const groups = all.flatMap((lane) => lane.groups);
    expect(new Set(groups).size).toBe(groups.length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('expects capabilities whose products go where the capability is', () => {
    expect(template.capabilities.length).toBeGreaterThan(5);
    expect(expectedCapabilities(template.id)).toBe(template.capabilities);
    for (const capability of template.capabilities) {
      const places = capability.categories.map((categoryId) => {
        const groupId = taxonomy.find((each) => each.categoryId === categoryId)?.groupId;
        return groupId && laneFor(lanes, { groupId, categoryId })?.id;
      });
      expect(places, capability.title).toContain(`lane-${capability.lane}`);
    }
  });

  it('draws its lanes beside and below one another, never over one another', () => {
    const boxes = Object.values(lanes).map((lane) => laneBox(lane, { lanes, nodes: {} }));
    for (const [a, b] of pairs(boxes)) expect(overlaps(a, b)).toBe(false);
  });

  it('puts every product into its lane, over no other, as one step that undoes', () => {
    fc.assert(
      fc.property(fc.array(anyNode, { maxLength: 90 }), (parts) => {
        const stack = stackOf(
          // What is locked stays, so only what is free can be promised not to be covered.
          parts.map(({ category, ...place }, index) => ({
            ...category,
            ...place,
            locked: place.locked && index % 9 === 0,
          })),
        );
        const command = StackCommand.parse({
          type: 'restructure',
          ...structureAs(template, stack),
        });
        const done = unwrap(applyCommand(stack, command));
        expect(done.stack.templateId).toBe(template.id);
        expect(done.label).toBe(`Structure as ${template.title}`);
        expect(applyPatch(done.stack, done.inverse)).toEqual(stack);
        const free = Object.values(done.stack.nodes).filter((node) => !node.locked);
        for (const node of free) expect(node.laneId).toBe(laneFor(done.stack.lanes, node)?.id);
        for (const node of free) {
          for (const other of Object.values(done.stack.nodes)) {
            if (node.id === other.id) continue;
            expect(overlaps(nodeBox(node), nodeBox(other))).toBe(false);
          }
        }
        for (const node of Object.values(done.stack.nodes)) {
          if (!node.locked) continue;
          expect(node).toMatchObject({ x: stack.nodes[node.id]?.x, y: stack.nodes[node.id]?.y });
        }
        const boxes = Object.values(done.stack.lanes).map((lane) => laneBox(lane, done.stack));
        for (const [a, b] of pairs(boxes)) expect(overlaps(a, b)).toBe(false);
      }),
      { numRuns: 60, examples: lockedBesideATallerLane },
    );
  });

  it('keeps products of one category together', () => {
    const stack = stackOf(
      Array.from({ length: 24 }, (_, index) => ({
        ...taxonomy[(index * 7) % 8]!,
        x: 0,
        y: index * 64,
      })),
    );
    const { moves } = structureAs(template, stack);
    const rows = moves
      .map(({ nodeId, x, y }) => ({ x, y, category: stack.nodes[nodeId]?.categoryId ?? '' }))
      .sort((p, q) => p.y - q.y || p.x - q.x);
    const seen = rows.map((row) => row.category);
    const changes = seen.filter((category, index) => category !== seen[index - 1]).length;
    // In reading order over all lanes a category may go on in another row, but not at random.
    expect(changes).toBeLessThan(seen.length);
    expect(moves.every(({ x, y }) => x >= 0 && y >= CARD.height / 2)).toBe(true);
  });
});
