import { z } from 'zod';
import { EntityId } from '../domain/ids.ts';
import { Coordinate } from './coordinate.ts';

export const noteColours = ['yellow', 'blue', 'green', 'pink', 'grey'] as const;
export type NoteColour = (typeof noteColours)[number];

export const headingSizes = ['small', 'medium', 'large'] as const;
export type HeadingSize = (typeof headingSizes)[number];

const place = {
  id: EntityId,
  /** Top left corner. */
  x: Coordinate,
  y: Coordinate,
  width: z.number().min(24).max(20_000),
  height: z.number().min(24).max(20_000),
  locked: z.boolean().default(false),
  clusterId: EntityId.nullable().default(null),
};

/** A sticky note. */
const Note = z.object({
  ...place,
  type: z.literal('note'),
  text: z.string().max(5000),
  colour: z.enum(noteColours).default('yellow'),
});

/** Large text straight on the canvas. */
const Heading = z.object({
  ...place,
  type: z.literal('heading'),
  text: z.string().max(500),
  size: z.enum(headingSizes).default('medium'),
});

/** A named part of the canvas: a page of a presentation, a slide of an export. */
const Frame = z.object({
  ...place,
  type: z.literal('frame'),
  title: z.string().max(200),
  /** Frames are shown by this number, then from left to right. */
  order: z.int().min(0).max(10_000).default(0),
});

/** A picture from a file, kept once in the workspace under the hash of its bytes. */
const Picture = z.object({
  ...place,
  type: z.literal('picture'),
  /** SHA-256 of the bytes, hexadecimal. */
  pictureId: z.string().regex(/^[0-9a-f]{64}$/),
  /** What it shows, for people who do not see it. */
  alt: z.string().max(500).default(''),
});

/** What stands on a canvas besides products. */
export const StackItem = z.discriminatedUnion('type', [Note, Heading, Frame, Picture]);
export type StackItem = z.output<typeof StackItem>;
export type FrameItem = Extract<StackItem, { type: 'frame' }>;

/** What can be changed about an item; what does not belong to its type is refused. */
export const ItemChange = z
  .object({
    x: Coordinate,
    y: Coordinate,
    width: place.width,
    height: place.height,
    text: z.string().max(5000),
    title: z.string().max(200),
    alt: z.string().max(500),
    colour: z.enum(noteColours),
    size: z.enum(headingSizes),
    order: z.int().min(0).max(10_000),
  })
  .partial();
export type ItemChange = z.output<typeof ItemChange>;
