import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestVote, roomOptions, voteWords } from '../../../renderer/audience/room/room-vote.ts';
import { viewVote } from '../../../shared/workshop/view.ts';
import { voteMethods, type Vote } from '../../../shared/workshop/workshop.ts';

const ids = ['a', 'b', 'c'];
const aVote = (change: Partial<Vote> = {}): Vote => ({
  ...{ id: 'v', question: 'Which?', method: 'keys', budget: 3, people: 4 },
  options: ids.map((id) => ({ id, label: id.toUpperCase(), productId: null })),
  ...{ isOnePerOption: false, state: 'open', openedAt: '2026-11-27T10:00:00.000Z' },
  ...{ closedAt: null, counts: {}, presses: [], ballots: 0, seenBallots: 0 },
  ...{ lastBallotId: null, isRemoved: false },
  ...change,
});

const counts = fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 0, max: 9 }));

describe('a vote in front of the room', () => {
  it('tells nothing of its result before that is revealed, whoever knows it already', () => {
    const state = fc.constantFrom('open' as const, 'closed' as const);
    fc.assert(
      fc.property(fc.constantFrom(...voteMethods), state, counts, (method, now, given) => {
        const empty = viewVote(aVote({ method, state: now }));
        const voted = viewVote(aVote({ method, state: now, counts: given }));
        expect(roomOptions(voted)).toEqual(roomOptions(empty));
        expect(roomOptions(voted).map(({ id }) => id)).toEqual(ids);
        expect(voteWords({ ...voted, dots: 0 })).toBe(voteWords(empty));
        if (method === 'hands' || now === 'closed') expect(voteWords(voted)).toBe(voteWords(empty));
      }),
    );
  });

  it('ranks the options by their dots once revealed, the longest bar for the most', () => {
    fc.assert(
      fc.property(fc.constantFrom(...voteMethods), counts, (method, given) => {
        const options = roomOptions(viewVote(aVote({ method, state: 'revealed', counts: given })));
        expect(options.map(({ id }) => id).sort()).toEqual(ids);
        const dots = options.map((option) => option.dots ?? -1);
        expect(dots).toEqual([...dots].sort((p, q) => q - p));
        const most = Math.max(...dots);
        for (const option of options) {
          expect(option.dots).toBe(given[option.id] ?? 0);
          expect(option.share).toBe(most === 0 ? 0 : (option.dots ?? 0) / most);
        }
      }),
    );
  });

  it('shows the keys only while they count', () => {
    const keys = (change: Partial<Vote>) => roomOptions(viewVote(aVote(change))).map((o) => o.key);
    expect(keys({})).toEqual(['1', '2', '3']);
    expect(keys({ state: 'closed' })).toEqual([null, null, null]);
    expect(keys({ method: 'ballot' })).toEqual([null, null, null]);
  });

  it('says how far it is', () => {
    const words = (change: Partial<Vote>) => voteWords(viewVote(aVote(change)));
    expect(words({ presses: ['a'] })).toBe('3 dots each · 1 dot given');
    expect(words({ method: 'ballot', ballots: 2 })).toBe('3 dots each · 2 of 4 have voted');
    expect(words({ method: 'hands', budget: 1 })).toBe('1 dot each');
    expect(words({ method: 'hands', isOnePerOption: true })).toBe('3 dots each, one for an option');
    expect(words({ state: 'closed' })).toBe('The vote is closed; the result follows.');
    expect(words({ state: 'revealed', counts: { a: 2 } })).toBe('2 dots were given');
  });

  it('is the newest that was not removed', () => {
    const at = (id: string, minute: number, isRemoved = false) =>
      viewVote(aVote({ id, isRemoved, openedAt: `2026-11-27T10:0${minute}:00.000Z` }));
    expect(latestVote([])).toBeNull();
    expect(latestVote([at('late', 3), at('early', 1), at('gone', 5, true)])?.id).toBe('late');
  });
});
