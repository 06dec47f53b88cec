import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjacencyOf, bothWays } from '../../../shared/insights/adjacency.ts';
import { exitDrill, findWeakPoints } from '../../../shared/insights/weak-points.ts';
import { connections, isReachable, someGraph, type SomeGraph } from './insights-arbitraries.ts';

/** Pairs of nodes other than `without` that are connected, by trying. */
function connectedPairs(graph: SomeGraph, without: number, isGone: boolean): number {
  let count = 0;
  for (let a = 0; a < graph.size; a++) {
    for (let b = a + 1; b < graph.size; b++) {
      if (a === without || b === without) continue;
      const barred = (x: number, y: number): boolean => isGone && (x === without || y === without);
      if (isReachable(graph, a, b, barred)) count++;
    }
  }
  return count;
}

describe('single points of failure', () => {
  it('are the middle of a chain and each of its connections', () => {
    const chain = adjacencyOf(
      3,
      bothWays([
        [0, 1],
        [1, 2],
      ]),
    );
    expect(findWeakPoints(chain)).toEqual({
      cutNodes: [1],
      bridges: [
        [0, 1],
        [1, 2],
      ],
    });
  });

  it('do not exist in a ring', () => {
    const ring = adjacencyOf(
      4,
      bothWays([
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 0],
      ]),
    );
    expect(findWeakPoints(ring)).toEqual({ cutNodes: [], bridges: [] });
  });

  it('are those whose removal disconnects two others, on any graph', () => {
    fc.assert(
      fc.property(someGraph, (graph) => {
        const { cutNodes, bridges } = findWeakPoints(connections(graph));
        const nodes = Array.from({ length: graph.size }, (_, node) => node);
        expect(cutNodes).toEqual(
          nodes.filter(
            (node) => connectedPairs(graph, node, true) < connectedPairs(graph, node, false),
          ),
        );
        const pairs = new Map(
          graph.arcs
            .filter(([a, b]) => a !== b)
            .map(([a, b]) => [
              `${Math.min(a, b)} ${Math.max(a, b)}`,
              [Math.min(a, b), Math.max(a, b)],
            ]),
        );
        const expected = [...pairs.values()]
          .filter(
            ([a, b]) =>
              !isReachable(graph, a!, b!, (x, y) => (x === a && y === b) || (x === b && y === a)),
          )
          .sort((p, q) => p[0]! - q[0]! || p[1]! - q[1]!);
        expect(bridges).toEqual(expected);
      }),
    );
  });

  it('stays quick and does not recurse on a chain of ten thousand', () => {
    const size = 10_000;
    const chain = Array.from({ length: size - 1 }, (_, at) => [at, at + 1] as const);
    expect(findWeakPoints(adjacencyOf(size, bothWays(chain))).cutNodes).toHaveLength(size - 2);
  });
});

describe('the exit drill', () => {
  it('counts the pairs that lose their only path, as trying every removal does', () => {
    fc.assert(
      fc.property(someGraph, (graph) => {
        for (const { node, pairs, lostPairs } of exitDrill(connections(graph))) {
          const before = connectedPairs(graph, node, false);
          expect(pairs).toBe(before);
          expect(lostPairs).toBe(before - connectedPairs(graph, node, true));
        }
      }),
    );
  });

  it('names the pieces that a star falls into and who is stranded', () => {
    const star = adjacencyOf(
      5,
      bothWays([
        [0, 1],
        [0, 2],
        [0, 3],
        [2, 3],
      ]),
    );
    expect(exitDrill(star)[0]).toEqual({
      node: 0,
      pairs: 3,
      lostPairs: 2,
      pieces: [[2, 3], [1]],
      stranded: [1],
    });
  });
});
