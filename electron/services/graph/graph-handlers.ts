import type { Handlers, Output } from '../../../shared/contract/contract.ts';
import { directions, integrationKinds } from '../../../shared/domain/catalogue.ts';
import type { IntegrationKind } from '../../../shared/domain/catalogue.ts';
import type { Link } from '../../../shared/domain/product.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { otherEnd } from '../../store/catalogue/links.ts';
import { knownProducts, requireProduct } from '../catalogue/find-product.ts';

type GraphHandlers = Pick<Handlers, 'graph:between' | 'graph:neighbourhood'>;

/** Handlers for what connects products: among a set of them, and around one. */
export function createGraphHandlers(catalogue: Catalogue): GraphHandlers {
  return {
    'graph:between': ({ ids }) => linksBetween(catalogue, ids),
    'graph:neighbourhood': ({ id, kinds, limit }) =>
      neighbourhood(
        catalogue,
        requireProduct(catalogue.columns, id),
        // No kind chosen means all of them; a graph of nothing would help nobody.
        kinds === undefined || kinds.length === 0 ? allKinds : kindMask(kinds),
        limit,
      ),
  };
}

const allKinds = 2 ** integrationKinds.length - 1;

function kindMask(kinds: readonly IntegrationKind[]): number {
  return kinds.reduce((mask, kind) => mask | (1 << integrationKinds.indexOf(kind)), 0);
}

/** Every link among the products that exist, of whatever kind. */
export function linksBetween(catalogue: Catalogue, ids: readonly string[]): Link[] {
  return linksAmong(catalogue, knownProducts(catalogue.columns, ids), allKinds);
}

/** Every link whose ends are both in the set, each once, in the catalogue's order. */
function linksAmong(catalogue: Catalogue, products: readonly number[], mask: number): Link[] {
  const { columns } = catalogue;
  const links = catalogue.links();
  const inside = new Uint8Array(columns.size);
  for (const product of products) inside[product] = 1;
  const found: number[] = [];
  for (const product of new Set(products)) {
    for (let at = links.starts[product]!; at < links.starts[product + 1]!; at++) {
      const link = links.touching[at]!;
      // Each link is met from both ends and taken at its first.
      if (links.from[link] !== product || inside[links.to[link]!] === 0) continue;
      if (mask & (1 << links.kind[link]!)) found.push(link);
    }
  }
  return found
    .sort((a, b) => a - b)
    .map((link) => ({
      from: columns.ids[links.from[link]!]!,
      to: columns.ids[links.to[link]!]!,
      kind: integrationKinds[links.kind[link]!]!,
      direction: directions[links.direction[link]!]!,
      sources: links.sources[link]!,
    }));
}

function neighbourhood(
  catalogue: Catalogue,
  product: number,
  mask: number,
  limit: number,
): Output<'graph:neighbourhood'> {
  const { columns, repository } = catalogue;
  const links = catalogue.links();
  const neighbours = new Set<number>();
  for (let at = links.starts[product]!; at < links.starts[product + 1]!; at++) {
    const link = links.touching[at]!;
    if (mask & (1 << links.kind[link]!)) neighbours.add(otherEnd(links, link, product));
  }
  const shown = [...neighbours]
    .sort(
      (a, b) =>
        columns.degree[b]! - columns.degree[a]! || columns.nameRank[a]! - columns.nameRank[b]!,
    )
    .slice(0, limit);
  const products = [product, ...shown];
  return {
    products: repository.rows(products),
    links: linksAmong(catalogue, products, mask),
    total: neighbours.size,
  };
}
