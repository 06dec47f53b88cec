import { pairKey, type PackSnapshot } from '../../../shared/packs/compare.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';

/** What a comparison needs of an open catalogue. */
export function snapshotOf(catalogue: Catalogue): PackSnapshot {
  const { columns, repository } = catalogue;
  const links = catalogue.links();
  const pairs = new Set<string>();
  for (let link = 0; link < links.size; link++) {
    pairs.add(pairKey(columns.ids[links.from[link]!]!, columns.ids[links.to[link]!]!));
  }
  const marks = repository.marks();
  const names = new Map(columns.categoryIds.map((id, at) => [id, columns.categoryNames[at]!]));
  return {
    products: new Map(
      columns.ids.map((id, index) => [
        id,
        {
          name: marks[index]?.name ?? id,
          category: columns.categoryIds[columns.primaryCategory[index]!]!,
        },
      ]),
    ),
    links: pairs,
    categoryName: (id) => names.get(id) ?? id,
  };
}
