import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { follow, lose, notFollowing, type Following } from '../../../shared/audience/follow.ts';
import { versioned, type Show } from '../../../shared/audience/messages.ts';
import { anyMessage, anyShow, pageIds } from './arbitraries.ts';

const [first = '', second = ''] = pageIds;
const show = (change: Partial<Show> = {}): Show =>
  versioned({
    type: 'show',
    from: first,
    since: 10,
    stackId: 'stack-1',
    title: 'Room',
    theme: 'dark',
    hidden: [],
    view: null,
    step: null,
    voteId: null,
    hasAgenda: false,
    lit: null,
    isBlank: false,
    isFrozen: false,
    ...change,
  }) as Show;
const point = (from: string, x: number) => versioned({ type: 'point', from, at: { x, y: 0 } });
const end = (from: string) => versioned({ type: 'end', from });

const led = follow(notFollowing, show());

describe('the audience’s window', () => {
  it('waits until somebody leads', () => {
    expect(notFollowing).toMatchObject({ phase: 'waiting', show: null });
    expect(follow(notFollowing, point(first, 1))).toBe(notFollowing);
    expect(follow(notFollowing, end(first))).toBe(notFollowing);
  });

  it('follows whoever took the lead last, and nobody from before', () => {
    const taken = follow(led, show({ from: second, since: 11 }));
    expect(taken.show?.from).toBe(second);
    expect(follow(taken, show({ title: 'Old' }))).toBe(taken);
    expect(follow(taken, point(first, 1))).toBe(taken);
    expect(follow(taken, end(first))).toBe(taken);
  });

  it('goes on with the same facilitator after that page was loaded anew', () => {
    const lost = lose(led, first);
    expect(lost).toMatchObject({ phase: 'lost', show: { title: 'Room' } });
    const again = follow(lost, show({ from: second, title: 'Room again' }));
    expect(again).toMatchObject({ phase: 'led', show: { title: 'Room again' } });
    // The word that the old page is gone may come after the new one has begun.
    expect(lose(again, first)).toBe(again);
    expect(follow(led, show({ from: second })).show?.from).toBe(second);
  });

  it('takes anybody’s lead after the one it had is gone or done', () => {
    for (const over of [lose(led, first), follow(led, end(first))]) {
      expect(follow(over, show({ from: second, since: 1 }))).toMatchObject({ phase: 'led' });
    }
  });

  it('shows the laser pointer of its leader only while there is a live picture', () => {
    const lit = follow(led, point(first, 5));
    expect(lit.laser).toEqual({ x: 5, y: 0 });
    expect(follow(lit, show({ title: 'Next' })).laser).toEqual({ x: 5, y: 0 });
    for (const covered of [show({ isBlank: true }), show({ isFrozen: true })]) {
      const without = follow(lit, covered);
      expect(without.laser).toBeNull();
      expect(follow(without, point(first, 6))).toBe(without);
    }
    expect(lose(lit, first).laser).toBeNull();
  });

  it('shows after any messages what its leader has said last, and points only as it said', () => {
    const steps = fc.array(
      fc.oneof(
        { weight: 6, arbitrary: anyMessage },
        { weight: 3, arbitrary: anyShow },
        { weight: 1, arbitrary: fc.constantFrom(...pageIds) },
      ),
    );
    fc.assert(
      fc.property(steps, (list) => {
        let following: Following = notFollowing;
        for (const each of list) {
          const before = following;
          following = typeof each === 'string' ? lose(following, each) : follow(following, each);
          if (before.phase === 'led' && following.phase === 'led') {
            expect(following.show!.since).toBeGreaterThanOrEqual(before.show!.since);
          }
          if (following.laser !== null) {
            expect(following).toMatchObject({
              phase: 'led',
              show: { isBlank: false, isFrozen: false },
            });
          }
          expect(following.phase === 'waiting').toBe(following.show === null);
        }
      }),
    );
  });
});
