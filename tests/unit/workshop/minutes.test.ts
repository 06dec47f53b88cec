import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../shared/stack/apply-command.ts';
import { StackCommand, type StackCommandInput } from '../../../shared/stack/commands.ts';
import { newStack } from '../../../shared/stack/new-stack.ts';
import type { Stack } from '../../../shared/stack/stack.ts';
import { linksOf } from '../../../shared/versions/compare.ts';
import { composeMinutes } from '../../../shared/workshop/compose-minutes.ts';
import type { Minutes } from '../../../shared/workshop/minutes.ts';
import { groupMoves, stackAfter, type WorkshopMove } from '../../../shared/workshop/moves.ts';
import { newItem } from '../../../shared/workshop/agenda.ts';
import { emptyContent } from '../../../shared/workshop/apply.ts';
import { minutesToHtml, minutesToMarkdown } from '../../../shared/workshop/write-minutes.ts';
import type { WorkshopContent } from '../../../shared/workshop/workshop.ts';
import { anyText } from '../../support/any-text.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 27, 10, minute)).toISOString();
const clock = { day: (iso: string) => iso.slice(0, 10), time: (iso: string) => iso.slice(11, 16) };

const placed = (id: string, name = id) => ({
  ...{ id, productId: id, name, categoryId: 'crm', groupId: 'data' as const },
});

/** Commands as the store would write them down, one a minute. */
function played(start: Stack, commands: readonly StackCommandInput[]) {
  let stack = start;
  const moves = commands.map((input, at0): WorkshopMove => {
    const command = StackCommand.parse(input);
    const applied = applyCommand(stack, command);
    if (!applied.ok) throw new Error(applied.error.message);
    const { patch, label } = applied.value;
    const before = stack;
    stack = stackAfter(before, [{ patch } as WorkshopMove], 1);
    return { seq: at0 + 1, command: command.type, label, patch, createdAt: at(at0 + 1) };
  });
  return { moves, stack };
}

const item = (id: string, from: number, to: number | null) => ({
  ...newItem(id, id, 10),
  ...{ startedAt: at(from), leftAt: to === null ? null : at(to), elapsedMs: 4 * 60_000 },
});

function aWorkshop(change: Partial<WorkshopContent> = {}) {
  return {
    ...{ id: 'w', stackId: 's', name: 'Our workshop', revision: 1 },
    ...{ startedAt: at(0), endedAt: at(50), beforeId: 'b', afterId: 'a' },
    content: { ...emptyContent(12), ...change },
  };
}

function minutesOf(content: Partial<WorkshopContent>, commands: readonly StackCommandInput[]) {
  const before = newStack('s', 'Shop');
  const { moves, stack } = played(before, commands);
  return composeMinutes({
    ...{ workshop: aWorkshop(content), before, after: stack, moves, clock, now: at(55) },
    ...{ linksBefore: linksOf(before, []), linksAfter: linksOf(stack, []) },
  });
}

const add = (...names: string[]): StackCommandInput => ({
  type: 'add-products',
  products: names.map((name) => placed(name)),
});

describe('moves', () => {
  it('are told by what of the agenda was on, products by name and the rest by number', () => {
    const start = newStack('s', 'Shop');
    const { moves } = played(start, [
      add('braze', 'segment'),
      add('snowflake'),
      { type: 'connect', connectionId: 'c1', fromNodeId: 'braze', toNodeId: 'segment' },
      { type: 'remove', nodeIds: ['braze'] },
    ]);
    const undone: WorkshopMove = { ...moves[3]!, seq: 5, command: 'undo', createdAt: at(5) };
    const groups = groupMoves(
      start,
      [...moves, undone],
      [item('Collect', 0, 2), item('Cut', 4, 9)],
    );
    expect(groups.map(({ title, lines }) => [title, lines])).toEqual([
      ['Collect', ['Added braze, segment, snowflake']],
      [null, ['Drew 1 connection']],
      ['Cut', ['Removed braze', 'Undid 1 step']],
    ]);
  });
});

describe('minutes', () => {
  it('tell the agenda with planned and actual time, votes, decisions, open points and the difference', () => {
    const minutes = minutesOf(
      {
        agenda: [item('Collect', 0, 9), newItem('later', 'Never begun', 15)],
        decisions: [
          {
            ...{ id: 'd', what: 'Keep Braze', who: 'Ana', due: '2026-12-01' },
            ...{ product: { id: 'braze', name: 'Braze' }, decidedAt: at(8), isRemoved: false },
          },
        ],
        points: [
          { id: 'p', text: 'Ask legal', state: 'carried', addedAt: at(3), isRemoved: false },
          { id: 'q', text: 'Removed one', state: 'open', addedAt: at(3), isRemoved: true },
          { id: 'r', text: 'Answered one', state: 'done', addedAt: at(3), isRemoved: false },
        ],
      },
      [add('braze')],
    );
    const text = minutesToMarkdown(minutes);
    for (const part of [
      '| Item | Planned | Taken | When |\n| --- | --- | --- | --- |\n',
      '# Our workshop',
      '10:00–10:50 (50 min), 12 people',
      '| Collect | 10 min | 4 min | 10:00–10:09 |',
      '| Never begun | 15 min | not begun |  |',
      '| Keep Braze | Ana | 1 December 2026 | Braze |',
      '- Ask legal (carried over)',
      '### Added\n\n- braze',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Removed one');
    const open = minutes.sections.find(({ title }) => title === 'Open points');
    expect(JSON.stringify(open)).not.toContain('Answered one');
  });

  it('never show the dots of a vote that was not revealed', () => {
    const vote = {
      ...{ id: 'v', question: 'Which?', method: 'ballot' as const, budget: 3, people: 9 },
      options: [{ id: 'a', label: 'Secret winner', productId: null }],
      ...{ isOnePerOption: false, openedAt: at(1), closedAt: at(2), counts: { a: 7 } },
      ...{ presses: [], ballots: 3, seenBallots: 0, lastBallotId: null, isRemoved: false },
    };
    const hidden = minutesToMarkdown(minutesOf({ votes: [{ ...vote, state: 'closed' }] }, []));
    expect(hidden).toContain('the result was not revealed');
    expect(hidden).not.toContain('Secret winner');
    const shown = minutesToMarkdown(minutesOf({ votes: [{ ...vote, state: 'revealed' }] }, []));
    expect(shown).toContain('| 1 | Secret winner | 7 |');
  });

  const ofShape = (text: string): Minutes => ({
    title: text,
    intro: text,
    sections: [
      {
        title: text,
        blocks: [
          { type: 'text', text },
          { type: 'heading', text },
          { type: 'list', lines: [text, text] },
          { type: 'table', head: ['One', 'Two'], rows: [[text, text]] },
        ],
      },
    ],
  });

  it('keep their shape in HTML, whatever people have written', () => {
    const tags = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];
    const expected = tags(minutesToHtml(ofShape('x')));
    const hostile = fc.oneof(
      anyText(),
      fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=y>', '</li></ul>', '&lt;'),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        expect(tags(minutesToHtml(ofShape(text)))).toEqual(expected);
      }),
    );
  });

  it('keep their lines and columns in Markdown, whatever people have written', () => {
    const lines = minutesToMarkdown(ofShape('x')).split('\n');
    const hostile = fc.oneof(
      anyText(),
      fc.constantFrom('a\n# b', '| a | b |', '1. one', '- two', '<b>', '[x](javascript:y)'),
    );
    const cellsOf = (line: string): number => line.match(/(?<!\\)(?:\\\\)*\|/g)?.length ?? 0;
    fc.assert(
      fc.property(hostile, (text) => {
        const written = minutesToMarkdown(ofShape(text)).split('\n');
        expect(written).toHaveLength(lines.length);
        written.forEach((line, n) => expect(cellsOf(line)).toBe(cellsOf(lines[n]!)));
        expect(minutesToMarkdown(ofShape(text))).not.toMatch(/(?<!\\)<|(?<!\\)\]\(/);
      }),
    );
    expect(minutesToMarkdown(ofShape('1. one'))).toContain('\n1\\. one\n');
    expect(minutesToMarkdown(ofShape('- two'))).toContain('\n- \\- two\n');
  });
});
