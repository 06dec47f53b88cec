import { z } from 'zod';
import { lookNames } from '../diagram/looks.ts';
import { EntityId, GivenName, Slug } from '../domain/ids.ts';
import { severities } from '../insights/health.ts';
import { WorkshopCommand } from './commands.ts';
import { Minutes, minutesFormats } from './minutes.ts';
import { WorkshopSummary, WorkshopView } from './view.ts';
import { AgendaItem, AnsweredQuestion, answers, MAX_PEOPLE, MAX_TEXT } from './workshop.ts';
import type { workshopChannels } from './calls.ts';

const OfWorkshop = z.object({ id: EntityId });

/** Something that may be missing, for the room to answer. */
export const MissingQuestion = z.object({
  /** The same as long as it is about the same thing. */
  key: z.string(),
  title: z.string(),
  detail: z.string(),
  severity: z.enum(severities),
  products: z.array(z.object({ id: Slug, name: z.string() })),
  /** Categories where something could be added. */
  categories: z.array(Slug),
  /** Whether "not needed" accepts a finding, which the health checks then leave out. */
  isFinding: z.boolean(),
  answered: AnsweredQuestion.nullable(),
});
export type MissingQuestion = z.output<typeof MissingQuestion>;

/** Calls of a workshop; each @throws Refusal 'not-found' for one that is not there. */
export const workshopCalls = {
  /** The newest first. */
  'workshops:list': {
    input: z.object({ stackId: EntityId }),
    output: z.array(WorkshopSummary),
  },
  'workshops:get': { input: OfWorkshop, output: WorkshopView },
  /**
   * Begins a workshop about a stack and keeps the stack as a version. What the last one carried over
   * is in its parking lot.
   * @throws Refusal 'conflict' while another one about it runs
   */
  'workshops:begin': {
    input: z.object({
      stackId: EntityId,
      name: GivenName,
      people: z.int().min(1).max(MAX_PEOPLE).default(10),
      agenda: z
        .array(z.object({ title: AgendaItem.shape.title, minutes: AgendaItem.shape.minutes }))
        .max(100)
        .default([]),
    }),
    output: WorkshopView,
  },
  /** One step of facilitation. @throws Refusal 'conflict' where the workshop does not allow it */
  'workshops:apply': {
    input: OfWorkshop.extend({ command: WorkshopCommand }),
    output: WorkshopView,
  },
  /** Ends it: what runs is left, open votes are closed, the stack is kept as a version. */
  'workshops:end': { input: OfWorkshop, output: WorkshopView },
  /** Goes on with one that was ended. */
  'workshops:resume': { input: OfWorkshop, output: WorkshopView },
  'workshops:delete': { input: OfWorkshop, output: z.object({}) },
  'workshops:undelete': { input: OfWorkshop, output: WorkshopView },

  /** What may be missing in the stack as it is, with what the room has said of it. */
  'workshops:missing': { input: OfWorkshop, output: z.array(MissingQuestion) },
  /**
   * Answers one question: a decision, an accepted finding or a point for later comes of it.
   * @throws Refusal 'conflict' where it is not asked any more
   */
  'workshops:answer': {
    input: OfWorkshop.extend({
      key: z.string().max(21_000),
      /** Null takes the answer back, with what came of it. */
      answer: z.enum(answers).nullable(),
      /** Why it is not needed, or who sees to it. */
      reason: z.string().trim().max(MAX_TEXT).default(''),
    }),
    output: WorkshopView,
  },

  /** What was done to the stack since the beginning, oldest first. */
  'workshops:moves': {
    input: OfWorkshop,
    output: z.array(
      z.object({ seq: z.int(), label: z.string(), createdAt: z.string(), products: z.int() }),
    ),
  },
  /** The stack after so many moves, as an SVG; 0 is how it was at the beginning. */
  'workshops:picture': {
    input: OfWorkshop.extend({
      seq: z.int().min(0).max(1_000_000),
      look: z.enum(lookNames).default('light'),
    }),
    output: z.object({ svg: z.string() }),
  },

  'workshops:minutes': {
    input: OfWorkshop,
    output: z.object({ minutes: Minutes, markdown: z.string() }),
  },
  'workshops:export-minutes': {
    input: OfWorkshop.extend({ format: z.enum(minutesFormats) }),
    output: z.object({ fileName: z.string(), mimeType: z.string(), base64: z.string() }),
  },
} satisfies Record<(typeof workshopChannels)[number], { input: z.ZodType; output: z.ZodType }>;
