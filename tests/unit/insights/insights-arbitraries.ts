import fc from 'fast-check';
import {
  adjacencyOf,
  bothWays,
  type Adjacency,
  type Arc,
} from '../../../shared/insights/adjacency.ts';

export interface SomeGraph {
  readonly size: number;
  readonly arcs: readonly Arc[];
}

/** Graphs small enough to try everything, sparse enough to have weak points. */
export const someGraph: fc.Arbitrary<SomeGraph> = fc
  .integer({ min: 1, max: 9 })
  .chain((size) =>
    fc
      .array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 14 })
      .map((arcs) => ({ size, arcs })),
  );

export const connections = ({ size, arcs }: SomeGraph): Adjacency =>
  adjacencyOf(size, bothWays(arcs));

/** Whether there is any way, by trying all of them. */
export function isReachable(
  { size, arcs }: SomeGraph,
  from: number,
  to: number,
  isBarred: (from: number, to: number) => boolean = () => false,
): boolean {
  const seen = new Set([from]);
  for (let round = 0; round < size; round++) {
    for (const [a, b] of arcs) {
      if (isBarred(a, b)) continue;
      if (seen.has(a)) seen.add(b);
      else if (seen.has(b)) seen.add(a);
    }
  }
  return seen.has(to);
}
