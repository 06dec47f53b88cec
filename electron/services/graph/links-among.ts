import { directions, integrationKinds } from '../../../shared/domain/catalogue.ts';
import type { Link } from '../../../shared/domain/product.ts';
import { otherEnd } from '../../store/catalogue/links.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { knownProducts } from '../catalogue/find-product.ts';

/** Every kind of integration, as a mask with one bit for each. */
export const allKinds = 2 ** integrationKinds.length - 1;

/**
 * Every link among the products that exist, of whatever kind, each once, in the catalogue's order.
 * @param of only links with an end among these, which are some of the products
 */
export function linksBetween(
  catalogue: Catalogue,
  ids: readonly string[],
  of?: readonly string[],
): Link[] {
  const products = knownProducts(catalogue.columns, ids);
  if (of === undefined) return linksAmong(catalogue, products, allKinds);
  const inside = marked(catalogue, products);
  const links = catalogue.links();
  const found = new Set<number>();
  for (const product of knownProducts(catalogue.columns, of)) {
    for (let at = links.starts[product]!; at < links.starts[product + 1]!; at++) {
      const link = links.touching[at]!;
      if (inside[otherEnd(links, link, product)] === 1) found.add(link);
    }
  }
  return [...found].sort((a, b) => a - b).map((link) => linkOf(catalogue, link));
}

/** One for each product of the catalogue: 1 for those given. */
function marked({ columns }: Catalogue, products: readonly number[]): Uint8Array {
  const inside = new Uint8Array(columns.size);
  for (const product of products) inside[product] = 1;
  return inside;
}

/** Numbers of the links whose ends are both in the set, each once, ascending. */
export function linkNumbersAmong(
  catalogue: Catalogue,
  products: readonly number[],
  mask = allKinds,
): number[] {
  const links = catalogue.links();
  const inside = marked(catalogue, products);
  const found: number[] = [];
  for (const product of new Set(products)) {
    for (let at = links.starts[product]!; at < links.starts[product + 1]!; at++) {
      const link = links.touching[at]!;
      // Each link is met from both ends and taken at its first.
      if (links.from[link] !== product || inside[links.to[link]!] === 0) continue;
      if (mask & (1 << links.kind[link]!)) found.push(link);
    }
  }
  return found.sort((a, b) => a - b);
}

/** A link by its number. */
export function linkOf({ columns, links: index }: Catalogue, link: number): Link {
  const links = index();
  return {
    from: columns.ids[links.from[link]!]!,
    to: columns.ids[links.to[link]!]!,
    kind: integrationKinds[links.kind[link]!]!,
    direction: directions[links.direction[link]!]!,
    sources: links.sources[link]!,
  };
}

/** Every link whose ends are both in the set, each once, in the catalogue's order. */
export function linksAmong(
  catalogue: Catalogue,
  products: readonly number[],
  mask: number,
): Link[] {
  return linkNumbersAmong(catalogue, products, mask).map((link) => linkOf(catalogue, link));
}
