import { CARD } from '../layout.ts';
import type { ArrangeEdge } from './lane-order.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** On which side of the line through a and b the point c lies: the sign says which. */
const side = (a: Place, b: Place, c: Place): number =>
  Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));

/** How often straight lines between the middles of products cross. Measures an arrangement; O(edges²). */
export function countCrossings(
  nodes: Readonly<Record<string, Place>>,
  edges: readonly ArrangeEdge[],
): number {
  const lines = edges.flatMap(({ from, to }) => {
    const [a, b] = [nodes[from], nodes[to]];
    if (!a || !b || a === b) return [];
    const middle = ({ x, y }: Place): Place => ({ x: x + CARD.width / 2, y: y + CARD.height / 2 });
    return [{ from, to, a: middle(a), b: middle(b) }];
  });
  let crossings = 0;
  lines.forEach((p, index) => {
    for (const q of lines.slice(index + 1)) {
      if (p.from === q.from || p.from === q.to || p.to === q.from || p.to === q.to) continue;
      const isAcross = side(p.a, p.b, q.a) * side(p.a, p.b, q.b) < 0;
      if (isAcross && side(q.a, q.b, p.a) * side(q.a, q.b, p.b) < 0) crossings++;
    }
  });
  return crossings;
}
