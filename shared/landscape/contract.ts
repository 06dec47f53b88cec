import { z } from 'zod';
import { Slug } from '../domain/ids.ts';
import { ProductRef, ProductRow } from '../domain/product.ts';

/** How many products are named where only the first are wanted. */
export const MOST_CONNECTED = 50;
export const MOST_PAIRS = 50;

/** Calls about the landscape as a whole, with a person's own products among it. */
export const landscapeCalls = {
  'landscape:numbers': {
    input: z.object({}),
    output: z.object({
      /** Categories in the order of the taxonomy; cells refer to them by place. */
      categories: z.array(
        z.object({
          id: Slug,
          name: z.string(),
          groupId: Slug,
          /** Products whose main category it is, and those that have it at all. */
          products: z.int(),
          all: z.int(),
        }),
      ),
      /** Pairs of products of two main categories that are known to integrate; `a` ≤ `b`. */
      cells: z.array(
        z.object({
          a: z.int(),
          b: z.int(),
          pairs: z.int(),
          /** Share of all pairs that there could be, 0..1. */
          density: z.number(),
        }),
      ),
      /** The products that work with most others. */
      connected: z.array(
        z.object({
          product: ProductRow,
          /** Products that data goes to, comes from, and of which no direction is stated. */
          sends: z.int(),
          gets: z.int(),
          unknown: z.int(),
        }),
      ),
      pairs: z.int(),
      /** Products without any known integration. */
      alone: z.int(),
    }),
  },
  /** Products of two main categories that are known to integrate, the best known first. */
  'landscape:pairs': {
    input: z.object({ a: Slug, b: Slug }),
    output: z.object({
      total: z.int(),
      first: z.array(z.object({ from: ProductRef, to: ProductRef })),
    }),
  },
};
