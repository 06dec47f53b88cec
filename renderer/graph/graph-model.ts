import { bundleLinks, kindOrder, pairId } from '../../shared/diagram/bundle-links.ts';
import type { Direction, GroupId, IntegrationKind } from '../../shared/domain/catalogue.ts';
import type { DirectionFilter } from './graph-state.ts';
import type { Link } from '../../shared/domain/product.ts';
import type { OwnConnection } from '../../shared/graph/own-connections.ts';

export interface GraphNode {
  /** Product id. */
  readonly id: string;
  readonly name: string;
  readonly groupId: GroupId;
  readonly icon: string | null;
  /** Known integrations in the whole catalogue. */
  readonly integrations: number;
  /** Around a stack, not on it. */
  readonly isOutside?: boolean;
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

/** Whether an integration is drawn, by what is stated of its direction. */
export function isOfDirection(direction: Direction, filter: DirectionFilter): boolean {
  switch (filter) {
    case 'any':
      return true;
    case 'stated':
      return direction !== 'none';
    case 'both':
      return direction === 'both';
    case 'unstated':
      return direction === 'none';
  }
}

/** The links that drawn edges stand for. */
export function edgeLinks(links: readonly Link[], edges: readonly GraphEdge[]): readonly Link[] {
  const drawn = new Set(
    edges.flatMap(({ from, to, style }) => (style === 'user' ? [] : [pairId(from, to)])),
  );
  return links.filter(({ from, to }) => drawn.has(pairId(from, to)));
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
