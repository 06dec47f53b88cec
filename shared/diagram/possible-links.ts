import type { Link } from '../domain/product.ts';
import type { Stack } from '../stack/stack.ts';
import { pairId } from './bundle-links.ts';

/** Categories whose products are made to carry data between others. */
const hubCategories: ReadonlySet<string> = new Set([
  'workflow-automation',
  'data-integration',
  'cdp',
]);

/** Two products that nothing connects yet, and the hub on the same canvas that could. */
export interface PossibleLink {
  /** Stable for a pair. */
  readonly id: string;
  /** Node ids. `forward`: data can go from → to; the other way is not documented. */
  readonly from: string;
  readonly to: string;
  readonly direction: 'forward' | 'both';
  /** Node id of the hub. */
  readonly via: string;
}

/**
 * Connections that a hub on the canvas would make possible: the catalogue knows that both products
 * integrate with it, and how data flows does not speak against it. One for each pair, through the
 * hub that connects the most. For h hubs with d neighbours each: O(h · d²).
 */
export function possibleLinks(
  { nodes, connections }: Pick<Stack, 'nodes' | 'connections'>,
  links: readonly Link[],
): PossibleLink[] {
  const nodeOf = new Map(Object.values(nodes).map((node) => [node.productId, node]));
  const taken = new Set<string>();
  /** By hub: who can send data to it, and who can get data from it. */
  const hubs = new Map<string, { readonly sends: Set<string>; readonly gets: Set<string> }>();
  const hubOf = (id: string) => {
    const hub = hubs.get(id) ?? { sends: new Set<string>(), gets: new Set<string>() };
    hubs.set(id, hub);
    return hub;
  };
  for (const link of links) {
    const [from, to] = [nodeOf.get(link.from), nodeOf.get(link.to)];
    if (!from || !to || from === to) continue;
    taken.add(pairId(from.id, to.id));
    // A flow that is not stated may go either way.
    const isBoth = link.direction !== 'forward';
    if (hubCategories.has(to.categoryId)) {
      hubOf(to.id).sends.add(from.id);
      if (isBoth) hubOf(to.id).gets.add(from.id);
    }
    if (hubCategories.has(from.categoryId)) {
      hubOf(from.id).gets.add(to.id);
      if (isBoth) hubOf(from.id).sends.add(to.id);
    }
  }
  for (const { fromNodeId, toNodeId } of Object.values(connections)) {
    taken.add(pairId(fromNodeId, toNodeId));
  }
  const reach = (id: string): number => {
    const hub = hubOf(id);
    return new Set([...hub.sends, ...hub.gets]).size;
  };
  // Of hubs that connect as much the same one on every stack, whatever its node is called there.
  const productOf = (id: string): string => `${nodes[id]?.productId} ${id}`;
  const ordered = [...hubs.keys()].sort(
    (p, q) => reach(q) - reach(p) || (productOf(p) < productOf(q) ? -1 : 1),
  );
  const found = new Map<string, PossibleLink>();
  for (const via of ordered) {
    const { sends, gets } = hubOf(via);
    const own = new Map<string, PossibleLink>();
    const receivers = [...gets].sort();
    for (const from of [...sends].sort()) {
      for (const to of receivers) {
        const id = pairId(from, to);
        if (from === to || taken.has(id) || found.has(id)) continue;
        const back = own.get(id);
        if (back && back.from !== from) own.set(id, { ...back, direction: 'both' });
        else if (!back) own.set(id, { id: `~${id}`, from, to, direction: 'forward', via });
      }
    }
    for (const [id, link] of own) found.set(id, link);
  }
  return [...found.values()].sort((p, q) => (p.id < q.id ? -1 : 1));
}
