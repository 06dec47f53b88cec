import { dataKinds, type DataKind } from '../stack/vocabulary.ts';
import { adjacencyOf, isNextTo, shared, targetsOf, type Adjacency, type Arc } from './adjacency.ts';
import { carries, type DataFlow } from './data-flows.ts';
import { maskOf, showingCategories, usedBy } from './data-roles.ts';
import { dominatorsFrom } from './dominators.ts';
import { exitDrill } from './weak-points.ts';

export interface DrilledProduct {
  /** Main category. */
  readonly categoryId: string;
  readonly categories: readonly string[];
}

/** Connections of two products over the one that goes, and what is left of them. */
export interface Crossings {
  /** Pairs that are connected over it and not directly. */
  readonly all: number;
  /** Those of them that another product of the stack connects just as well. */
  readonly bridged: number;
  /** Those that are left with a longer way. */
  readonly longer: number;
  /** Products that bridge most of them, the best first. */
  readonly bridges: readonly number[];
}

/** What goes dark when one product vanishes; all numbers but the counts are places of products. */
export interface ExitEffect {
  readonly product: number;
  /** By kind of data: products that use it, get it now and would get it from nowhere. */
  readonly starved: readonly { readonly kind: DataKind; readonly products: readonly number[] }[];
  /** Flows of data that end or begin in it. */
  readonly flows: number;
  /** Categories that no other product of the stack has, even besides its purpose. */
  readonly capabilities: readonly string[];
  readonly pairs: number;
  readonly lostPairs: number;
  readonly crossings: Crossings;
}

const MOST_BRIDGES = 3;

/**
 * For each product the users of a kind of data that hang on it alone: with a source before all
 * writers, they are those that it dominates. One pass for all products instead of one for each.
 */
function starvedBy(
  kind: DataKind,
  products: readonly DrilledProduct[],
  flows: readonly DataFlow[],
  writers: readonly number[],
): number[][] {
  const size = products.length;
  const bit = maskOf([kind]);
  const source = size;
  const arcs: Arc[] = writers.map((writer) => [source, writer]);
  for (const flow of flows) if (carries(flow, kind)) arcs.push([flow.from, flow.to]);
  const last = dominatorsFrom(adjacencyOf(size + 1, arcs), source);
  const isWriter = new Set(writers);
  const starved: number[][] = products.map(() => []);
  products.forEach(({ categoryId }, user) => {
    const isUser = (usedBy(categoryId) & bit) !== 0 || showingCategories.includes(categoryId);
    // What records a kind itself is not left without it.
    if (!isUser || isWriter.has(user)) return;
    for (let at = last[user]!; at !== -1 && at !== source; at = last[at]!) starved[at]!.push(user);
  });
  return starved;
}

function crossingsOf(
  graph: Adjacency,
  node: number,
): Omit<Crossings, 'longer'> & {
  readonly left: number;
} {
  const around = targetsOf(graph, node);
  const bridging = new Map<number, number>();
  let all = 0;
  let bridged = 0;
  for (let i = 0; i < around.length; i++) {
    for (let j = i + 1; j < around.length; j++) {
      const [a, b] = [around[i]!, around[j]!];
      if (isNextTo(graph, a, b)) continue;
      all++;
      const others = shared(targetsOf(graph, a), targetsOf(graph, b)).filter((at) => at !== node);
      if (others.length > 0) bridged++;
      for (const other of others) bridging.set(other, (bridging.get(other) ?? 0) + 1);
    }
  }
  const bridges = [...bridging]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, MOST_BRIDGES)
    .map(([place]) => place);
  return { all, bridged, bridges, left: all - bridged };
}

/**
 * The drill for every product: what goes dark if its vendor vanishes. Ranked by products left
 * without data they use, then by capabilities gone, then by pairs with no path left.
 * @param writers products that write each kind of data
 * @param graph connections both ways
 */
export function exitEffects(
  products: readonly DrilledProduct[],
  flows: readonly DataFlow[],
  writers: Readonly<Record<DataKind, readonly number[]>>,
  graph: Adjacency,
): ExitEffect[] {
  const byKind = dataKinds.map((kind) => ({
    kind,
    starved: starvedBy(kind, products, flows, writers[kind]),
  }));
  const having = new Map<string, number>();
  for (const { categories } of products) {
    for (const category of new Set(categories)) {
      having.set(category, (having.get(category) ?? 0) + 1);
    }
  }
  const count = ({ starved }: ExitEffect): number =>
    starved.reduce((sum, each) => sum + each.products.length, 0);
  return exitDrill(graph)
    .map(({ node, pairs, lostPairs, pieces }): ExitEffect => {
      const { left, ...crossings } = crossingsOf(graph, node);
      const pieceOf = new Map(pieces.flatMap((piece, at) => piece.map((place) => [place, at])));
      const around = [...targetsOf(graph, node)];
      // Neighbours that end up in different pieces have no way left at all.
      const cut = around.reduce(
        (sum, a, at) =>
          sum + around.slice(at + 1).filter((b) => pieceOf.get(a) !== pieceOf.get(b)).length,
        0,
      );
      return {
        product: node,
        starved: byKind
          .map(({ kind, starved }) => ({ kind, products: starved[node]! }))
          .filter((each) => each.products.length > 0),
        flows: flows.filter(({ from, to }) => from === node || to === node).length,
        capabilities: [...new Set(products[node]!.categories)].filter(
          (category) => having.get(category) === 1,
        ),
        pairs,
        lostPairs,
        crossings: { ...crossings, longer: left - cut },
      };
    })
    .sort(
      (a, b) =>
        count(b) - count(a) ||
        b.capabilities.length - a.capabilities.length ||
        b.lostPairs - a.lostPairs ||
        a.product - b.product,
    );
}

/** What cannot get anything from a root except over one product. */
export interface Passage {
  readonly over: number;
  /** Everything that lies behind it, ascending. */
  readonly behind: readonly number[];
}

/**
 * The products that what comes from a root cannot avoid, the ones with the most behind them first.
 * @param flow the ways in which data is stated to go
 */
export function passagesFrom(
  flow: Adjacency,
  root: number,
): { readonly passages: Passage[]; readonly reached: number } {
  const last = dominatorsFrom(flow, root);
  const behind = new Map<number, number[]>();
  let reached = 0;
  last.forEach((_, node) => {
    if (node === root || last[node] === -1) return;
    reached++;
    for (let at = last[node]!; at !== root && at !== -1; at = last[at]!) {
      const list = behind.get(at);
      if (list) list.push(node);
      else behind.set(at, [node]);
    }
  });
  const passages = [...behind]
    .map(([over, nodes]) => ({ over, behind: nodes }))
    .sort((a, b) => b.behind.length - a.behind.length || a.over - b.over);
  return { passages, reached };
}
