import type { Handlers, Output } from '../../../shared/contract/contract.ts';
import { directions } from '../../../shared/domain/catalogue.ts';
import { MOST_CONNECTED, MOST_PAIRS } from '../../../shared/landscape/contract.ts';
import { Refusal } from '../../../shared/result.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';

type LandscapeHandlers = Pick<Handlers, Extract<keyof Handlers, `landscape:${string}`>>;

/** Every two products that integrate, once, whatever the number of integrations between them. */
function* distinctPairs(catalogue: Catalogue): Generator<readonly [number, number]> {
  const { columns } = catalogue;
  const { size, from, to } = catalogue.links();
  const seen = new Set<number>();
  for (let link = 0; link < size; link++) {
    const a = Math.min(from[link]!, to[link]!);
    const b = Math.max(from[link]!, to[link]!);
    const key = a * columns.size + b;
    if (a === b || seen.has(key)) continue;
    seen.add(key);
    yield [a, b];
  }
}

/** How many others each product sends data to, gets it from, or works with in an unknown direction. */
function countWays(catalogue: Catalogue) {
  const { columns } = catalogue;
  const links = catalogue.links();
  const forward = directions.indexOf('forward');
  const both = directions.indexOf('both');
  return (product: number): { sends: number; gets: number; unknown: number } => {
    const sends = new Set<number>();
    const gets = new Set<number>();
    const known = new Set<number>();
    for (let at = links.starts[product]!; at < links.starts[product + 1]!; at++) {
      const link = links.touching[at]!;
      const isFrom = links.from[link] === product;
      const other = isFrom ? links.to[link]! : links.from[link]!;
      known.add(other);
      const direction = links.direction[link];
      if (direction === both || (direction === forward && isFrom)) sends.add(other);
      if (direction === both || (direction === forward && !isFrom)) gets.add(other);
    }
    const unknown = [...known].filter((other) => !sends.has(other) && !gets.has(other)).length;
    return { sends: sends.size, gets: gets.size, unknown: columns.degree[product] ? unknown : 0 };
  };
}

function numbers(catalogue: Catalogue): Output<'landscape:numbers'> {
  const { columns, repository } = catalogue;
  const count = columns.categoryIds.length;
  const products = new Uint32Array(count);
  const all = new Uint32Array(count);
  for (let product = 0; product < columns.size; product++) {
    products[columns.primaryCategory[product]!]!++;
    const { starts, values } = columns.categories;
    for (let at = starts[product]!; at < starts[product + 1]!; at++) all[values[at]!]!++;
  }
  const cells = new Map<number, number>();
  let pairs = 0;
  for (const [a, b] of distinctPairs(catalogue)) {
    pairs++;
    const p = columns.primaryCategory[a]!;
    const q = columns.primaryCategory[b]!;
    const key = Math.min(p, q) * count + Math.max(p, q);
    cells.set(key, (cells.get(key) ?? 0) + 1);
  }
  const possible = (a: number, b: number): number =>
    a === b ? (products[a]! * (products[a]! - 1)) / 2 : products[a]! * products[b]!;
  const ways = countWays(catalogue);
  const byDegree = Array.from({ length: columns.size }, (_, product) => product)
    .filter((product) => columns.degree[product]! > 0)
    .sort(
      (a, b) =>
        columns.degree[b]! - columns.degree[a]! || columns.nameRank[a]! - columns.nameRank[b]!,
    );
  const connected = byDegree.slice(0, MOST_CONNECTED);
  return {
    categories: columns.categoryIds.map((id, at) => ({
      id,
      name: columns.categoryNames[at]!,
      groupId: columns.categoryGroups[at]!,
      products: products[at]!,
      all: all[at]!,
    })),
    cells: [...cells].map(([key, found]) => {
      const a = Math.floor(key / count);
      const b = key % count;
      return { a, b, pairs: found, density: found / Math.max(1, possible(a, b)) };
    }),
    connected: repository
      .rows(connected)
      .map((product, at) => ({ product, ...ways(connected[at]!) })),
    pairs,
    alone: columns.size - byDegree.length,
  };
}

/** Numbers about the landscape as a whole: O(products + integrations), once for each catalogue. */
export function createLandscapeHandlers(catalogue: Catalogue): LandscapeHandlers {
  const { columns, repository } = catalogue;
  let counted: Output<'landscape:numbers'> | undefined;
  return {
    'landscape:numbers': () => (counted ??= numbers(catalogue)),
    'landscape:pairs': ({ a, b }) => {
      const [p, q] = [a, b].map((id) => {
        const index = columns.categoryIds.indexOf(id);
        if (index < 0) throw new Refusal('not-found', `There is no category “${id}”.`);
        return index;
      });
      const found = [...distinctPairs(catalogue)].filter(([x, y]) => {
        const [s, t] = [columns.primaryCategory[x], columns.primaryCategory[y]];
        return (s === p && t === q) || (s === q && t === p);
      });
      const fame = ([x, y]: readonly [number, number]): number =>
        columns.fame[x]! + columns.fame[y]!;
      const first = found.sort((x, y) => fame(y) - fame(x)).slice(0, MOST_PAIRS);
      const ref = (product: number) => {
        const { id, name } = repository.row(product);
        return { id, name };
      };
      return { total: found.length, first: first.map(([x, y]) => ({ from: ref(x), to: ref(y) })) };
    },
  };
}
