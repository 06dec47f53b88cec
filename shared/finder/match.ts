import { z } from 'zod';
import { Slug } from '../domain/ids.ts';
import { ProductRow } from '../domain/product.ts';
import { LONGEST_VALUE, MOST_SIGHTINGS, Sighting } from './sightings.ts';

/** How far a sighting is known to mean a product. Only sure ones count without a person's word. */
export const certainties = ['sure', 'doubtful', 'unknown'] as const;

/** What one sighting most likely is. */
export const FinderMatch = z.object({
  certainty: z.enum(certainties),
  /** Null exactly where nothing is known. */
  product: Slug.nullable(),
  /** Other products it may be, the likeliest first; at most five. */
  alternatives: z.array(Slug),
  /** Why, as a clause that stands by itself. */
  reason: z.string(),
});
export type FinderMatch = z.output<typeof FinderMatch>;

/** Values only: the evidence stays with whoever read the file. */
export const MatchInput = z.object({
  sightings: z
    .array(
      z.object({
        kind: Sighting.shape.kind,
        value: Sighting.shape.value.min(1).max(LONGEST_VALUE),
      }),
    )
    .max(MOST_SIGHTINGS, 'These are more hosts and names than any inventory has.'),
});

/** One match for each sighting, in the same order, and every product that a match names. */
export const MatchOutput = z.object({
  matches: z.array(FinderMatch),
  products: z.array(ProductRow),
});
