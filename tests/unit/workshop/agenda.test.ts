import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockWords,
  currentItem,
  itemTime,
  leftWords,
  passedMark,
} from '../../../shared/workshop/agenda.ts';
import { applyToWorkshop, emptyContent, finished } from '../../../shared/workshop/apply.ts';
import type { WorkshopCommand } from '../../../shared/workshop/commands.ts';
import type { WorkshopContent } from '../../../shared/workshop/workshop.ts';

type Command = Exclude<WorkshopCommand, { type: 'rename' }>;
const START = Date.parse('2026-11-27T10:00:00.000Z');
const at = (minutes: number): string => new Date(START + minutes * 60_000).toISOString();

function after(content: WorkshopContent, minutes: number, command: Command): WorkshopContent {
  const result = applyToWorkshop(content, command, { at: at(minutes), productName: () => null });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
const withItems = (...ids: string[]): WorkshopContent =>
  ids.reduce(
    (content, itemId) =>
      after(content, 0, { type: 'add-item', itemId, title: itemId, minutes: 10 }),
    emptyContent(5),
  );
const timeOf = (content: WorkshopContent, id: string, minutes: number) =>
  itemTime(
    content.agenda.find((item) => item.id === id)!,
    START + minutes * 60_000,
  );

describe('the agenda', () => {
  it('counts only while an item runs, and goes on where it was paused', () => {
    let content = after(withItems('one', 'two'), 0, { type: 'start-next' });
    content = after(content, 4, { type: 'pause' });
    expect(timeOf(content, 'one', 60)).toMatchObject({ phase: 'paused', elapsedMs: 4 * 60_000 });
    content = after(content, 60, { type: 'start-item', itemId: 'one' });
    expect(timeOf(content, 'one', 63)).toMatchObject({ phase: 'running', leftMs: 3 * 60_000 });
    content = after(content, 63, { type: 'extend-item', itemId: 'one', minutes: 5 });
    expect(timeOf(content, 'one', 72)).toMatchObject({ leftMs: -60_000 });
    content = after(content, 72, { type: 'start-next' });
    expect(timeOf(content, 'one', 500)).toMatchObject({ phase: 'done', elapsedMs: 16 * 60_000 });
    expect(currentItem(content.agenda)?.id).toBe('two');
    content = after(content, 80, { type: 'start-next' });
    expect(currentItem(content.agenda)).toBeNull();
  });

  it('has one current item at most, and loses none, whatever is done', () => {
    const id = fc.constantFrom('one', 'two', 'three');
    const command: fc.Arbitrary<Command> = fc.oneof(
      fc.constant({ type: 'start-next' } as const),
      fc.constant({ type: 'pause' } as const),
      id.map((itemId) => ({ type: 'start-item', itemId }) as const),
      id.map((itemId) => ({ type: 'extend-item', itemId, minutes: 5 }) as const),
      fc
        .tuple(id, fc.integer({ min: 0, max: 4 }))
        .map(([itemId, to]) => ({ type: 'move-item', itemId, to }) as const),
      id.map((each) => ({ type: 'remove', list: 'agenda', id: each }) as const),
      id.map((each) => ({ type: 'bring-back', list: 'agenda', id: each }) as const),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        let content = withItems('one', 'two', 'three');
        commands.forEach((each, minute) => {
          const context = { at: at(minute), productName: () => null };
          const result = applyToWorkshop(content, each, context);
          if (result.ok) content = result.value;
          expect(content.agenda.map((item) => item.id).sort()).toEqual(['one', 'three', 'two']);
          const on = content.agenda.filter(
            ({ startedAt, leftAt }) => startedAt !== null && leftAt === null,
          );
          expect(on.length).toBeLessThanOrEqual(1);
          // Nothing takes longer than the time that went by.
          const spent = content.agenda.map((item) => itemTime(item, Date.parse(at(minute))));
          const sum = spent.reduce((all, { elapsedMs }) => all + elapsedMs, 0);
          expect(sum).toBeLessThanOrEqual(minute * 60_000);
        });
        const ended = finished(content, at(100));
        expect(ended.agenda.every(({ runningSince }) => runningSince === null)).toBe(true);
      }),
    );
  });

  it('moves an item among those that are shown, past removed ones', () => {
    let content = withItems('one', 'gone', 'two', 'three');
    content = after(content, 0, { type: 'remove', list: 'agenda', id: 'gone' });
    content = after(content, 0, { type: 'move-item', itemId: 'three', to: 1 });
    const shown = content.agenda.filter(({ isRemoved }) => !isRemoved).map(({ id }) => id);
    expect(shown).toEqual(['one', 'three', 'two']);
  });

  it('does not run backwards when the clock of the machine is set back', () => {
    const content = after(withItems('one'), 30, { type: 'start-next' });
    expect(timeOf(content, 'one', 10).elapsedMs).toBe(0);
  });
});

describe('the words of a timer', () => {
  it('say what is left, and in words that it is over', () => {
    expect(clockWords(3_725_000)).toBe('1:02:05');
    expect(leftWords({ leftMs: 60_000 })).toBe('1:00');
    expect(leftWords({ leftMs: 59_001 })).toBe('1:00');
    expect(leftWords({ leftMs: -61_000 })).toBe('1:01 over');
  });

  it('are said aloud at five minutes, at one and when it is over, and no earlier', () => {
    const mark = (left: number, allowed = 10) =>
      passedMark({
        ...{ phase: 'running', elapsedMs: 0 },
        ...{ leftMs: left * 60_000, allowedMs: allowed * 60_000 },
      });
    expect([9, 5, 3, 1, 0.5, 0, -3].map((left) => mark(left))).toEqual([null, 5, 5, 1, 1, 0, 0]);
    expect(mark(4, 5)).toBeNull();
    expect(mark(0.9, 5)).toBe(1);
  });
});
