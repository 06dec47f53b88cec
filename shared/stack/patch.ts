import { z } from 'zod';
import { EntityId, GivenName, Slug } from '../domain/ids.ts';
import { StackItem } from './items.ts';
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
  templateId: Slug.nullable().optional(),
  nodes: changesOf(StackNode).optional(),
  lanes: changesOf(Lane).optional(),
  connections: changesOf(Connection).optional(),
  items: changesOf(StackItem).optional(),
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
    templateId: patch.templateId === undefined ? stack.templateId : patch.templateId,
    nodes: applyChanges(stack.nodes, patch.nodes),
    lanes: applyChanges(stack.lanes, patch.lanes),
    connections: applyChanges(stack.connections, patch.connections),
    items: applyChanges(stack.items, patch.items),
  };
}

/** The patch that takes `applyPatch(stack, patch)` back to `stack`. */
export function invertPatch(stack: Stack, patch: StackPatch): StackPatch {
  const nodes = invertChanges(stack.nodes, patch.nodes);
  const lanes = invertChanges(stack.lanes, patch.lanes);
  const connections = invertChanges(stack.connections, patch.connections);
  const items = invertChanges(stack.items, patch.items);
  return {
    ...(patch.name === undefined ? {} : { name: stack.name }),
    ...(patch.templateId === undefined ? {} : { templateId: stack.templateId }),
    ...(nodes ? { nodes } : {}),
    ...(lanes ? { lanes } : {}),
    ...(connections ? { connections } : {}),
    ...(items ? { items } : {}),
  };
}

type Parts = Pick<Stack, 'nodes' | 'lanes' | 'connections' | 'items' | 'templateId'>;

function changesBetween<T extends Entity>(
  from: Readonly<Record<string, T>>,
  to: Readonly<Record<string, T>>,
): Changes<T> | undefined {
  const set = Object.values(to).filter((entity) => !isSame(from[entity.id], entity));
  const remove = Object.keys(from).filter((id) => !to[id]);
  return set.length + remove.length > 0 ? { set, remove } : undefined;
}

/** Whether two entities say the same; the order of their fields does not matter. */
function isSame(a: Entity | undefined, b: Entity): boolean {
  if (a === b) return true;
  if (!a) return false;
  const sorted = (entity: Entity): string =>
    JSON.stringify(Object.entries(entity).sort(([p], [q]) => (p < q ? -1 : 1)));
  return sorted(a) === sorted(b);
}

/** The narrowest patch that makes `from` say what `to` says; empty where they are alike. */
export function patchBetween(from: Parts, to: Parts): StackPatch {
  const nodes = changesBetween(from.nodes, to.nodes);
  const lanes = changesBetween(from.lanes, to.lanes);
  const connections = changesBetween(from.connections, to.connections);
  const items = changesBetween(from.items, to.items);
  const copy = <T>({ set, remove }: Changes<T>): { set: T[]; remove: string[] } => ({
    set: [...set],
    remove: [...remove],
  });
  return {
    ...(from.templateId === to.templateId ? {} : { templateId: to.templateId }),
    ...(nodes ? { nodes: copy(nodes) } : {}),
    ...(lanes ? { lanes: copy(lanes) } : {}),
    ...(connections ? { connections: copy(connections) } : {}),
    ...(items ? { items: copy(items) } : {}),
  };
}
