import { fail, succeed } from '../../result.ts';
import type { CommandOf } from '../commands.ts';
import type { StackItem } from '../items.ts';
import { laneAt } from '../layout.ts';
import type { Stack, StackNode } from '../stack.ts';
import { about, type Planned } from './plan.ts';

const verbs = {
  move: 'Move',
  align: 'Align',
  distribute: 'Distribute',
  arrange: 'Arrange',
} as const;

/** What is locked stays; a move of nothing but locked things is refused, as it would do nothing. */
export function planMove(stack: Stack, command: CommandOf<'move-nodes'>): Planned {
  const nodes: StackNode[] = [];
  const items: StackItem[] = [];
  for (const { nodeId, x, y } of command.moves) {
    const node = stack.nodes[nodeId];
    if (!node) return fail('not-found', 'That product is no longer on the stack.', { nodeId });
    if (!node.locked) nodes.push({ ...node, x, y, laneId: laneAt(stack, { x, y }) });
  }
  for (const { itemId, x, y } of command.items) {
    const item = stack.items[itemId];
    if (!item) return fail('not-found', 'That is no longer on the stack.', { itemId });
    if (!item.locked) items.push({ ...item, x, y });
  }
  if (nodes.length + items.length === 0) {
    const isEmpty = command.moves.length + command.items.length === 0;
    return isEmpty
      ? fail('invalid-input', 'Nothing to move.')
      : fail('conflict', 'It is locked. Unlock it to move it.');
  }
  return succeed({
    patch: {
      ...(nodes.length > 0 ? { nodes: { set: nodes, remove: [] } } : {}),
      ...(items.length > 0 ? { items: { set: items, remove: [] } } : {}),
    },
    label: about(verbs[command.reason], nodes, items),
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
