import { bundleLinks, type LinkBundle } from '../../shared/diagram/bundle-links.ts';
import type { PossibleLink } from '../../shared/diagram/possible-links.ts';
import type { Link } from '../../shared/domain/product.ts';
import type { Connection, Lane, Stack, StackNode } from '../../shared/stack/stack.ts';

export interface OutlineLane {
  /** Null for products that stand in no lane. */
  readonly lane: Lane | null;
  /** From top to bottom, then from left to right. */
  readonly nodes: readonly StackNode[];
}

/** Lanes from left to right. */
export function lanesInOrder(lanes: Stack['lanes']): readonly Lane[] {
  return Object.values(lanes).sort((p, q) => p.x - q.x || p.y - q.y);
}

/** The stack as one reads it: lanes from left to right, in each the products from top to bottom. */
export function outlineLanes(stack: Pick<Stack, 'lanes' | 'nodes'>): readonly OutlineLane[] {
  const lanes = lanesInOrder(stack.lanes);
  const nodes = Object.values(stack.nodes).sort((p, q) => p.y - q.y || p.x - q.x);
  const outside = nodes.filter(({ laneId }) => laneId === null || !stack.lanes[laneId]);
  return [
    ...lanes.map((lane) => ({ lane, nodes: nodes.filter((node) => node.laneId === lane.id) })),
    ...(outside.length > 0 ? [{ lane: null, nodes: outside }] : []),
  ];
}

/** The product that stands before or after another in its lane as it is read, or null for none. */
export function neighbourInLane(
  stack: Pick<Stack, 'lanes' | 'nodes'>,
  nodeId: string,
  way: -1 | 1,
): StackNode | null {
  const { nodes = [] } =
    outlineLanes(stack).find((lane) => lane.nodes.some(({ id }) => id === nodeId)) ?? {};
  const at = nodes.findIndex(({ id }) => id === nodeId);
  return nodes[at + way] ?? null;
}

export interface OutlineConnection {
  readonly id: string;
  readonly other: StackNode;
  /** As seen from the product whose connections these are. */
  readonly way: 'to' | 'from' | 'both' | 'none';
  readonly what:
    | { readonly type: 'known'; readonly bundle: LinkBundle }
    | { readonly type: 'user'; readonly connection: Connection }
    | {
        readonly type: 'possible';
        readonly from: StackNode;
        readonly to: StackNode;
        /** The hub that would join them. */
        readonly via: StackNode;
      };
}

function wayOf(direction: 'forward' | 'both' | 'none', isFrom: boolean): OutlineConnection['way'] {
  if (direction !== 'forward') return direction;
  return isFrom ? 'to' : 'from';
}

const { compare } = new Intl.Collator();
const byName = (p: OutlineConnection, q: OutlineConnection): number =>
  compare(p.other.name, q.other.name);

/** The connections of every product, known and own, by node id and then by the other's name. */
export function outlineConnections(
  stack: Pick<Stack, 'nodes' | 'connections'>,
  links: readonly Link[],
): ReadonlyMap<string, readonly OutlineConnection[]> {
  const byProduct = new Map(Object.values(stack.nodes).map((node) => [node.productId, node]));
  const all = new Map<string, OutlineConnection[]>();
  const put = (from: StackNode, to: StackNode, connection: Omit<OutlineConnection, 'other'>) => {
    const list = all.get(from.id) ?? [];
    list.push({ ...connection, other: to });
    all.set(from.id, list);
  };
  for (const bundle of bundleLinks(links)) {
    const [from, to] = [byProduct.get(bundle.from), byProduct.get(bundle.to)];
    if (!from || !to) continue;
    const { id, direction } = bundle;
    put(from, to, { id, way: wayOf(direction, true), what: { type: 'known', bundle } });
    put(to, from, { id, way: wayOf(direction, false), what: { type: 'known', bundle } });
  }
  for (const connection of Object.values(stack.connections)) {
    const [from, to] = [stack.nodes[connection.fromNodeId], stack.nodes[connection.toNodeId]];
    if (!from || !to) continue;
    const { id, direction } = connection;
    put(from, to, { id, way: wayOf(direction, true), what: { type: 'user', connection } });
    put(to, from, { id, way: wayOf(direction, false), what: { type: 'user', connection } });
  }
  for (const list of all.values()) list.sort(byName);
  return all;
}

/** The possible connections of every product, by node id. */
export function possibleByNode(
  possible: readonly PossibleLink[],
): ReadonlyMap<string, readonly PossibleLink[]> {
  const all = new Map<string, PossibleLink[]>();
  const put = (id: string, link: PossibleLink): void => {
    const list = all.get(id);
    if (list) list.push(link);
    else all.set(id, [link]);
  };
  for (const link of possible) {
    put(link.from, link);
    put(link.to, link);
  }
  return all;
}

/** Possible connections as seen from one product, by the other's name; what is gone is left out. */
export function possibleConnections(
  nodes: Stack['nodes'],
  nodeId: string,
  possible: readonly PossibleLink[],
): readonly OutlineConnection[] {
  return possible
    .flatMap((link): OutlineConnection[] => {
      const [from, to, via] = [nodes[link.from], nodes[link.to], nodes[link.via]];
      if (!from || !to || !via) return [];
      const isFrom = link.from === nodeId;
      const what = { type: 'possible', from, to, via } as const;
      const way = wayOf(link.direction, isFrom);
      return [{ id: link.id, other: isFrom ? to : from, way, what }];
    })
    .sort(byName);
}

/** Whether two connections of a product are listed alike. */
export function isListedAlike(p: OutlineConnection, q: OutlineConnection): boolean {
  const isSameEnd = p.other.id === q.other.id && p.other.name === q.other.name;
  if (p.id !== q.id || p.way !== q.way || !isSameEnd) return false;
  if (p.what.type === 'user')
    return q.what.type === 'user' && p.what.connection === q.what.connection;
  return p.what.type === 'known' && q.what.type === 'known'
    ? p.what.bundle.kind === q.what.bundle.kind
    : false;
}

/** Whether two possible connections are the same. */
export function isSamePossible(p: PossibleLink, q: PossibleLink): boolean {
  return p.id === q.id && p.from === q.from && p.direction === q.direction && p.via === q.via;
}
