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
 * `relevance`, the best known first.
 */
export function sortProducts(
  columns: Columns,
  products: Uint32Array,
  sort: SortOrder,
): Uint32Array {
  const weight = weights(columns, sort);
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

function weights(columns: Columns, sort: SortOrder): (product: number) => number {
  switch (sort) {
    case 'name':
      return () => 0;
    case 'integrations':
      return (product) => Math.min(MAX_WEIGHT, columns.degree[product]!);
    case 'sources':
      return (product) => columns.sources[product]!;
    case 'relevance':
      return (product) => Math.round(columns.fame[product]! * MAX_WEIGHT);
  }
}
