import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import type { GroupId } from '../domain/catalogue.ts';
import type { Box } from '../stack/layout.ts';

/** A product as the map places it: in its primary category only, so that it stands there once. */
export interface MapProduct {
  readonly id: string;
  readonly categoryId: string;
}

export interface MapCategory {
  readonly id: string;
  readonly name: string;
  readonly groupId: GroupId;
}

export interface MapGroup {
  readonly id: GroupId;
  readonly name: string;
  readonly categories: readonly MapCategory[];
}

/** One category on the map: its box, and the grid in which its products stand row by row. */
export interface CategoryBlock {
  readonly category: MapCategory;
  readonly box: Box;
  /** Top left of the first tile. */
  readonly origin: { readonly x: number; readonly y: number };
  /** Side of a tile, its gap included; the same in nearly all blocks, so that their areas compare. */
  readonly pitch: number;
  readonly columns: number;
  readonly productIds: readonly string[];
}

export interface GroupBlock {
  readonly group: MapGroup;
  readonly box: Box;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly GroupBlock[];
  readonly blocks: readonly CategoryBlock[];
}

/** In map units; the whole map is 1600 × 900, the shape of a slide. */
export const MAP = {
  width: 1600,
  height: 900,
  groupHeader: 20,
  groupGap: 10,
  categoryHeader: 11,
  categoryPadding: 3,
  largestPitch: 24,
} as const;

interface Cell {
  readonly group?: MapGroup;
  readonly category?: MapCategory;
  readonly children?: readonly Cell[];
  readonly products: number;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a category's box leaves for its tiles; a narrow box gives up its head and margins first. */
function tileArea(box: Box): Area {
  const margin = Math.min(MAP.categoryPadding, box.width * 0.1);
  const head = Math.min(MAP.categoryHeader, box.height * 0.3);
  return {
    x: box.x + margin,
    y: box.y + head,
    width: box.width - 2 * margin,
    height: box.height - head - Math.min(MAP.categoryPadding, box.height * 0.1),
  };
}

/** The largest pitch, to a hundredth of a unit, at which `count` tiles stand in an area. */
function largestPitch(area: Area, count: number): number {
  let low = 0;
  let high: number = MAP.largestPitch;
  while (high - low > 0.01) {
    const middle = (low + high) / 2;
    const room = Math.floor(area.width / middle) * Math.floor(area.height / middle);
    if (room >= count) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Lays the whole landscape out: groups and their categories as a squarified treemap, the products of
 * a category as equal tiles in the order given. Categories without products are left out.
 * @param products in the order in which they stand within their category, the best known first
 * Source of the treemap: Bruls, Huizing, van Wijk, "Squarified treemaps" (2000), as in d3-hierarchy.
 */
export function layoutMap(
  taxonomy: readonly MapGroup[],
  products: readonly MapProduct[],
): MapLayout {
  const byCategory = new Map<string, string[]>();
  for (const { id, categoryId } of products) {
    const ids = byCategory.get(categoryId);
    if (ids) ids.push(id);
    else byCategory.set(categoryId, [id]);
  }
  const groupCells: Cell[] = taxonomy
    .map((group) => ({
      group,
      products: 0,
      children: group.categories
        .filter((category) => byCategory.has(category.id))
        .map((category) => ({ category, products: byCategory.get(category.id)?.length ?? 0 })),
    }))
    .filter((group) => group.children.length > 0);
  const root = hierarchy<Cell>({ products: 0, children: groupCells }, (cell) => cell.children)
    // The head of a category takes room however few its products are.
    .sum((cell) => (cell.category ? cell.products + 12 : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const laidOut = treemap<Cell>()
    .tile(treemapSquarify.ratio(1.4))
    .size([MAP.width, MAP.height])
    .paddingInner((node) => (node.depth === 0 ? MAP.groupGap : 4))
    .paddingTop((node) => (node.depth === 1 ? MAP.groupHeader : 0))(root);

  const groups: GroupBlock[] = [];
  const placed: { category: MapCategory; box: Box; ids: readonly string[] }[] = [];
  laidOut.each((node) => {
    const box = { x: node.x0, y: node.y0, width: node.x1 - node.x0, height: node.y1 - node.y0 };
    const { group, category } = node.data;
    if (group) groups.push({ group, box });
    if (category) placed.push({ category, box, ids: byCategory.get(category.id) ?? [] });
  });
  const fitted = placed.map(({ category, box, ids }) => {
    const area = tileArea(box);
    return { category, box, ids, area, largest: largestPitch(area, ids.length) };
  });
  // A category of a few products in a sliver of a box must not shrink the tiles of all others.
  const telling = fitted.filter(({ ids }) => ids.length >= 10);
  const pitch = Math.min(...(telling.length > 0 ? telling : fitted).map(({ largest }) => largest));
  const blocks = fitted.map(({ category, box, ids, area, largest }) => {
    const own = Math.min(pitch, largest);
    return {
      category,
      box,
      origin: { x: area.x, y: area.y },
      pitch: own,
      // Half a hundredth of slack, or rounding could lose the last column of an exact fit.
      columns: Math.max(1, Math.floor(area.width / own + 0.005)),
      productIds: ids,
    };
  });
  return { width: MAP.width, height: MAP.height, groups, blocks };
}

/** Where the tile at an index of a block stands. */
export function tileBox(block: CategoryBlock, index: number): Box {
  const { pitch } = block;
  const gap = pitch * 0.12;
  return {
    x: block.origin.x + (index % block.columns) * pitch,
    y: block.origin.y + Math.floor(index / block.columns) * pitch,
    width: pitch - gap,
    height: pitch - gap,
  };
}

function contains(box: Box, x: number, y: number): boolean {
  return x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height;
}

/** The product under a point of the map, or the category where there is no tile, or neither. */
export function hitMap(
  layout: MapLayout,
  point: { readonly x: number; readonly y: number },
): { readonly category: MapCategory; readonly productId: string | null } | null {
  const block = layout.blocks.find(({ box }) => contains(box, point.x, point.y));
  if (!block) return null;
  const column = Math.floor((point.x - block.origin.x) / block.pitch);
  const row = Math.floor((point.y - block.origin.y) / block.pitch);
  const index = row * block.columns + column;
  const isTile = column >= 0 && column < block.columns && row >= 0;
  return {
    category: block.category,
    productId: isTile ? (block.productIds[index] ?? null) : null,
  };
}
