import { fold } from '../../../shared/search/fold.ts';
import type { FinderMatch } from '../../../shared/finder/match.ts';
import type { NameKind } from '../../store/catalogue/names.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import type { SearchEngine } from '../search/search-engine.ts';

export const MOST_ALTERNATIVES = 5;
/** A hit below this shares a few letters with what was written, no more. */
const STRONG_HIT = 0.6;
/** Shorter words begin too many names by chance. */
const SHORTEST_FIRST_WORD = 4;

/** Forms of company, which ledgers write behind a name and catalogues leave out. */
const companyForms = new Set(
  'inc incorporated corp corporation co company llc llp lp ltd limited plc gmbh ag kg se sa sas sarl srl spa bv nv ab as aps oy pty pte pvt kk'.split(
    ' ',
  ),
);

type Named = { readonly product: number; readonly kind: NameKind };

export interface NameMatcher {
  /** Products that have exactly this name now, as another name or before; the likeliest first. */
  readonly called: (name: string) => readonly Named[];
  readonly match: (name: string) => FinderMatch;
}

const kindRank: Readonly<Record<NameKind, number>> = { product: 0, name: 1, former: 2, domain: 3 };

/** Everything products are called, folded, with whom it may mean. */
function indexNames({ columns, readNames }: Catalogue): ReadonlyMap<string, readonly Named[]> {
  const { products, texts, kinds } = readNames();
  const index = new Map<string, Named[]>();
  texts.forEach((text, entry) => {
    const kind = kinds[entry]!;
    if (kind === 'domain') return;
    const named = { product: products[entry]!, kind };
    const others = index.get(text);
    if (!others) index.set(text, [named]);
    else if (!others.some(({ product }) => product === named.product)) others.push(named);
  });
  for (const list of index.values()) {
    list.sort(
      (a, b) =>
        kindRank[a.kind] - kindRank[b.kind] || columns.fame[b.product]! - columns.fame[a.product]!,
    );
  }
  return index;
}

export const unknownMatch = (reason: string): FinderMatch => ({
  certainty: 'unknown',
  product: null,
  alternatives: [],
  reason,
});

const whatItIs: Readonly<Record<NameKind, string>> = {
  product: 'is the product’s name',
  name: 'is another name of the product',
  former: 'is a former name of the product',
  domain: 'is the product’s domain',
};

/** Names in lists and ledgers, matched with what the catalogue calls its products. */
export function createNameMatcher(catalogue: Catalogue, search: SearchEngine): NameMatcher {
  const { columns } = catalogue;
  let index: ReadonlyMap<string, readonly Named[]> | undefined;
  const called = (name: string): readonly Named[] =>
    (index ??= indexNames(catalogue)).get(fold(name)) ?? [];
  const slugs = (products: readonly number[]): string[] =>
    products.slice(0, MOST_ALTERNATIVES).map((product) => columns.ids[product]!);

  const certain = (found: readonly Named[], how: string): FinderMatch | undefined => {
    const [best, next] = found;
    if (!best) return undefined;
    // Two products that both go by this name now cannot be told apart by it.
    const isShared = next?.kind === best.kind;
    return {
      certainty: isShared ? 'doubtful' : 'sure',
      product: columns.ids[best.product]!,
      alternatives: slugs(found.slice(1).map(({ product }) => product)),
      reason: isShared ? `${found.length} products go by this name` : how,
    };
  };

  const doubtful = (found: readonly number[], reason: string): FinderMatch | undefined =>
    found.length === 0
      ? undefined
      : {
          certainty: 'doubtful',
          product: columns.ids[found[0]!]!,
          alternatives: slugs(found.slice(1)),
          reason,
        };

  const byFirstWords = (words: readonly string[]): FinderMatch | undefined => {
    for (let length = words.length - 1; length > 0; length--) {
      const start = words.slice(0, length).join(' ');
      if (start.length < SHORTEST_FIRST_WORD) break;
      const found = called(start).map(({ product }) => product);
      const match = doubtful(found, `begins with the name “${start}”, but goes on`);
      if (match) return match;
    }
    return undefined;
  };

  const byWords = (words: readonly string[]): FinderMatch | undefined => {
    const hits = search.match(words.join(' '));
    const strong: number[] = [];
    for (let at = 0; hits && at < hits.products.length && strong.length < 6; at++) {
      if (hits.scores[at]! < STRONG_HIT) break;
      const product = hits.products[at]!;
      const own = new Set(fold(catalogue.repository.row(product).name).split(' '));
      // A hit by category or by the middle of a word is no name.
      if (words.every((word) => own.has(word))) strong.push(product);
    }
    return doubtful(strong, 'the names have these words in common');
  };

  return {
    called,
    match(name) {
      const owners = called(name);
      const exact = certain(owners, whatItIs[owners[0]?.kind ?? 'product']);
      if (exact) return exact;
      // Card statements write "VENDOR *ORDER NUMBER".
      const merchant = name.split('*')[0] ?? name;
      const words = fold(merchant)
        .split(' ')
        .filter((word) => word !== '');
      const own = [...words];
      while (own.length > 1 && companyForms.has(own.at(-1)!)) own.pop();
      if (merchant === name && own.length > 0 && own.length < words.length) {
        const match = certain(
          called(own.join(' ')),
          'is the product’s name with a form of company',
        );
        if (match) return match;
      }
      if (own.length > 0 && merchant !== name) {
        const found = called(own.join(' ')).map(({ product }) => product);
        const match = doubtful(found, 'what stands before the star is the product’s name');
        if (match) return match;
      }
      return (
        byFirstWords(own) ??
        (own.length > 0 ? byWords(own) : undefined) ??
        unknownMatch('no product in the catalogue has this name')
      );
    },
  };
}
