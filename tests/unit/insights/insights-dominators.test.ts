import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjacencyOf, reachedFrom, type Arc } from '../../../shared/insights/adjacency.ts';
import { loopsOf } from '../../../shared/insights/data-truth.ts';
import { dominatorsFrom, passedOnTheWay } from '../../../shared/insights/dominators.ts';
import { passagesFrom } from '../../../shared/insights/exit-effects.ts';
import { someGraph } from './insights-arbitraries.ts';

/** Whether the root still reaches a node when another one is gone. */
function reachesWithout(
  size: number,
  arcs: readonly Arc[],
  gone: number,
  root: number,
  to: number,
) {
  const left = arcs.filter(([from, at]) => from !== gone && at !== gone);
  return reachedFrom(adjacencyOf(size, left), [root])[to] === 1;
}

describe('dominators', () => {
  it('are, for every node, exactly those without which the root does not reach it', () => {
    fc.assert(
      fc.property(someGraph, ({ size, arcs }) => {
        const graph = adjacencyOf(size, arcs);
        const root = 0;
        const last = dominatorsFrom(graph, root);
        const reached = reachedFrom(graph, [root]);
        for (let node = 1; node < size; node++) {
          if (!reached[node]) {
            expect(last[node]).toBe(-1);
            continue;
          }
          const expected = Array.from({ length: size }, (_, gone) => gone).filter(
            (gone) =>
              gone !== root && gone !== node && !reachesWithout(size, arcs, gone, root, node),
          );
          expect(passedOnTheWay(last, root, node).sort((a, b) => a - b)).toEqual(expected);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('put behind a passage what cannot be reached around it', () => {
    // 0 → 1 → 2 → 3 and 2 → 4, with a second way to 4 over 5.
    const graph = adjacencyOf(7, [
      [0, 1],
      [1, 2],
      [2, 3],
      [2, 4],
      [0, 5],
      [5, 4],
    ]);
    expect(passagesFrom(graph, 0)).toEqual({
      reached: 5,
      passages: [
        { over: 1, behind: [2, 3] },
        { over: 2, behind: [3] },
      ],
    });
  });
});

describe('loops', () => {
  it('are the largest groups whose members all reach each other', () => {
    fc.assert(
      fc.property(someGraph, ({ size, arcs }) => {
        const graph = adjacencyOf(size, arcs);
        const reach = Array.from({ length: size }, (_, node) => reachedFrom(graph, [node]));
        const together = (a: number, b: number) => reach[a]![b] === 1 && reach[b]![a] === 1;
        const loops = loopsOf(graph);
        for (let a = 0; a < size; a++) {
          for (let b = 0; b < size; b++) {
            if (a === b) continue;
            const inOne = loops.some((loop) => loop.includes(a) && loop.includes(b));
            expect(inOne).toBe(together(a, b));
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
