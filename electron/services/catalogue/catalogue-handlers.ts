import type { Handlers } from '../../../shared/contract/contract.ts';
import type { PersonalMark } from '../../../shared/domain/personal.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import type { SearchEngine } from '../search/search-engine.ts';
import { findAlternatives } from './alternatives.ts';
import { knownProducts, requireProduct } from './find-product.ts';
import { createLandscapeMap } from './landscape-map.ts';
import { createProductFinder, createProductQuery } from './query-products.ts';

type CatalogueHandlers = Pick<
  Handlers,
  | 'catalogue:stats'
  | 'catalogue:taxonomy'
  | 'catalogue:sources'
  | 'catalogue:doubts'
  | 'catalogue:query'
  | 'catalogue:product'
  | 'catalogue:rows'
  | 'catalogue:integrations'
  | 'catalogue:alternatives'
  | 'catalogue:icons'
  | 'catalogue:map'
  | 'catalogue:matches'
>;

/**
 * Handlers for everything about the catalogue but search by itself.
 * @param marksOf what the person keeps about products now, for lists that leave hidden ones out
 */
export function createCatalogueHandlers(
  catalogue: Catalogue,
  search: SearchEngine,
  marksOf: () => readonly PersonalMark[] = () => [],
): CatalogueHandlers {
  const { columns, repository } = catalogue;
  const find = createProductFinder(catalogue, search, marksOf);
  const query = createProductQuery(catalogue, find);
  const map = createLandscapeMap(catalogue, find);
  return {
    'catalogue:stats': () => repository.stats(),
    'catalogue:taxonomy': () => repository.taxonomy(),
    'catalogue:sources': () => repository.sources(),
    'catalogue:doubts': ({ limit }) => repository.doubts(limit),
    'catalogue:query': (input) => query(input),
    'catalogue:product': ({ id }) => repository.product(requireProduct(columns, id)),
    'catalogue:rows': ({ ids }) => repository.rows(knownProducts(columns, ids)),
    'catalogue:integrations': ({ id, with: other }) => {
      const product = requireProduct(columns, id);
      return other === undefined
        ? repository.integrations(product)
        : repository.integrationsBetween(product, requireProduct(columns, other));
    },
    'catalogue:alternatives': ({ id, limit }) =>
      findAlternatives(catalogue, requireProduct(columns, id), limit),
    'catalogue:icons': ({ slugs }) => repository.icons(slugs),
    'catalogue:map': () => map.data(),
    'catalogue:matches': (input) => map.matches(input),
  };
}
