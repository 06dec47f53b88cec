import type { Handlers, Output } from '../../../shared/contract/contract.ts';
import { integrationKinds } from '../../../shared/domain/catalogue.ts';
import type { IntegrationKind } from '../../../shared/domain/catalogue.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { otherEnd } from '../../store/catalogue/links.ts';
import { requireProduct } from '../catalogue/find-product.ts';
import { exportGraph } from './export-graph.ts';
import { linksAndFlows, productsAround } from './graph-surroundings.ts';
import { allKinds, linksAmong, linksBetween } from './links-among.ts';

type GraphHandlers = Pick<Handlers, Extract<keyof Handlers, `graph:${string}`>>;

/** Handlers for what connects products: among a set of them, and around one. */
export function createGraphHandlers(catalogue: Catalogue): GraphHandlers {
  const { columns } = catalogue;
  return {
    'graph:between': ({ ids, of }) => linksBetween(catalogue, ids, of),
    'graph:neighbourhood': ({ id, kinds, limit }) =>
      neighbourhood(
        catalogue,
        requireProduct(catalogue.columns, id),
        // No kind chosen means all of them; a graph of nothing would help nobody.
        kinds === undefined || kinds.length === 0 ? allKinds : kindMask(kinds),
        limit,
      ),
    'graph:links': ({ ids }) => linksAndFlows(catalogue, ids),
    'graph:around': (input) => productsAround(catalogue, input),
    'graph:export': (input, { signal }) =>
      exportGraph(
        input,
        new Map(columns.categoryIds.map((id, at) => [id, columns.categoryNames[at]!])),
        signal,
      ),
  };
}

function kindMask(kinds: readonly IntegrationKind[]): number {
  return kinds.reduce((mask, kind) => mask | (1 << integrationKinds.indexOf(kind)), 0);
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
