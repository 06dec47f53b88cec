import type { PackChanges } from './contract.ts';

/** What a comparison needs of a catalogue. */
export interface PackSnapshot {
  readonly products: ReadonlyMap<string, { readonly name: string; readonly category: string }>;
  /** Pairs of product ids, "a b" with a before b, of any kind of integration. */
  readonly links: ReadonlySet<string>;
  readonly categoryName: (id: string) => string;
}

export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** As many as a screen shows; totals count all. */
const MOST_LISTED = 200;

const byName = (p: { readonly name: string }, q: { readonly name: string }): number =>
  p.name.localeCompare(q.name, 'en');

const listed = <T>(list: readonly T[]): { total: number; first: T[] } => ({
  total: list.length,
  first: list.slice(0, MOST_LISTED),
});

/** What changes when `to` takes the place of `from`; products are the same by their id. */
export function comparePacks(
  from: PackSnapshot,
  to: PackSnapshot,
): Omit<PackChanges, 'touches'> & {
  /** All that happened to products of `from`, by id. */
  readonly fates: ReadonlyMap<string, 'gone' | 'renamed' | 'recategorised'>;
} {
  const added: { id: string; name: string }[] = [];
  const gone: { id: string; name: string }[] = [];
  const renamed: { id: string; name: string; before: string }[] = [];
  const recategorised: { id: string; name: string; before: string; after: string }[] = [];
  const fates = new Map<string, 'gone' | 'renamed' | 'recategorised'>();
  for (const [id, { name, category }] of to.products) {
    const before = from.products.get(id);
    if (!before) {
      added.push({ id, name });
      continue;
    }
    if (before.name !== name) {
      renamed.push({ id, name, before: before.name });
      fates.set(id, 'renamed');
    }
    if (before.category !== category) {
      recategorised.push({
        ...{ id, name, before: from.categoryName(before.category) },
        after: to.categoryName(category),
      });
      if (!fates.has(id)) fates.set(id, 'recategorised');
    }
  }
  for (const [id, { name }] of from.products) {
    if (to.products.has(id)) continue;
    gone.push({ id, name });
    fates.set(id, 'gone');
  }
  const nameOf = (id: string): string =>
    to.products.get(id)?.name ?? from.products.get(id)?.name ?? id;
  const pairs = (here: ReadonlySet<string>, there: ReadonlySet<string>) =>
    [...here]
      .filter((pair) => !there.has(pair))
      .sort()
      .map((pair) => {
        const [a = '', b = ''] = pair.split(' ');
        return { from: nameOf(a), to: nameOf(b) };
      });
  return {
    added: listed(added.sort(byName)),
    gone: listed(gone.sort(byName)),
    renamed: listed(renamed.sort(byName)),
    recategorised: listed(recategorised.sort(byName)),
    gainedIntegrations: listed(pairs(to.links, from.links)),
    lostIntegrations: listed(pairs(from.links, to.links)),
    fates,
  };
}
