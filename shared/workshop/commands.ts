import { z } from 'zod';
import { EntityId, GivenName, Slug } from '../domain/ids.ts';
import {
  AgendaItem,
  Decision,
  MAX_MINUTES,
  MAX_OPTIONS,
  MAX_PEOPLE,
  Point,
  Vote,
  VoteOption,
} from './workshop.ts';

const OfItem = z.object({ itemId: EntityId });
const OfVote = z.object({ voteId: EntityId });
const plan = { title: AgendaItem.shape.title, minutes: AgendaItem.shape.minutes };
const decision = {
  what: Decision.shape.what,
  who: Decision.shape.who,
  due: Decision.shape.due,
  productId: Slug.nullable(),
};
const rules = {
  question: Vote.shape.question,
  method: Vote.shape.method,
  budget: Vote.shape.budget,
  isOnePerOption: Vote.shape.isOnePerOption,
  people: Vote.shape.people,
};

/** The lists of which something can be removed and brought back. */
export const removableLists = ['agenda', 'votes', 'points', 'decisions'] as const;

/** Everything that a facilitator does in a workshop; each is one transaction. */
export const WorkshopCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rename'), name: GivenName }),
  z.object({ type: z.literal('set-people'), people: z.int().min(1).max(MAX_PEOPLE) }),

  OfItem.extend({ type: z.literal('add-item'), ...plan }),
  OfItem.extend({ type: z.literal('edit-item'), ...plan }),
  /** @param to the place among those that are not removed */
  OfItem.extend({ type: z.literal('move-item'), to: z.int().min(0).max(10_000) }),
  /** Begins an item, or goes on with it; the one that runs is left. */
  OfItem.extend({ type: z.literal('start-item') }),
  z.object({ type: z.literal('start-next') }),
  z.object({ type: z.literal('pause') }),
  OfItem.extend({ type: z.literal('extend-item'), minutes: z.int().min(1).max(MAX_MINUTES) }),

  OfVote.extend({
    type: z.literal('open-vote'),
    ...rules,
    options: z.array(VoteOption).min(2).max(MAX_OPTIONS),
  }),
  OfVote.extend({ type: z.literal('set-voters'), people: Vote.shape.people }),
  /** How many hands there were for an option. */
  OfVote.extend({
    type: z.literal('count-hands'),
    optionId: EntityId,
    dots: z.int().min(0).max(1_000_000),
  }),
  OfVote.extend({ type: z.literal('press-key'), optionId: EntityId }),
  OfVote.extend({ type: z.literal('take-back') }),
  OfVote.extend({
    type: z.literal('cast-ballot'),
    ballotId: EntityId,
    dots: z.record(EntityId, z.int().min(0).max(1000)),
  }),
  OfVote.extend({ type: z.literal('close-vote') }),
  /** @param evenSo where it shows what was on a single ballot */
  OfVote.extend({ type: z.literal('reveal-vote'), evenSo: z.boolean().default(false) }),
  OfVote.extend({ type: z.literal('reopen-vote') }),

  z.object({ type: z.literal('add-point'), pointId: EntityId, text: Point.shape.text }),
  z.object({
    type: z.literal('edit-point'),
    pointId: EntityId,
    text: Point.shape.text.optional(),
    state: Point.shape.state.optional(),
  }),
  z.object({ type: z.literal('add-decision'), decisionId: EntityId, ...decision }),
  z.object({ type: z.literal('edit-decision'), decisionId: EntityId, ...decision }),

  z.object({ type: z.literal('remove'), list: z.enum(removableLists), id: EntityId }),
  z.object({ type: z.literal('bring-back'), list: z.enum(removableLists), id: EntityId }),
]);
export type WorkshopCommand = z.output<typeof WorkshopCommand>;
export type WorkshopCommandInput = z.input<typeof WorkshopCommand>;
export type CommandOf<T extends WorkshopCommand['type']> = Extract<WorkshopCommand, { type: T }>;
