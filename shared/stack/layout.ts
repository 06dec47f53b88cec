import type { GroupId } from '../domain/catalogue.ts';
import type { Lane, Stack, StackNode } from './stack.ts';

/** Sizes in canvas units, shared by the canvas and every export so that they agree. */
export const CARD = { width: 184, height: 52 } as const;
export const LANE = { width: 208, gap: 12, header: 44, padding: 12, minHeight: 520 } as const;
/** Distance from the top of one card in a lane to the top of the next. */
export const ROW_PITCH = CARD.height + 12;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function nodeBox(node: Pick<StackNode, 'x' | 'y'>): Box {
  return { x: node.x, y: node.y, width: CARD.width, height: CARD.height };
}

/** The lanes' common height: enough for the lowest product standing in any of them. */
export function laneHeight(stack: Pick<Stack, 'lanes' | 'nodes'>): number {
  const lanes = Object.values(stack.lanes);
  let bottom = 0;
  for (const lane of lanes) bottom = Math.max(bottom, lane.height);
  for (const node of Object.values(stack.nodes)) {
    const lane = node.laneId === null ? undefined : stack.lanes[node.laneId];
    if (lane) bottom = Math.max(bottom, node.y - lane.y + CARD.height + LANE.padding);
  }
  return bottom;
}

/** Where a lane is drawn. */
export function laneBox(lane: Lane, stack: Pick<Stack, 'lanes' | 'nodes'>): Box {
  return { x: lane.x, y: lane.y, width: lane.width, height: laneHeight(stack) };
}

/** The lane under the middle of a card at this position, or null where there is none. */
export function laneAt(
  stack: Pick<Stack, 'lanes' | 'nodes'>,
  position: { readonly x: number; readonly y: number },
): string | null {
  const x = position.x + CARD.width / 2;
  const y = position.y + CARD.height / 2;
  const height = laneHeight(stack);
  for (const lane of Object.values(stack.lanes)) {
    const inside =
      x >= lane.x && x <= lane.x + lane.width && y >= lane.y && y <= lane.y + height + ROW_PITCH;
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

/** The next free place of a lane, below its header. */
export function freePlaceInLane(
  stack: Pick<Stack, 'nodes'>,
  lane: Lane,
): { x: number; y: number; laneId: string } {
  const place = freeInColumn(stack, lane.x + LANE.padding, lane.y + LANE.header);
  return { ...place, laneId: lane.id };
}

/**
 * The next free place for a product: below the header of the lane for its group, in the first row
 * where the card covers no other; without such a lane, right of everything.
 */
export function freePlace(
  stack: Pick<Stack, 'lanes' | 'nodes'>,
  groupId: GroupId,
): { x: number; y: number; laneId: string | null } {
  const lanes = Object.values(stack.lanes);
  const lane = lanes.find((candidate) => candidate.groups.includes(groupId));
  if (lane) return freePlaceInLane(stack, lane);
  const right = Math.max(0, ...lanes.map((each) => each.x + each.width + LANE.gap));
  return { ...freeInColumn(stack, right, LANE.header), laneId: null };
}
