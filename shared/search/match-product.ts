import { squash, type SearchQuery } from './search-query.ts';
import type { SearchIndex } from './search-index.ts';

/**
 * Scores of what is typed rightly, 0..1: a floor for the way a text matches, plus a share for how
 * much of the text the query covers and one for how well known the product is. The floors lie so
 * far apart that exact comes before prefix, prefix before words, and words before a mere category.
 */
const way = {
  exact: { floor: 0.97, closeness: 0, fame: 0.03 },
  prefix: { floor: 0.84, closeness: 0.03, fame: 0.08 },
  words: { floor: 0.7, closeness: 0.05, fame: 0.08 },
  inside: { floor: 0.6, closeness: 0.04, fame: 0.06 },
  spread: { floor: 0.56, closeness: 0, fame: 0.08 },
  sharedDomain: { floor: 0.5, closeness: 0, fame: 0.06 },
  category: { floor: 0.3, closeness: 0, fame: 0.15 },
} as const;
type Way = keyof typeof way;

/** A name says more than a name that something had before, and that more than an address. */
const kindWeight = { product: 1, name: 0.99, former: 0.985, domain: 0.98 } as const;

/** A domain that many products share (github.com) names a place, not one of them. */
const OWN_DOMAIN = 3;

/** Shorter pieces stand inside half of all names by accident. */
const MIN_INSIDE = 4;

function score(how: Way, closeness: number, fame: number): number {
  const { floor, closeness: share, fame: fameShare } = way[how];
  return floor + share * closeness + fameShare * fame;
}

/** Score of a product that only shares a category with the query, 0..1. */
export function categoryScore(fame: number): number {
  return score('category', 0, fame);
}

/**
 * How well a product answers a query that is taken letter by letter, 0 if not at all: the best of
 * its names, or all words of the query found among its names and categories together.
 * @param categoryMarks  by word of the query, 1 for each category whose name has such a word
 */
export function matchProduct(
  index: SearchIndex,
  query: SearchQuery,
  product: number,
  categoryMarks: readonly Uint8Array[],
): number {
  const fame = index.fame[product]!;
  const end = index.firstEntry[product + 1]!;
  let best = 0;
  for (let entry = index.firstEntry[product]!; entry < end; entry++) {
    const found = matchEntry(index, query, entry, fame);
    if (found > best) best = found;
  }
  if (best > 0) return best;
  let anyName = false;
  for (let at = 0; at < query.words.length; at++) {
    const inName = hasWordAnywhere(index, product, query.words[at]!);
    if (!inName && !inCategory(index, product, categoryMarks[at]!)) return 0;
    anyName ||= inName;
  }
  return anyName ? score('spread', 0, fame) : categoryScore(fame);
}

/** Whether folded text has a word that begins with `word`. */
export function hasWord(text: string, word: string): boolean {
  return text.startsWith(word) || text.includes(` ${word}`);
}

function matchEntry(index: SearchIndex, query: SearchQuery, entry: number, fame: number): number {
  const text = index.texts[entry]!;
  const kind = index.kinds[entry]!;
  const weight = kindWeight[kind];
  if (kind === 'domain') {
    const label = index.lengths[entry]!;
    if (query.hosts.includes(text)) return weight * score('exact', 1, fame);
    const isLabel =
      label === query.text.length
        ? text.startsWith(query.text)
        : label === query.squashed.length && text.startsWith(query.squashed);
    if (isLabel) {
      return weight * score(index.shared[entry]! > OWN_DOMAIN ? 'sharedDomain' : 'exact', 1, fame);
    }
    if (index.shared[entry]! > OWN_DOMAIN) return 0;
    return text.startsWith(query.text)
      ? weight * score('prefix', query.text.length / Math.max(label, query.text.length), fame)
      : 0;
  }
  const squashed = squash(text);
  if (squashed === query.squashed) return weight * score('exact', 1, fame);
  const closeness = Math.min(1, query.squashed.length / squashed.length);
  if (squashed.startsWith(query.squashed)) {
    return weight * score('prefix', closeness, fame);
  }
  if (query.words.every((word) => hasWord(text, word))) {
    return weight * score('words', closeness, fame);
  }
  if (query.squashed.length >= MIN_INSIDE && squashed.includes(query.squashed)) {
    return weight * score('inside', closeness, fame);
  }
  return 0;
}

function hasWordAnywhere(index: SearchIndex, product: number, word: string): boolean {
  const end = index.firstEntry[product + 1]!;
  for (let entry = index.firstEntry[product]!; entry < end; entry++) {
    const text = index.texts[entry]!;
    const found =
      index.kinds[entry] === 'domain'
        ? index.shared[entry]! <= OWN_DOMAIN && text.startsWith(word)
        : hasWord(text, word);
    if (found) return true;
  }
  return false;
}

function inCategory(index: SearchIndex, product: number, marks: Uint8Array): boolean {
  const { starts, values } = index.categories;
  for (let at = starts[product]!; at < starts[product + 1]!; at++) {
    if (marks[values[at]!] === 1) return true;
  }
  return false;
}
