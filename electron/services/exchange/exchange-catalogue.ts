import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { knownProducts } from '../catalogue/find-product.ts';
import { linksBetween } from '../graph/graph-handlers.ts';
import type { Icon, Link, ProductRow } from '../../../shared/domain/product.ts';

/** What in and out need of the catalogue. */
export interface ExchangeCatalogue {
  /** Rows of the products that exist; unknown ids are left out. */
  readonly rows: (ids: readonly string[]) => readonly ProductRow[];
  /** Integrations known among the products. */
  readonly linksBetween: (ids: readonly string[]) => readonly Link[];
  readonly icons: (slugs: readonly string[]) => readonly Icon[];
  /** Names of all categories by id. */
  readonly categoryNames: () => ReadonlyMap<string, string>;
}

export function exchangeCatalogue(catalogue: Catalogue): ExchangeCatalogue {
  const { columns, repository } = catalogue;
  let names: ReadonlyMap<string, string> | undefined;
  return {
    rows: (ids) => repository.rows(knownProducts(columns, ids)),
    linksBetween: (ids) => linksBetween(catalogue, ids),
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
