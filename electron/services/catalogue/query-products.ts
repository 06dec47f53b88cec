import type {
  Facets,
  ProductPage,
  ProductQuery,
  UnderstoodTerm,
} from '../../../shared/domain/query.ts';
import type { PersonalMark } from '../../../shared/domain/personal.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { createQueryReader } from '../search/read-query.ts';
import type { SearchEngine } from '../search/search-engine.ts';
import { filterProducts } from './filter-products.ts';
import { narrowByMarks } from './narrow-by-marks.ts';
import { createProductOrders, sortProducts } from './product-orders.ts';
import { createStackFit } from './stack-fit.ts';

/** Scrolling one list asks for many pages of the same order; going back to a view asks again. */
const KEPT_RESULTS = 8;

export interface ResultOrder {
  readonly products: Uint32Array;
  readonly facets: Facets;
  readonly terms: readonly UnderstoodTerm[];
  readonly problems: readonly string[];
  /** Products of the stack each integrates with, by product index. */
  readonly fit?: Uint16Array;
}

export type ProductFinder = (query: Omit<ProductQuery, 'offset' | 'limit'>) => ResultOrder;

/**
 * Searches, filters, counts and sorts in memory; keeps the last results.
 * @param marksOf what the person keeps about products now; asked for at every question
 */
export function createProductFinder(
  catalogue: Catalogue,
  search: SearchEngine,
  marksOf: () => readonly PersonalMark[] = () => [],
): ProductFinder {
  const { columns } = catalogue;
  const orderOfAll = createProductOrders(columns);
  const kept = new Map<string, ResultOrder>();

  const readQuery = createQueryReader(catalogue, search);
  const stackFit = createStackFit(catalogue);

  /** What the words ask for, before terms and filters narrow it. */
  const candidates = (
    text: string,
    sort: ProductQuery['sort'],
    fit: Uint16Array | undefined,
    alike: Uint32Array | null,
  ): Uint32Array => {
    const matches = search.match(text);
    if (matches === null) {
      // Whoever looks at the whole list is likely to type next.
      search.warmUp();
      if (sort === 'relevance' && alike) return alike;
      return sort === 'stack-fit'
        ? sortProducts(columns, columns.byName, sort, fit)
        : orderOfAll(sort);
    }
    return sort === 'relevance'
      ? matches.products
      : sortProducts(columns, matches.products, sort, fit);
  };

  const find = (
    { text, filter, sort, stack }: Parameters<ProductFinder>[0],
    marks: readonly PersonalMark[],
  ): ResultOrder => {
    const fit = stack && stack.length > 0 ? stackFit(stack) : undefined;
    const { keeps, order, terms, problems, ...read } = readQuery(text, fit);
    const asked = candidates(read.text, sort, fit, order);
    const kept = keeps ? asked.filter(keeps) : asked;
    const own = narrowByMarks(columns, kept, filter, marks);
    const { products, facets } = filterProducts(columns, own.products, filter, fit);
    return {
      products,
      facets: { ...facets, ...own.facets },
      terms,
      problems,
      ...(fit ? { fit } : {}),
    };
  };

  return (query) => {
    const marks = marksOf();
    const own = marks.map(({ id, hidden, tags }) => [id, hidden, tags]);
    const key = JSON.stringify([query.text, query.filter, query.sort, query.stack, own]);
    const result = kept.get(key) ?? find(query, marks);
    // A map keeps the order of insertion, so the first key is the one used longest ago.
    kept.delete(key);
    kept.set(key, result);
    if (kept.size > KEPT_RESULTS) kept.delete(kept.keys().next().value!);
    return result;
  };
}

/** Answers `catalogue:query`: finds the products, then reads one page of them. */
export function createProductQuery(
  { repository }: Catalogue,
  find: ProductFinder,
): (query: ProductQuery) => ProductPage {
  return (query) => {
    const { products, facets, terms, problems, fit } = find(query);
    const shown = products.subarray(query.offset, query.offset + query.limit);
    const rows = repository.rows(shown);
    return {
      total: products.length,
      offset: query.offset,
      rows: fit ? rows.map((row, at) => ({ ...row, fit: fit[shown[at]!]! })) : rows,
      facets,
      terms: [...terms],
      problems: [...problems],
    };
  };
}
