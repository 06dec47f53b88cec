import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearchQuery } from '../../../shared/search/search-query.ts';
import { isTransposed, similarities } from '../../../shared/search/similarity.ts';

const likeness = (typed: string, ...texts: string[]): number[] => [
  ...similarities(parseSearchQuery(typed)!, texts),
];

describe('likeness of a query and a name', () => {
  it('is 1 for the name itself, however it is spaced', () => {
    expect(likeness('hub spot', 'hubspot')).toEqual([1]);
  });

  it('is near 1 after one slip, and higher than that of another name', () => {
    const [meant, other] = likeness('salesforse', 'salesforce', 'salesloft') as [number, number];
    expect(meant).toBeGreaterThan(0.85);
    expect(other).toBeLessThan(meant);
  });

  it('forgives the order of words and a slip at once', () => {
    expect(likeness('analytics googel', 'google analytics')[0]).toBeGreaterThan(0.8);
  });

  it('takes two swapped letters for one slip', () => {
    const [swapped, changed] = likeness('rbevo', 'brevo', 'rbexa') as [number, number];
    expect(swapped).toBeGreaterThan(changed);
  });

  it('stays within 0..1 for any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ maxLength: 30 })), (typed, texts) => {
        const query = parseSearchQuery(typed);
        if (query === null) return;
        for (const value of similarities(query, texts)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('two swapped letters', () => {
  it.each([
    ['heap', 'ehap', true],
    ['heap', 'haep', true],
    ['heap', 'hepa', true],
    ['heap', 'heap', false],
    ['heap', 'paeh', false],
    ['heap', 'heaps', false],
    ['', '', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isTransposed(a, b)).toBe(expected);
  });
});
