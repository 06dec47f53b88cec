import { nodeStateLabels } from '../stack/state-words.ts';
import type { Stack, StackNode } from '../stack/stack.ts';

/** A pair of products that integrate, or that a person connected. */
export interface VersionLink {
  /** Ids of products. */
  readonly a: string;
  readonly b: string;
  readonly isOwn: boolean;
}

export interface VersionProduct {
  readonly id: string;
  readonly name: string;
}

/** What differs between two versions of a stack. Products are told apart by their ids. */
export interface VersionChanges {
  readonly added: readonly VersionProduct[];
  readonly removed: readonly VersionProduct[];
  readonly replaced: readonly { readonly before: VersionProduct; readonly after: VersionProduct }[];
  readonly moved: readonly {
    readonly product: VersionProduct;
    readonly before: string;
    readonly after: string;
  }[];
  readonly changed: readonly {
    readonly product: VersionProduct;
    readonly what: 'state' | 'owner' | 'cost';
    readonly before: string;
    readonly after: string;
  }[];
  readonly gained: readonly VersionLink[];
  readonly lost: readonly VersionLink[];
  /** Sum of what is entered for a year, and for how many products it is; before and after. */
  readonly cost: {
    readonly before: CostSum;
    readonly after: CostSum;
  };
}

export interface CostSum {
  readonly sum: number;
  readonly known: number;
  readonly products: number;
}

interface Version {
  readonly stack: Stack;
  readonly links: readonly VersionLink[];
}

const linkKey = ({ a, b, isOwn }: VersionLink): string =>
  `${a < b ? `${a} ${b}` : `${b} ${a}`} ${isOwn}`;

/** What connects the products of a stack: what the catalogue knows of them, and what is drawn. */
export function linksOf(
  { nodes, connections }: Stack,
  known: readonly { readonly from: string; readonly to: string }[],
): VersionLink[] {
  const links = new Map<string, VersionLink>();
  const add = (link: VersionLink): void => void links.set(linkKey(link), link);
  for (const { from, to } of known) add({ a: from, b: to, isOwn: false });
  for (const { fromNodeId, toNodeId } of Object.values(connections)) {
    const [from, to] = [nodes[fromNodeId], nodes[toNodeId]];
    if (from && to) add({ a: from.productId, b: to.productId, isOwn: true });
  }
  return [...links.values()];
}

function byProduct(stack: Stack): Map<string, StackNode> {
  const nodes = Object.values(stack.nodes).sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(nodes.map((node) => [node.productId, node]));
}

const productOf = ({ productId, name }: StackNode): VersionProduct => ({ id: productId, name });
const byName = (a: VersionProduct, b: VersionProduct): number =>
  a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);

function neighboursIn(links: readonly VersionLink[], id: string): Set<string> {
  return new Set(links.flatMap(({ a, b }) => (a === id ? [b] : b === id ? [a] : [])));
}

/**
 * Pairs of a product that went and one that came in its place: the same card, as swapping leaves it,
 * or else one of the same main category in a lane of the same name, those first that share most
 * neighbours. Each is in one pair at most. A rule of this application.
 */
function pairReplaced(
  gone: readonly StackNode[],
  come: readonly StackNode[],
  before: Version,
  after: Version,
): (readonly [StackNode, StackNode])[] {
  const laneOf = ({ stack }: Version, { laneId }: StackNode): string =>
    laneId === null ? '' : (stack.lanes[laneId]?.title ?? '');
  const candidates = gone.flatMap((old) =>
    come.flatMap((fresh) => {
      const isSameCard = old.id === fresh.id;
      const isAlike =
        old.categoryId === fresh.categoryId && laneOf(before, old) === laneOf(after, fresh);
      if (!isSameCard && !isAlike) return [];
      const mine = neighboursIn(before.links, old.productId);
      const shared = [...neighboursIn(after.links, fresh.productId)].filter((id) => mine.has(id));
      return [{ old, fresh, weight: (isSameCard ? 1e6 : 0) + shared.length }];
    }),
  );
  candidates.sort(
    (a, b) =>
      b.weight - a.weight ||
      a.old.name.localeCompare(b.old.name) ||
      a.fresh.name.localeCompare(b.fresh.name),
  );
  const taken = new Set<StackNode>();
  const pairs: (readonly [StackNode, StackNode])[] = [];
  for (const { old, fresh } of candidates) {
    if (taken.has(old) || taken.has(fresh)) continue;
    taken.add(old).add(fresh);
    pairs.push([old, fresh]);
  }
  return pairs;
}

function costOf(stack: Stack): CostSum {
  const nodes = Object.values(stack.nodes);
  const known = nodes.flatMap(({ yearlyCost }) => (yearlyCost === null ? [] : [yearlyCost]));
  return {
    sum: known.reduce((sum, cost) => sum + cost, 0),
    known: known.length,
    products: nodes.length,
  };
}

const costText = (cost: number | null): string =>
  cost === null ? 'not entered' : cost.toLocaleString('en');

/** What changed from one version to another. The same version twice gives nothing. */
export function compareVersions(before: Version, after: Version): VersionChanges {
  const old = byProduct(before.stack);
  const fresh = byProduct(after.stack);
  const gone = [...old.values()].filter(({ productId }) => !fresh.has(productId));
  const come = [...fresh.values()].filter(({ productId }) => !old.has(productId));
  const pairs = pairReplaced(gone, come, before, after);
  const paired = new Set(pairs.flat());
  const moved: VersionChanges['moved'][number][] = [];
  const changed: VersionChanges['changed'][number][] = [];
  const laneTitle = ({ lanes }: Stack, { laneId }: StackNode): string =>
    laneId === null ? 'no lane' : (lanes[laneId]?.title ?? 'no lane');
  for (const node of [...fresh.values()].sort((a, b) => byName(productOf(a), productOf(b)))) {
    const was = old.get(node.productId);
    if (!was) continue;
    const product = productOf(node);
    const [from, to] = [laneTitle(before.stack, was), laneTitle(after.stack, node)];
    if (from !== to) moved.push({ product, before: from, after: to });
    const fields = [
      ['state', nodeStateLabels[was.state], nodeStateLabels[node.state]],
      ['owner', was.owner || 'nobody', node.owner || 'nobody'],
      ['cost', costText(was.yearlyCost), costText(node.yearlyCost)],
    ] as const;
    for (const [what, a, b] of fields) {
      if (a !== b) changed.push({ product, what, before: a, after: b });
    }
  }
  const had = new Set(before.links.map(linkKey));
  const has = new Set(after.links.map(linkKey));
  return {
    added: come
      .filter((node) => !paired.has(node))
      .map(productOf)
      .sort(byName),
    removed: gone
      .filter((node) => !paired.has(node))
      .map(productOf)
      .sort(byName),
    replaced: pairs
      .map(([a, b]) => ({ before: productOf(a), after: productOf(b) }))
      .sort((a, b) => byName(a.before, b.before)),
    moved,
    changed,
    gained: after.links.filter((link) => !had.has(linkKey(link))),
    lost: before.links.filter((link) => !has.has(linkKey(link))),
    cost: { before: costOf(before.stack), after: costOf(after.stack) },
  };
}

/** Whether two versions are alike in all that is compared. */
export function isSame(changes: VersionChanges): boolean {
  const { added, removed, replaced, moved, changed, gained, lost } = changes;
  return [added, removed, replaced, moved, changed, gained, lost].every(
    (list) => list.length === 0,
  );
}
