import { buildSearchIndex, type SearchIndex } from '../../../shared/search/search-index.ts';
import { searchProducts, type SearchMatches } from '../../../shared/search/search-products.ts';
import { parseSearchQuery } from '../../../shared/search/search-query.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';

export interface SearchEngine {
  /**
   * Products that a text may mean, best first, scores 0..1.
   * @returns null for a blank text, which asks for nothing in particular
   */
  readonly match: (text: string) => SearchMatches | null;
  /** Builds the index soon, so that the first letter typed need not wait for it. */
  readonly warmUp: () => void;
}

/** A list and its facets ask for the same text again and again while filters change. */
const KEPT_MATCHES = 4;

const nothing: SearchMatches = { products: new Uint32Array(), scores: new Float32Array() };

/** Search over one catalogue. The index is built when first needed. */
export function createSearchEngine(catalogue: Catalogue): SearchEngine {
  let index: SearchIndex | undefined;
  let warming = false;
  const kept = new Map<string, SearchMatches>();
  return {
    warmUp: () => {
      if (index || warming) return;
      warming = true;
      setImmediate(() => {
        if (catalogue.isOpen()) index ??= indexOf(catalogue);
      });
    },

    match: (text) => {
      if (text.trim() === '') return null;
      const known = kept.get(text);
      if (known) return known;
      const query = parseSearchQuery(text);
      if (query === null) return nothing;
      index ??= indexOf(catalogue);
      const matches = searchProducts(index, query);
      kept.set(text, matches);
      if (kept.size > KEPT_MATCHES) kept.delete(kept.keys().next().value!);
      return matches;
    },
  };
}

function indexOf({ columns, readNames }: Catalogue): SearchIndex {
  return buildSearchIndex({
    ...readNames(),
    size: columns.size,
    fame: columns.fame,
    categories: columns.categories,
    // The id of a category is what people call it for short: "cdp", "abm", "crm".
    categoryNames: columns.categoryNames.map((name, at) => `${name} ${columns.categoryIds[at]!}`),
  });
}
