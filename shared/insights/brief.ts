import { z } from 'zod';

/** The pages of the insights that show what a figure rests on. */
export const evidencePages = [
  'health',
  'coverage',
  'matrix',
  'hubs',
  'truth',
  'replace',
  'exit',
  'smallest',
] as const;
export type EvidencePage = (typeof evidencePages)[number];

/** A piece of a line; a figure with what it rests on, or words. */
const Span = z.object({
  text: z.string(),
  /** Number of the evidence in the brief, from 1. */
  evidence: z.number().int().nullable(),
});
const Line = z.array(Span);
export type BriefLine = z.output<typeof Line>;

/** A page about a stack, made of its findings alone. */
export const Brief = z.object({
  title: z.string(),
  intro: Line,
  sections: z.array(z.object({ title: z.string(), lines: z.array(Line) })),
  /** What the figures rest on, in the order of their numbers. */
  evidence: z.array(
    z.object({
      title: z.string(),
      items: z.array(z.string()),
      /** Items that are left out, being too many for a page. */
      more: z.number().int(),
      page: z.enum(evidencePages),
    }),
  ),
});
export type Brief = z.output<typeof Brief>;

export const briefFormats = ['markdown', 'pdf'] as const;
export type BriefFormat = (typeof briefFormats)[number];

/** The words of a line. */
export const lineText = (line: BriefLine): string => line.map(({ text }) => text).join('');
