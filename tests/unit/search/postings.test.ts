import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BEGINNING_KEYS,
  beginningKey,
  buildPostings,
  eachBeginning,
  eachPair,
  PAIR_KEYS,
  pairKeys,
} from '../../../shared/search/postings.ts';

const word = fc.string({
  unit: fc.constantFrom(...'abcxyz019éя漢'),
  minLength: 1,
  maxLength: 5,
});
const texts = fc.array(
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  { maxLength: 12 },
);

describe('postings', () => {
  it('find every text by the beginning of each of its words', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const { starts, entries } = buildPostings(BEGINNING_KEYS, all.length, (entry, add) =>
          eachBeginning(all[entry]!, all[entry]!.length, add),
        );
        all.forEach((text, entry) => {
          for (const part of text.split(' ')) {
            for (const length of [1, 2, 3] as const) {
              if (part.length < length) continue;
              const key = beginningKey(part, 0, length);
              expect([...entries.subarray(starts[key], starts[key + 1])]).toContain(entry);
            }
          }
        });
      }),
    );
  });

  it('hold each text once a key, in ascending order', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const { starts, entries } = buildPostings(PAIR_KEYS, all.length, (entry, add) =>
          eachPair(all[entry]!, all[entry]!.length, add),
        );
        for (let key = 0; key < PAIR_KEYS; key++) {
          const found = [...entries.subarray(starts[key], starts[key + 1])];
          expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
        }
        expect(entries).toHaveLength(all.reduce((sum, text) => sum + pairKeys(text).length, 0));
      }),
      { numRuns: 20 },
    );
  });

  it('see the same pairs with and without spaces', () => {
    expect(pairKeys('hub spot')).toEqual(pairKeys('hubspot'));
  });
});
