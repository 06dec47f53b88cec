import type { Direction, IntegrationKind } from '../domain/catalogue.ts';
import type { Link } from '../domain/product.ts';

/**
 * Which kind speaks for a pair that is linked in several ways: first what moves data by itself and
 * all the time, then what a person sets up, last what only sits beside the data.
 */
export const kindOrder: readonly IntegrationKind[] = [
  'audience',
  'events',
  'pipeline',
  'native',
  'bidding',
  'channel',
  'tag',
  'plugin',
  'workflow',
];

const rank = new Map(kindOrder.map((kind, index) => [kind, index]));

/** All known links of one pair of products, drawn as one edge. */
export interface LinkBundle {
  /** Stable for a pair: both ends in alphabetical order. */
  readonly id: string;
  /** Product ids. Data flows from → to where the direction is `forward`. */
  readonly from: string;
  readonly to: string;
  readonly kind: IntegrationKind;
  /** Over all kinds: `both` as soon as data flows each way. */
  readonly direction: Direction;
  /** How many kinds there are besides the one drawn. */
  readonly furtherKinds: number;
  readonly links: readonly Link[];
}

/** The id of the edge that joins two products, whichever is named first. */
export function pairId(a: string, b: string): string {
  // A blank cannot occur in a product id.
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/**
 * One edge for each pair of products, however many links they have. Links of a product to itself
 * are left out. Sorted by id, so that equal input gives equal drawings in whatever order it comes.
 */
export function bundleLinks(links: readonly Link[]): LinkBundle[] {
  const pairs = new Map<string, Link[]>();
  for (const link of links) {
    if (link.from === link.to) continue;
    const id = pairId(link.from, link.to);
    const pair = pairs.get(id);
    if (pair) pair.push(link);
    else pairs.set(id, [link]);
  }
  const bundles = Array.from(pairs, ([id, pair]) => bundle(id, pair));
  return bundles.sort((p, q) => (p.id < q.id ? -1 : 1));
}

function bundle(id: string, pair: Link[]): LinkBundle {
  const links = pair.sort(
    (p, q) => (rank.get(p.kind) ?? 0) - (rank.get(q.kind) ?? 0) || (p.from < q.from ? -1 : 1),
  );
  const [low = '', high = ''] = id.split(' ');
  const flowsUp = links.some((link) => link.direction !== 'none' && goes(link, low));
  const flowsDown = links.some((link) => link.direction !== 'none' && goes(link, high));
  const kinds = new Set(links.map((link) => link.kind));
  return {
    id,
    from: flowsDown && !flowsUp ? high : low,
    to: flowsDown && !flowsUp ? low : high,
    kind: links[0]?.kind ?? 'native',
    direction: flowsUp && flowsDown ? 'both' : flowsUp || flowsDown ? 'forward' : 'none',
    furtherKinds: kinds.size - 1,
    links,
  };
}

/** Whether data of this link leaves the product. */
function goes(link: Link, product: string): boolean {
  return link.direction === 'both' || link.from === product;
}
