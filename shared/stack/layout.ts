import type { Lane, Stack, StackNode } from './stack.ts';

/** Sizes in canvas units, shared by the canvas and every export so that they agree. */
export const CARD = { width: 184, height: 52 } as const;
export const LANE = { width: 208, gap: 12, header: 44, padding: 12, minHeight: 520 } as const;
/** Distance from the top of one card in a lane to the top of the next. */
export const ROW_PITCH = CARD.height + 12;
/** Between the cards of a row, so that edges between them can be seen. */
export const COLUMN_GAP = 28;
/** Distance from the left of one card to the left of the next, in a lane of rows. */
export const COLUMN_PITCH = CARD.width + COLUMN_GAP;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function nodeBox(node: Pick<StackNode, 'x' | 'y'>): Box {
  return { x: node.x, y: node.y, width: CARD.width, height: CARD.height };
}

/** How far down the products of a lane reach, from its top, with room below. */
function reach(lane: Lane, nodes: Stack['nodes']): number {
  let bottom = lane.height;
  for (const node of Object.values(nodes)) {
    if (node.laneId !== lane.id) continue;
    bottom = Math.max(bottom, node.y - lane.y + CARD.height + LANE.padding);
  }
  return bottom;
}

/** Columns that stand side by side end on one line; rows are as tall as they need to be. */
const hasCommonHeight = (lane: Lane): boolean => lane.shape === 'column';

/** The columns' common height: enough for the lowest product standing in any of them. */
export function laneHeight(stack: Pick<Stack, 'lanes' | 'nodes'>): number {
  const columns = Object.values(stack.lanes).filter(hasCommonHeight);
  let bottom = 0;
  for (const lane of columns) bottom = Math.max(bottom, lane.height);
  for (const node of Object.values(stack.nodes)) {
    const lane = node.laneId === null ? undefined : stack.lanes[node.laneId];
    if (lane && hasCommonHeight(lane)) {
      bottom = Math.max(bottom, node.y - lane.y + CARD.height + LANE.padding);
    }
  }
  return bottom;
}

/** Where a lane is drawn. */
export function laneBox(lane: Lane, stack: Pick<Stack, 'lanes' | 'nodes'>): Box {
  const height = hasCommonHeight(lane) ? laneHeight(stack) : reach(lane, stack.nodes);
  return { x: lane.x, y: lane.y, width: lane.width, height };
}

/**
 * Lanes from left to right, then down. Where two would take a product, the first does, and that must
 * not depend on which of them was stored first: undoing a removal stores a lane anew.
 */
export function lanesInOrder(lanes: Stack['lanes']): readonly Lane[] {
  return Object.values(lanes).sort((p, q) => p.x - q.x || p.y - q.y || (p.id < q.id ? -1 : 1));
}

/** The lane under the middle of a card at this position, or null where there is none. */
export function laneAt(
  stack: Pick<Stack, 'lanes' | 'nodes'>,
  position: { readonly x: number; readonly y: number },
): string | null {
  const x = position.x + CARD.width / 2;
  const y = position.y + CARD.height / 2;
  const height = laneHeight(stack);
  for (const lane of lanesInOrder(stack.lanes)) {
    // A column may be let out by one more row; a row has its neighbour right below.
    const least = hasCommonHeight(lane) ? height + ROW_PITCH : reach(lane, stack.nodes);
    const inside = x >= lane.x && x <= lane.x + lane.width && y >= lane.y && y <= lane.y + least;
    if (inside) return lane.id;
  }
  return null;
}

/** The rows of a column at `x` that a standing card leaves no room in. */
function takenRows(nodes: readonly StackNode[], x: number, top: number): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const node of nodes) {
    if (node.x >= x + CARD.width || node.x + CARD.width <= x) continue;
    // A card in row r covers from top + r × pitch for its height; strict, so that edges may touch.
    const first = Math.floor((node.y - CARD.height - top) / ROW_PITCH) + 1;
    const last = Math.ceil((node.y + CARD.height - top) / ROW_PITCH) - 1;
    for (let row = Math.max(0, first); row <= last; row++) taken.add(row);
  }
  return taken;
}

/** The first place from the top of a column where a card covers no other; linear in the products. */
function freeInColumn(
  stack: Pick<Stack, 'nodes'>,
  x: number,
  top: number,
): { x: number; y: number } {
  const taken = takenRows(Object.values(stack.nodes), x, top);
  let row = 0;
  while (taken.has(row)) row++;
  return { x, y: top + row * ROW_PITCH };
}

/** The first free place reading from left to right, then down. */
function freeInRows(stack: Pick<Stack, 'nodes'>, lane: Lane): { x: number; y: number } {
  const top = lane.y + LANE.header;
  const room = lane.width - 2 * LANE.padding - CARD.width;
  const columns = 1 + Math.max(0, Math.floor(room / COLUMN_PITCH));
  // What stands in lanes below moves down when this one grows, and takes no place here.
  const nodes = Object.values(stack.nodes).filter(
    (node) => node.laneId === null || node.laneId === lane.id || node.y < lane.y + lane.height,
  );
  const places = Array.from({ length: columns }, (_, column) => {
    const x = lane.x + LANE.padding + column * COLUMN_PITCH;
    return { x, taken: takenRows(nodes, x, top) };
  });
  for (let row = 0; ; row++) {
    const free = places.find(({ taken }) => !taken.has(row));
    if (free) return { x: free.x, y: top + row * ROW_PITCH };
  }
}

/** The next free place of a lane, below its header. */
export function freePlaceInLane(
  stack: Pick<Stack, 'nodes'>,
  lane: Lane,
): { x: number; y: number; laneId: string } {
  const place =
    lane.shape === 'row'
      ? freeInRows(stack, lane)
      : freeInColumn(stack, lane.x + LANE.padding, lane.y + LANE.header);
  return { ...place, laneId: lane.id };
}

/** The lane that a product belongs in: one that names its category, else one for its group. */
export function laneFor(
  lanes: Stack['lanes'],
  product: Pick<StackNode, 'groupId' | 'categoryId'>,
): Lane | undefined {
  const all = lanesInOrder(lanes);
  return (
    all.find((lane) => lane.categories.includes(product.categoryId)) ??
    all.find((lane) => lane.groups.includes(product.groupId))
  );
}

/**
 * The next free place for a product: below the header of the lane it belongs in, where the card
 * covers no other; without such a lane, right of everything.
 */
export function freePlace(
  stack: Pick<Stack, 'lanes' | 'nodes'>,
  product: Pick<StackNode, 'groupId' | 'categoryId'>,
): { x: number; y: number; laneId: string | null } {
  const lane = laneFor(stack.lanes, product);
  if (lane) return freePlaceInLane(stack, lane);
  const lanes = Object.values(stack.lanes);
  const right = Math.max(0, ...lanes.map((each) => each.x + each.width + LANE.gap));
  return { ...freeInColumn(stack, right, LANE.header), laneId: null };
}
