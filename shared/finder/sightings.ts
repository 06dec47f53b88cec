import { z } from 'zod';
import { fail, succeed, type Result } from '../result.ts';

/** Something in a person's file that may be a product: a host that was asked, or a name in a row. */
export const Sighting = z.object({
  kind: z.enum(['domain', 'name']),
  /** The host name in lower case, or the name as written. */
  value: z.string(),
  /** Where it stands: addresses without their query, or "row 12: Acme Inc". At most five. */
  evidence: z.array(z.string()),
  /** Requests or rows in all. */
  count: z.number().int(),
});
export type Sighting = z.output<typeof Sighting>;

export const inventoryKinds = ['har', 'page', 'tag-container', 'table'] as const;
export type InventoryKind = (typeof inventoryKinds)[number];

export interface Inventory {
  readonly kind: InventoryKind;
  readonly sightings: readonly Sighting[];
}

const SHOWN_EVIDENCE = 5;
const LONGEST_EVIDENCE = 300;
/** Far more than a page, a company or a ledger has; past it a file is no inventory. */
export const MOST_SIGHTINGS = 20_000;
/** No host is longer than 253 characters, and no product's name is longer than this. */
export const LONGEST_VALUE = 253;

/** Collects sightings, one for each value, in the order in which they are first seen. */
export class SightingList {
  readonly #found = new Map<string, { sighting: Sighting; evidence: Set<string> }>();

  /** Adds a host or a name; longer ones than there are say nothing and are cut or passed over. */
  add(kind: Sighting['kind'], found: string, evidence: string): void {
    if (kind === 'domain' && found.length > LONGEST_VALUE) return;
    const value = found.trim().slice(0, LONGEST_VALUE);
    if (value === '') return;
    const key = `${kind} ${value.toLowerCase()}`;
    let entry = this.#found.get(key);
    if (!entry) {
      if (this.#found.size >= MOST_SIGHTINGS) return;
      entry = { sighting: { kind, value, evidence: [], count: 0 }, evidence: new Set() };
      this.#found.set(key, entry);
    }
    entry.sighting.count++;
    if (entry.evidence.size < SHOWN_EVIDENCE)
      entry.evidence.add(evidence.slice(0, LONGEST_EVIDENCE));
  }

  /** Adds the host of a web address; anything else is passed over. */
  addUrl(address: string): void {
    if (!URL.canParse(address)) return;
    const { protocol, hostname, origin, pathname } = new URL(address);
    if (protocol !== 'https:' && protocol !== 'http:' && protocol !== 'wss:') return;
    // Queries carry personal data and are never needed to tell whose host it is.
    if (hostname.includes('.')) this.add('domain', hostname, `${origin}${pathname}`);
  }

  list(): Sighting[] {
    return [...this.#found.values()].map(({ sighting, evidence }) => ({
      ...sighting,
      evidence: [...evidence],
    }));
  }
}

/** The sightings, or why there are none. */
export function inventoryOf(
  kind: InventoryKind,
  list: SightingList,
  what: string,
): Result<Inventory> {
  const sightings = list.list();
  return sightings.length > 0
    ? succeed({ kind, sightings })
    : fail('invalid-input', `There is no ${what} in this file, so nothing could be found in it.`);
}
