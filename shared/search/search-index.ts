import { fold } from './fold.ts';
import {
  BEGINNING_KEYS,
  PAIR_KEYS,
  buildPostings,
  eachBeginning,
  eachPair,
  type Postings,
} from './postings.ts';
import { squash } from './search-query.ts';

/** What a text is to its product: its name, another name, a name it had before, its domain. */
export type NameKind = 'product' | 'name' | 'former' | 'domain';

export interface SearchSource {
  /** Number of products; they are known by their index below it. */
  readonly size: number;
  /** Product of each entry, ascending, so that the entries of one product stand together. */
  readonly products: Uint32Array;
  /** Names folded, domains as written ("hubspot.com"). The entry of kind 'product' comes first. */
  readonly texts: readonly string[];
  readonly kinds: readonly NameKind[];
  /** How well known each product is, 0..1. */
  readonly fame: Float32Array;
  readonly categoryNames: readonly string[];
  /** Category indexes of product i: `categories.values[starts[i]]` to `[starts[i + 1] - 1]`. */
  readonly categories: { readonly starts: Uint32Array; readonly values: Uint16Array };
}

export interface SearchIndex {
  readonly size: number;
  readonly fame: Float32Array;
  readonly products: Uint32Array;
  readonly kinds: readonly NameKind[];
  /** Folded texts of the entries. */
  readonly texts: readonly string[];
  /** Letters of each text that name something: all, but for a domain only its first label. */
  readonly lengths: Uint8Array;
  /** Distinct letter pairs of each entry that has postings; 0 for one that says nothing new. */
  readonly pairCounts: Uint8Array;
  /** How many products share the domain of a domain entry, 255 at most. */
  readonly shared: Uint8Array;
  /** Entries of product i: `firstEntry[i]` to `firstEntry[i + 1] - 1`. */
  readonly firstEntry: Uint32Array;
  readonly beginnings: Postings;
  readonly pairs: Postings;
  /** Folded category names. */
  readonly categoryNames: readonly string[];
  readonly categories: SearchSource['categories'];
  /** Products of each category. */
  readonly members: Postings;
}

/** A name beyond this is no name; the rest is not searched. */
const MAX_TEXT = 200;

/**
 * Builds the index that searches run on: word beginnings for what is typed rightly, letter pairs
 * for what is not. Both are arrays of numbers over the folded names, about 150 bytes a product and
 * a few milliseconds for ten thousand products, so they are built when the first text is typed
 * and never stored.
 */
export function buildSearchIndex(source: SearchSource): SearchIndex {
  const { size, products, kinds } = source;
  const count = source.texts.length;
  const texts: string[] = new Array(count);
  const lengths = new Uint8Array(count);
  const firstEntry = new Uint32Array(size + 1);
  const domainCounts = new Map<string, number>();
  source.texts.forEach((text, entry) => {
    firstEntry[products[entry]! + 1]!++;
    if (kinds[entry] === 'domain') {
      domainCounts.set(text, (domainCounts.get(text) ?? 0) + 1);
      texts[entry] = fold(text).slice(0, MAX_TEXT);
      const dot = text.indexOf('.');
      lengths[entry] = Math.min(fold(dot < 0 ? text : text.slice(0, dot)).length, MAX_TEXT);
    } else {
      texts[entry] = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
      lengths[entry] = texts[entry]!.length;
    }
  });
  for (let product = 0; product < size; product++) {
    firstEntry[product + 1]! += firstEntry[product]!;
  }

  const shared = new Uint8Array(count);
  const searched = new Uint8Array(count);
  let name = '';
  for (let entry = 0; entry < count; entry++) {
    const label = texts[entry]!.slice(0, lengths[entry]);
    if (kinds[entry] === 'domain') {
      shared[entry] = Math.min(255, domainCounts.get(source.texts[entry]!)!);
      // Most domains only repeat the name. Whoever finds the product by its name compares the
      // domain too, so such an entry needs no postings of its own.
      searched[entry] = squash(label) === name ? 0 : 1;
    } else {
      searched[entry] = 1;
      if (kinds[entry] === 'product') name = squash(label);
    }
  }

  const pairCounts = new Uint8Array(count);
  const beginnings = buildPostings(BEGINNING_KEYS, count, (entry, add) => {
    if (searched[entry] === 1) eachBeginning(texts[entry]!, lengths[entry]!, add);
  });
  const pairs = buildPostings(PAIR_KEYS, count, (entry, add) => {
    if (searched[entry] === 1) eachPair(texts[entry]!, lengths[entry]!, add);
  });
  for (const entry of pairs.entries) pairCounts[entry]!++;

  return {
    size,
    fame: source.fame,
    products,
    kinds,
    texts,
    lengths,
    pairCounts,
    shared,
    firstEntry,
    beginnings,
    pairs,
    categoryNames: source.categoryNames.map(fold),
    categories: source.categories,
    members: buildPostings(source.categoryNames.length, size, (product, add) => {
      const { starts, values } = source.categories;
      for (let at = starts[product]!; at < starts[product + 1]!; at++) add(values[at]!);
    }),
  };
}
