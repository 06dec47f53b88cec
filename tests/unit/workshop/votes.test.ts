import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../shared/result.ts';
import { viewVote } from '../../../shared/workshop/view.ts';
import {
  allDots,
  castBallot,
  closeVote,
  countHands,
  dotsOf,
  limitsOf,
  outcomeWords,
  pressKey,
  rankOptions,
  reopenVote,
  revealVote,
  setVoters,
  takeBack,
} from '../../../shared/workshop/votes.ts';
import { voteMethods, type Vote } from '../../../shared/workshop/workshop.ts';

const AT = '2026-11-27T10:00:00.000Z';
const options = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase(), productId: null }));

function aVote(change: Partial<Vote> = {}): Vote {
  return {
    ...{ id: 'v', question: 'Which?', options, method: 'keys', budget: 3, people: 4 },
    ...{ isOnePerOption: false, state: 'open', openedAt: AT, closedAt: null, counts: {} },
    ...{ presses: [], ballots: 0, seenBallots: 0, lastBallotId: null, isRemoved: false },
    ...change,
  };
}

const optionId = fc.constantFrom('a', 'b', 'c', 'gone');
const dots = fc.dictionary(optionId, fc.integer({ min: 0, max: 5 }));
type Step = (vote: Vote) => Result<Vote>;
const step: fc.Arbitrary<Step> = fc.oneof(
  optionId.map(
    (id): Step =>
      (vote) =>
        pressKey(vote, id),
  ),
  fc.constant<Step>(takeBack),
  fc.tuple(optionId, fc.integer({ min: 0, max: 30 })).map(
    ([id, count]): Step =>
      (vote) =>
        countHands(vote, id, count),
  ),
  fc.tuple(fc.uuid(), dots).map(
    ([id, ballot]): Step =>
      (vote) =>
        castBallot(vote, id, ballot),
  ),
  fc.integer({ min: 1, max: 8 }).map(
    (people): Step =>
      (vote) =>
        setVoters(vote, people),
  ),
  fc.constant<Step>((vote) => ({ ok: true, value: closeVote(vote, AT) })),
  fc.boolean().map(
    (evenSo): Step =>
      (vote) =>
        revealVote(vote, AT, evenSo),
  ),
  fc.constant<Step>((vote) => ({ ok: true, value: reopenVote(vote) })),
);
const anyVote = fc
  .record({
    method: fc.constantFrom(...voteMethods),
    budget: fc.integer({ min: 1, max: 5 }),
    people: fc.integer({ min: 1, max: 6 }),
    isOnePerOption: fc.boolean(),
  })
  .map(aVote);

describe('dots', () => {
  it('never are more than people have, altogether and for one option, whatever is done', () => {
    fc.assert(
      fc.property(anyVote, fc.array(step, { maxLength: 60 }), (start, steps) => {
        let vote = start;
        for (const take of steps) {
          const result = take(vote);
          if (result.ok) vote = result.value;
          const { all, each } = limitsOf(vote);
          expect(allDots(vote)).toBeLessThanOrEqual(all);
          for (const { id } of vote.options) expect(dotsOf(vote, id)).toBeLessThanOrEqual(each);
          expect(vote.ballots).toBeLessThanOrEqual(vote.people);
        }
      }),
    );
  });

  it('taken back key by key leave the vote exactly as it was', () => {
    fc.assert(
      fc.property(
        anyVote.map((vote): Vote => ({ ...vote, method: 'keys' })),
        fc.array(optionId, { maxLength: 30 }),
        (start, ids) => {
          let vote = start;
          let pressed = 0;
          for (const id of ids) {
            const result = pressKey(vote, id);
            if (!result.ok) continue;
            vote = result.value;
            pressed += 1;
          }
          for (let n = 0; n < pressed; n++) {
            const result = takeBack(vote);
            if (!result.ok) throw new Error(result.error.message);
            vote = result.value;
          }
          expect(vote).toEqual(start);
          expect(takeBack(vote).ok).toBe(false);
        },
      ),
    );
  });

  it('count the same before and after closing, which forgets the order of the keys', () => {
    const keys = ['a', 'c', 'a', 'b'];
    const vote = aVote({ presses: keys });
    const closed = closeVote(vote, AT);
    expect(closed.presses).toEqual([]);
    for (const { id } of options) expect(dotsOf(closed, id)).toBe(dotsOf(vote, id));
    expect(takeBack(reopenVote(closed))).toMatchObject({ ok: false });
  });
});

describe('a silent ballot', () => {
  const ballot = (change: Partial<Vote> = {}) => aVote({ method: 'ballot', ...change });

  it('counts once, also when it is sent twice', () => {
    const once = castBallot(ballot(), 'one', { a: 2 });
    if (!once.ok) throw new Error(once.error.message);
    const twice = castBallot(once.value, 'one', { a: 2 });
    expect(twice).toEqual(once);
    expect(once.value).toMatchObject({ ballots: 1, counts: { a: 2 } });
  });

  it('adds up to the same counts in whatever order ballots come, and keeps no ballot', () => {
    const sets: Record<string, number>[] = [{ a: 3 }, { b: 1, c: 2 }, {}, { a: 1, b: 1, c: 1 }];
    const cast = (order: readonly Record<string, number>[]) =>
      order.reduce((vote, each, at) => {
        const result = castBallot(vote, `n${at}`, each);
        if (!result.ok) throw new Error(result.error.message);
        return result.value;
      }, ballot());
    const there = cast(sets);
    expect(there).toEqual(cast([...sets].reverse()));
    expect(there.presses).toEqual([]);
  });

  it('with too many dots, or two on an option where one is allowed, is refused whole', () => {
    expect(castBallot(ballot(), 'x', { a: 2, b: 2 })).toMatchObject({ ok: false });
    expect(castBallot(ballot({ isOnePerOption: true }), 'x', { a: 2 })).toMatchObject({
      ok: false,
    });
    expect(castBallot(ballot({ ballots: 4 }), 'x', { a: 1 })).toMatchObject({ ok: false });
  });

  it('is not shown by the difference of two results, unless one insists', () => {
    const seen = ballot({ ballots: 3, seenBallots: 2 });
    expect(revealVote(seen, AT, false)).toMatchObject({ ok: false });
    expect(revealVote(seen, AT, true)).toMatchObject({ ok: true });
    expect(revealVote(ballot({ ballots: 4, seenBallots: 2 }), AT, false).ok).toBe(true);
  });

  it('is nobody’s business before the result is revealed', () => {
    const vote = ballot({ counts: { a: 3 }, ballots: 2, lastBallotId: 'secret' });
    expect(viewVote(vote)).toMatchObject({ counts: null, dots: 3, ballots: 2 });
    expect(JSON.stringify(viewVote(vote))).not.toContain('secret');
    expect(viewVote({ ...vote, state: 'revealed' }).counts).toEqual({ a: 3, b: 0, c: 0 });
  });
});

describe('a result', () => {
  it('names ties, and gives those with equal dots the same place', () => {
    const ranked = rankOptions(options, { a: 2, b: 5, c: 5 });
    expect(ranked.map(({ option, place }) => [option.id, place])).toEqual([
      ['b', 1],
      ['c', 1],
      ['a', 3],
    ]);
    expect(outcomeWords(ranked)).toBe('A tie: B and C are first with 5 dots each.');
    expect(outcomeWords(rankOptions(options, { a: 1 }))).toBe('A is first with 1 dot.');
    expect(outcomeWords(rankOptions(options, {}))).toBe('No dots were given.');
  });
});
