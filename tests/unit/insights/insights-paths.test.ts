import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adjacencyOf,
  isNextTo,
  targetsOf,
  type Adjacency,
} from '../../../shared/insights/adjacency.ts';
import { findPaths } from '../../../shared/insights/find-paths.ts';
import { flowsOf } from '../../../shared/insights/flow.ts';
import { someGraph } from './insights-arbitraries.ts';

/** Every simple path, by trying. */
function allPaths(
  graph: Adjacency,
  from: number,
  to: number,
  seen: readonly number[] = [],
): number[][] {
  const path = [...seen, from];
  if (from === to) return [path];
  return [...targetsOf(graph, from)]
    .filter((next) => !path.includes(next))
    .flatMap((next) => allPaths(graph, next, to, path));
}

describe('a path between two products', () => {
  it('takes a longer way rather than a product that would have to be added', () => {
    // 0 → 4 → 3 is short but 4 is not in the stack; 0 → 1 → 2 → 3 is.
    const graph = adjacencyOf(5, [
      [0, 4],
      [4, 3],
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    const isFree = Uint8Array.from([1, 1, 1, 1, 0]);
    expect(findPaths(graph, 0, 3, isFree, 5)).toEqual({
      extra: 0,
      steps: 3,
      paths: [[0, 1, 2, 3]],
    });
  });

  it('does not go against the direction of an arc', () => {
    expect(findPaths(adjacencyOf(2, [[1, 0]]), 0, 1, new Uint8Array(2), 5)).toBeNull();
  });

  it('has the fewest extra products, then the fewest steps, and every such way is found', () => {
    fc.assert(
      fc.property(
        someGraph,
        fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
        (some, free) => {
          const graph = adjacencyOf(some.size, some.arcs);
          const isFree = Uint8Array.from(free, Number);
          const to = some.size - 1;
          const ways = allPaths(graph, 0, to).map((path) => ({
            path,
            extra: path.slice(1, -1).filter((node) => !isFree[node]).length,
          }));
          const found = findPaths(graph, 0, to, isFree, 1000);
          if (ways.length === 0) {
            expect(found).toBeNull();
            return;
          }
          const extra = Math.min(...ways.map((way) => way.extra));
          const cheap = ways.filter((way) => way.extra === extra);
          const steps = Math.min(...cheap.map(({ path }) => path.length - 1));
          const best = cheap
            .filter(({ path }) => path.length - 1 === steps)
            .map(({ path }) => path);
          expect(found).toMatchObject({ extra, steps });
          const text = (paths: readonly (readonly number[])[]) => paths.map(String).sort();
          expect(text(found!.paths)).toEqual(text(best));
        },
      ),
    );
  });

  it('is next to its neighbours by bisection as by looking', () => {
    fc.assert(
      fc.property(someGraph, ({ size, arcs }) => {
        const graph = adjacencyOf(size, arcs);
        for (let a = 0; a < size; a++) {
          for (let b = 0; b < size; b++) {
            const expected = a !== b && arcs.some(([x, y]) => x === a && y === b);
            expect(isNextTo(graph, a, b)).toBe(expected);
          }
        }
      }),
    );
  });
});

describe('the flow of data', () => {
  it('follows the stated direction, and none where none is stated', () => {
    expect([...flowsOf(1, 2, 'events', 'forward')]).toEqual([[1, 2]]);
    expect([...flowsOf(1, 2, 'workflow', 'both')]).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect([...flowsOf(1, 2, 'native', 'none')]).toEqual([]);
  });

  it('is not read into where an extension is installed', () => {
    expect([...flowsOf(1, 2, 'plugin', 'forward')]).toEqual([]);
  });
});
