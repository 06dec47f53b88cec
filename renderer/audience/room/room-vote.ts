import type { VoteView } from '../../../shared/workshop/view.ts';
import { optionKeys, rankOptions } from '../../../shared/workshop/votes.ts';
import { counted } from '../../product/words.ts';

/** The vote that was opened last: what a room is asked, or was told, is the newest question. */
export function latestVote(votes: readonly VoteView[]): VoteView | null {
  return (
    votes
      .filter(({ isRemoved }) => !isRemoved)
      .sort((a, b) => (a.openedAt < b.openedAt ? -1 : a.openedAt > b.openedAt ? 1 : 0))
      .at(-1) ?? null
  );
}

export interface RoomOption {
  readonly id: string;
  readonly label: string;
  /** Key that gives it a dot, where the vote is taken by keys. */
  readonly key: string | null;
  /** Null before the result is revealed, however much of it is known. */
  readonly dots: number | null;
  /** Of the most dots that an option got, from 0 to 1. */
  readonly share: number;
  readonly place: number | null;
}

/** The options as a room may see them: ranked by their dots once revealed, else as they were asked. */
export function roomOptions(vote: VoteView): readonly RoomOption[] {
  const { options, method, state, counts } = vote;
  if (state !== 'revealed' || counts === null) {
    return options.map(({ id, label }, index) => ({
      ...{ id, label, dots: null, share: 0, place: null },
      key: method === 'keys' && state === 'open' ? (optionKeys[index] ?? null) : null,
    }));
  }
  const ranked = rankOptions(options, counts);
  const most = Math.max(1, ...ranked.map(({ dots }) => dots));
  return ranked.map(({ option: { id, label }, dots, place }) => ({
    ...{ id, label, dots, place, key: null },
    share: dots / most,
  }));
}

/** How the vote stands, in a sentence that tells nothing of its result. */
export function voteWords(vote: VoteView): string {
  const { state, method, people, budget, isOnePerOption, ballots } = vote;
  if (state === 'closed') return 'The vote is closed; the result follows.';
  if (state === 'revealed') return counted(vote.dots, 'dot was given', 'dots were given');
  const each = counted(budget, 'dot each', 'dots each');
  const rule = isOnePerOption && budget > 1 ? `${each}, one for an option` : each;
  if (method === 'ballot') return `${rule} · ${ballots} of ${people} have voted`;
  return method === 'keys' ? `${rule} · ${counted(vote.dots, 'dot given', 'dots given')}` : rule;
}
