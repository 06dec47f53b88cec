import { bundleLinks, kindOrder, pairId } from '../../shared/diagram/bundle-links.ts';
import type { Direction, GroupId, IntegrationKind } from '../../shared/domain/catalogue.ts';
import { confidenceLevels } from '../../shared/domain/confidence.ts';
import type { Link } from '../../shared/domain/product.ts';
import type { GraphFlow, GraphLink } from '../../shared/graph/contract.ts';
import { dataBetween, dataByPair } from '../../shared/graph/describe-graph.ts';
import type { GraphFilter } from './graph-state.ts';
import type { OwnConnection } from '../../shared/graph/own-connections.ts';

export interface GraphNode {
  /** Product id. */
  readonly id: string;
  readonly name: string;
  readonly groupId: GroupId;
  readonly categoryId: string;
  readonly icon: string | null;
  /** Known integrations in the whole catalogue. */
  readonly integrations: number;
}

export interface GraphEdge {
  readonly id: string;
  /** Product ids. */
  readonly from: string;
  readonly to: string;
  readonly style: IntegrationKind | 'user';
  readonly direction: Direction;
  readonly label: string;
}

/** One edge for each pair of products that has a link of a kind that is shown, and each own one. */
export function graphEdges(
  links: readonly Link[],
  own: readonly OwnConnection[],
  hidden: ReadonlySet<IntegrationKind>,
): readonly GraphEdge[] {
  const known = bundleLinks(links.filter(({ kind }) => !hidden.has(kind))).map(
    ({ id, from, to, kind, direction }): GraphEdge => ({
      id: `known ${id}`,
      from,
      to,
      style: kind,
      direction,
      label: '',
    }),
  );
  const drawn = own.map(({ id, ...rest }): GraphEdge => ({
    id: `user ${id}`,
    style: 'user',
    ...rest,
  }));
  return [...known, ...drawn];
}

/** The links that a filter lets through: by certainty each, by direction and data each pair. */
export function filterLinks(
  links: readonly GraphLink[],
  flows: readonly GraphFlow[],
  { direction, confidence, data }: GraphFilter,
): readonly GraphLink[] {
  const least = confidence === null ? Infinity : confidenceLevels.indexOf(confidence);
  // What one states oneself is as sure as one is.
  const sure = links.filter(
    (link) => link.confidence === 'yours' || confidenceLevels.indexOf(link.confidence) <= least,
  );
  if (direction === null && data === null) return sure;
  const byPair = dataByPair(flows);
  const pairs = new Set(
    bundleLinks(sure)
      .filter((pair) => direction === null || pair.direction === direction)
      .filter(({ from, to }) => data === null || dataBetween(byPair, from, to).includes(data))
      .map(({ id }) => id),
  );
  return sure.filter(({ from, to }) => pairs.has(pairId(from, to)));
}

/** Connections of one's own that a filter lets through. */
export function filterOwn(
  own: readonly OwnConnection[],
  { direction, data }: GraphFilter,
): readonly OwnConnection[] {
  return own.filter(
    (each) =>
      (direction === null || each.direction === direction) &&
      (data === null || each.data.includes(data)),
  );
}

/** In how many pairs each kind occurs, in the order of the legend. */
export function kindCounts(
  links: readonly Link[],
): readonly { readonly kind: IntegrationKind; readonly pairs: number }[] {
  const pairs = new Map<IntegrationKind, Set<string>>();
  for (const { from, to, kind } of links) {
    if (from !== to) pairs.set(kind, (pairs.get(kind) ?? new Set()).add(pairId(from, to)));
  }
  return kindOrder.flatMap((kind) => {
    const found = pairs.get(kind);
    return found ? { kind, pairs: found.size } : [];
  });
}

/** Products joined to each product, and by which kinds; own connections count as well. */
export function neighbours(
  links: readonly Link[],
  own: readonly OwnConnection[],
): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<IntegrationKind | 'user'>>> {
  const all = new Map<string, Map<string, Set<IntegrationKind | 'user'>>>();
  const put = (a: string, b: string, kind: IntegrationKind | 'user'): void => {
    const others = all.get(a) ?? new Map<string, Set<IntegrationKind | 'user'>>();
    others.set(b, (others.get(b) ?? new Set()).add(kind));
    all.set(a, others);
  };
  const both = (a: string, b: string, kind: IntegrationKind | 'user'): void => {
    if (a === b) return;
    put(a, b, kind);
    put(b, a, kind);
  };
  for (const { from, to, kind } of links) both(from, to, kind);
  for (const { from, to } of own) both(from, to, 'user');
  return all;
}

/** Diameters in pixels at zoom 1. */
const DIAMETER = { least: 26, most: 64 } as const;

/**
 * Diameter of a node by a number of integrations. Areas, not diameters, are what people compare, so
 * it grows with the square root; the largest number of the graph gives the largest circle.
 */
export function diameter(integrations: number, largest: number): number {
  if (largest <= 0) return DIAMETER.least;
  const share = Math.sqrt(Math.max(0, integrations) / largest);
  return Math.round(DIAMETER.least + (DIAMETER.most - DIAMETER.least) * Math.min(1, share));
}
