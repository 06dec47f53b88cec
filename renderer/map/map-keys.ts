import { tileBox } from '../../shared/landscape/map-layout.ts';
import type { MapModel, Place } from '../../shared/landscape/map-model.ts';
import type { Box } from '../../shared/stack/layout.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export function directionOf(key: string): Direction | null {
  return directions[key] ?? null;
}

interface Middle {
  readonly x: number;
  readonly y: number;
}

function middleOf({ x, y, width, height }: Box): Middle {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Index of the block that lies nearest in a direction, or -1 at the edge of the map. */
function nextBlock(model: MapModel, from: Middle, current: number, direction: Direction): number {
  const { box } = model.blocks[current]!;
  let best = -1;
  let bestCost = Infinity;
  model.blocks.forEach((block, index) => {
    if (index === current) return;
    const other = block.box;
    // How far it lies in the direction, edge to edge, and how far aside of the line that one looks along.
    const ahead = {
      right: other.x - (box.x + box.width),
      left: box.x - (other.x + other.width),
      down: other.y - (box.y + box.height),
      up: box.y - (other.y + other.height),
    }[direction];
    if (ahead < -0.5) return;
    const isAcross = direction === 'left' || direction === 'right';
    const [at, start, length] = isAcross
      ? [from.y, other.y, other.height]
      : [from.x, other.x, other.width];
    const aside = Math.max(0, start - at, at - (start + length));
    const cost = ahead + 3 * aside;
    if (cost < bestCost) {
      best = index;
      bestCost = cost;
    }
  });
  return best;
}

/** The tile of a block that lies nearest to a point. */
function nearestTile(model: MapModel, blockIndex: number, to: Middle): Place {
  const block = model.blocks[blockIndex]!;
  const last = block.products.length - 1;
  const rows = Math.floor(last / block.columns);
  const clamp = (value: number, most: number): number =>
    Math.max(0, Math.min(most, Math.floor(value)));
  const row = clamp((to.y - block.origin.y) / block.pitch, rows);
  const column = clamp((to.x - block.origin.x) / block.pitch, block.columns - 1);
  return { block: blockIndex, at: Math.min(last, row * block.columns + column) };
}

/** The place one tile on; past the edge of a category the nearest tile of the next one. */
export function moveTile(model: MapModel, place: Place, direction: Direction): Place {
  const block = model.blocks[place.block]!;
  const { columns, products } = block;
  const column = place.at % columns;
  const row = Math.floor(place.at / columns);
  const target = {
    left: column > 0 ? place.at - 1 : -1,
    right: column < columns - 1 && place.at + 1 < products.length ? place.at + 1 : -1,
    up: row > 0 ? place.at - columns : -1,
    down: place.at + columns < products.length ? place.at + columns : -1,
  }[direction];
  if (target >= 0) return { block: place.block, at: target };
  const from = middleOf(tileBox(block, place.at));
  const next = nextBlock(model, from, place.block, direction);
  return next < 0 ? place : nearestTile(model, next, from);
}

/** The first product of the category that lies next in a direction. */
export function moveCategory(model: MapModel, place: Place, direction: Direction): Place {
  const block = model.blocks[place.block]!;
  const next = nextBlock(model, middleOf(block.box), place.block, direction);
  return next < 0 ? { block: place.block, at: 0 } : { block: next, at: 0 };
}

/** The next or previous category in the order of the map, around its end. */
export function stepCategory(model: MapModel, place: Place, by: 1 | -1): Place {
  const count = model.blocks.length;
  return { block: (place.block + by + count) % count, at: 0 };
}

/** The next (or previous) product that matches, around the end; the same place where none does. */
export function nextMatch(
  model: MapModel,
  place: Place,
  matches: Uint8Array | null,
  by: 1 | -1,
): Place {
  const count = model.blocks.length;
  let { block, at } = place;
  const total = model.data.ids.length;
  for (let steps = 0; steps <= total; steps++) {
    at += by;
    // Every block holds a product, so that one step is enough.
    if (at >= model.blocks[block]!.products.length) {
      block = (block + 1) % count;
      at = 0;
    } else if (at < 0) {
      block = (block - 1 + count) % count;
      at = model.blocks[block]!.products.length - 1;
    }
    if (matches === null || matches[model.blocks[block]!.products[at]!] === 1) return { block, at };
  }
  return place;
}
