import { z } from 'zod';
import { EntityId, GivenName } from '../domain/ids.ts';
import { Connection, Lane, StackNode, type Stack } from './stack.ts';

function changesOf<T extends z.ZodType>(entity: T) {
  return z.object({ set: z.array(entity), remove: z.array(EntityId) });
}

/**
 * The effect of one command, as narrow as the change: the entities it sets and removes. Stored in
 * the log with its inverse, so that undo is applying the other half.
 */
export const StackPatch = z.object({
  name: GivenName.optional(),
  nodes: changesOf(StackNode).optional(),
  lanes: changesOf(Lane).optional(),
  connections: changesOf(Connection).optional(),
});
export type StackPatch = z.output<typeof StackPatch>;

interface Entity {
  readonly id: string;
}
interface Changes<T> {
  readonly set: readonly T[];
  readonly remove: readonly string[];
}

function applyChanges<T extends Entity>(
  current: Readonly<Record<string, T>>,
  changes: Changes<T> | undefined,
): Record<string, T> {
  if (!changes) return current as Record<string, T>;
  const next = { ...current };
  for (const id of changes.remove) delete next[id];
  for (const entity of changes.set) next[entity.id] = entity;
  return next;
}

function invertChanges<T extends Entity>(
  current: Readonly<Record<string, T>>,
  changes: Changes<T> | undefined,
): { set: T[]; remove: string[] } | undefined {
  if (!changes) return undefined;
  const touched = new Set([...changes.remove, ...changes.set.map((entity) => entity.id)]);
  const set: T[] = [];
  const remove: string[] = [];
  for (const id of touched) {
    const before = current[id];
    if (before) set.push(before);
    else remove.push(id);
  }
  return { set, remove };
}

/** The stack with the patch applied; entities it does not name are shared with the old one. */
export function applyPatch(stack: Stack, patch: StackPatch): Stack {
  return {
    ...stack,
    name: patch.name ?? stack.name,
    nodes: applyChanges(stack.nodes, patch.nodes),
    lanes: applyChanges(stack.lanes, patch.lanes),
    connections: applyChanges(stack.connections, patch.connections),
  };
}

/** The patch that takes `applyPatch(stack, patch)` back to `stack`. */
export function invertPatch(stack: Stack, patch: StackPatch): StackPatch {
  const nodes = invertChanges(stack.nodes, patch.nodes);
  const lanes = invertChanges(stack.lanes, patch.lanes);
  const connections = invertChanges(stack.connections, patch.connections);
  return {
    ...(patch.name === undefined ? {} : { name: stack.name }),
    ...(nodes ? { nodes } : {}),
    ...(lanes ? { lanes } : {}),
    ...(connections ? { connections } : {}),
  };
}
