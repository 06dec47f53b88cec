import type { HubCandidate } from '../../../shared/insights/relate-pairs.ts';
import { flag, listHas } from '../../store/catalogue/columns.ts';
import { otherEnd } from '../../store/catalogue/links.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import type { StackView } from './stack-view.ts';

/** Categories of products that are made to pass data on between others. */
export const hubCategories: readonly string[] = [
  'cdp',
  'tag-management',
  'data-warehouse',
  'data-integration',
  'workflow-automation',
];

/** For each product around a stack, by catalogue index: places of the products it integrates with. */
export type Surroundings = ReadonlyMap<number, readonly number[]>;

/** Every product outside of a stack that is documented to integrate with one inside; O(links). */
export function surroundingsOf({ links }: Catalogue, { indexes }: StackView): Surroundings {
  const index = links();
  const inside = new Set(indexes);
  const around = new Map<number, number[]>();
  indexes.forEach((product, place) => {
    if (product < 0) return;
    for (let at = index.starts[product]!; at < index.starts[product + 1]!; at++) {
      const other = otherEnd(index, index.touching[at]!, product);
      if (inside.has(other)) continue;
      const members = around.get(other);
      if (!members) around.set(other, [place]);
      // Places come in ascending order; several links of one pair come one after the other.
      else if (members.at(-1) !== place) members.push(place);
    }
  });
  return around;
}

/** Products that are still sold and stand by themselves. */
export function isOffered({ columns }: Catalogue, product: number): boolean {
  return (columns.flags[product]! & (flag.discontinued | flag.extension)) === 0;
}

/** Products of the hub categories that would connect at least two of the stack, best known first. */
export function hubCandidates(catalogue: Catalogue, around: Surroundings): HubCandidate[] {
  const { columns } = catalogue;
  const wanted = hubCategories.map((id) => columns.categoryIds.indexOf(id));
  return [...around]
    .filter(
      ([product, members]) =>
        members.length > 1 &&
        isOffered(catalogue, product) &&
        wanted.some((category) => listHas(columns.categories, product, category)),
    )
    .map(([key, members]) => ({ key, members }))
    .sort((a, b) => columns.fame[b.key]! - columns.fame[a.key]! || a.key - b.key);
}
