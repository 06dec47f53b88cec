import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjacencyOf, bothWays } from '../../../shared/insights/adjacency.ts';
import {
  harmonic,
  lightestCover,
  MOST_EXACT_SETS,
  type CoverSet,
} from '../../../shared/insights/set-cover.ts';
import { overlapsOf, smallestStack } from '../../../shared/insights/smallest-stack.ts';

const SIZE = 7;
const someSet: fc.Arbitrary<CoverSet> = fc.record({
  weight: fc.integer({ min: 1, max: 9 }),
  elements: fc.uniqueArray(fc.nat(SIZE - 1), { maxLength: 4 }),
});
/** Sets that together have every element. */
const someSets = (least: number, most: number): fc.Arbitrary<CoverSet[]> =>
  fc
    .array(someSet, { minLength: least, maxLength: most })
    .map((sets) => [
      ...sets,
      { weight: 40, elements: Array.from({ length: SIZE }, (_, at) => at) },
    ]);

const covers = (sets: readonly CoverSet[], chosen: readonly number[]): boolean =>
  new Set(chosen.flatMap((at) => sets[at]!.elements)).size === SIZE;
const weigh = (sets: readonly CoverSet[], chosen: readonly number[]): number =>
  chosen.reduce((sum, at) => sum + sets[at]!.weight, 0);

function byTryingAll(sets: readonly CoverSet[]): number {
  let best = Infinity;
  for (let mask = 0; mask < 2 ** sets.length; mask++) {
    const chosen = sets.flatMap((_, at) => (mask & (1 << at) ? [at] : []));
    if (covers(sets, chosen)) best = Math.min(best, weigh(sets, chosen));
  }
  return best;
}

describe('the lightest cover', () => {
  it('weighs exactly as little as the best of all choices', () => {
    fc.assert(
      fc.property(someSets(0, 9), (sets) => {
        const found = lightestCover(SIZE, sets);
        expect(covers(sets, found.chosen)).toBe(true);
        expect(found).toMatchObject({ isExact: true, factor: 1 });
        expect(found.weight).toBe(byTryingAll(sets));
        expect(weigh(sets, found.chosen)).toBe(found.weight);
      }),
      { numRuns: 300 },
    );
  });

  it('is, beyond what is searched, a cover within the stated bound', () => {
    fc.assert(
      fc.property(someSets(MOST_EXACT_SETS, MOST_EXACT_SETS + 5), (sets) => {
        const found = lightestCover(SIZE, sets);
        expect(covers(sets, found.chosen)).toBe(true);
        expect(found.isExact).toBe(false);
        // Only sets that no other of the same elements undercuts can matter, and there are few.
        const cheapest = new Map<string, CoverSet>();
        for (const set of sets) {
          const key = [...set.elements].sort().join();
          const other = cheapest.get(key);
          if (!other || set.weight < other.weight) cheapest.set(key, set);
        }
        const least = lightestCover(SIZE, [...cheapest.values()].slice(0, MOST_EXACT_SETS));
        expect(found.atLeast).toBeLessThanOrEqual(found.weight + 1e-9);
        if (cheapest.size <= MOST_EXACT_SETS) {
          expect(found.weight).toBeLessThanOrEqual(least.weight * found.factor + 1e-9);
          expect(found.atLeast).toBeLessThanOrEqual(least.weight + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('bounds greedy covers by the harmonic number of the largest set', () => {
    expect(harmonic(1)).toBe(1);
    expect(harmonic(4)).toBeCloseTo(1 + 1 / 2 + 1 / 3 + 1 / 4);
    expect(harmonic(50)).toBeLessThanOrEqual(1 + Math.log(50));
  });

  it('refuses what cannot be covered', () => {
    expect(() => lightestCover(2, [{ weight: 1, elements: [0] }])).toThrow(/element 1/);
    expect(() => lightestCover(1, [{ weight: 0, elements: [0] }])).toThrow(/weighs 0/);
    expect(lightestCover(0, [])).toMatchObject({ chosen: [], weight: 0, isExact: true });
  });
});

describe('the smallest sufficient stack', () => {
  // The suite does what the two others do, and costs more than both.
  const products = [
    { categories: ['email'], yearlyCost: 10 },
    { categories: ['crm'], yearlyCost: 20 },
    { categories: ['marketing-automation', 'email', 'crm'], yearlyCost: 50 },
    { categories: ['seo'], yearlyCost: null },
  ];
  const graph = adjacencyOf(
    4,
    bothWays([
      [0, 1],
      [1, 3],
    ]),
  );
  const required = ['email', 'crm', 'seo'];

  it('keeps the fewest or the cheapest, as one asks', () => {
    const fewest = smallestStack(products, graph, required, 'count');
    expect(fewest.cover).toMatchObject({ chosen: [2, 3], weight: 2, isExact: true });
    const cheapest = smallestStack(products, graph, required, 'cost');
    expect(cheapest.cover.chosen).toEqual([0, 1, 3]);
    expect(cheapest.assumedCost).toBeCloseTo(80 / 3);
  });

  it('says what each cut costs, and all of them together', () => {
    const { cuts, connections, pairs, categories, missing } = smallestStack(
      products,
      graph,
      [...required, 'pr'],
      'count',
    );
    expect(missing).toEqual(['pr']);
    expect(cuts).toEqual([
      { product: 0, loses: [], connections: [1], stranded: [] },
      { product: 1, loses: [], connections: [0, 3], stranded: [0, 3] },
    ]);
    expect(connections).toEqual([2, 0]);
    expect(pairs).toEqual([3, 0]);
    expect(categories).toEqual([4, 4]);
  });

  it('names who overlaps whom, those with the most in common first', () => {
    expect(overlapsOf(products)).toEqual([
      { a: 0, b: 2, categories: ['email'] },
      { a: 1, b: 2, categories: ['crm'] },
    ]);
  });
});
