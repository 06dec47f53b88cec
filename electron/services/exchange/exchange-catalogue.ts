import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { knownProducts } from '../catalogue/find-product.ts';
import { createImportMatcher } from '../import/import-matches.ts';
import type { SearchEngine } from '../search/search-engine.ts';
import { linksBetween } from '../graph/links-among.ts';
import type { Icon, Link, ProductRow } from '../../../shared/domain/product.ts';

/** What in and out need of the catalogue. */
export interface ExchangeCatalogue {
  /** Rows of the products that exist; unknown ids are left out. */
  readonly rows: (ids: readonly string[]) => readonly ProductRow[];
  /** Integrations known among the products. */
  readonly linksBetween: (ids: readonly string[]) => readonly Link[];
  /**
   * The product that each shape surely is, by its id, else by its name or domain; null where that is
   * not sure.
   */
  readonly recognise: (
    shapes: readonly { readonly id: string | null; readonly name: string }[],
  ) => readonly (ProductRow | null)[];
  readonly icons: (slugs: readonly string[]) => readonly Icon[];
  /** Names of all categories by id. */
  readonly categoryNames: () => ReadonlyMap<string, string>;
}

export function exchangeCatalogue(catalogue: Catalogue, search: SearchEngine): ExchangeCatalogue {
  const { columns, repository } = catalogue;
  const match = createImportMatcher(catalogue, search);
  let names: ReadonlyMap<string, string> | undefined;
  return {
    rows: (ids) => repository.rows(knownProducts(columns, ids)),
    linksBetween: (ids) => linksBetween(catalogue, ids),
    recognise: (shapes) =>
      shapes.map(({ id, name }) => {
        const own = id === null ? undefined : columns.indexOf.get(id);
        if (own !== undefined) return repository.row(own);
        const { state, products } = match({ name, homepage: null }, false);
        const [first] = products;
        const index = state === 'same' && first ? columns.indexOf.get(first.id) : undefined;
        return index === undefined ? null : repository.row(index);
      }),
    icons: (slugs) => repository.icons(slugs),
    // The catalogue does not change while it is open.
    categoryNames: () =>
      (names ??= new Map(
        repository
          .taxonomy()
          .flatMap((group) => group.categories.map(({ id, name }) => [id, name])),
      )),
  };
}
