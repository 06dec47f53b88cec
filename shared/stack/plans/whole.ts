import { fail, succeed } from '../../result.ts';
import type { CommandOf } from '../commands.ts';
import type { StackItem } from '../items.ts';
import { laneAt } from '../layout.ts';
import { patchBetween } from '../patch.ts';
import type { Connection, Stack, StackNode } from '../stack.ts';
import { about, counted, type Planned } from './plan.ts';

export function planRemove(stack: Stack, command: CommandOf<'remove'>): Planned {
  const nodeIds = new Set(command.nodeIds);
  const connectionIds = new Set(command.connectionIds);
  const itemIds = new Set(command.itemIds);
  const laneIds = new Set(command.laneIds);
  const nodes: StackNode[] = [];
  const items: StackItem[] = [];
  for (const id of nodeIds) {
    const node = stack.nodes[id];
    if (!node) return fail('not-found', 'That product is no longer on the stack.');
    nodes.push(node);
  }
  for (const id of itemIds) {
    const item = stack.items[id];
    if (!item) return fail('not-found', 'That is no longer on the stack.');
    items.push(item);
  }
  for (const id of connectionIds) {
    if (!stack.connections[id]) return fail('not-found', 'That connection is no longer there.');
  }
  for (const id of laneIds) {
    if (!stack.lanes[id]) return fail('not-found', 'That lane is no longer there.');
  }
  // A connection cannot outlive one of its ends.
  for (const connection of Object.values(stack.connections)) {
    if (nodeIds.has(connection.fromNodeId) || nodeIds.has(connection.toNodeId)) {
      connectionIds.add(connection.id);
    }
  }
  const total = nodeIds.size + connectionIds.size + itemIds.size + laneIds.size;
  if (total === 0) return fail('invalid-input', 'Nothing to remove.');
  // Products outlive their lane and stand free where they are.
  const freed = Object.values(stack.nodes)
    .filter((node) => node.laneId !== null && laneIds.has(node.laneId) && !nodeIds.has(node.id))
    .map((node) => ({ ...node, laneId: null }));
  return succeed({
    patch: {
      ...(nodeIds.size + freed.length > 0 ? { nodes: { set: freed, remove: [...nodeIds] } } : {}),
      ...(connectionIds.size > 0 ? { connections: { set: [], remove: [...connectionIds] } } : {}),
      ...(itemIds.size > 0 ? { items: { set: [], remove: [...itemIds] } } : {}),
      ...(laneIds.size > 0 ? { lanes: { set: [], remove: [...laneIds] } } : {}),
    },
    label:
      nodes.length + items.length > 0
        ? about('Remove', nodes, items)
        : laneIds.size > 0
          ? `Remove ${counted(laneIds.size, 'a lane', 'lanes')}`
          : `Remove ${counted(connectionIds.size, 'connection', 'connections')}`,
  });
}

export function planPaste(stack: Stack, command: CommandOf<'paste'>): Planned {
  const present = new Set(Object.values(stack.nodes).map((node) => node.productId));
  const nodes: StackNode[] = [];
  for (const node of command.nodes) {
    if (stack.nodes[node.id]) return fail('conflict', 'That is on the stack already.');
    if (present.has(node.productId)) continue;
    present.add(node.productId);
    nodes.push({ ...node, laneId: laneAt(stack, node) });
  }
  if (command.items.some((item) => stack.items[item.id])) {
    return fail('conflict', 'That is on the stack already.');
  }
  const ids = new Set(nodes.map((node) => node.id));
  const ends = (id: string): boolean => ids.has(id) || id in stack.nodes;
  const connections: Connection[] = command.connections.filter(
    (each) =>
      ends(each.fromNodeId) &&
      ends(each.toNodeId) &&
      each.fromNodeId !== each.toNodeId &&
      !stack.connections[each.id],
  );
  if (nodes.length + command.items.length === 0) {
    return fail('conflict', 'All of these products are on this stack already.');
  }
  return succeed({
    patch: {
      ...(nodes.length > 0 ? { nodes: { set: nodes, remove: [] } } : {}),
      ...(command.items.length > 0 ? { items: { set: command.items, remove: [] } } : {}),
      ...(connections.length > 0 ? { connections: { set: connections, remove: [] } } : {}),
    },
    label: about('Paste', nodes, command.items),
  });
}

export function planRestore(stack: Stack, { title, content }: CommandOf<'restore'>): Planned {
  for (const { fromNodeId, toNodeId } of Object.values(content.connections)) {
    if (!content.nodes[fromNodeId] || !content.nodes[toNodeId]) {
      return fail('invalid-input', 'This version is damaged: a connection has lost an end.');
    }
  }
  for (const { laneId } of Object.values(content.nodes)) {
    if (laneId !== null && !content.lanes[laneId]) {
      return fail('invalid-input', 'This version is damaged: a lane is missing.');
    }
  }
  const patch = patchBetween(stack, content);
  if (Object.keys(patch).length === 0) {
    return fail('conflict', `The stack is as it was in ${title}; there is nothing to restore.`);
  }
  return succeed({ patch, label: `Restore ${title}` });
}
