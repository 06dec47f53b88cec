import fc from 'fast-check';
import { directions, groupIds } from '../../shared/domain/catalogue.ts';
import type { StackCommand } from '../../shared/stack/commands.ts';

// Few ids, so that commands meet one another's products, lanes and connections.
const nodeId = fc.integer({ min: 1, max: 8 }).map((n) => `node-${n}`);
const connectionId = fc.integer({ min: 1, max: 6 }).map((n) => `connection-${n}`);
const laneId = fc.constantFrom(...groupIds.map((group) => `lane-${group}`), 'lane-gone');
const coordinate = fc.integer({ min: -2000, max: 4000 });
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter(hasText);

function hasText(text: string): boolean {
  return text.trim().length > 0;
}

const placement = fc.record(
  {
    id: nodeId,
    productId: fc.integer({ min: 1, max: 8 }).map((n) => `product-${n}`),
    name,
    categoryId: fc.constantFrom('cdp', 'crm', 'email'),
    groupId: fc.constantFrom(...groupIds),
    position: fc.record({ x: coordinate, y: coordinate }),
  },
  { requiredKeys: ['id', 'productId', 'name', 'categoryId', 'groupId'] },
);

/** Any command, sensible or not: about half of them are refused by a small stack. */
export const stackCommand: fc.Arbitrary<StackCommand> = fc.oneof(
  fc.record({
    type: fc.constant('add-products' as const),
    products: fc.array(placement, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    type: fc.constant('move-nodes' as const),
    moves: fc.array(fc.record({ nodeId, x: coordinate, y: coordinate }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({
    type: fc.constant('remove' as const),
    nodeIds: fc.array(nodeId, { maxLength: 2 }),
    connectionIds: fc.array(connectionId, { maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('rename-stack' as const), name: name.map((text) => text.trim()) }),
  fc.record({
    type: fc.constant('rename-lane' as const),
    laneId,
    title: name.map((text) => text.trim()),
  }),
  fc.record({
    type: fc.constant('connect' as const),
    connectionId,
    fromNodeId: nodeId,
    toNodeId: nodeId,
    label: fc.string({ maxLength: 20 }),
    direction: fc.constantFrom(...directions),
  }),
  fc.record({
    type: fc.constant('edit-connection' as const),
    connectionId,
    label: fc.string({ maxLength: 20 }),
  }),
);
