import { categoryScore, hasWord, matchProduct } from './match-product.ts';
import { beginningKey, pairKeys } from './postings.ts';
import type { SearchIndex } from './search-index.ts';
import type { SearchQuery } from './search-query.ts';
import { similarities } from './similarity.ts';

/** Products in the order of their scores, best first; equal scores by fame. */
export interface SearchMatches {
  readonly products: Uint32Array;
  /** 0..1 each; 1 is the exact name of the best-known product. */
  readonly scores: Float32Array;
}

/** Fuse ranks no more than this many; the right one is among the first few dozen. */
const MAX_CANDIDATES = 160;
/** A name must resemble the query this much to be taken for a slip of the pen… */
const MIN_LIKENESS = 0.55;
/** …and this much where something was found that needs no forgiving. */
const MIN_LIKENESS_BESIDE = 0.82;
/** No more slips than fit on a screen: they are guesses. */
const MAX_GUESSES = 40;

/** Finds the products that a query may mean. Never throws, whatever the query holds. */
export function searchProducts(index: SearchIndex, query: SearchQuery): SearchMatches {
  const scores = new Map<number, number>();
  const strong = matchLetters(index, query, scores);
  if (query.squashed.length >= 3) addGuesses(index, query, scores, strong);
  return inOrder(index, scores);
}

/** @returns whether some product was found by its names */
function matchLetters(
  index: SearchIndex,
  query: SearchQuery,
  scores: Map<number, number>,
): boolean {
  const marks = query.words.map((word) => markCategories(index, word));
  let strong = false;
  const seen = new Uint8Array(index.size);
  const consider = (product: number): void => {
    if (seen[product] === 1) return;
    seen[product] = 1;
    const score = matchProduct(index, query, product, marks);
    if (score === 0) return;
    scores.set(product, score);
    if (score >= STRONG) strong = true;
  };

  // Any product that has all words has each of them, so the rarest word's products are enough.
  const rarest = query.words
    .map((word, at) => ({ word, marks: marks[at]! }))
    .map((item) => ({ ...item, cost: countCandidates(index, item.word, item.marks) }))
    .reduce((a, b) => (b.cost < a.cost ? b : a));
  eachBeginningWith(index, rarest.word, consider);
  rarest.marks.forEach((mark, category) => {
    if (mark === 1) eachMember(index, category, consider);
  });
  // "hub spot" and "www.hubspot.com" begin like "hubspot".
  eachBeginningWith(index, query.squashed, consider);
  for (const host of query.hosts) eachBeginningWith(index, host, consider);
  return strong;
}

/** Above every guess and category, below every name. */
const STRONG = 0.66;

function addGuesses(
  index: SearchIndex,
  query: SearchQuery,
  scores: Map<number, number>,
  strong: boolean,
): void {
  const { entries, inside } = nearestEntries(index, query.squashed);
  entries.push(...transposedEntries(index, query.squashed));
  const none = query.words.map(() => new Uint8Array(index.categoryNames.length));
  for (const entry of inside) {
    const product = index.products[entry]!;
    if (scores.has(product)) continue;
    const score = matchProduct(index, query, product, none);
    if (score > 0) scores.set(product, score);
  }
  const texts = entries.map((entry) => index.texts[entry]!.slice(0, index.lengths[entry]));
  const categories = scores.size === 0 ? index.categoryNames : [];
  const likeness = similarities(query, [...texts, ...categories]);
  const least = strong ? MIN_LIKENESS_BESIDE : MIN_LIKENESS;
  const guesses = new Map<number, number>();
  entries.forEach((entry, at) => {
    const product = index.products[entry]!;
    if (likeness[at]! < least) return;
    const score = 0.2 + 0.32 * likeness[at]! + 0.04 * index.fame[product]!;
    if (score > (guesses.get(product) ?? 0)) guesses.set(product, score);
  });
  for (const [product, score] of [...guesses].sort((a, b) => b[1] - a[1]).slice(0, MAX_GUESSES)) {
    if (score > (scores.get(product) ?? 0)) scores.set(product, score);
  }
  categories.forEach((_, category) => {
    if (likeness[texts.length + category]! < MIN_CATEGORY_LIKENESS) return;
    eachMember(index, category, (product) => {
      if (!scores.has(product)) scores.set(product, categoryScore(index.fame[product]!) * 0.9);
    });
  });
}

const MIN_CATEGORY_LIKENESS = 0.75;

/**
 * Entries that share most letter pairs with the query, by Dice's coefficient, and besides those
 * that have every pair of it and may hold it inside a word.
 */
function nearestEntries(
  index: SearchIndex,
  squashed: string,
): { entries: number[]; inside: number[] } {
  const keys = pairKeys(squashed.slice(0, 64));
  const counts = new Uint8Array(index.texts.length);
  const { starts, entries } = index.pairs;
  for (const key of keys) {
    const end = starts[key + 1]!;
    for (let at = starts[key]!; at < end; at++) counts[entries[at]!]!++;
  }
  const least = Math.max(2, Math.ceil(keys.length * 0.35));
  const inside: number[] = [];
  // Buckets of likeness instead of sorting: only the best few of many thousand are wanted.
  const buckets: number[][] = Array.from({ length: 65 }, () => []);
  for (let entry = 0; entry < counts.length; entry++) {
    const shared = counts[entry]!;
    if (shared < least) continue;
    const dice = (2 * shared) / (keys.length + index.pairCounts[entry]!);
    buckets[Math.floor(dice * 64)]!.push(entry);
    if (shared >= keys.length - 1) inside.push(entry);
  }
  const nearest: number[] = [];
  for (let bucket = 64; bucket >= 0 && nearest.length < MAX_CANDIDATES; bucket--) {
    const fair = buckets[bucket]!;
    if (nearest.length + fair.length > MAX_CANDIDATES) {
      fair.sort((a, b) => index.fame[index.products[b]!]! - index.fame[index.products[a]!]!);
    }
    nearest.push(...fair.slice(0, MAX_CANDIDATES - nearest.length));
  }
  return { entries: nearest, inside };
}

/** In a word this short, two letters that changed places leave hardly a pair intact. */
const MAX_SWAPPED = 5;

/** Entries whose name is the query with two neighbouring letters swapped, for short queries. */
function transposedEntries(index: SearchIndex, squashed: string): number[] {
  if (squashed.length > MAX_SWAPPED) return [];
  const found: number[] = [];
  for (let at = 0; at + 1 < squashed.length; at++) {
    const swapped =
      squashed.slice(0, at) + squashed[at + 1]! + squashed[at]! + squashed.slice(at + 2);
    eachEntryBeginningWith(index, swapped, (entry) => {
      if (index.texts[entry] === swapped) found.push(entry);
    });
  }
  return found;
}

function markCategories(index: SearchIndex, word: string): Uint8Array {
  // One letter begins some word of nearly every category.
  if (word.length < 2) return new Uint8Array(index.categoryNames.length);
  return Uint8Array.from(index.categoryNames, (name) => (hasWord(name, word) ? 1 : 0));
}

function keyOf(word: string): number {
  return beginningKey(word, 0, word.length >= 3 ? 3 : word.length === 2 ? 2 : 1);
}

function countCandidates(index: SearchIndex, word: string, marks: Uint8Array): number {
  const key = keyOf(word);
  let count = index.beginnings.starts[key + 1]! - index.beginnings.starts[key]!;
  marks.forEach((mark, category) => {
    if (mark === 1) count += index.members.starts[category + 1]! - index.members.starts[category]!;
  });
  return count;
}

function eachBeginningWith(
  index: SearchIndex,
  word: string,
  consider: (product: number) => void,
): void {
  eachEntryBeginningWith(index, word, (entry) => consider(index.products[entry]!));
}

/** Entries with a word that begins with the first letters, three at most, of `word`. */
function eachEntryBeginningWith(
  index: SearchIndex,
  word: string,
  consider: (entry: number) => void,
): void {
  const key = keyOf(word);
  const { starts, entries } = index.beginnings;
  const end = starts[key + 1]!;
  for (let at = starts[key]!; at < end; at++) consider(entries[at]!);
}

function eachMember(
  index: SearchIndex,
  category: number,
  consider: (product: number) => void,
): void {
  const { starts, entries } = index.members;
  const end = starts[category + 1]!;
  for (let at = starts[category]!; at < end; at++) consider(entries[at]!);
}

function inOrder(index: SearchIndex, scores: ReadonlyMap<number, number>): SearchMatches {
  // One number each, score before fame before index, as numbers sort much faster than objects:
  // 16 bits of score, 16 of fame and 20 of index fill the 53 bits of a number.
  const keys = new Float64Array(scores.size);
  let next = 0;
  for (const [product, score] of scores) {
    keys[next++] =
      (65535 - Math.round(score * 65535)) * 2 ** 36 +
      (65535 - Math.round(index.fame[product]! * 65535)) * 2 ** 20 +
      product;
  }
  keys.sort();
  const products = Uint32Array.from(keys, (key) => key % 2 ** 20);
  return { products, scores: Float32Array.from(products, (product) => scores.get(product)!) };
}
