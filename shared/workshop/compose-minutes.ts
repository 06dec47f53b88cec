import { compareVersions, isSame, type VersionLink } from '../versions/compare.ts';
import type { Stack } from '../stack/stack.ts';
import { itemTime } from './agenda.ts';
import type { Minutes, MinutesBlock } from './minutes.ts';
import { groupMoves, type WorkshopMove } from './moves.ts';
import { dotsOf, limitsOf, outcomeWords, rankOptions } from './votes.ts';
import type { AgendaItem, Decision, MissingAnswer, Point, Vote } from './workshop.ts';
import type { StoredWorkshop } from './view.ts';

/** Times as a reader of the minutes knows them; the zone is the caller's. */
export interface MinutesClock {
  /** "27 November 2026" */
  readonly day: (iso: string) => string;
  /** "14:05" */
  readonly time: (iso: string) => string;
}

export interface MinutesSource {
  readonly workshop: StoredWorkshop;
  /** The stack at the beginning and at the end, or as it is now. */
  readonly before: Stack;
  readonly after: Stack;
  readonly linksBefore: readonly VersionLink[];
  readonly linksAfter: readonly VersionLink[];
  readonly moves: readonly WorkshopMove[];
  readonly clock: MinutesClock;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/** Connections that are named; of more, only how many there are. */
const MOST_LINKS = 60;

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;
const minutesWords = (ms: number): string => `${Math.round(ms / 60_000)} min`;
const isThere = ({ isRemoved }: { readonly isRemoved: boolean }): boolean => !isRemoved;

function agendaBlock(agenda: readonly AgendaItem[], now: number, clock: MinutesClock) {
  const rows = agenda.map((item) => {
    const { phase, elapsedMs } = itemTime(item, now);
    const planned = `${item.minutes} min${item.extraMinutes > 0 ? ` + ${item.extraMinutes}` : ''}`;
    const end = item.leftAt === null ? '' : `–${clock.time(item.leftAt)}`;
    const actual = phase === 'waiting' ? 'not begun' : minutesWords(elapsedMs);
    const when = item.startedAt === null ? '' : `${clock.time(item.startedAt)}${end}`;
    return [item.title, planned, actual, when];
  });
  const head = ['Item', 'Planned', 'Taken', 'When'];
  return { type: 'table' as const, head, rows };
}

const methodWords = {
  hands: 'by show of hands',
  keys: 'by key',
  ballot: 'by silent ballot',
} as const;

function voteBlocks(vote: Vote): MinutesBlock[] {
  const { question, method, budget, isOnePerOption, people, ballots, state, options } = vote;
  const rules = [
    methodWords[method],
    method === 'ballot'
      ? `${counted(ballots, 'ballot', 'ballots')} of ${people}`
      : `${counted(people, 'person', 'people')}`,
    `${counted(budget, 'dot', 'dots')} each${isOnePerOption ? ', one for an option at most' : ''}`,
  ].join(', ');
  const heading = { type: 'heading' as const, text: question };
  if (state !== 'revealed') {
    const words = state === 'open' ? 'still open' : 'closed, the result was not revealed';
    return [heading, { type: 'text', text: `${rules}; ${words}.` }];
  }
  const counts = Object.fromEntries(options.map(({ id }) => [id, dotsOf(vote, id)]));
  const ranked = rankOptions(options, counts);
  const given = ranked.reduce((sum, { dots }) => sum + dots, 0);
  return [
    heading,
    {
      type: 'text',
      text: `${outcomeWords(ranked)} (${rules}; ${given} of ${limitsOf(vote).all} dots given.)`,
    },
    {
      type: 'table',
      head: ['Place', 'Option', 'Dots'],
      rows: ranked.map(({ option, dots, place }) => [String(place), option.label, String(dots)]),
    },
  ];
}

/** A day without a time is the same day in every zone. */
const dayWords = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

function decisionsBlock(decisions: readonly Decision[]): MinutesBlock {
  const rows = decisions.map(({ what, who, due, product }) => [
    what,
    who === '' ? 'nobody named' : who,
    due === null ? '' : dayWords(due),
    product?.name ?? '',
  ]);
  return { type: 'table', head: ['Decision', 'Who', 'Until', 'About'], rows };
}

const pointWords: Readonly<Record<Point['state'], string>> = {
  open: '',
  carried: ' (carried over)',
  done: ' (done)',
};
const answerTitles: Readonly<Record<MissingAnswer, string>> = {
  needed: 'Needed',
  'not-needed': 'Not needed',
  later: 'For later',
};

function changeBlocks(source: MinutesSource): MinutesBlock[] {
  const { before, after, linksBefore, linksAfter } = source;
  const changes = compareVersions(
    { stack: before, links: linksBefore },
    { stack: after, links: linksAfter },
  );
  const products = (stack: Stack): string =>
    counted(Object.keys(stack.nodes).length, 'product', 'products');
  const text = {
    type: 'text' as const,
    text: `${products(before)} and ${counted(linksBefore.length, 'connection', 'connections')} before, ${products(after)} and ${counted(linksAfter.length, 'connection', 'connections')} after.`,
  };
  if (isSame(changes)) {
    return [text, { type: 'text', text: 'Products, lanes and connections are the same.' }];
  }
  const names = new Map(
    [...Object.values(before.nodes), ...Object.values(after.nodes)].map(({ productId, name }) => [
      productId,
      name,
    ]),
  );
  const nameOf = (id: string): string => names.get(id) ?? id;
  const links = (list: readonly VersionLink[]): string[] => {
    const lines = list
      .slice(0, MOST_LINKS)
      .map(({ a, b, isOwn }) => `${nameOf(a)} – ${nameOf(b)}${isOwn ? ' (drawn)' : ''}`);
    const more = list.length - lines.length;
    return more > 0 ? [...lines, `and ${more} more`] : lines;
  };
  const parts: (readonly [string, readonly string[]])[] = [
    ['Added', changes.added.map(({ name }) => name)],
    ['Removed', changes.removed.map(({ name }) => name)],
    ['Replaced', changes.replaced.map((pair) => `${pair.before.name} → ${pair.after.name}`)],
    [
      'Moved to another lane',
      changes.moved.map((each) => `${each.product.name}: ${each.before} → ${each.after}`),
    ],
    [
      'Changed',
      changes.changed.map(
        (each) => `${each.product.name}: ${each.what} ${each.before} → ${each.after}`,
      ),
    ],
    ['Connections gained', links(changes.gained)],
    ['Connections lost', links(changes.lost)],
  ];
  return [
    text,
    ...parts.flatMap(([title, lines]): MinutesBlock[] =>
      lines.length === 0
        ? []
        : [
            { type: 'heading', text: title },
            { type: 'list', lines: [...lines] },
          ],
    ),
    {
      type: 'text',
      text: 'Connections are those that the catalogue documents or that were drawn; what is not documented may exist all the same.',
    },
  ];
}

function moveBlocks({ before, moves, workshop, clock }: MinutesSource): MinutesBlock[] {
  return groupMoves(before, moves, workshop.content.agenda).flatMap(
    ({ title, from, to, lines }): MinutesBlock[] => {
      const [first, last] = [clock.time(from), clock.time(to)];
      const when = first === last ? first : `${first}–${last}`;
      return [
        { type: 'heading', text: `${when}${title === null ? '' : `, ${title}`}` },
        { type: 'list', lines: [...lines] },
      ];
    },
  );
}

/** Minutes of a workshop, as far as it has got. Parts with nothing in them are left out. */
export function composeMinutes(source: MinutesSource): Minutes {
  const { workshop, clock, now, before } = source;
  const { content, startedAt, endedAt } = workshop;
  const agenda = content.agenda.filter(isThere);
  const votes = content.votes.filter(isThere);
  const decisions = content.decisions.filter(isThere);
  const points = content.points.filter(isThere);
  const open = points.filter(({ state }) => state !== 'done');
  const done = points.filter(({ state }) => state === 'done');
  const began = clock.time(startedAt);
  const when =
    endedAt === null ? `since ${began}, not ended yet` : `${began}–${clock.time(endedAt)}`;
  const length = Date.parse(endedAt ?? now) - Date.parse(startedAt);
  const pointLines = (list: readonly Point[]): string[] =>
    list.map(({ text, state }) => text + pointWords[state]);
  const answered = (['needed', 'not-needed', 'later'] as const).flatMap(
    (answer): MinutesBlock[] => {
      const lines = content.answered
        .filter((each) => each.answer === answer)
        .map(({ title, reason }) => (reason === '' ? title : `${title} (${reason})`));
      return lines.length === 0
        ? []
        : [
            { type: 'heading', text: answerTitles[answer] },
            { type: 'list', lines },
          ];
    },
  );
  const sections: Minutes['sections'] = [
    {
      title: 'Agenda',
      blocks: agenda.length > 0 ? [agendaBlock(agenda, Date.parse(now), clock)] : [],
    },
    { title: 'Decisions', blocks: decisions.length > 0 ? [decisionsBlock(decisions)] : [] },
    {
      title: 'Open points',
      blocks: open.length > 0 ? [{ type: 'list', lines: pointLines(open) }] : [],
    },
    { title: 'Votes', blocks: votes.flatMap(voteBlocks) },
    { title: 'What is missing?', blocks: answered },
    {
      title: 'Dealt with',
      blocks: done.length > 0 ? [{ type: 'list', lines: pointLines(done) }] : [],
    },
    { title: 'Before and after', blocks: changeBlocks(source) },
    { title: 'What was done to the stack', blocks: moveBlocks(source) },
  ];
  return {
    title: workshop.name,
    intro: `About the stack “${before.name}”. ${clock.day(startedAt)}, ${when} (${minutesWords(length)}), ${counted(content.people, 'person', 'people')}.`,
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}
