import type { CategoryGroup } from '../../../shared/domain/product.ts';
import type { MapData } from '../../../shared/landscape/map-data.ts';

/** Three groups of four categories. */
export const mapTaxonomy: readonly CategoryGroup[] = (['content', 'data', 'business'] as const).map(
  (groupId) => ({
    id: groupId,
    name: `Group ${groupId}`,
    categories: [1, 2, 3, 4].map((n) => ({
      id: `${groupId}-${n}`,
      name: `Category ${n} of ${groupId}`,
      covers: 'this & that',
      products: 0,
      groupId,
    })),
  }),
);

const categoryIds = mapTaxonomy.flatMap((group) => group.categories.map(({ id }) => id));

/** Products spread over all categories, some with the icon "brand", with names as given or made up. */
export function aLandscape(size: number, names: readonly string[] = []): MapData {
  const indexes = Array.from({ length: size }, (_, index) => index);
  return {
    ids: indexes.map((index) => `p-${index}`),
    names: indexes.map((index) => names[index] ?? `Product ${index}`),
    categoryIds: [...categoryIds],
    category: indexes.map((index) => (index * index) % categoryIds.length),
    iconSlugs: ['brand'],
    icon: indexes.map((index) => (index % 10 === 0 ? 0 : -1)),
    degree: indexes.map((index) => Math.max(0, 120 - index)),
  };
}
