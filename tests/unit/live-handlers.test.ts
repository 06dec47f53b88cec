import { describe, expect, it } from 'vitest';
import { liveHandlers, type Generation } from '../../electron/services/live-handlers.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import { callContext } from '../support/call-context.ts';

/** Generations that answer with their number, and a stamp that a test can change. */
function world() {
  const closed: number[] = [];
  const errors: unknown[] = [];
  let stamp = 'a';
  let opened = 0;
  let release: (() => void) | undefined;
  let isBroken = false;
  const open = (): Generation => {
    if (isBroken) throw new Error('damaged');
    const number = ++opened;
    const handlers = {
      'catalogue:stats': () => number,
      'catalogue:search': () =>
        new Promise((resolve) => {
          release = () => resolve(number);
        }),
      'catalogue:product': () => {
        throw new Error(`refused by ${number}`);
      },
    } as unknown as Handlers;
    return { handlers, close: () => closed.push(number) };
  };
  const replacedBy: string[] = [];
  let isUnreadable = false;
  const live = liveHandlers(
    () => {
      if (isUnreadable) throw new Error('unreadable');
      return stamp;
    },
    open,
    (error) => errors.push(error),
    (now) => replacedBy.push(now),
  );
  return {
    live,
    closed,
    errors,
    replacedBy,
    makeStampUnreadable: () => (isUnreadable = true),
    stats: () => live.handlers['catalogue:stats']({}, callContext()) as unknown as number,
    search: () =>
      live.handlers['catalogue:search']({ text: '', limit: 1 }, callContext()) as Promise<unknown>,
    change: (to: string) => (stamp = to),
    finish: () => release?.(),
    break: () => (isBroken = true),
  };
}

describe('handlers that follow the catalogue', () => {
  it('answer from the new one from the first call after the change', () => {
    const { stats, change, closed } = world();
    expect([stats(), stats()]).toEqual([1, 1]);
    change('b');
    expect([stats(), stats()]).toEqual([2, 2]);
    expect(closed).toEqual([1]);
  });

  it('let a call that is under way finish on what it began with', async () => {
    const { stats, search, change, finish, closed } = world();
    const slow = search();
    change('b');
    expect(stats()).toBe(2);
    expect(closed).toEqual([]);
    finish();
    expect(await slow).toBe(1);
    expect(closed).toEqual([1]);
  });

  it('go on with the old one where the new one cannot be opened, and say so once', () => {
    const { stats, change, errors, closed, ...rest } = world();
    rest.break();
    change('b');
    expect([stats(), stats()]).toEqual([1, 1]);
    expect(errors).toHaveLength(1);
    expect(closed).toEqual([]);
  });

  it('say once of each new one what asked for it', () => {
    const { stats, change, replacedBy } = world();
    stats();
    change('b');
    stats();
    stats();
    expect(replacedBy).toEqual(['b']);
  });

  it('answer from what they have while nobody can say whether it has changed', () => {
    const { stats, makeStampUnreadable, errors } = world();
    makeStampUnreadable();
    expect([stats(), errors.length]).toEqual([1, 0]);
  });

  it('close what a refused call used', () => {
    const { live, change, closed, stats } = world();
    const refused = () => live.handlers['catalogue:product']({ id: 'x' }, callContext());
    expect(refused).toThrow('refused by 1');
    change('b');
    stats();
    expect(closed).toEqual([1]);
    live.close();
    expect(closed).toEqual([1, 2]);
  });
});
