import fc from 'fast-check';
import { directions, groupIds } from '../../shared/domain/catalogue.ts';
import { connectionStates, dataKinds, nodeStates } from '../../shared/stack/vocabulary.ts';
import { applyCommand } from '../../shared/stack/apply-command.ts';
import { moveReasons, StackCommand, type StackCommandInput } from '../../shared/stack/commands.ts';
import { newStack } from '../../shared/stack/new-stack.ts';
import type { Stack } from '../../shared/stack/stack.ts';

// Few ids, so that commands meet one another's products, lanes and connections.
const nodeId = fc.integer({ min: 1, max: 8 }).map((n) => `node-${n}`);
const connectionId = fc.integer({ min: 1, max: 6 }).map((n) => `connection-${n}`);
const laneId = fc.constantFrom(...groupIds.map((group) => `lane-${group}`), 'lane-gone');
const coordinate = fc.integer({ min: -2000, max: 4000 });
const itemId = fc.integer({ min: 1, max: 5 }).map((n) => `item-${n}`);
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

const item = fc.oneof(
  fc.record({
    type: fc.constant('note' as const),
    id: itemId,
    x: coordinate,
    y: coordinate,
    width: fc.integer({ min: 24, max: 400 }),
    height: fc.integer({ min: 24, max: 400 }),
    text: fc.string({ maxLength: 40 }),
  }),
  fc.record({
    type: fc.constant('frame' as const),
    id: itemId,
    x: coordinate,
    y: coordinate,
    width: fc.integer({ min: 24, max: 2000 }),
    height: fc.integer({ min: 24, max: 2000 }),
    title: fc.string({ maxLength: 40 }),
  }),
);

const laneSide = fc.integer({ min: 80, max: 2000 });

const lane = fc.record({
  id: laneId,
  title: fc.constantFrom('One', 'Two', 'Three'),
  groups: fc.subarray([...groupIds]),
  x: coordinate,
  y: coordinate,
  width: laneSide,
  height: laneSide,
  shape: fc.constantFrom('column' as const, 'row' as const),
});

const plain: fc.Arbitrary<StackCommandInput> = fc.oneof(
  fc.record({
    type: fc.constant('add-products' as const),
    products: fc.array(placement, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    type: fc.constant('move-nodes' as const),
    moves: fc.array(fc.record({ nodeId, x: coordinate, y: coordinate }), {
      maxLength: 3,
    }),
    items: fc.array(fc.record({ itemId, x: coordinate, y: coordinate }), { maxLength: 2 }),
    lanes: fc.array(
      fc.record({ laneId, x: coordinate, y: coordinate, width: laneSide, height: laneSide }),
      { maxLength: 2 },
    ),
    reason: fc.constantFrom(...moveReasons),
  }),
  fc.record({
    type: fc.constant('remove' as const),
    nodeIds: fc.array(nodeId, { maxLength: 2 }),
    connectionIds: fc.array(connectionId, { maxLength: 2 }),
    itemIds: fc.array(itemId, { maxLength: 2 }),
    laneIds: fc.array(laneId, { maxLength: 1 }),
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
    direction: fc.constantFrom(...directions),
    state: fc.constantFrom(...connectionStates),
    dataKinds: fc.subarray([...dataKinds]),
    reverse: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('edit-nodes' as const),
    nodeIds: fc.array(nodeId, { minLength: 1, maxLength: 3 }),
    change: fc.record(
      {
        state: fc.constantFrom(...nodeStates),
        owner: fc.constantFrom('', 'Marketing', 'IT'),
        hasProcessorAgreement: fc.constantFrom(true, false, null),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ type: fc.constant('swap-product' as const), nodeId, product: placement }),
  fc.record({
    type: fc.constant('add-items' as const),
    items: fc.array(item, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('edit-item' as const),
    itemId,
    change: fc.record(
      {
        text: fc.string({ maxLength: 30 }),
        x: coordinate,
        width: fc.integer({ min: 24, max: 900 }),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    type: fc.constant('lock' as const),
    nodeIds: fc.array(nodeId, { maxLength: 2 }),
    itemIds: fc.array(itemId, { maxLength: 2 }),
    locked: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('cluster' as const),
    nodeIds: fc.array(nodeId, { maxLength: 2 }),
    itemIds: fc.array(itemId, { maxLength: 2 }),
    clusterId: fc.constantFrom('c1', 'c2', null),
  }),
  fc.record({ type: fc.constant('add-lane' as const), lane }),
  fc.record({
    type: fc.constant('edit-lane' as const),
    laneId,
    change: fc.record(
      { x: coordinate, y: coordinate, groups: fc.subarray([...groupIds]), width: laneSide },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    type: fc.constant('restructure' as const),
    templateId: fc.constantFrom('journey', null),
    title: fc.constant('Other lanes'),
    lanes: fc.uniqueArray(lane, { maxLength: 4, selector: ({ id }) => id }),
    moves: fc.array(fc.record({ nodeId, x: coordinate, y: coordinate }), { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('paste' as const),
    nodes: fc.array(
      fc
        .tuple(placement, coordinate, coordinate)
        .map(([{ position: _position, ...product }, x, y]) => ({ ...product, laneId: null, x, y })),
      { maxLength: 2 },
    ),
    items: fc.uniqueArray(item, { maxLength: 2, selector: ({ id }) => id }),
    connections: fc.array(
      fc.record({
        id: connectionId,
        fromNodeId: nodeId,
        toNodeId: nodeId,
        label: fc.constant(''),
        direction: fc.constantFrom(...directions),
      }),
      { maxLength: 2 },
    ),
  }),
);

/** A version of the stack: whatever some commands make of an empty one. */
const restore: fc.Arbitrary<StackCommandInput> = fc.array(plain, { maxLength: 8 }).map((inputs) => {
  const version = inputs.reduce<Stack>(
    (stack, each) => {
      const applied = applyCommand(stack, StackCommand.parse(each));
      return applied.ok ? applied.value.stack : stack;
    },
    newStack('version', 'Version'),
  );
  // What is not of a version's content is left out when the command is parsed.
  return { type: 'restore', title: 'As is', content: version };
});

const input = fc.oneof({ weight: 18, arbitrary: plain }, { weight: 1, arbitrary: restore });

/** Any command, sensible or not: about half of them are refused by a small stack. */
export const stackCommand: fc.Arbitrary<StackCommand> = input.map((command) =>
  StackCommand.parse(command),
);
