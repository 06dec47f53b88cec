import { adjacencyOf, partsOf, targetsOf, type Adjacency, type Arc } from './adjacency.ts';
import { lightestCover, type Cover } from './set-cover.ts';

export const objectives = ['count', 'cost'] as const;
/** Whether as few products as possible are kept, or the cheapest. */
export type Objective = (typeof objectives)[number];

export interface KeptProduct {
  /** All categories, the primary one first. */
  readonly categories: readonly string[];
  /** A year's cost; null where none is entered. */
  readonly yearlyCost: number | null;
}

/** What it would mean to let one product go. */
export interface Cut {
  readonly product: number;
  /** Categories that nothing else of the stack has. */
  readonly loses: readonly string[];
  /** Products that it is connected with, and those of them that are left with no connection. */
  readonly connections: readonly number[];
  readonly stranded: readonly number[];
}

export interface Overlap {
  readonly a: number;
  readonly b: number;
  readonly categories: readonly string[];
}

export interface SmallestStack {
  readonly cover: Cover;
  /** Required categories that no product of the stack has. */
  readonly missing: readonly string[];
  /** Products that could go, the one with the most to lose last. */
  readonly cuts: readonly Cut[];
  /** Of all cuts together: connections, connected pairs and categories before and after. */
  readonly connections: readonly [before: number, after: number];
  readonly pairs: readonly [before: number, after: number];
  readonly categories: readonly [before: number, after: number];
  /** Cost that products without one are taken to have; null where every product has one or none has. */
  readonly assumedCost: number | null;
}

/**
 * Costs to compare by. Products with no cost entered are taken to cost the average of the others:
 * for nothing they would always be kept.
 */
export function comparableCosts(costs: readonly (number | null)[]): {
  readonly costs: readonly number[];
  readonly assumed: number | null;
} {
  const entered = costs.filter((cost) => cost !== null);
  if (entered.length === 0) return { costs: costs.map(() => 1), assumed: null };
  const average = entered.reduce((sum, cost) => sum + cost, 0) / entered.length;
  return {
    costs: costs.map((cost) => cost ?? average),
    assumed: entered.length === costs.length ? null : average,
  };
}

/** Share of the largest cost by which each product weighs more, so that of equals the fewer win. */
const TIE = 1e-6;

function cutsOf(products: readonly KeptProduct[], graph: Adjacency, kept: ReadonlySet<number>) {
  const having = new Map<string, number>();
  for (const { categories } of products) {
    for (const category of categories) having.set(category, (having.get(category) ?? 0) + 1);
  }
  return products
    .map((_, product) => product)
    .filter((product) => !kept.has(product))
    .map((product): Cut => {
      const connections = [...targetsOf(graph, product)];
      return {
        product,
        loses: products[product]!.categories.filter((category) => having.get(category) === 1),
        connections,
        stranded: connections.filter((other) => targetsOf(graph, other).length === 1),
      };
    })
    .sort(
      (a, b) =>
        a.loses.length - b.loses.length ||
        a.connections.length - b.connections.length ||
        a.product - b.product,
    );
}

/** Pairs that are connected over any number of steps among the products that are kept. */
function connectedPairs(graph: Adjacency, kept: ReadonlySet<number>): number {
  const arcs: Arc[] = [];
  for (const from of kept) {
    for (const to of targetsOf(graph, from)) if (kept.has(to)) arcs.push([from, to]);
  }
  const { sizes } = partsOf(adjacencyOf(graph.size, arcs));
  return sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

/** The fewest or cheapest products that still cover what is required, and what the rest would cost. */
export function smallestStack(
  products: readonly KeptProduct[],
  graph: Adjacency,
  required: readonly string[],
  objective: Objective,
): SmallestStack {
  const present = new Set(products.flatMap(({ categories }) => categories));
  const wanted = [...new Set(required)].filter((category) => present.has(category));
  const numberOf = new Map(wanted.map((category, at) => [category, at]));
  const { costs, assumed } = comparableCosts(products.map(({ yearlyCost }) => yearlyCost));
  const tie = Math.max(1, ...costs) * TIE;
  const cover = lightestCover(
    wanted.length,
    products.map(({ categories }, place) => ({
      weight: objective === 'count' ? 1 : costs[place]! + tie,
      elements: categories.flatMap((category) => numberOf.get(category) ?? []),
    })),
  );
  const kept = new Set(cover.chosen);
  const among = (inside: (place: number) => boolean): number => {
    let arcs = 0;
    for (let from = 0; from < graph.size; from++) {
      if (inside(from)) arcs += [...targetsOf(graph, from)].filter(inside).length;
    }
    return arcs / 2;
  };
  const everything = new Set(products.keys());
  return {
    cover,
    missing: required.filter((category) => !present.has(category)),
    cuts: cutsOf(products, graph, kept),
    connections: [among(() => true), among((place) => kept.has(place))],
    pairs: [connectedPairs(graph, everything), connectedPairs(graph, kept)],
    categories: [
      present.size,
      new Set(cover.chosen.flatMap((place) => products[place]!.categories)).size,
    ],
    assumedCost: objective === 'cost' ? assumed : null,
  };
}

/** Products that have categories in common, those with the most first. */
export function overlapsOf(products: readonly Pick<KeptProduct, 'categories'>[]): Overlap[] {
  const overlaps: Overlap[] = [];
  products.forEach(({ categories }, a) => {
    for (let b = a + 1; b < products.length; b++) {
      const both = categories.filter((category) => products[b]!.categories.includes(category));
      if (both.length > 0) overlaps.push({ a, b, categories: both });
    }
  });
  return overlaps.sort(
    (x, y) => y.categories.length - x.categories.length || x.a - y.a || x.b - y.b,
  );
}
