import type { PersonalMark } from '../../../shared/domain/personal.ts';
import type { Facets, ProductFilter } from '../../../shared/domain/query.ts';
import type { Columns } from '../../store/catalogue/columns.ts';
import { knownProducts } from './find-product.ts';
import { filterProducts } from './filter-products.ts';

export interface Narrowed {
  readonly products: Uint32Array;
  readonly facets: Pick<Facets, 'hidden' | 'tags'>;
}

/**
 * Takes hidden products out of a list unless the filter asks for them, and keeps only those with
 * one of the tags it names. The counts are of what would be listed if hidden ones were shown, or a
 * tag were chosen, all else staying as it is.
 * @param candidates product indexes in the order wanted, which stays
 * @param marks what a person keeps about products; without any nothing is counted
 */
export function narrowByMarks(
  columns: Columns,
  candidates: Uint32Array,
  filter: ProductFilter,
  marks: readonly PersonalMark[],
): Narrowed {
  const wanted = filter.tags ?? [];
  if (marks.length === 0 && wanted.length === 0) return { products: candidates, facets: {} };
  const hidden = new Set<number>();
  const tagged = new Map<string, Set<number>>();
  for (const { id, hidden: isHidden, tags } of marks) {
    for (const product of knownProducts(columns, [id])) {
      if (isHidden) hidden.add(product);
      for (const tag of tags) tagged.set(tag, (tagged.get(tag) ?? new Set()).add(product));
    }
  }
  const isShown = (product: number): boolean => filter.showHidden === true || !hidden.has(product);
  const hasWanted = (product: number): boolean =>
    wanted.length === 0 || wanted.some((tag) => tagged.get(tag)?.has(product));
  const listed = (products: Uint32Array): number =>
    filterProducts(columns, products, filter).products.length;
  return {
    products: candidates.filter((product) => isShown(product) && hasWanted(product)),
    facets: {
      hidden: listed(candidates.filter((product) => hidden.has(product) && hasWanted(product))),
      tags: Object.fromEntries(
        [...tagged].map(([tag, products]) => [
          tag,
          listed(candidates.filter((product) => products.has(product) && isShown(product))),
        ]),
      ),
    },
  };
}
