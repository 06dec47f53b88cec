import { bundleLinks } from '../../shared/diagram/bundle-links.ts';
import type { EdgeEnds } from '../../shared/diagram/route-edge.ts';
import type { Direction, IntegrationKind } from '../../shared/domain/catalogue.ts';
import type { Link } from '../../shared/domain/product.ts';
import type { Connection, StackNode } from '../../shared/stack/stack.ts';
import type { EdgeFilter, EdgeRef } from './canvas-state.ts';

/** One line on the canvas: all known links of a pair, or one connection of the person's own. */
export interface DrawnEdge extends EdgeEnds {
  readonly style: EdgeFilter;
  readonly direction: Direction;
  readonly label: string;
  /** How many kinds there are besides the one drawn. */
  readonly furtherKinds: number;
  readonly ref: EdgeRef;
}

/** The links of the kinds that are shown, as edges between nodes of the stack. */
export function knownEdges(
  nodes: Readonly<Record<string, StackNode>>,
  links: readonly Link[],
  hidden: ReadonlySet<EdgeFilter>,
): DrawnEdge[] {
  const nodeOf = new Map(Object.values(nodes).map((node) => [node.productId, node.id]));
  const shown = links.filter(({ kind }) => !hidden.has(kind));
  return bundleLinks(shown).flatMap(({ id, from, to, kind, direction, furtherKinds }) => {
    const [fromNode, toNode] = [nodeOf.get(from), nodeOf.get(to)];
    // Links arrive a moment after the products; those of a product just removed have no ends.
    if (fromNode === undefined || toNode === undefined) return [];
    return {
      id,
      from: fromNode,
      to: toNode,
      style: kind,
      direction,
      label: '',
      furtherKinds,
      ref: { type: 'known', from, to },
    };
  });
}

export function userEdges(
  connections: Readonly<Record<string, Connection>>,
  hidden: ReadonlySet<EdgeFilter>,
): DrawnEdge[] {
  if (hidden.has('user')) return [];
  return Object.values(connections).map(({ id, fromNodeId, toNodeId, label, direction }) => ({
    // A blank keeps ids apart from those of pairs; equal ids make equal routes in the exports.
    id: ` ${id}`,
    from: fromNodeId,
    to: toNodeId,
    style: 'user',
    direction,
    label,
    furtherKinds: 0,
    ref: { type: 'user', connectionId: id },
  }));
}

/** In how many pairs of products each kind of link occurs, hidden or not. */
export function countKinds(links: readonly Link[]): ReadonlyMap<IntegrationKind, number> {
  const pairs = new Map<IntegrationKind, Set<string>>();
  for (const { from, to, kind } of links) {
    if (from === to) continue;
    const pair = from < to ? `${from} ${to}` : `${to} ${from}`;
    pairs.set(kind, (pairs.get(kind) ?? new Set()).add(pair));
  }
  return new Map(Array.from(pairs, ([kind, set]) => [kind, set.size]));
}

export function isSameEdge(a: EdgeRef | null, b: EdgeRef): boolean {
  if (a === null || a.type !== b.type) return false;
  if (a.type === 'user') return b.type === 'user' && a.connectionId === b.connectionId;
  return b.type === 'known' && a.from === b.from && a.to === b.to;
}
