import { z } from 'zod';

const Index = z.number().int();

/**
 * Every product of the catalogue for the map, one array a column, the best known first; entries of
 * all columns at one index speak of one product. Small enough to travel in one answer.
 */
export const MapData = z.object({
  ids: z.array(z.string()),
  names: z.array(z.string()),
  /** Ids of all categories; `category` gives each product's primary one by its index in here. */
  categoryIds: z.array(z.string()),
  category: z.array(Index),
  /** Slugs of all icons that occur; `icon` gives each product's by its index in here, or -1. */
  iconSlugs: z.array(z.string()),
  icon: z.array(Index),
  /** Number of distinct products it integrates with. */
  degree: z.array(Index),
});
export type MapData = z.output<typeof MapData>;

export const MapMatches = z.object({
  total: Index,
  /** Base64 of one bit a product in the order of the map, the lowest bit of each byte first. */
  bits: z.string(),
});
export type MapMatches = z.output<typeof MapMatches>;

/** Base64 of the bits of some products, in the form of `MapMatches.bits`. @param size of the map */
export function encodeMatches(indexes: Iterable<number>, size: number): string {
  const bytes = new Uint8Array(Math.ceil(size / 8));
  for (const index of indexes) bytes[index >> 3]! |= 1 << (index & 7);
  return btoa(String.fromCharCode(...bytes));
}

/**
 * One byte a product, 1 for a match. Bits that are missing count as no match.
 * @throws for what is not base64
 */
export function decodeMatches(bits: string, size: number): Uint8Array {
  const bytes = atob(bits);
  const matches = new Uint8Array(size);
  for (let index = 0; index < size; index++) {
    matches[index] = (bytes.charCodeAt(index >> 3) >> (index & 7)) & 1;
  }
  return matches;
}
