import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjacencyOf, bothWays } from '../../../shared/insights/adjacency.ts';
import {
  bestHubSet,
  bestHubs,
  greedyHubs,
  GREEDY_GUARANTEE,
  hubProblem,
} from '../../../shared/insights/hubs.ts';
import {
  openPairs,
  relatePairs,
  type HubCandidate,
} from '../../../shared/insights/relate-pairs.ts';
import { connections, someGraph } from './insights-arbitraries.ts';

const someCase = someGraph.chain((graph) =>
  fc
    .array(fc.uniqueArray(fc.nat(graph.size - 1), { maxLength: graph.size }), { maxLength: 7 })
    .map((lists) => ({
      graph,
      candidates: lists.map((members, key): HubCandidate => ({
        key,
        members: members.sort((a, b) => a - b),
      })),
    })),
);

/** Open pairs that a set of candidates connects, counted pair by pair. */
function connected(
  open: readonly (readonly [number, number])[],
  chosen: readonly HubCandidate[],
): number {
  return open.filter(([a, b]) =>
    chosen.some(({ members }) => {
      const all = Array.from(members);
      return all.includes(a) && all.includes(b);
    }),
  ).length;
}

function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) =>
    subsets(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

const best = (
  open: readonly (readonly [number, number])[],
  candidates: readonly HubCandidate[],
  size: number,
): number =>
  Math.max(
    0,
    ...subsets(candidates, Math.min(size, candidates.length)).map((set) => connected(open, set)),
  );

describe('pairs of a stack', () => {
  it('are direct, through the stack, through a hub to add, or not documented', () => {
    const stack = adjacencyOf(
      5,
      bothWays([
        [0, 1],
        [1, 2],
      ]),
    );
    const pairs = relatePairs(stack, [
      { key: 70, members: [0, 3] },
      { key: 80, members: [0, 2, 3] },
    ]);
    const of = (a: number, b: number) => pairs.find((pair) => pair.a === a && pair.b === b);
    expect(of(0, 1)).toMatchObject({ relation: 'direct', via: [] });
    expect(of(0, 2)).toMatchObject({ relation: 'through', via: [1], hubs: [80] });
    expect(of(0, 3)).toMatchObject({ relation: 'hub', via: [], hubs: [70, 80] });
    expect(of(3, 4)).toMatchObject({ relation: 'unknown', via: [], hubs: [] });
    expect(pairs).toHaveLength(10);
  });

  it('are open exactly where neither a connection nor a common neighbour is in the stack', () => {
    fc.assert(
      fc.property(someGraph, (graph) => {
        const stack = connections(graph);
        const open = relatePairs(stack, [])
          .filter(({ relation }) => relation === 'unknown')
          .map(({ a, b }) => [a, b]);
        expect(openPairs(stack)).toEqual(open);
      }),
    );
  });
});

describe('hubs', () => {
  it('one, two and three are the best there are, as trying all of them shows', () => {
    fc.assert(
      fc.property(someCase, ({ graph, candidates }) => {
        const open = openPairs(connections(graph));
        const problem = hubProblem(graph.size, open, candidates);
        expect(bestHubs(problem, 1)[0]?.connects ?? 0).toBe(best(open, candidates, 1));
        for (const count of [1, 2, 3]) {
          const found = bestHubSet(problem, count);
          if (!found) {
            expect(problem.sets.length).toBeLessThan(count);
            continue;
          }
          expect(found.isExact).toBe(true);
          expect(found.keys).toHaveLength(count);
          expect(found.connects).toBe(best(open, candidates, count));
          const chosen = found.keys.map((key) => candidates[key]!);
          expect(connected(open, chosen)).toBe(found.connects);
        }
      }),
    );
  });

  it('greedy choices keep their guarantee and never claim more than is possible', () => {
    fc.assert(
      fc.property(someCase, ({ graph, candidates }) => {
        const open = openPairs(connections(graph));
        const steps = greedyHubs(hubProblem(graph.size, open, candidates), 4);
        steps.forEach(({ total, atMost }, at) => {
          const possible = best(open, candidates, at + 1);
          const chosen = steps.slice(0, at + 1).map(({ key }) => candidates[key]!);
          expect(total).toBe(connected(open, chosen));
          expect(total).toBeGreaterThanOrEqual(GREEDY_GUARANTEE * possible);
          expect(atMost).toBeGreaterThanOrEqual(possible);
        });
      }),
    );
  });

  it('say so when there were too many candidates to compare them all', () => {
    const candidates = Array.from({ length: 9 }, (_, key) => ({ key, members: [key, key + 1] }));
    const open = openPairs(adjacencyOf(10, []));
    const problem = hubProblem(10, open, candidates);
    expect(bestHubSet(problem, 2, 1)).toMatchObject({ connects: 2, isExact: false });
  });
});
