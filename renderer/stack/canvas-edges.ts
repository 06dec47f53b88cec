import {
  isConnectionShown,
  isLinkShown,
  type EdgeFilter,
} from '../../shared/diagram/edge-filter.ts';
import { bundleLinks } from '../../shared/diagram/bundle-links.ts';
import { displayText } from '../../shared/diagram/measure-text.ts';
import type { PossibleLink } from '../../shared/diagram/possible-links.ts';
import type { EdgeEnds } from '../../shared/diagram/route-edge.ts';
import type { SceneEdge } from '../../shared/diagram/scene.ts';
import type { Direction, IntegrationKind } from '../../shared/domain/catalogue.ts';
import type { Link } from '../../shared/domain/product.ts';
import type { Connection, StackNode } from '../../shared/stack/stack.ts';
import { connectionText } from '../../shared/stack/state-words.ts';
import type { ConnectionState, DataKind } from '../../shared/stack/vocabulary.ts';
import type { EdgeRef } from './canvas-state.ts';

/** One line on the canvas: all known links of a pair, or one connection of the person's own. */
export interface DrawnEdge extends EdgeEnds {
  readonly kind: SceneEdge['kind'];
  /** Of a connection of the person's own; null for the others. */
  readonly state: ConnectionState | null;
  readonly direction: Direction;
  /** What is written on it. */
  readonly text: string;
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
  const shown = links.filter((link) => isLinkShown(link, hidden));
  return bundleLinks(shown).flatMap(({ id, from, to, kind, direction, furtherKinds }) => {
    const [fromNode, toNode] = [nodeOf.get(from), nodeOf.get(to)];
    // Links arrive a moment after the products; those of a product just removed have no ends.
    if (fromNode === undefined || toNode === undefined) return [];
    return {
      id,
      from: fromNode,
      to: toNode,
      kind,
      state: null,
      direction,
      text: '',
      furtherKinds,
      ref: { type: 'known', from, to },
    };
  });
}

export function userEdges(
  connections: Readonly<Record<string, Connection>>,
  hidden: ReadonlySet<EdgeFilter>,
): DrawnEdge[] {
  const shown = Object.values(connections).filter((each) => isConnectionShown(each, hidden));
  return shown.map(({ id, fromNodeId, toNodeId, direction, state, ...connection }) => ({
    // A blank keeps ids apart from those of pairs; equal ids make equal routes in the exports.
    id: ` ${id}`,
    from: fromNodeId,
    to: toNodeId,
    kind: 'user',
    state,
    direction,
    text: connectionText(connection),
    furtherKinds: 0,
    ref: { type: 'user', connectionId: id },
  }));
}

/** Connections that a hub on the canvas would make possible. */
export function possibleEdges(
  nodes: Readonly<Record<string, StackNode>>,
  possible: readonly PossibleLink[],
): DrawnEdge[] {
  return possible.flatMap(({ id, from, to, via, direction }) => {
    const [source, target, hub] = [nodes[from], nodes[to], nodes[via]];
    if (!source || !target || !hub) return [];
    const ends = { from: source.productId, to: target.productId, via: hub.productId };
    return {
      ...{ id, from, to, direction, kind: 'possible', state: null, furtherKinds: 0 },
      text: `via ${displayText(hub.name)}`,
      ref: { type: 'possible', ...ends },
    };
  });
}

/** In how many connections of the person's own each state occurs. */
export function countStates(
  connections: Readonly<Record<string, Connection>>,
): ReadonlyMap<ConnectionState, number> {
  const counts = new Map<ConnectionState, number>();
  for (const { state } of Object.values(connections)) {
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}

/** Through how many connections of the person's own each kind of data goes. */
export function countData(
  connections: Readonly<Record<string, Connection>>,
): ReadonlyMap<DataKind, number> {
  const counts = new Map<DataKind, number>();
  for (const kind of Object.values(connections).flatMap(({ dataKinds }) => dataKinds)) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
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
  if (a.type === 'user' || b.type === 'user') {
    return a.type === 'user' && b.type === 'user' && a.connectionId === b.connectionId;
  }
  return a.from === b.from && a.to === b.to;
}
