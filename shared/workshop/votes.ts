import { fail, succeed, type Result } from '../result.ts';
import type { Vote, VoteOption } from './workshop.ts';

/** Keys that give a dot, in the order of the options. */
export const optionKeys = '123456789abcdefghijklmnopqrstuvwxyz';

/** Dots of an option, keys not yet counted included. */
export function dotsOf({ counts, presses }: Pick<Vote, 'counts' | 'presses'>, id: string): number {
  return (counts[id] ?? 0) + presses.filter((each) => each === id).length;
}

export function allDots(vote: Pick<Vote, 'counts' | 'presses'>): number {
  return Object.values(vote.counts).reduce((sum, dots) => sum + dots, 0) + vote.presses.length;
}

/** Most dots that all people together have, and that one option can get. */
export function limitsOf({ budget, people, isOnePerOption, options }: Vote): {
  readonly all: number;
  readonly each: number;
} {
  // With one dot an option, a person with more dots than there are options cannot give them all.
  const usable = isOnePerOption ? Math.min(budget, options.length) : budget;
  return { all: usable * people, each: isOnePerOption ? people : budget * people };
}

const dotsWord = (count: number): string => `${count} ${count === 1 ? 'dot' : 'dots'}`;

/** Why an option cannot have so many dots while the others keep theirs, or null if it can. */
function tooMany(vote: Vote, optionId: string, dots: number): string | null {
  const { all, each } = limitsOf(vote);
  if (dots > each) {
    return `With ${vote.people} voting, one option can have ${dotsWord(each)} at most.`;
  }
  if (allDots(vote) - dotsOf(vote, optionId) + dots > all) {
    return `With ${vote.people} voting, there are ${dotsWord(all)} altogether, and they are given.`;
  }
  return null;
}

const hasOption = ({ options }: Vote, id: string): boolean =>
  options.some((option) => option.id === id);
const unknownOption = () => fail('not-found', 'This vote has no such option.');
const notOpen = () => fail('conflict', 'This vote is closed; open it again to go on.');
const otherWay = () => fail('conflict', 'This vote is taken in another way.');

export function countHands(vote: Vote, optionId: string, dots: number): Result<Vote> {
  if (vote.state !== 'open') return notOpen();
  if (vote.method !== 'hands') return otherWay();
  if (!hasOption(vote, optionId)) return unknownOption();
  const problem = tooMany(vote, optionId, dots);
  if (problem !== null) return fail('conflict', problem);
  return succeed({ ...vote, counts: { ...vote.counts, [optionId]: dots } });
}

export function pressKey(vote: Vote, optionId: string): Result<Vote> {
  if (vote.state !== 'open') return notOpen();
  if (vote.method !== 'keys') return otherWay();
  if (!hasOption(vote, optionId)) return unknownOption();
  const problem = tooMany(vote, optionId, dotsOf(vote, optionId) + 1);
  if (problem !== null) return fail('conflict', problem);
  return succeed({ ...vote, presses: [...vote.presses, optionId] });
}

/** Takes the last key back. */
export function takeBack(vote: Vote): Result<Vote> {
  if (vote.state !== 'open') return notOpen();
  if (vote.method !== 'keys') return otherWay();
  if (vote.presses.length === 0) return fail('conflict', 'There is no dot to take back.');
  return succeed({ ...vote, presses: vote.presses.slice(0, -1) });
}

/** What is wrong with a ballot, or null. Fewer dots than there are may be given, and none. */
export function ballotProblem(
  vote: Pick<Vote, 'options' | 'budget' | 'isOnePerOption'>,
  dots: Readonly<Record<string, number>>,
): string | null {
  const ids = new Set(vote.options.map(({ id }) => id));
  const given = Object.entries(dots);
  if (given.some(([id]) => !ids.has(id))) return 'This vote has no such option.';
  if (given.some(([, count]) => !Number.isInteger(count) || count < 0)) {
    return 'Dots are whole.';
  }
  if (vote.isOnePerOption && given.some(([, count]) => count > 1)) {
    return 'Each option can have one dot of yours.';
  }
  const sum = given.reduce((all, [, count]) => all + count, 0);
  return sum > vote.budget ? `You have ${dotsWord(vote.budget)}.` : null;
}

/** Adds a ballot to the counts; what was on it is not kept. The same ballot twice counts once. */
export function castBallot(
  vote: Vote,
  ballotId: string,
  dots: Readonly<Record<string, number>>,
): Result<Vote> {
  if (vote.lastBallotId === ballotId) return succeed(vote);
  if (vote.state !== 'open') return notOpen();
  if (vote.method !== 'ballot') return otherWay();
  const problem = ballotProblem(vote, dots);
  if (problem !== null) return fail('invalid-input', problem);
  if (vote.ballots >= vote.people) {
    return fail(
      'conflict',
      `All ${vote.people} have voted. If there are more people, change their number first.`,
    );
  }
  const counts = { ...vote.counts };
  for (const [id, count] of Object.entries(dots)) counts[id] = (counts[id] ?? 0) + count;
  return succeed({ ...vote, counts, ballots: vote.ballots + 1, lastBallotId: ballotId });
}

/** Changes how many vote, never to fewer than have. */
export function setVoters(vote: Vote, people: number): Result<Vote> {
  if (vote.state !== 'open') return notOpen();
  const next = { ...vote, people };
  const { all, each } = limitsOf(next);
  const isTooFew =
    vote.ballots > people ||
    allDots(vote) > all ||
    vote.options.some(({ id }) => dotsOf(vote, id) > each);
  if (isTooFew)
    return fail('conflict', `More than ${people} people have given their dots already.`);
  return succeed(next);
}

/** Closed, the order in which keys were pressed is forgotten. */
export function closeVote(vote: Vote, at: string): Vote {
  if (vote.state !== 'open') return vote;
  const counts = Object.fromEntries(vote.options.map(({ id }) => [id, dotsOf(vote, id)]));
  return { ...vote, counts, presses: [], state: 'closed', closedAt: at };
}

/** Whether the result would tell what was on the one ballot since it was last seen. */
export function wouldExpose({ method, ballots, seenBallots }: Vote): boolean {
  return method === 'ballot' && ballots - seenBallots === 1;
}

export function revealVote(vote: Vote, at: string, evenSo: boolean): Result<Vote> {
  if (vote.state === 'revealed') return succeed(vote);
  if (wouldExpose(vote) && !evenSo) {
    return fail(
      'conflict',
      'Only one ballot has come since the result was last seen; showing it would tell what was on that ballot.',
    );
  }
  return succeed({ ...closeVote(vote, at), state: 'revealed', seenBallots: vote.ballots });
}

/** Opens a vote again, with the dots that were given. */
export function reopenVote(vote: Vote): Vote {
  return vote.state === 'open' ? vote : { ...vote, state: 'open', closedAt: null };
}

export interface RankedOption {
  readonly option: VoteOption;
  readonly dots: number;
  /** From 1 on; those with the same number of dots share it. */
  readonly place: number;
}

/** Options by their dots, most first, equal ones in the order of the vote. */
export function rankOptions(
  options: readonly VoteOption[],
  counts: Readonly<Record<string, number>>,
): RankedOption[] {
  const dots = ({ id }: VoteOption): number => counts[id] ?? 0;
  const sorted = [...options].sort((a, b) => dots(b) - dots(a));
  return sorted.map((option) => ({
    option,
    dots: dots(option),
    place: options.filter((other) => dots(other) > dots(option)).length + 1,
  }));
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** The outcome in a sentence: who is first, and with whom. */
export function outcomeWords(ranked: readonly RankedOption[]): string {
  const [first] = ranked;
  if (!first || first.dots === 0) return 'No dots were given.';
  const firsts = ranked.filter(({ place }) => place === 1).map(({ option }) => option.label);
  return firsts.length === 1
    ? `${firsts[0]} is first with ${dotsWord(first.dots)}.`
    : `A tie: ${listed(firsts)} are first with ${dotsWord(first.dots)} each.`;
}
