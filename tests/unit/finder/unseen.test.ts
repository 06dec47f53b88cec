import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateUnseen } from '../../../shared/finder/unseen.ts';

/** A seeded generator, so that the simulated inventories are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('the estimate of unseen tools', () => {
  it('needs two lists that found something', () => {
    expect(estimateUnseen([['a', 'b']])).toBeNull();
    expect(estimateUnseen([['a', 'b'], []])).toBeNull();
  });

  it('is nothing where all lists agree', () => {
    expect(
      estimateUnseen([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    ).toMatchObject({ seen: 2, unseen: 0, high: 0 });
  });

  it('follows the formula worked by hand', () => {
    // Once: a, b, d, e (4). Twice: c (1). t = 2, so 1/2 · 4 · 3 / (2 · 2) = 1.5.
    const estimate = estimateUnseen([
      ['a', 'b', 'c'],
      ['c', 'd', 'e'],
    ]);
    expect(estimate).toMatchObject({ seen: 5, once: 4, twice: 1, unseen: 1.5 });
  });

  it('holds the truth in its interval for most simulated inventories', () => {
    const random = seeded(7);
    const tools = Array.from({ length: 120 }, (_, index) => `tool-${index}`);
    let covered = 0;
    for (let run = 0; run < 200; run++) {
      const lists = [0.5, 0.4, 0.3].map((share) => tools.filter(() => random() < share));
      const estimate = estimateUnseen(lists);
      const missing = tools.length - (estimate?.seen ?? 0);
      if (estimate && estimate.low <= missing && missing <= estimate.high) covered++;
    }
    expect(covered).toBeGreaterThan(170);
  });

  it('lies within its interval and does not depend on the order of lists', () => {
    const ids = fc.array(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 20 });
    fc.assert(
      fc.property(fc.array(ids, { minLength: 2, maxLength: 5 }), (lists) => {
        const estimate = estimateUnseen(lists);
        if (!estimate) return;
        expect(estimate.low).toBeLessThanOrEqual(estimate.unseen);
        expect(estimate.high).toBeGreaterThanOrEqual(estimate.unseen);
        expect(estimateUnseen(lists.toReversed())).toEqual(estimate);
      }),
    );
  });
});
