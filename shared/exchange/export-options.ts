import { z } from 'zod';
import { HiddenEdges } from '../diagram/edge-filter.ts';
import { lookNames } from '../diagram/looks.ts';
import { exportFormats } from './formats.ts';

export const papers = ['fit', 'a4', 'a3', 'letter', 'poster'] as const;
export type Paper = (typeof papers)[number];

/** 1 MB of picture as a data URI; a logo on a diagram needs far less. */
const MAX_LOGO = 1_400_000;

/** What of a stack a diagram shows. */
export const Show = z.object({
  /** Known integrations and connections of one's own that are left out. */
  hidden: HiddenEdges.default([]),
  own: z.boolean().default(true),
  states: z.boolean().default(true),
  owners: z.boolean().default(false),
  costs: z.boolean().default(false),
  notes: z.boolean().default(true),
  legend: z.boolean().default(true),
});
export type Show = z.output<typeof Show>;

/** How a stack is exported. What a format has no use for is ignored. */
export const ExportOptions = z.object({
  format: z.enum(exportFormats),
  look: z.enum(lookNames).default('light'),
  /** Pixels per canvas unit; PNG only. */
  scale: z.number().min(1).max(4).default(2),
  /** No page behind the diagram. */
  transparent: z.boolean().default(false),
  paper: z.enum(papers).default('fit'),
  /** A page for each frame instead of one for all. */
  frames: z.boolean().default(false),
  /** One slide and nothing else. */
  single: z.boolean().default(false),
  show: Show.prefault({}),
  /** For the title block, as people write them; empty for none. */
  author: z.string().trim().max(100).default(''),
  date: z.string().trim().max(40).default(''),
  /** The organisation's logo, as a data URI of a PNG or JPEG. */
  logo: z
    .string()
    .max(MAX_LOGO, 'The logo is larger than 1 MB; use a smaller picture.')
    .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/, 'A logo is a PNG or a JPEG.')
    .nullable()
    .default(null),
});
export type ExportOptions = z.output<typeof ExportOptions>;
export type ExportOptionsInput = z.input<typeof ExportOptions>;
