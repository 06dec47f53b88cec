import { hierarchy, treemap, treemapResquarify, type HierarchyNode } from 'd3-hierarchy';
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

/** In map units; the poster is 1600 × 900, the shape of a slide. */
export const MAP = {
  width: 1600,
  height: 900,
  groupHeader: 24,
  groupGap: 12,
  categoryHeader: 19,
  categoryGap: 4,
  categoryPadding: 3,
  largestPitch: 24,
  /** Least area of a category, so that there is room for its name. */
  leastArea: 4200,
  leastGroupArea: 90_000,
} as const;

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

const poster: PageSize = { width: MAP.width, height: MAP.height };

/** A page of the same area as the poster in another shape, from nearly square to very wide. */
export function pageOfRatio(ratio: number): PageSize {
  const kept = Math.min(2.2, Math.max(1.1, ratio));
  const width = Math.sqrt(MAP.width * MAP.height * kept);
  return { width, height: width / kept };
}

/** Blocks are as much wider than tall as names are: a head is read, a column is not. */
const WIDENED = 1.45;

/** Rounds of evening out the tile sizes; more change nothing that can be seen. */
const ROUNDS = 40;

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

interface Placed {
  readonly category: MapCategory;
  readonly box: Box;
  readonly area: Area;
  readonly ids: readonly string[];
  /** The largest pitch at which all its tiles have room. */
  readonly largest: number;
}

/** What a category's box leaves for its tiles; a narrow box gives up its head and margins first. */
function tileArea(box: Box): Area {
  const margin = Math.min(MAP.categoryPadding, box.width * 0.1);
  const head = Math.min(MAP.categoryHeader, box.height * 0.4);
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

/** Gives every cell its box. Called again on the same root it keeps who stands beside whom. */
function place(
  root: HierarchyNode<Cell>,
  weights: ReadonlyMap<string, number>,
  byCategory: ReadonlyMap<string, readonly string[]>,
  page: PageSize,
): { groups: GroupBlock[]; placed: Placed[] } {
  const weightOf = (cell: Cell): number => weights.get(cell.category?.id ?? '') ?? 0;
  const least = new Map<Cell, number>();
  for (const { children = [] } of root.data.children ?? []) {
    const sum = children.reduce((total, cell) => total + weightOf(cell), 0);
    // A group of a few products is no sliver beside the others: its name is to be read.
    for (const cell of children) least.set(cell, Math.max(1, MAP.leastGroupArea / sum));
  }
  root.sum((cell) => weightOf(cell) * (least.get(cell) ?? 0));
  const half = MAP.groupGap / 2;
  const laidOut = treemap<Cell>()
    .tile(treemapResquarify.ratio(1))
    // The page as it would be if it were narrower; widening it widens every block.
    .size([(page.width + MAP.groupGap) / WIDENED, page.height + MAP.groupGap])
    .paddingLeft((node) => (node.depth === 1 ? half / WIDENED : 0))
    .paddingRight((node) => (node.depth === 1 ? half / WIDENED : 0))
    .paddingTop((node) => (node.depth === 1 ? half + MAP.groupHeader : 0))
    .paddingBottom((node) => (node.depth === 1 ? half : 0))(root);

  const groups: GroupBlock[] = [];
  const placed: Placed[] = [];
  laidOut.each((node) => {
    const { group, category } = node.data;
    // Gaps between neighbours are made by drawing each of them in by half; the page has no border.
    const gap = group ? half : MAP.categoryGap / 2;
    const box = {
      x: node.x0 * WIDENED - half + gap,
      y: node.y0 - half + gap,
      width: Math.max(0, (node.x1 - node.x0) * WIDENED - 2 * gap),
      height: Math.max(0, node.y1 - node.y0 - 2 * gap),
    };
    if (group) groups.push({ group, box });
    if (!category) return;
    const ids = byCategory.get(category.id) ?? [];
    const area = tileArea(box);
    placed.push({ category, box, area, ids, largest: largestPitch(area, ids.length) });
  });
  return { groups, placed };
}

/** The pitch that suits all: a category of a few products in a sliver must not shrink the rest. */
function commonPitch(placed: readonly Placed[]): number {
  const telling = placed.filter(({ ids }) => ids.length >= 10);
  return Math.min(...(telling.length > 0 ? telling : placed).map(({ largest }) => largest));
}

/**
 * Lays the whole landscape out: groups and their categories as a squarified treemap, the products of
 * a category as equal tiles in the order given. Categories without products are left out. Heads and
 * gaps cost small blocks a larger share than large ones, and whole tiles seldom fit exactly, so the
 * areas are evened out until the tiles are as large as they can be everywhere alike.
 * @param page whose shape the map takes; the poster's without one
 * @param products in the order in which they stand within their category, the best known first
 * Source of the treemap: Bruls, Huizing, van Wijk, "Squarified treemaps" (2000), as in d3-hierarchy.
 */
export function layoutMap(
  taxonomy: readonly MapGroup[],
  products: readonly MapProduct[],
  page: PageSize = poster,
): MapLayout {
  const byCategory = new Map<string, string[]>();
  for (const { id, categoryId } of products) {
    const ids = byCategory.get(categoryId);
    if (ids) ids.push(id);
    else byCategory.set(categoryId, [id]);
  }
  const cells: Cell[] = taxonomy
    .map((group) => {
      const children = group.categories
        .filter((category) => byCategory.has(category.id))
        .map((category) => ({ category, products: byCategory.get(category.id)?.length ?? 0 }));
      return { group, children, products: children.reduce((sum, each) => sum + each.products, 0) };
    })
    .filter((group) => group.children.length > 0);

  const total = cells.reduce((sum, { products: count }) => sum + count, 0);
  const perProduct = (page.width * page.height) / Math.max(1, total);
  const weights = new Map(
    [...byCategory].map(([id, ids]) => [
      id,
      Math.max(MAP.leastArea, ids.length * perProduct + MAP.leastArea / 2),
    ]),
  );
  const root = hierarchy<Cell>({ products: 0, children: cells }, (cell) => cell.children).sort(
    (a, b) => b.data.products - a.data.products,
  );
  let best = place(root, weights, byCategory, page);
  let pitch = commonPitch(best.placed);
  for (let round = 0; round < ROUNDS; round++) {
    const current = round === 0 ? best : place(root, weights, byCategory, page);
    const common = commonPitch(current.placed);
    if (common > pitch) {
      best = current;
      pitch = common;
    }
    const sorted = current.placed.map(({ largest }) => largest).sort((a, b) => a - b);
    const aim = sorted[Math.floor(sorted.length / 2)] ?? 1;
    for (const { category, largest } of current.placed) {
      const missing = Math.min(2, Math.max(0.5, aim / Math.max(0.01, largest)));
      // Ever smaller steps: neighbours move as well, and the whole must settle.
      const next = (weights.get(category.id) ?? 0) * missing ** (2 / (2 + round * 0.15));
      weights.set(category.id, Math.max(MAP.leastArea, next));
    }
  }

  const blocks = best.placed.map(({ category, box, ids, area, largest }) => {
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
  return { width: page.width, height: page.height, groups: best.groups, blocks };
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
