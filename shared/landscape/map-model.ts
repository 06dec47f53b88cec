import type { GroupId } from '../domain/catalogue.ts';
import type { CategoryGroup } from '../domain/product.ts';
import type { Box } from '../stack/layout.ts';
import type { MapData } from './map-data.ts';
import {
  layoutMap,
  tileBox,
  type CategoryBlock,
  type MapLayout,
  type PageSize,
} from './map-layout.ts';

/** How well connected a product is, in four steps: none, a few, some dozen, a hub. */
export const levelBounds = [1, 10, 50] as const;
export type Level = 0 | 1 | 2 | 3;

export function levelOf(degree: number): Level {
  return levelBounds.filter((bound) => degree >= bound).length as Level;
}

/** A block with its products as indexes into the columns of the map's data. */
export interface ModelBlock extends CategoryBlock {
  readonly groupId: GroupId;
  readonly products: Uint32Array;
}

/** Where a product stands: its block, by index, and its place within. */
export interface Place {
  readonly block: number;
  readonly at: number;
}

export interface MapModel {
  readonly data: MapData;
  readonly layout: MapLayout;
  readonly blocks: readonly ModelBlock[];
  /** Level of each product. */
  readonly levels: Uint8Array;
  readonly indexOf: ReadonlyMap<string, number>;
  readonly placeOf: (product: number) => Place | null;
}

/** The whole landscape laid out, with what drawing and moving about need of every product. */
export function buildMapModel(
  taxonomy: readonly CategoryGroup[],
  data: MapData,
  page?: PageSize,
): MapModel {
  const indexOf = new Map(data.ids.map((id, index) => [id, index]));
  const layout = layoutMap(
    taxonomy,
    data.ids.map((id, index) => ({
      id,
      categoryId: data.categoryIds[data.category[index]!] ?? '',
    })),
    page,
  );
  const blockOf = new Int32Array(data.ids.length).fill(-1);
  const atOf = new Uint32Array(data.ids.length);
  const blocks = layout.blocks.map((block, index): ModelBlock => {
    const products = Uint32Array.from(block.productIds, (id) => indexOf.get(id) ?? 0);
    products.forEach((product, at) => {
      blockOf[product] = index;
      atOf[product] = at;
    });
    return { ...block, groupId: block.category.groupId, products };
  });
  return {
    data,
    layout,
    blocks,
    levels: Uint8Array.from(data.degree, levelOf),
    indexOf,
    placeOf: (product) => {
      const block = blockOf[product] ?? -1;
      return block < 0 ? null : { block, at: atOf[product]! };
    },
  };
}

export function tileOf(model: MapModel, product: number): Box | null {
  const place = model.placeOf(product);
  return place && tileBox(model.blocks[place.block]!, place.at);
}

/** Matches of each block, in the order of the blocks. */
export function countMatches(model: MapModel, matches: Uint8Array): number[] {
  return model.blocks.map(({ products }) => {
    let count = 0;
    for (const product of products) count += matches[product] ?? 0;
    return count;
  });
}

/** What stands at a point of the map. */
export type MapHit =
  | { readonly kind: 'product'; readonly product: number; readonly block: number }
  | { readonly kind: 'category'; readonly block: number }
  | { readonly kind: 'group'; readonly groupId: GroupId };

function contains(box: Box, x: number, y: number): boolean {
  return x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height;
}

/** The product, category or group at a point in map units; null beside all of them. */
export function hitAt(model: MapModel, x: number, y: number): MapHit | null {
  const index = model.blocks.findIndex(({ box }) => contains(box, x, y));
  const block = model.blocks[index];
  if (block) {
    const column = Math.floor((x - block.origin.x) / block.pitch);
    const row = Math.floor((y - block.origin.y) / block.pitch);
    const isTile = column >= 0 && column < block.columns && row >= 0;
    const product = isTile ? block.products[row * block.columns + column] : undefined;
    if (product === undefined) return { kind: 'category', block: index };
    return { kind: 'product', product, block: index };
  }
  const found = model.layout.groups.find(({ box }) => contains(box, x, y));
  return found ? { kind: 'group', groupId: found.group.id } : null;
}
