import type { Result } from '../../result.ts';
import type { StackPatch } from '../patch.ts';
import type { Stack } from '../stack.ts';

/** What a command would do, before it is done. */
export interface Plan {
  readonly patch: StackPatch;
  /** Names the step for people: "Add HubSpot", "Move 5 products". */
  readonly label: string;
}

export type Planned = Result<Plan>;

/** "a product", "5 products". */
export const counted = (count: number, one: string, many: string): string =>
  count === 1 ? one : `${count} ${many}`;

/** "Move HubSpot", "Move 5 products", "Move a note", "Move 7 things": what a step is about. */
export function about(
  verb: string,
  nodes: readonly { readonly name: string }[],
  items: readonly { readonly type: string }[],
): string {
  const [node] = nodes;
  const [item] = items;
  if (nodes.length === 1 && node && items.length === 0) return `${verb} ${node.name}`;
  if (items.length === 0) return `${verb} ${nodes.length} products`;
  if (nodes.length > 0) return `${verb} ${nodes.length + items.length} things`;
  const isOneType = items.every((each) => each.type === item?.type);
  if (!item || !isOneType) return `${verb} ${items.length} things`;
  return `${verb} ${counted(items.length, `a ${item.type}`, `${item.type}s`)}`;
}

/** The lanes and products that another state of a stack sets; those that are the same stay out. */
export function contentPatch(
  before: Pick<Stack, 'lanes' | 'nodes'>,
  after: Pick<Stack, 'lanes' | 'nodes'>,
): Pick<StackPatch, 'lanes' | 'nodes'> {
  const lanes = Object.values(after.lanes).filter((lane) => before.lanes[lane.id] !== lane);
  const nodes = Object.values(after.nodes).filter((node) => before.nodes[node.id] !== node);
  return {
    ...(lanes.length > 0 ? { lanes: { set: lanes, remove: [] } } : {}),
    ...(nodes.length > 0 ? { nodes: { set: nodes, remove: [] } } : {}),
  };
}
