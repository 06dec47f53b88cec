import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hitMap,
  layoutMap,
  pageOfRatio,
  MAP,
  tileBox,
  type MapGroup,
} from '../../../shared/landscape/map-layout.ts';
import { aLandscape } from './support.ts';
import type { Box } from '../../../shared/stack/layout.ts';

const taxonomy: readonly MapGroup[] = (['content', 'data', 'business'] as const).map((groupId) => ({
  id: groupId,
  name: groupId,
  categories: [1, 2, 3, 4].map((n) => ({
    id: `${groupId}-${n}`,
    name: `${groupId} ${n}`,
    groupId,
  })),
}));
const categoryIds = taxonomy.flatMap((group) => group.categories.map(({ id }) => id));

const landscape = fc
  .array(fc.integer({ min: 0, max: 900 }), { minLength: 12, maxLength: 12 })
  .filter((counts) => counts.some((count) => count > 0))
  .map((counts) =>
    counts.flatMap((count, category) =>
      Array.from({ length: count }, (_, n) => ({
        id: `${category}-${n}`,
        categoryId: categoryIds[category] ?? '',
      })),
    ),
  );

function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - 0.01 &&
    inner.y >= outer.y - 0.01 &&
    inner.x + inner.width <= outer.x + outer.width + 0.01 &&
    inner.y + inner.height <= outer.y + outer.height + 0.01
  );
}

describe('the map of the landscape', () => {
  it('gives every product one tile inside its category, and finds it there again', () => {
    fc.assert(
      fc.property(landscape, (products) => {
        const layout = layoutMap(taxonomy, products);
        const placed = new Set<string>();
        for (const block of layout.blocks) {
          expect(inside(block.box, { x: 0, y: 0, width: MAP.width, height: MAP.height })).toBe(
            true,
          );
          for (const [index, id] of block.productIds.entries()) {
            const tile = tileBox(block, index);
            expect(inside(tile, block.box)).toBe(true);
            const middle = { x: tile.x + tile.width / 2, y: tile.y + tile.height / 2 };
            expect(hitMap(layout, middle)?.productId).toBe(id);
            placed.add(id);
          }
        }
        expect(placed.size).toBe(products.length);
      }),
      { numRuns: 25 },
    );
  });

  it('takes the shape of the screen, the whole page used and as large as the poster', () => {
    const products = aLandscape(600).ids.map((id, index) => ({
      id,
      categoryId: categoryIds[index % categoryIds.length] ?? '',
    }));
    for (const ratio of [0.2, 1.3, 1.9, 9]) {
      const page = pageOfRatio(ratio);
      expect(page.width * page.height).toBeCloseTo(MAP.width * MAP.height);
      const layout = layoutMap(taxonomy, products, page);
      expect(Math.max(...layout.groups.map(({ box }) => box.x + box.width))).toBeCloseTo(
        page.width,
      );
      expect(Math.max(...layout.groups.map(({ box }) => box.y + box.height))).toBeCloseTo(
        page.height,
      );
    }
  });

  it('leaves out categories that have no product', () => {
    const layout = layoutMap(taxonomy, [{ id: 'a', categoryId: 'data-2' }]);
    expect(layout.blocks.map(({ category }) => category.id)).toEqual(['data-2']);
    expect(layout.groups.map(({ group }) => group.id)).toEqual(['data']);
  });

  it('finds nothing between the blocks', () => {
    const layout = layoutMap(taxonomy, [{ id: 'a', categoryId: 'data-2' }]);
    expect(hitMap(layout, { x: -5, y: -5 })).toBeNull();
  });
});
