import { z } from 'zod';
import { EntityId, GivenName } from '../domain/ids.ts';
import { allDots, dotsOf } from './votes.ts';
import { Vote, WorkshopContent } from './workshop.ts';

export const WorkshopSummary = z.object({
  id: EntityId,
  stackId: EntityId,
  name: GivenName,
  /** ISO 8601, UTC. */
  startedAt: z.string(),
  /** Null while it runs. */
  endedAt: z.string().nullable(),
});
export type WorkshopSummary = z.output<typeof WorkshopSummary>;

/** A vote as everybody may see it. */
export const VoteView = Vote.omit({
  counts: true,
  presses: true,
  lastBallotId: true,
}).extend({
  /** All dots that were given. */
  dots: z.int(),
  /** Dots that Backspace can take back. */
  takeable: z.int(),
  /** Dots of each option; null while they are nobody's business. */
  counts: z.record(EntityId, z.int()).nullable(),
});
export type VoteView = z.output<typeof VoteView>;

export const WorkshopView = WorkshopSummary.extend({
  /** Grows with every change. */
  revision: z.int(),
  /** The versions of the stack at its beginning and at its end. */
  beforeId: EntityId,
  afterId: EntityId.nullable(),
  ...WorkshopContent.omit({ votes: true }).shape,
  votes: z.array(VoteView),
});
export type WorkshopView = z.output<typeof WorkshopView>;

/**
 * A vote without what must stay hidden. Counted hands are known to who counts them; dots by key and
 * by ballot are not told apart before the result is revealed, to nobody.
 */
export function viewVote(vote: Vote): VoteView {
  const isShown = vote.state === 'revealed' || vote.method === 'hands';
  const counts = Object.fromEntries(vote.options.map(({ id }) => [id, dotsOf(vote, id)]));
  // Parsing leaves out what the view does not have.
  return VoteView.parse({
    ...vote,
    dots: allDots(vote),
    takeable: vote.presses.length,
    counts: isShown ? counts : null,
  });
}

export interface StoredWorkshop extends WorkshopSummary {
  readonly revision: number;
  readonly beforeId: string;
  readonly afterId: string | null;
  readonly content: WorkshopContent;
}

export function viewWorkshop({ content, ...workshop }: StoredWorkshop): WorkshopView {
  return { ...workshop, ...content, votes: content.votes.map(viewVote) };
}
