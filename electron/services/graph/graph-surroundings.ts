import type { Input, Output } from '../../../shared/contract/contract.ts';
import { confidenceLevels } from '../../../shared/domain/confidence.ts';
import { dataFlowsOf, type Stream } from '../../../shared/insights/data-flows.ts';
import { flowsOf } from '../../../shared/insights/flow.ts';
import { otherEnd } from '../../store/catalogue/links.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { knownProducts } from '../catalogue/find-product.ts';
import { linkNumbersAmong, linkOf } from './links-among.ts';

/** All integrations among products, how sure each is, and what is inferred to go along them. */
export function linksAndFlows(catalogue: Catalogue, ids: readonly string[]): Output<'graph:links'> {
  const { columns } = catalogue;
  const index = catalogue.links();
  const products = [...new Set(knownProducts(columns, ids))];
  const numbers = linkNumbersAmong(catalogue, products);
  const placeOf = new Map(products.map((product, place) => [product, place]));
  const links = numbers.map((link) => ({
    ...linkOf(catalogue, link),
    confidence: confidenceLevels[index.confidence[link]!]!,
  }));
  const streams = links.flatMap(({ kind, direction }, at): Stream[] => {
    const link = numbers[at]!;
    const [from, to] = [placeOf.get(index.from[link]!)!, placeOf.get(index.to[link]!)!];
    return Array.from(flowsOf(from, to, kind, direction), ([a, b]) => ({
      from: a,
      to: b,
      kind,
      stated: [],
    }));
  });
  const categories = products.map(
    (product) => columns.categoryIds[columns.primaryCategory[product]!]!,
  );
  const idOf = (place: number): string => columns.ids[products[place]!]!;
  return {
    links,
    flows: dataFlowsOf(categories, streams).map(({ from, to, inferred }) => ({
      from: idOf(from),
      to: idOf(to),
      data: [...inferred],
    })),
  };
}

/** One hop from some products, without those that are shown. O(links of all of them). */
export function productsAround(
  catalogue: Catalogue,
  { ids, shown, limit }: Input<'graph:around'>,
): Output<'graph:around'> {
  const { columns, repository } = catalogue;
  const links = catalogue.links();
  const centres = new Set(knownProducts(columns, ids));
  const inside = new Set([...knownProducts(columns, shown), ...centres]);
  const neighbours = (product: number): Set<number> => {
    const found = new Set<number>();
    for (let at = links.starts[product]!; at < links.starts[product + 1]!; at++) {
      found.add(otherEnd(links, links.touching[at]!, product));
    }
    return found;
  };
  // How many of the products that are shown each one beyond them integrates with.
  const joins = new Map<number, number>();
  for (const centre of centres) {
    for (const other of neighbours(centre)) if (!inside.has(other)) joins.set(other, 0);
  }
  for (const product of inside) {
    for (const other of neighbours(product)) {
      const known = joins.get(other);
      if (known !== undefined) joins.set(other, known + 1);
    }
  }
  const ranked = [...joins.keys()].sort(
    (a, b) =>
      joins.get(b)! - joins.get(a)! ||
      columns.degree[b]! - columns.degree[a]! ||
      columns.nameRank[a]! - columns.nameRank[b]!,
  );
  return {
    products: repository.rows(ranked.slice(0, limit)),
    more: Math.max(0, ranked.length - limit),
  };
}
