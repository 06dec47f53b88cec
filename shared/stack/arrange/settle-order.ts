import type { Lane, Stack, StackNode } from '../stack.ts';
import type { Move } from './arrange.ts';
import type { ArrangeEdge } from './lane-order.ts';

interface Settling {
  readonly stack: Pick<Stack, 'nodes'>;
  readonly edges: readonly ArrangeEdge[];
  /** Where the products would stand so far. */
  readonly moves: readonly Move[];
  readonly lanes: readonly {
    readonly lane: Lane;
    readonly axis: 'x' | 'y';
    readonly movable: readonly StackNode[];
  }[];
}

const SWEEPS = 4;
const origin = { x: 0, y: 0 };

/**
 * Improves an order over lanes that stand beside and below one another, of which the engine knows
 * one kind at a time: each product goes towards the middle of those that it is joined to, within
 * the places of its lane. O(sweeps · (edges + products · log products)).
 * @returns by node id, ascending along the lane
 */
export function settleOrder({ stack, edges, moves, lanes }: Settling): Map<string, number> {
  const at = new Map<string, { readonly x: number; readonly y: number }>(
    Object.values(stack.nodes).map(({ id, x, y }) => [id, { x, y }]),
  );
  for (const { nodeId, x, y } of moves) at.set(nodeId, { x, y });
  const order = new Map(moves.map(({ nodeId }, index) => [nodeId, index]));
  const neighbours = new Map<string, string[]>();
  const join = (a: string, b: string): void => {
    const list = neighbours.get(a);
    if (list) list.push(b);
    else neighbours.set(a, [b]);
  };
  for (const { from, to } of edges) {
    join(from, to);
    join(to, from);
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    // To and fro, so that no end of the stack is always the one that gives way.
    const turn = sweep % 2 === 0 ? lanes : [...lanes].reverse();
    for (const { axis, movable } of turn) {
      const middle = (id: string): number => {
        const places = (neighbours.get(id) ?? []).flatMap((other) => at.get(other)?.[axis] ?? []);
        const own = at.get(id)?.[axis] ?? 0;
        const sum = places.reduce((total, each) => total + each, 0);
        return places.length === 0 ? own : sum / places.length;
      };
      const places = movable
        .map(({ id }) => at.get(id) ?? origin)
        .sort((p, q) => p[axis] - q[axis] || p.x - q.x || p.y - q.y);
      const sorted = movable
        .map(({ id }) => ({ id, wish: middle(id) }))
        .sort((p, q) => p.wish - q.wish || (order.get(p.id) ?? 0) - (order.get(q.id) ?? 0));
      sorted.forEach(({ id }, index) => {
        at.set(id, places[index] ?? origin);
        order.set(id, index);
      });
    }
  }
  return order;
}
