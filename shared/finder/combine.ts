import type { FinderMatch } from './match.ts';
import type { InventoryKind, Sighting } from './sightings.ts';
import { estimateUnseen, type UnseenEstimate } from './unseen.ts';

/** A file that has been read, with the name it goes by. */
export interface NamedInventory {
  readonly name: string;
  readonly kind: InventoryKind;
  readonly sightings: readonly Sighting[];
}

/** What one list says about one host or name. */
export interface Trace {
  /** Place of the list among the inventories. */
  readonly inventory: number;
  /** The host or name that was found there. */
  readonly value: string;
  readonly count: number;
  readonly evidence: readonly string[];
}

/** A host or name out of all lists, with what it was taken for. */
export interface Finding extends FinderMatch {
  readonly key: string;
  readonly kind: Sighting['kind'];
  readonly value: string;
  readonly traces: readonly Trace[];
  /** Requests or rows in all lists. */
  readonly count: number;
}

/** A product that is in use as far as the lists tell. */
export interface FoundProduct {
  readonly product: string;
  readonly findings: readonly Finding[];
  /** Lists that name it, ascending. */
  readonly seenBy: readonly number[];
  readonly count: number;
}

export interface CombinedInventory {
  /** Sure ones and those that a person has accepted, the most often seen first. */
  readonly found: readonly FoundProduct[];
  readonly doubtful: readonly Finding[];
  readonly unknown: readonly Finding[];
  /** Findings that a person has put aside. */
  readonly dismissed: readonly Finding[];
  readonly unseen: UnseenEstimate | null;
}

/** What a person decided about a finding: the product it is, or null for none of interest. */
export type Decisions = ReadonlyMap<string, string | null>;

export const sightingKey = ({ kind, value }: Pick<Sighting, 'kind' | 'value'>): string =>
  `${kind} ${value.toLowerCase()}`;

/** Every distinct host and name of the lists once, in the order in which they first stand there. */
export function distinctSightings(
  inventories: readonly NamedInventory[],
): { key: string; kind: Sighting['kind']; value: string }[] {
  const distinct = new Map<string, { key: string; kind: Sighting['kind']; value: string }>();
  for (const { sightings } of inventories) {
    for (const sighting of sightings) {
      const key = sightingKey(sighting);
      const { kind, value } = sighting;
      if (!distinct.has(key)) distinct.set(key, { key, kind, value });
    }
  }
  return [...distinct.values()];
}

const byCount = (a: { readonly count: number }, b: { readonly count: number }): number =>
  b.count - a.count;

function collectFindings(
  inventories: readonly NamedInventory[],
  matches: ReadonlyMap<string, FinderMatch>,
): Finding[] {
  const traces = new Map<string, Trace[]>();
  inventories.forEach(({ sightings }, inventory) => {
    for (const sighting of sightings) {
      const key = sightingKey(sighting);
      const { value, count, evidence } = sighting;
      const trace = { inventory, value, count, evidence };
      const others = traces.get(key);
      if (others) others.push(trace);
      else traces.set(key, [trace]);
    }
  });
  return distinctSightings(inventories).flatMap(({ key, kind, value }) => {
    const match = matches.get(key);
    const own = traces.get(key) ?? [];
    const count = own.reduce((sum, trace) => sum + trace.count, 0);
    return match ? [{ ...match, key, kind, value, traces: own, count }] : [];
  });
}

function groupByProduct(findings: readonly (Finding & { product: string })[]): FoundProduct[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.product);
    if (group) group.push(finding);
    else groups.set(finding.product, [finding]);
  }
  return [...groups].map(([product, own]) => ({
    product,
    findings: own,
    seenBy: [...new Set(own.flatMap(({ traces }) => traces.map((trace) => trace.inventory)))].sort(
      (a, b) => a - b,
    ),
    count: own.reduce((sum, finding) => sum + finding.count, 0),
  }));
}

/**
 * Lays several lists over one another: what each of them saw, what is still in doubt, and how many
 * tools none of them names. Only products that are found count for the estimate.
 * @param matches by `sightingKey`; a sighting without a match is left out
 */
export function combineInventories(
  inventories: readonly NamedInventory[],
  matches: ReadonlyMap<string, FinderMatch>,
  decisions: Decisions = new Map(),
): CombinedInventory {
  const found: (Finding & { product: string })[] = [];
  const doubtful: Finding[] = [];
  const unknown: Finding[] = [];
  const dismissed: Finding[] = [];
  for (const finding of collectFindings(inventories, matches)) {
    const decided = decisions.get(finding.key);
    const product = decided ?? finding.product;
    if (decided === null) dismissed.push(finding);
    else if (product !== null && (decided !== undefined || finding.certainty === 'sure')) {
      found.push({ ...finding, product });
    } else (finding.certainty === 'unknown' ? unknown : doubtful).push(finding);
  }
  const products = groupByProduct(found).sort(
    (a, b) => b.seenBy.length - a.seenBy.length || byCount(a, b),
  );
  return {
    found: products,
    doubtful: doubtful.sort(byCount),
    unknown: unknown.sort(byCount),
    dismissed,
    unseen: estimateUnseen(
      inventories.map((_, at) =>
        products.filter(({ seenBy }) => seenBy.includes(at)).map(({ product }) => product),
      ),
    ),
  };
}
