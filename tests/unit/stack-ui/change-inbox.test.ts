import { expect, it } from 'vitest';
import { createChangeInbox, type Arrived } from '../../../renderer/state/change-inbox.ts';
import type { StackChange } from '../../../shared/contract/contract.ts';

const revision = (number: number): StackChange => ({
  stackId: 'stack',
  revision: number,
  patch: {},
  label: 'Move A',
  history: { undo: null, redo: null },
});

/** An inbox, what it has taken, and what was shown alongside. */
function inboxWithLog() {
  const log: string[] = [];
  let last = 0;
  const inbox = createChangeInbox(async ({ change, alongside }: Arrived) => {
    await Promise.resolve();
    if (change.revision > last) {
      last = change.revision;
      log.push(`took ${last}`);
    }
    alongside?.();
  });
  return { inbox, log };
}

const own = (number: number, log: string[]) => (): Arrived => ({
  change: revision(number),
  alongside: () => log.push(`shown with ${number}`),
});

it('takes what it is told of at once while nothing is asked', async () => {
  const { inbox, log } = inboxWithLog();
  await inbox.tell(revision(1));
  expect(log).toEqual(['took 1']);
});

it('shows what belongs with a change of this page, also where the change was told of before', async () => {
  const { inbox, log } = inboxWithLog();
  const answer = Promise.withResolvers<null>();
  const asked = inbox.expect(answer.promise, own(1, log));
  await inbox.tell(revision(1));
  expect(log).toEqual([]);
  answer.resolve(null);
  await asked;
  expect(log).toEqual(['took 1', 'shown with 1']);
});

it('takes what others did meanwhile in the order in which it was done', async () => {
  const { inbox, log } = inboxWithLog();
  const answer = Promise.withResolvers<null>();
  const asked = inbox.expect(answer.promise, own(2, log));
  await inbox.tell(revision(3));
  await inbox.tell(revision(1));
  answer.resolve(null);
  await asked;
  expect(log).toEqual(['took 1', 'took 2', 'shown with 2', 'took 3']);
});

it('goes on after a call that was refused and one that failed', async () => {
  const { inbox, log } = inboxWithLog();
  const failing = Promise.withResolvers<null>();
  const refused = inbox.expect(failing.promise, () => null);
  await inbox.tell(revision(1));
  failing.reject(new Error('lost'));
  await expect(refused).rejects.toThrow('lost');
  expect(await inbox.expect(Promise.resolve('refused'), () => null)).toBe('refused');
  expect(log).toEqual(['took 1']);
  await inbox.tell(revision(2));
  expect(log).toEqual(['took 1', 'took 2']);
});
