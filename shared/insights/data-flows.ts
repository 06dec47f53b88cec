import type { IntegrationKind } from '../domain/catalogue.ts';
import type { DataKind } from '../stack/vocabulary.ts';
import {
  allKinds,
  kindsIn,
  maskOf,
  passingCategories,
  recordedBy,
  showingCategories,
  usedBy,
  type KindMask,
} from './data-roles.ts';

/** One way in which data is stated to go, by a known integration or a connection of one's own. */
export interface Stream {
  /** Places of products. */
  readonly from: number;
  readonly to: number;
  readonly kind: IntegrationKind | 'own';
  /** What the person says goes through a connection of their own; empty where nothing is said. */
  readonly stated: readonly DataKind[];
}

/** What goes, as far as it is stated or can be inferred, from one product to another. */
export interface DataFlow {
  readonly from: number;
  readonly to: number;
  /** Stated by the person. */
  readonly stated: readonly DataKind[];
  /** Inferred by `inferenceRules`, apart from what is stated. */
  readonly inferred: readonly DataKind[];
}

/** How kinds of data are inferred from known integrations; shown beside everything that rests on it. */
export const inferenceRules: readonly {
  readonly kinds: readonly string[];
  readonly rule: string;
}[] = [
  { kinds: ['events', 'tag'], rule: 'Event streams and tags carry events.' },
  { kinds: ['audience'], rule: 'Audience syncs carry audiences.' },
  { kinds: ['channel'], rule: 'Channels carry content.' },
  { kinds: ['bidding'], rule: 'Bid requests carry none of these kinds.' },
  {
    kinds: ['pipeline', 'workflow', 'native', 'plugin', 'own'],
    rule: 'Any other integration may carry what products of the first main category record and products of the second use or record. Warehouses, data integration and automation take in everything and pass on what has come in; dashboards take in everything.',
  },
];

const fixed: Partial<Record<IntegrationKind | 'own', KindMask>> = {
  events: maskOf(['events']),
  tag: maskOf(['events']),
  audience: maskOf(['audiences']),
  channel: maskOf(['content']),
  bidding: 0,
};

/**
 * What kinds of data go along each stream. What passes through warehouses and the like depends on
 * what comes in there, so masks grow until nothing changes: at most one round for each kind and
 * product, in practice two or three. O(rounds · streams).
 * @param categories main category of each product, by place
 */
export function dataFlowsOf(categories: readonly string[], streams: readonly Stream[]): DataFlow[] {
  const passes = categories.map((id) => passingCategories.includes(id));
  const holds = categories.map(recordedBy);
  const takes = categories.map((id, place) =>
    passes[place] || showingCategories.includes(id) ? allKinds : usedBy(id) | recordedBy(id),
  );
  const carried = ({ from, to, kind, stated }: Stream): KindMask =>
    stated.length > 0 ? maskOf(stated) : (fixed[kind] ?? holds[from]! & takes[to]!);
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const stream of streams) {
      if (!passes[stream.to]) continue;
      const next = holds[stream.to]! | carried(stream);
      if (next === holds[stream.to]) continue;
      holds[stream.to] = next;
      isSettled = false;
    }
  }
  const flows = new Map<number, { from: number; to: number; stated: KindMask; all: KindMask }>();
  for (const stream of streams) {
    const mask = carried(stream);
    if (mask === 0 || stream.from === stream.to) continue;
    const key = stream.from * categories.length + stream.to;
    const flow = flows.get(key) ?? { from: stream.from, to: stream.to, stated: 0, all: 0 };
    flows.set(key, flow);
    flow.all |= mask;
    if (stream.stated.length > 0) flow.stated |= mask;
  }
  return [...flows.values()].map(({ from, to, stated, all }) => ({
    from,
    to,
    stated: kindsIn(stated),
    inferred: kindsIn(all & ~stated),
  }));
}

/** Whether a flow carries a kind, stated or inferred. */
export function carries({ stated, inferred }: DataFlow, kind: DataKind): boolean {
  return stated.includes(kind) || inferred.includes(kind);
}
