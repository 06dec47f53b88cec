import { z } from 'zod';
import { EntityId, GivenName, Slug } from '../domain/ids.ts';

/** Longest text of a point or a decision. */
export const MAX_TEXT = 2000;
/** One key each: 1 to 9, then a to z. */
export const MAX_OPTIONS = 35;
export const MAX_PEOPLE = 500;
export const MAX_BUDGET = 50;
/** Entries of one list of a workshop, removed ones included. */
export const MAX_ENTRIES = 500;
/** Minutes of one item of the agenda. */
export const MAX_MINUTES = 480;

/** Names of products can be of any length; of longer ones the beginning is kept. */
export const MAX_LABEL = 500;
const MAX_TITLE = 5000;

/** ISO 8601, UTC. */
const Time = z.string().max(40);
const Text = z.string().trim().min(1).max(MAX_TEXT);
/** What was removed is kept, so that it can be brought back. */
const Removable = z.object({ isRemoved: z.boolean() });

export const AgendaItem = Removable.extend({
  id: EntityId,
  title: GivenName,
  /** As planned. */
  minutes: z.int().min(1).max(MAX_MINUTES),
  /** Given on top while it ran. */
  extraMinutes: z.int().min(0).max(10_000),
  /** When it was first begun and last left; null before. */
  startedAt: Time.nullable(),
  leftAt: Time.nullable(),
  /** Milliseconds it ran until `runningSince`, or altogether where it does not run. */
  elapsedMs: z.number().min(0),
  /** Since when it runs without a pause; null where it stands still. */
  runningSince: Time.nullable(),
});
export type AgendaItem = z.output<typeof AgendaItem>;

export const VoteOption = z.object({
  id: EntityId,
  label: z.string().trim().min(1).max(MAX_LABEL),
  /** The product that it is about, where it is one. */
  productId: Slug.nullable(),
});
export type VoteOption = z.output<typeof VoteOption>;

/** By counted hands, by keys pressed at the facilitator's machine, or on a laptop passed around. */
export const voteMethods = ['hands', 'keys', 'ballot'] as const;
export const voteStates = ['open', 'closed', 'revealed'] as const;

const Counts = z.record(EntityId, z.int().min(0));

export const Vote = Removable.extend({
  id: EntityId,
  question: GivenName,
  options: z.array(VoteOption).min(1).max(MAX_OPTIONS),
  method: z.enum(voteMethods),
  /** Dots that each person has. */
  budget: z.int().min(1).max(MAX_BUDGET),
  /** Whether a person may give an option one dot at most. */
  isOnePerOption: z.boolean(),
  /** How many people vote. */
  people: z.int().min(1).max(MAX_PEOPLE),
  state: z.enum(voteStates),
  openedAt: Time,
  closedAt: Time.nullable(),
  /** Dots of each option; one that has none may be left out. */
  counts: Counts,
  /** Options by the order of keys since the vote was last opened; forgotten when it is closed. */
  presses: z.array(EntityId),
  /** Ballots that were cast. Which dots were on one ballot is not kept. */
  ballots: z.int().min(0),
  /** Ballots there were when the result was last seen. */
  seenBallots: z.int().min(0),
  /** The last ballot, so that one that is sent twice counts once. Says nothing of what was on it. */
  lastBallotId: EntityId.nullable(),
});
export type Vote = z.output<typeof Vote>;

export const pointStates = ['open', 'done', 'carried'] as const;

/** Something that is not for now: the parking lot. */
export const Point = Removable.extend({
  id: EntityId,
  text: Text,
  state: z.enum(pointStates),
  addedAt: Time,
});
export type Point = z.output<typeof Point>;

export const Decision = Removable.extend({
  id: EntityId,
  what: Text,
  /** Who sees to it; empty where nobody was named. */
  who: z.string().trim().max(200),
  /** A day, such as 2026-11-27. */
  due: z.iso.date().nullable(),
  /** The product that it is about, with its name as it was. */
  product: z.object({ id: Slug, name: z.string().min(1).max(MAX_LABEL) }).nullable(),
  decidedAt: Time,
});
export type Decision = z.output<typeof Decision>;

export const answers = ['needed', 'not-needed', 'later'] as const;
export type MissingAnswer = (typeof answers)[number];

/** What the room said to one question of the round "What is missing?". */
export const AnsweredQuestion = z.object({
  key: z.string().max(21_000),
  title: z.string().max(MAX_TITLE),
  answer: z.enum(answers),
  reason: z.string().max(MAX_TEXT),
  answeredAt: Time,
  /** The decision or the point that came of it. */
  madeId: EntityId.nullable(),
});
export type AnsweredQuestion = z.output<typeof AnsweredQuestion>;

/** What was asked and said, as it is kept: of a longer question the beginning. */
export function answeredQuestion(answered: AnsweredQuestion): AnsweredQuestion {
  return { ...answered, title: answered.title.slice(0, MAX_TITLE) };
}

/** A product as it is named in what is kept. */
export function keptProduct(id: string, name: string): NonNullable<Decision['product']> {
  return { id, name: name.slice(0, MAX_LABEL) };
}

/** What the facilitator of a workshop keeps, as it is stored. */
export const WorkshopContent = z.object({
  /** People in the room; what a new vote begins with. */
  people: z.int().min(1).max(MAX_PEOPLE),
  agenda: z.array(AgendaItem),
  votes: z.array(Vote),
  points: z.array(Point),
  decisions: z.array(Decision),
  answered: z.array(AnsweredQuestion),
});
export type WorkshopContent = z.output<typeof WorkshopContent>;
