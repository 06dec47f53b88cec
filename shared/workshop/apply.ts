import { assertNever, fail, succeed, type Result } from '../result.ts';
import {
  itemTime,
  leaveCurrent,
  currentItem,
  moveItem,
  newItem,
  startItem,
  startNext,
  stopped,
} from './agenda.ts';
import type { CommandOf, removableLists, WorkshopCommand } from './commands.ts';
import {
  castBallot,
  closeVote,
  countHands,
  pressKey,
  reopenVote,
  revealVote,
  setVoters,
  takeBack,
} from './votes.ts';
import { keptProduct, MAX_ENTRIES, type Vote, type WorkshopContent } from './workshop.ts';

type List = (typeof removableLists)[number];
type Applied = Result<WorkshopContent>;

export interface WorkshopContext {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Name of a product, for a decision about it; null where neither stack nor catalogue knows it. */
  readonly productName: (id: string) => string | null;
}

const lost: Readonly<Record<List, string>> = {
  agenda: 'This item is not on the agenda any more.',
  votes: 'This vote is not there any more.',
  points: 'This point is not in the parking lot any more.',
  decisions: 'This decision is not there any more.',
};

export function emptyContent(people: number): WorkshopContent {
  return { people, agenda: [], votes: [], points: [], decisions: [], answered: [] };
}

const gone = (list: List) => fail('not-found', lost[list]);

/** Adds to a list; the same twice, as when a call is sent again, is there once. */
function added<L extends List>(
  content: WorkshopContent,
  list: L,
  entry: WorkshopContent[L][number],
): Applied {
  const entries = content[list] as readonly WorkshopContent[L][number][];
  if (entries.some(({ id }) => id === entry.id)) return succeed(content);
  if (entries.length >= MAX_ENTRIES) {
    return fail('too-large', `A workshop keeps ${MAX_ENTRIES} of these; begin another one.`);
  }
  return succeed({ ...content, [list]: [...entries, entry] });
}

/** Changes one entry of a list that is not removed. */
function changed<L extends List>(
  content: WorkshopContent,
  list: L,
  id: string,
  change: (entry: WorkshopContent[L][number]) => Result<WorkshopContent[L][number]>,
): Applied {
  const entries = content[list] as readonly WorkshopContent[L][number][];
  const entry = entries.find((each) => each.id === id && !each.isRemoved);
  if (!entry) return gone(list);
  const result = change(entry);
  if (!result.ok) return result;
  const next = entries.map((each) => (each === entry ? result.value : each));
  return succeed({ ...content, [list]: next });
}

function openVote(content: WorkshopContent, command: CommandOf<'open-vote'>, at: string): Applied {
  const { voteId, question, method, budget, isOnePerOption, people, options } = command;
  const isThere = content.votes.some(({ id }) => id === voteId);
  if (!isThere && content.votes.some((vote) => !vote.isRemoved && vote.state === 'open')) {
    return fail('conflict', 'Another vote is open; close it first.');
  }
  if (new Set(options.map(({ id }) => id)).size < options.length) {
    return fail('invalid-input', 'An option is named twice.');
  }
  return added(content, 'votes', {
    ...{ id: voteId, question, method, budget, isOnePerOption, people, options },
    ...{ state: 'open', openedAt: at, closedAt: null, counts: {}, presses: [] },
    ...{ ballots: 0, seenBallots: 0, lastBallotId: null, isRemoved: false },
  });
}

function reopened(content: WorkshopContent, id: string): Applied {
  const other = content.votes.some(
    (vote) => vote.id !== id && !vote.isRemoved && vote.state === 'open',
  );
  if (other) return fail('conflict', 'Another vote is open; close it first.');
  return changed(content, 'votes', id, (vote) => succeed(reopenVote(vote)));
}

function remove(content: WorkshopContent, list: List, id: string, at: string): Applied {
  switch (list) {
    case 'agenda':
      return changed(content, list, id, (item) => {
        const isCurrent = currentItem(content.agenda) === item;
        const left = isCurrent ? { ...stopped(item, at), leftAt: at } : item;
        return succeed({ ...left, isRemoved: true });
      });
    case 'votes':
      return changed(content, list, id, (vote) =>
        succeed({ ...closeVote(vote, at), isRemoved: true }),
      );
    case 'points':
      return changed(content, list, id, (point) => succeed({ ...point, isRemoved: true }));
    case 'decisions':
      return changed(content, list, id, (entry) => succeed({ ...entry, isRemoved: true }));
    default:
      return assertNever(list);
  }
}

function broughtBack(content: WorkshopContent, list: List, id: string): Applied {
  const entries: readonly { readonly id: string }[] = content[list];
  if (!entries.some((entry) => entry.id === id)) return gone(list);
  const back = content[list].map((entry) =>
    entry.id === id ? { ...entry, isRemoved: false } : entry,
  );
  return succeed({ ...content, [list]: back });
}

function withAgenda(content: WorkshopContent, agenda: Result<WorkshopContent['agenda']>): Applied {
  return agenda.ok ? succeed({ ...content, agenda: agenda.value }) : agenda;
}

function paused(content: WorkshopContent, at: string): Applied {
  const current = currentItem(content.agenda);
  if (!current) return fail('conflict', 'Nothing of the agenda is running.');
  return changed(content, 'agenda', current.id, (item) => succeed(stopped(item, at)));
}

function productOf(
  productId: string | null,
  { productName }: WorkshopContext,
): { readonly id: string; readonly name: string } | null {
  if (productId === null) return null;
  return keptProduct(productId, productName(productId) ?? productId);
}

/**
 * What a workshop is after a command. The time comes in, so that the same commands give the same
 * workshop.
 */
export function applyToWorkshop(
  content: WorkshopContent,
  command: Exclude<WorkshopCommand, { type: 'rename' }>,
  context: WorkshopContext,
): Applied {
  const { at } = context;
  const vote = (voteId: string, change: (vote: Vote) => Result<Vote>): Applied =>
    changed(content, 'votes', voteId, change);
  switch (command.type) {
    case 'set-people':
      return succeed({ ...content, people: command.people });
    case 'add-item':
      return added(content, 'agenda', newItem(command.itemId, command.title, command.minutes));
    case 'edit-item':
      return changed(content, 'agenda', command.itemId, (item) =>
        succeed({ ...item, title: command.title, minutes: command.minutes }),
      );
    case 'move-item':
      return withAgenda(content, moveItem(content.agenda, command.itemId, command.to));
    case 'start-item':
      return withAgenda(content, startItem(content.agenda, command.itemId, at));
    case 'start-next':
      return withAgenda(content, startNext(content.agenda, at));
    case 'pause':
      return paused(content, at);
    case 'extend-item':
      return changed(content, 'agenda', command.itemId, (item) => {
        const extraMinutes = item.extraMinutes + command.minutes;
        return itemTime(item, Date.parse(at)).phase === 'done' || extraMinutes > 10_000
          ? fail('conflict', 'This item is over; start it again to give it more time.')
          : succeed({ ...item, extraMinutes });
      });
    case 'open-vote':
      return openVote(content, command, at);
    case 'set-voters':
      return vote(command.voteId, (each) => setVoters(each, command.people));
    case 'count-hands':
      return vote(command.voteId, (each) => countHands(each, command.optionId, command.dots));
    case 'press-key':
      return vote(command.voteId, (each) => pressKey(each, command.optionId));
    case 'take-back':
      return vote(command.voteId, takeBack);
    case 'cast-ballot':
      return vote(command.voteId, (each) => castBallot(each, command.ballotId, command.dots));
    case 'close-vote':
      return vote(command.voteId, (each) => succeed(closeVote(each, at)));
    case 'reveal-vote':
      return vote(command.voteId, (each) => revealVote(each, at, command.evenSo));
    case 'reopen-vote':
      return reopened(content, command.voteId);
    case 'add-point':
      return added(content, 'points', {
        ...{ id: command.pointId, text: command.text },
        ...{ state: 'open', addedAt: at, isRemoved: false },
      });
    case 'edit-point':
      return changed(content, 'points', command.pointId, (point) =>
        succeed({
          ...point,
          text: command.text ?? point.text,
          state: command.state ?? point.state,
        }),
      );
    case 'add-decision':
      return added(content, 'decisions', {
        ...{ id: command.decisionId, what: command.what, who: command.who, due: command.due },
        ...{ product: productOf(command.productId, context), decidedAt: at, isRemoved: false },
      });
    case 'edit-decision':
      return changed(content, 'decisions', command.decisionId, (entry) => {
        const { what, who, due, productId } = command;
        // The name stays as it was written down while it is about the same product.
        const product =
          productId !== null && entry.product?.id === productId
            ? entry.product
            : productOf(productId, context);
        return succeed({ ...entry, what, who, due, product });
      });
    case 'remove':
      return remove(content, command.list, command.id, at);
    case 'bring-back':
      return broughtBack(content, command.list, command.id);
    default:
      return assertNever(command);
  }
}

/** What a workshop is when it ends: nothing runs any more, and no vote is open. */
export function finished(content: WorkshopContent, at: string): WorkshopContent {
  return {
    ...content,
    agenda: leaveCurrent(content.agenda, at),
    votes: content.votes.map((vote) => closeVote(vote, at)),
  };
}
