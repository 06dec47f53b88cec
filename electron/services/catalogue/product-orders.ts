import type { SortOrder } from '../../../shared/domain/query.ts';
import type { Columns } from '../../store/catalogue/columns.ts';

/**
 * Orders of the whole catalogue, made when first asked for and kept. Names settle every tie, so
 * that a list never changes between two pages.
 */
export function createProductOrders(columns: Columns): (sort: SortOrder) => Uint32Array {
  const made = new Map<SortOrder, Uint32Array>();
  return (sort) => {
    let order = made.get(sort);
    if (!order) made.set(sort, (order = sortProducts(columns, columns.byName, sort)));
    return order;
  };
}

/**
 * Puts products in order: by name, by number of integrations or of sources (most first), or, for
 * `relevance`, the best known first; by `stack-fit` the number of products of a stack it integrates
 * with, the best known first among equals.
 * @param fit  that number, by product; none without a stack
 */
export function sortProducts(
  columns: Columns,
  products: Uint32Array,
  sort: SortOrder,
  fit?: Uint16Array,
): Uint32Array {
  const weight = weights(columns, sort, fit);
  // One number per product, weight before name: sorting numbers is several times faster than
  // sorting with a comparison of our own. Weights are below 2^21 and names below 2^32, so both
  // fit the 53 bits of a number.
  const keys = new Float64Array(products.length);
  products.forEach((product, at) => {
    keys[at] = (MAX_WEIGHT - weight(product)) * 2 ** 32 + columns.nameRank[product]!;
  });
  keys.sort();
  return Uint32Array.from(keys, (key) => columns.byName[key % 2 ** 32]!);
}

const MAX_WEIGHT = 2 ** 21 - 1;

function weights(
  columns: Columns,
  sort: SortOrder,
  fit: Uint16Array | undefined,
): (product: number) => number {
  switch (sort) {
    case 'name':
      return () => 0;
    case 'integrations':
      return (product) => Math.min(MAX_WEIGHT, columns.degree[product]!);
    case 'sources':
      return (product) => columns.sources[product]!;
    case 'relevance':
      return (product) => Math.round(columns.fame[product]! * MAX_WEIGHT);
    case 'stack-fit':
      // Eleven bits of fit above ten of fame.
      return (product) =>
        Math.min(2047, fit?.[product] ?? 0) * 1024 + Math.round(columns.fame[product]! * 1023);
  }
}
