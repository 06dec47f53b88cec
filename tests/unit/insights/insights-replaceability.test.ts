import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjacencyOf, bothWays, targetsOf } from '../../../shared/insights/adjacency.ts';
import {
  bandOf,
  bridgeable,
  rateRivals,
  replaceIndex,
} from '../../../shared/insights/replaceability.ts';
import { connections, someGraph } from './insights-arbitraries.ts';

describe('alternatives', () => {
  it('say what is kept, lost, gained and could still be bridged', () => {
    // 0 is replaced; it connects 1, 2 and 3, and 3 is connected to 1 besides.
    const stack = adjacencyOf(
      5,
      bothWays([
        [0, 1],
        [0, 2],
        [0, 3],
        [1, 3],
      ]),
    );
    const [rival] = rateRivals(stack, 0, [{ key: 9, members: [1, 4] }]);
    expect(rival).toEqual({ key: 9, kept: [1], lost: [2, 3], gained: [4] });
    expect(bridgeable(stack, 0, rival!)).toEqual([3]);
  });

  it('split the connections into kept and lost without a rest, the best keeper first', () => {
    const someMembers = fc.array(fc.uniqueArray(fc.nat(8)), { maxLength: 6 });
    fc.assert(
      fc.property(someGraph, someMembers, (graph, lists) => {
        const stack = connections(graph);
        const rivals = lists.map((list, key) => ({
          key,
          members: list.filter((place) => place < graph.size).sort((a, b) => a - b),
        }));
        const rated = rateRivals(stack, 0, rivals);
        rated.forEach(({ key, kept, lost, gained }, at) => {
          const mine = [...targetsOf(stack, 0)];
          expect([...kept, ...lost].sort((a, b) => a - b)).toEqual(mine);
          expect(kept.every((place) => rivals[key]!.members.includes(place))).toBe(true);
          expect(gained.some((place) => mine.includes(place) || place === 0)).toBe(false);
          if (at > 0) expect(rated[at - 1]!.kept.length).toBeGreaterThanOrEqual(kept.length);
        });
      }),
    );
  });
});

describe('the index of replaceability', () => {
  const nothingCut = { lostPairs: 0, pairs: 10 };

  it('is 0 where nothing depends on the product, or an alternative keeps everything', () => {
    expect(replaceIndex(0, 0, nothingCut)).toBe(0);
    expect(replaceIndex(12, 0, nothingCut)).toBe(0);
  });

  it('is what the formula on the screen says', () => {
    // 100 × 8/10 × (0.7 × 6/8 + 0.3 × 4/10)
    expect(replaceIndex(8, 6, { lostPairs: 4, pairs: 10 })).toBe(52);
    expect(bandOf(52)).toBe('plan');
  });

  it('stays within 0 and 100 and never falls when more is lost', () => {
    const numbers = fc.record({ count: fc.integer({ min: 1, max: 200 }), cut: fc.nat(100) });
    fc.assert(
      fc.property(numbers, fc.nat(199), ({ count, cut }, some) => {
        const lost = some % count;
        const loss = { lostPairs: cut, pairs: 100 };
        const index = replaceIndex(count, lost, loss);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(replaceIndex(count, lost + 1, loss)).toBeGreaterThanOrEqual(index);
        expect(replaceIndex(count, count, loss)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('names a band at each end', () => {
    expect([0, 14, 15, 34, 35, 59, 60, 100].map(bandOf)).toEqual([
      'swap',
      'swap',
      'rework',
      'rework',
      'plan',
      'plan',
      'load-bearing',
      'load-bearing',
    ]);
  });
});
