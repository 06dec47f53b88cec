import { CARD, COLUMN_PITCH, LANE, nodeBox, ROW_PITCH, type Box } from '../layout.ts';
import type { Lane, StackNode } from '../stack.ts';

interface Slot {
  readonly x: number;
  readonly y: number;
}

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Cards side by side in a lane. */
function columnsOf(lane: Lane): number {
  if (lane.shape === 'column') return 1;
  const room = lane.width - 2 * LANE.padding - CARD.width;
  return 1 + Math.max(0, Math.floor(room / COLUMN_PITCH));
}

/**
 * The first so many places of a lane where a card covers none that stays, in the order along which
 * products are put: along the longer side of the lane, so that what is near in the order is near in
 * the lane.
 */
export function laneSlots(
  lane: Lane,
  count: number,
  staying: readonly StackNode[],
  axis: 'x' | 'y',
): Slot[] {
  const columns = columnsOf(lane);
  const taken = staying.map(nodeBox);
  const slots: Slot[] = [];
  for (let index = 0; slots.length < count; index++) {
    const slot = {
      x: lane.x + LANE.padding + (index % columns) * COLUMN_PITCH,
      y: lane.y + LANE.header + Math.floor(index / columns) * ROW_PITCH,
    };
    const box = { ...slot, width: CARD.width, height: CARD.height };
    if (!taken.some((other) => overlaps(box, other))) slots.push(slot);
  }
  return slots.sort((p, q) => p[axis] - q[axis] || p.x - q.x || p.y - q.y);
}
