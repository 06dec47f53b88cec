import type { Facets, ProductPage, ProductQuery } from '../../../shared/domain/query.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import type { SearchEngine } from '../search/search-engine.ts';
import { filterProducts } from './filter-products.ts';
import { createProductOrders, sortProducts } from './product-orders.ts';

/** Scrolling one list asks for many pages of the same order; going back to a view asks again. */
const KEPT_RESULTS = 8;

interface ResultOrder {
  readonly products: Uint32Array;
  readonly facets: Facets;
}

/** Answers `catalogue:query`: search, filter, count and sort in memory, then read one page. */
export function createProductQuery(
  catalogue: Catalogue,
  search: SearchEngine,
): (query: ProductQuery) => ProductPage {
  const { columns, repository } = catalogue;
  const orderOfAll = createProductOrders(columns);
  const kept = new Map<string, ResultOrder>();

  const find = ({ text, filter, sort }: ProductQuery): ResultOrder => {
    const matches = search.match(text);
    if (matches === null) {
      // Whoever looks at the whole list is likely to type next.
      search.warmUp();
      return filterProducts(columns, orderOfAll(sort), filter);
    }
    const ordered =
      sort === 'relevance' ? matches.products : sortProducts(columns, matches.products, sort);
    return filterProducts(columns, ordered, filter);
  };

  return (query) => {
    const key = JSON.stringify([query.text, query.filter, query.sort]);
    const result = kept.get(key) ?? find(query);
    // A map keeps the order of insertion, so the first key is the one used longest ago.
    kept.delete(key);
    kept.set(key, result);
    if (kept.size > KEPT_RESULTS) kept.delete(kept.keys().next().value!);
    return {
      total: result.products.length,
      offset: query.offset,
      rows: repository.rows(result.products.subarray(query.offset, query.offset + query.limit)),
      facets: result.facets,
    };
  };
}
