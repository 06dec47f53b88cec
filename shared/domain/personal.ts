import { z } from 'zod';
import { Slug } from './ids.ts';

/** A word of a person's own for products; upper and lower case are the same tag. */
export const Tag = z.string().trim().min(1).max(40);

/** What a person keeps about a product. It is keyed by the id, so it outlives catalogue updates. */
export const PersonalMark = z.object({
  id: Slug,
  /** Left out of every list unless hidden products are asked for. */
  hidden: z.boolean(),
  note: z.string().max(10_000),
  /** Each once, in the order in which they were given. */
  tags: z.array(Tag).max(30),
});
export type PersonalMark = z.output<typeof PersonalMark>;

export const PersonalChange = PersonalMark.partial({ hidden: true, note: true, tags: true });
export type PersonalChange = z.output<typeof PersonalChange>;

export function unmarked(id: string): PersonalMark {
  return { id, hidden: false, note: '', tags: [] };
}

/** Whether there is nothing to keep. */
export function isUnmarked({ hidden, note, tags }: PersonalMark): boolean {
  return !hidden && note === '' && tags.length === 0;
}

const tagKey = (tag: string): string => tag.normalize('NFKC').toLowerCase();

/** Tags without repeats: of two that differ in case only, the first stays. */
export function distinctTags(tags: readonly string[]): string[] {
  const seen = new Set<string>();
  return tags.filter((tag) => {
    const key = tagKey(tag);
    return !seen.has(key) && seen.add(key);
  });
}
