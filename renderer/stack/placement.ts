import type { Point } from '../../shared/diagram/route-edge.ts';
import type { ProductRow } from '../../shared/domain/product.ts';
import type { PlacementInput } from '../../shared/stack/commands.ts';
import { CARD, LANE, laneAt, ROW_PITCH } from '../../shared/stack/layout.ts';
import type { Stack } from '../../shared/stack/stack.ts';

/** How near to the column of a lane a card falls into it. */
const COLUMN_PULL = 20;
/** How far from the middle of the canvas anything may be put. */
export const FURTHEST = 99_000;

/** A coordinate in whole units, where commands still take it. */
export const within = (value: number): number =>
  Math.round(Math.min(FURTHEST, Math.max(-FURTHEST, value)));

/** Where a card comes to rest: whole units, and in line with its lane when almost there. */
export function settle(stack: Pick<Stack, 'lanes' | 'nodes'>, position: Point): Point {
  const laneId = laneAt(stack, position);
  const lane = laneId === null ? undefined : stack.lanes[laneId];
  const column = lane ? lane.x + LANE.padding : null;
  const isNear = column !== null && Math.abs(position.x - column) <= COLUMN_PULL;
  return { x: within(isNear ? column : position.x), y: within(position.y) };
}

/**
 * Placements for products: below one another from the point where they were dropped (the middle of
 * the first card), or without a position, which puts them into their lanes.
 */
export function placementsOf(
  stack: Pick<Stack, 'lanes' | 'nodes'>,
  rows: readonly ProductRow[],
  dropped: Point | null,
  newId: () => string,
): PlacementInput[] {
  return rows.map((row, index) => ({
    id: newId(),
    productId: row.id,
    name: row.name,
    categoryId: row.categoryId,
    groupId: row.groupId,
    ...(dropped
      ? {
          position: settle(stack, {
            x: dropped.x - CARD.width / 2,
            y: dropped.y - CARD.height / 2 + index * ROW_PITCH,
          }),
        }
      : {}),
  }));
}
