import type { Lane, Stack, StackNode } from '../stack.ts';
import type { Move } from './arrange.ts';
import type { ArrangeEdge } from './lane-order.ts';

interface Settling {
  readonly stack: Pick<Stack, 'nodes' | 'lanes'>;
  readonly edges: readonly ArrangeEdge[];
  /** Places found for each kind of lane on its own. */
  readonly moves: readonly Move[];
  readonly lanes: readonly { readonly lane: Lane; readonly movable: readonly StackNode[] }[];
}

const SWEEPS = 4;

/**
 * The order in which lanes of both kinds get along: where columns stand beside lanes of rows, what
 * was found for each kind on its own says nothing of the edges between the two. Each product goes
 * towards the middle of those that it is joined to. Where there is one kind only, nothing changes.
 * @returns by node id, ascending along the lane
 */
export function settleOrder({ stack, edges, moves, lanes }: Settling): Map<string, number> {
  const at = new Map(
    Object.values(stack.nodes).map(({ id, x, y }) => [id, { x, y }] as [string, typeof point]),
  );
  for (const { nodeId, x, y } of moves) at.set(nodeId, { x, y });
  const order = new Map(moves.map(({ nodeId }, index) => [nodeId, index]));
  const shapes = new Set(lanes.map(({ lane }) => lane.shape));
  if (shapes.size < 2) return order;

  const neighbours = new Map<string, string[]>();
  for (const { from, to } of edges) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const { lane, movable } of lanes) {
      const axis = lane.shape === 'column' ? 'y' : 'x';
      const middle = (id: string): number => {
        const places = (neighbours.get(id) ?? []).flatMap((other) => at.get(other)?.[axis] ?? []);
        const own = at.get(id)?.[axis] ?? 0;
        return places.length === 0
          ? own
          : places.reduce((sum, each) => sum + each, 0) / places.length;
      };
      const places = movable
        .map(({ id }) => at.get(id) ?? point)
        .sort((p, q) => p[axis] - q[axis] || p.x - q.x || p.y - q.y);
      const sorted = movable
        .map(({ id }) => ({ id, wish: middle(id) }))
        .sort((p, q) => p.wish - q.wish || (order.get(p.id) ?? 0) - (order.get(q.id) ?? 0));
      sorted.forEach(({ id }, index) => {
        at.set(id, places[index] ?? point);
        order.set(id, index);
      });
    }
  }
  return order;
}

const point = { x: 0, y: 0 };
