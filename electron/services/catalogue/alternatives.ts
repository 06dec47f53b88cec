import type { Output } from '../../../shared/contract/contract.ts';
import { integrationKinds } from '../../../shared/domain/catalogue.ts';
import { flag, listHas, type Columns } from '../../store/catalogue/columns.ts';
import { otherEnd, type LinkIndex } from '../../store/catalogue/links.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';

/** A product that could take the place of another, and how much speaks for it. */
export interface Alternative {
  readonly product: number;
  readonly score: number;
  readonly sharedIntegrations: number;
}

/** A primary category says what a product is; a further one what it can do besides. */
const PRIMARY_WEIGHT = 2;
/** As many as a sentence can name. */
const NAMED_NEIGHBOURS = 3;

/**
 * Products that could take the place of one: those that share a category, ranked by how much of
 * their categories (weighted Jaccard, primary ones twice) and of their integration
 * neighbours (cosine) they share, the better known first among equals. Products that are no longer
 * sold come last. The product itself and the extensions that live inside it are never among them.
 */
export function rankAlternatives(catalogue: Catalogue, product: number): Alternative[] {
  const { columns } = catalogue;
  const links = catalogue.links();
  const neighbours = markNeighbours(columns, links, product);
  const own = extensionsOf(columns, links, product);
  const candidates: Alternative[] = [];
  for (let other = 0; other < columns.size; other++) {
    if (other === product || own.has(other)) continue;
    const likeness = categoryLikeness(columns, product, other);
    if (likeness === 0) continue;
    const shared = sharedNeighbours(columns, links, other, neighbours.marks, product).size;
    const cosine =
      shared === 0 ? 0 : shared / Math.sqrt(neighbours.count * Math.max(1, columns.degree[other]!));
    let score = 0.4 * likeness + 0.4 * cosine + 0.2 * columns.fame[other]!;
    // An add-on inside some other product seldom replaces a product that stands by itself.
    if (isExtension(columns, other) && !isExtension(columns, product)) score *= 0.4;
    if (columns.flags[other]! & flag.discontinued) score -= 2;
    candidates.push({ product: other, score, sharedIntegrations: shared });
  }
  return candidates.sort(
    (a, b) => b.score - a.score || columns.nameRank[a.product]! - columns.nameRank[b.product]!,
  );
}

/** The first alternatives of a product, each with the facts that speak for it. */
export function findAlternatives(
  catalogue: Catalogue,
  product: number,
  limit: number,
): Output<'catalogue:alternatives'> {
  const { columns, repository } = catalogue;
  const links = catalogue.links();
  const { marks } = markNeighbours(columns, links, product);
  return rankAlternatives(catalogue, product)
    .slice(0, limit)
    .map(({ product: other, sharedIntegrations }) => ({
      product: repository.row(other),
      sharedCategories: sharedCategories(columns, product, other),
      isSamePrimary: columns.primaryCategory[product] === columns.primaryCategory[other],
      sharedIntegrations,
      sharedWith: [...sharedNeighbours(columns, links, other, marks, product)]
        .sort((a, b) => columns.fame[b]! - columns.fame[a]! || a - b)
        .slice(0, NAMED_NEIGHBOURS)
        .map((index) => repository.row(index).name),
    }));
}

function isExtension(columns: Columns, product: number): boolean {
  return (columns.flags[product]! & flag.extension) !== 0;
}

/** Weighted Jaccard index of two products' categories, 0..1. */
function categoryLikeness(columns: Columns, a: number, b: number): number {
  const weight = (product: number, category: number): number =>
    columns.primaryCategory[product] === category
      ? PRIMARY_WEIGHT
      : listHas(columns.categories, product, category)
        ? 1
        : 0;
  const { starts, values } = columns.categories;
  let shared = 0;
  let all = 0;
  for (let at = starts[a]!; at < starts[a + 1]!; at++) {
    const other = weight(b, values[at]!);
    const mine = weight(a, values[at]!);
    shared += Math.min(mine, other);
    all += Math.max(mine, other);
  }
  if (shared === 0) return 0;
  for (let at = starts[b]!; at < starts[b + 1]!; at++) {
    if (weight(a, values[at]!) === 0) all += weight(b, values[at]!);
  }
  return shared / all;
}

function sharedCategories(columns: Columns, a: number, b: number): string[] {
  const { starts, values } = columns.categories;
  const shared: string[] = [];
  for (let at = starts[a]!; at < starts[a + 1]!; at++) {
    const category = values[at]!;
    if (listHas(columns.categories, b, category)) shared.push(columns.categoryIds[category]!);
  }
  return shared;
}

function markNeighbours(
  columns: Columns,
  links: LinkIndex,
  product: number,
): { marks: Uint8Array; count: number } {
  const marks = new Uint8Array(columns.size);
  let count = 0;
  for (let at = links.starts[product]!; at < links.starts[product + 1]!; at++) {
    const other = otherEnd(links, links.touching[at]!, product);
    if (marks[other] === 0) count++;
    marks[other] = 1;
  }
  return { marks, count };
}

/** Distinct marked neighbours of `product`, not counting `except`. */
function sharedNeighbours(
  columns: Columns,
  links: LinkIndex,
  product: number,
  marks: Uint8Array,
  except: number,
): ReadonlySet<number> {
  const seen = new Set<number>();
  if (columns.degree[product] === 0) return seen;
  for (let at = links.starts[product]!; at < links.starts[product + 1]!; at++) {
    const other = otherEnd(links, links.touching[at]!, product);
    if (marks[other] === 1 && other !== except) seen.add(other);
  }
  return seen;
}

/** Extensions that the catalogue says are installed in a product. */
function extensionsOf(columns: Columns, links: LinkIndex, product: number): ReadonlySet<number> {
  const plugin = integrationKinds.indexOf('plugin');
  const found = new Set<number>();
  for (let at = links.starts[product]!; at < links.starts[product + 1]!; at++) {
    const link = links.touching[at]!;
    const other = otherEnd(links, link, product);
    if (links.kind[link] === plugin && isExtension(columns, other)) found.add(other);
  }
  return found;
}
