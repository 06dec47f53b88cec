import { fail, succeed } from '../../result.ts';
import type { CommandOf } from '../commands.ts';
import type { StackItem } from '../items.ts';
import { withPlaces, withRoom, type LanePlace } from '../lane-room.ts';
import { laneAt } from '../layout.ts';
import type { Stack, StackNode } from '../stack.ts';
import { about, contentPatch, type Planned } from './plan.ts';

const verbs = {
  move: 'Move',
  align: 'Align',
  distribute: 'Distribute',
  arrange: 'Arrange',
} as const;

/** "Move lane Data", "Resize lane Data", "Move 2 lanes": a step that is about lanes alone. */
function aboutLanes(stack: Stack, places: readonly LanePlace[]): string {
  const resized = places.filter(({ laneId, width, height }) => {
    const lane = stack.lanes[laneId];
    return lane && (lane.width !== width || lane.height !== height);
  });
  const [first] = resized.length > 0 ? resized : places;
  const title = first ? (stack.lanes[first.laneId]?.title ?? '') : '';
  if (resized.length > 0) return `Resize lane ${title}`;
  return places.length === 1 ? `Move lane ${title}` : `Move ${places.length} lanes`;
}

/**
 * What is locked stays; a move of nothing but locked things is refused, as it would do nothing. A
 * product belongs to the lane that it comes to stand in, except that arranging leaves all in theirs.
 */
export function planMove(stack: Stack, command: CommandOf<'move-nodes'>): Planned {
  const nodes: StackNode[] = [];
  const items: StackItem[] = [];
  const missing = command.lanes.find(({ laneId }) => !stack.lanes[laneId]);
  if (missing) return fail('not-found', 'That lane is no longer there.');
  const carried = withPlaces(stack, command.lanes);
  for (const { nodeId, x, y } of command.moves) {
    const node = stack.nodes[nodeId];
    if (!node) return fail('not-found', 'That product is no longer on the stack.', { nodeId });
    const laneId = command.reason === 'arrange' ? node.laneId : laneAt(carried, { x, y });
    if (!node.locked) nodes.push({ ...node, x, y, laneId });
  }
  for (const { itemId, x, y } of command.items) {
    const item = stack.items[itemId];
    if (!item) return fail('not-found', 'That is no longer on the stack.', { itemId });
    if (!item.locked) items.push({ ...item, x, y });
  }
  if (nodes.length + items.length + command.lanes.length === 0) {
    const isEmpty = command.moves.length + command.items.length === 0;
    return isEmpty
      ? fail('invalid-input', 'Nothing to move.')
      : fail('conflict', 'It is locked. Unlock it to move it.');
  }
  const moved = {
    ...carried,
    nodes: { ...carried.nodes, ...Object.fromEntries(nodes.map((node) => [node.id, node])) },
  };
  const hasOnlyLanes = nodes.length + items.length === 0;
  return succeed({
    patch: {
      ...contentPatch(stack, nodes.length > 0 ? withRoom(moved) : moved),
      ...(items.length > 0 ? { items: { set: items, remove: [] } } : {}),
    },
    label: hasOnlyLanes
      ? aboutLanes(stack, command.lanes)
      : about(verbs[command.reason], nodes, items),
  });
}

/** Sets the same fields on nodes and items alike. */
function planMarks(
  stack: Stack,
  command: { readonly nodeIds: readonly string[]; readonly itemIds: readonly string[] },
  change: Partial<Pick<StackNode, 'locked' | 'clusterId'>>,
  verb: string,
): Planned {
  const nodes: StackNode[] = [];
  const items: StackItem[] = [];
  for (const id of new Set(command.nodeIds)) {
    const node = stack.nodes[id];
    if (!node) return fail('not-found', 'That product is no longer on the stack.');
    nodes.push({ ...node, ...change });
  }
  for (const id of new Set(command.itemIds)) {
    const item = stack.items[id];
    if (!item) return fail('not-found', 'That is no longer on the stack.');
    items.push({ ...item, ...change });
  }
  if (nodes.length + items.length === 0) return fail('invalid-input', 'Nothing is selected.');
  return succeed({
    patch: {
      ...(nodes.length > 0 ? { nodes: { set: nodes, remove: [] } } : {}),
      ...(items.length > 0 ? { items: { set: items, remove: [] } } : {}),
    },
    label: about(verb, nodes, items),
  });
}

export const planLock = (stack: Stack, command: CommandOf<'lock'>): Planned =>
  planMarks(stack, command, { locked: command.locked }, command.locked ? 'Lock' : 'Unlock');

export const planCluster = (stack: Stack, command: CommandOf<'cluster'>): Planned =>
  planMarks(
    stack,
    command,
    { clusterId: command.clusterId },
    command.clusterId === null ? 'Ungroup' : 'Group',
  );
