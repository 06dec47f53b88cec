import type { Output } from '../../../shared/contract/contract.ts';
import type { Direction, IntegrationKind } from '../../../shared/domain/catalogue.ts';
import { integrationKinds } from '../../../shared/domain/catalogue.ts';
import {
  adjacencyOf,
  bothWays,
  type Adjacency,
  type Arc,
} from '../../../shared/insights/adjacency.ts';
import type { InsightProduct } from '../../../shared/insights/contract.ts';
import type { Stream } from '../../../shared/insights/data-flows.ts';
import { flowsOf } from '../../../shared/insights/flow.ts';
import type { Connection, Stack, StackNode } from '../../../shared/stack/stack.ts';
import { listHas } from '../../store/catalogue/columns.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { linksBetween } from '../graph/links-among.ts';

/** All that is known to connect two products, both integrations and what the person drew. */
export interface JoinedPair {
  readonly kinds: Set<IntegrationKind>;
  hasForward: boolean;
  hasBack: boolean;
  isDrawn: boolean;
}

/** A stack as the computations see it: products by place, connections as graphs. */
export interface StackView {
  /** Each product once, by category as the taxonomy orders them, then by name. */
  readonly products: readonly InsightProduct[];
  /** What the stack says of each product, by place. */
  readonly nodes: readonly StackNode[];
  /** Index of each product in the catalogue's columns, -1 where it is not there any more. */
  readonly indexes: readonly number[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** By `pairKey`. */
  readonly joined: ReadonlyMap<number, JoinedPair>;
  /** Connections the person drew between two different products, by place. */
  readonly drawn: readonly (readonly [from: number, to: number, direction: Direction])[];
  /** Every connection both ways. */
  readonly graph: Adjacency;
  /** The ways data is stated to go. */
  readonly flow: Adjacency;
  /** The same, each by what states it. */
  readonly streams: readonly Stream[];
}

export function pairKey(size: number, a: number, b: number): number {
  return a < b ? a * size + b : b * size + a;
}

type HopDirection = Output<'insights:matrix'>['pairs'][number]['direction'];

/** What connects a and b, as seen from a. */
export function describeJoin(
  pair: JoinedPair | undefined,
  isReversed: boolean,
): { kinds: IntegrationKind[]; direction: HopDirection; isDrawn: boolean } {
  if (!pair) return { kinds: [], direction: 'none', isDrawn: false };
  const forward = isReversed ? pair.hasBack : pair.hasForward;
  const back = isReversed ? pair.hasForward : pair.hasBack;
  return {
    kinds: integrationKinds.filter((kind) => pair.kinds.has(kind)),
    direction: forward && back ? 'both' : forward ? 'forward' : back ? 'back' : 'none',
    isDrawn: pair.isDrawn,
  };
}

/** Reads what the catalogue knows of a stack. Products it does not know have what was drawn only. */
export function viewStack(catalogue: Catalogue, stack: Stack): StackView {
  const { columns, repository } = catalogue;
  const found = new Map<string, InsightProduct>();
  const nodeOf = new Map<string, StackNode>();
  for (const node of Object.values(stack.nodes)) {
    if (found.has(node.productId)) continue;
    nodeOf.set(node.productId, node);
    const index = columns.indexOf.get(node.productId);
    found.set(
      node.productId,
      index === undefined
        ? {
            id: node.productId,
            name: node.name,
            categoryId: node.categoryId,
            groupId: node.groupId,
            icon: null,
            isKnown: false,
          }
        : insightProduct(repository.row(index)),
    );
  }
  const order = new Map(columns.categoryIds.map((id, at) => [id, at]));
  const rank = ({ categoryId }: InsightProduct): number => order.get(categoryId) ?? order.size;
  const products = [...found.values()].sort(
    (a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1),
  );
  const size = products.length;
  const placeOf = new Map(products.map(({ id }, place) => [id, place]));
  const joined = new Map<number, JoinedPair>();
  const streams: Stream[] = [];
  const join = (
    from: number,
    to: number,
    kind: Stream['kind'],
    direction: Direction,
    stated: Stream['stated'] = [],
  ): void => {
    const key = pairKey(size, from, to);
    let pair = joined.get(key);
    if (!pair) {
      pair = { kinds: new Set(), hasForward: false, hasBack: false, isDrawn: false };
      joined.set(key, pair);
    }
    if (kind === 'own') pair.isDrawn = true;
    else pair.kinds.add(kind);
    for (const arc of flowsOf(from, to, kind, direction)) {
      streams.push({ from: arc[0], to: arc[1], kind, stated });
      if (arc[0] < arc[1]) pair.hasForward = true;
      else pair.hasBack = true;
    }
  };
  for (const { from, to, kind, direction } of linksBetween(catalogue, [...placeOf.keys()])) {
    const [a, b] = [placeOf.get(from)!, placeOf.get(to)!];
    if (a !== b) join(a, b, kind, direction);
  }
  const drawnKinds: Connection['dataKinds'][] = [];
  const drawn = Object.values(stack.connections).flatMap((connection) => {
    // A broken connection carries nothing, whatever was drawn.
    if (connection.state === 'broken') return [];
    const from = placeOf.get(stack.nodes[connection.fromNodeId]?.productId ?? '');
    const to = placeOf.get(stack.nodes[connection.toNodeId]?.productId ?? '');
    if (from === undefined || to === undefined || from === to) return [];
    drawnKinds.push(connection.dataKinds);
    return [[from, to, connection.direction] as const];
  });
  drawn.forEach(([from, to, direction], at) => join(from, to, 'own', direction, drawnKinds[at]));
  const arcs = [...joined.keys()].map((key): Arc => [Math.floor(key / size), key % size]);
  return {
    products,
    nodes: products.map(({ id }) => nodeOf.get(id)!),
    indexes: products.map(({ id }) => columns.indexOf.get(id) ?? -1),
    placeOf,
    joined,
    drawn,
    graph: adjacencyOf(size, bothWays(arcs)),
    flow: adjacencyOf(
      size,
      streams.map(({ from, to }): Arc => [from, to]),
    ),
    streams,
  };
}

export function insightProduct(row: Omit<InsightProduct, 'isKnown'>): InsightProduct {
  const { id, name, categoryId, groupId, icon } = row;
  return { id, name, categoryId, groupId, icon, isKnown: true };
}

/** All categories of a product, the primary one first. */
export function categoriesOf(
  { columns }: Catalogue,
  { indexes, products }: StackView,
  place: number,
): string[] {
  const { categoryId } = products[place]!;
  const index = indexes[place]!;
  if (index < 0) return [categoryId];
  const further = columns.categoryIds.filter(
    (id, at) => id !== categoryId && listHas(columns.categories, index, at),
  );
  return [categoryId, ...further];
}
