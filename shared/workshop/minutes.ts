import { z } from 'zod';

export const minutesFormats = ['markdown', 'html'] as const;
export type MinutesFormat = (typeof minutesFormats)[number];

const Lines = z.array(z.string());

/** A part of the minutes: something to read, never markup. */
export const MinutesBlock = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('list'), lines: Lines }),
  z.object({ type: z.literal('heading'), text: z.string() }),
  z.object({ type: z.literal('table'), head: Lines, rows: z.array(Lines) }),
]);
export type MinutesBlock = z.output<typeof MinutesBlock>;

/** What happened in a workshop, ready to be written down in any format. */
export const Minutes = z.object({
  title: z.string(),
  intro: z.string(),
  sections: z.array(z.object({ title: z.string(), blocks: z.array(MinutesBlock) })),
});
export type Minutes = z.output<typeof Minutes>;
