import { assertNever, fail, succeed, type Result } from '../result.ts';
import type { StackCommand } from './commands.ts';
import { freePlace, laneAt } from './layout.ts';
import { applyPatch, invertPatch, type StackPatch } from './patch.ts';
import type { Connection, Stack, StackNode } from './stack.ts';

export interface Applied {
  readonly stack: Stack;
  readonly patch: StackPatch;
  readonly inverse: StackPatch;
  /** Names the step for people: "Add HubSpot", "Move 5 products". */
  readonly label: string;
}

interface Plan {
  readonly patch: StackPatch;
  readonly label: string;
}

const plural = (count: number, one: string, many: string): string =>
  count === 1 ? one : `${count} ${many}`;

function planAdd(stack: Stack, command: StackCommand & { type: 'add-products' }): Result<Plan> {
  const present = new Set(Object.values(stack.nodes).map((node) => node.productId));
  const nodes = { ...stack.nodes };
  const set: StackNode[] = [];
  for (const { position, ...product } of command.products) {
    if (nodes[product.id]) return fail('conflict', `A product with the id ${product.id} is there.`);
    // A product stands once on a stack: adding it again changes nothing.
    if (present.has(product.productId)) continue;
    present.add(product.productId);
    const current = { lanes: stack.lanes, nodes };
    const place = position
      ? { ...position, laneId: laneAt(current, position) }
      : freePlace(current, product.groupId);
    const node: StackNode = { ...product, ...place };
    nodes[node.id] = node;
    set.push(node);
  }
  const [only] = set;
  if (!only) return fail('conflict', 'Already on this stack.');
  return succeed({
    patch: { nodes: { set, remove: [] } },
    label: set.length === 1 ? `Add ${only.name}` : `Add ${set.length} products`,
  });
}

function planMove(stack: Stack, command: StackCommand & { type: 'move-nodes' }): Result<Plan> {
  const set: StackNode[] = [];
  for (const { nodeId, x, y } of command.moves) {
    const node = stack.nodes[nodeId];
    if (!node) return fail('not-found', 'That product is no longer on the stack.', { nodeId });
    set.push({ ...node, x, y, laneId: laneAt(stack, { x, y }) });
  }
  const [first] = set;
  return succeed({
    patch: { nodes: { set, remove: [] } },
    label: set.length === 1 && first ? `Move ${first.name}` : `Move ${set.length} products`,
  });
}

function planRemove(stack: Stack, command: StackCommand & { type: 'remove' }): Result<Plan> {
  const nodeIds = new Set(command.nodeIds);
  const connectionIds = new Set(command.connectionIds);
  for (const id of nodeIds) {
    if (!stack.nodes[id]) return fail('not-found', 'That product is no longer on the stack.');
  }
  for (const id of connectionIds) {
    if (!stack.connections[id]) return fail('not-found', 'That connection is no longer there.');
  }
  // A connection cannot outlive one of its ends.
  for (const connection of Object.values(stack.connections)) {
    if (nodeIds.has(connection.fromNodeId) || nodeIds.has(connection.toNodeId)) {
      connectionIds.add(connection.id);
    }
  }
  if (nodeIds.size + connectionIds.size === 0) return fail('invalid-input', 'Nothing to remove.');
  const [firstNode] = nodeIds;
  const label =
    nodeIds.size === 0
      ? `Remove ${plural(connectionIds.size, 'connection', 'connections')}`
      : nodeIds.size === 1 && firstNode
        ? `Remove ${stack.nodes[firstNode]?.name ?? 'product'}`
        : `Remove ${nodeIds.size} products`;
  return succeed({
    patch: {
      ...(nodeIds.size > 0 ? { nodes: { set: [], remove: [...nodeIds] } } : {}),
      ...(connectionIds.size > 0 ? { connections: { set: [], remove: [...connectionIds] } } : {}),
    },
    label,
  });
}

function planConnect(stack: Stack, command: StackCommand & { type: 'connect' }): Result<Plan> {
  const { connectionId, fromNodeId, toNodeId, label, direction } = command;
  const from = stack.nodes[fromNodeId];
  const to = stack.nodes[toNodeId];
  if (!from || !to) return fail('not-found', 'One end of the connection is not on the stack.');
  if (from.id === to.id) return fail('invalid-input', 'A product cannot connect to itself.');
  if (stack.connections[connectionId]) return fail('conflict', 'That connection is there already.');
  const connection: Connection = { id: connectionId, fromNodeId, toNodeId, label, direction };
  return succeed({
    patch: { connections: { set: [connection], remove: [] } },
    label: `Connect ${from.name} and ${to.name}`,
  });
}

function planEditConnection(
  stack: Stack,
  command: StackCommand & { type: 'edit-connection' },
): Result<Plan> {
  const connection = stack.connections[command.connectionId];
  if (!connection) return fail('not-found', 'That connection is no longer there.');
  const changed: Connection = {
    ...connection,
    ...(command.reverse
      ? { fromNodeId: connection.toNodeId, toNodeId: connection.fromNodeId }
      : {}),
    label: command.label ?? connection.label,
    direction: command.direction ?? connection.direction,
  };
  return succeed({
    patch: { connections: { set: [changed], remove: [] } },
    label: command.label === undefined ? 'Change a connection' : 'Label a connection',
  });
}

function plan(stack: Stack, command: StackCommand): Result<Plan> {
  switch (command.type) {
    case 'add-products':
      return planAdd(stack, command);
    case 'move-nodes':
      return planMove(stack, command);
    case 'remove':
      return planRemove(stack, command);
    case 'rename-stack':
      return succeed({ patch: { name: command.name }, label: `Rename to ${command.name}` });
    case 'rename-lane': {
      const lane = stack.lanes[command.laneId];
      if (!lane) return fail('not-found', 'That lane is no longer there.');
      return succeed({
        patch: { lanes: { set: [{ ...lane, title: command.title }], remove: [] } },
        label: `Rename lane ${lane.title}`,
      });
    }
    case 'connect':
      return planConnect(stack, command);
    case 'edit-connection':
      return planEditConnection(stack, command);
    default:
      return assertNever(command);
  }
}

/**
 * Applies one command to a stack.
 * @returns the new stack, the patch that made it and its exact inverse; or why it was refused, in
 *   which case the stack is as it was
 */
export function applyCommand(stack: Stack, command: StackCommand): Result<Applied> {
  const planned = plan(stack, command);
  if (!planned.ok) return planned;
  const { patch, label } = planned.value;
  return succeed({
    stack: applyPatch(stack, patch),
    patch,
    inverse: invertPatch(stack, patch),
    label,
  });
}
