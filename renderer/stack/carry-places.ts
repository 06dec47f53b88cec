import { displayText } from '../../shared/diagram/measure-text.ts';
import type { Point } from '../../shared/diagram/route-edge.ts';
import { makeRoom, type LanePlace } from '../../shared/stack/lane-room.ts';
import {
  CARD,
  COLUMN_PITCH,
  LANE,
  laneAt,
  laneBox,
  nodeBox,
  ROW_PITCH,
  type Box,
} from '../../shared/stack/layout.ts';
import type { Lane, Stack } from '../../shared/stack/stack.ts';
import type { Way } from './canvas-nodes.ts';
import { carriedBy } from './carry.ts';
import { FURTHEST } from './placement.ts';

type Content = Pick<Stack, 'lanes' | 'nodes' | 'items'>;

/** Canvas units that something is carried by where there are no lanes: one row. */
export const CARRY_STEP = ROW_PITCH;

/** What has been picked up: one thing that is led, and all that goes with it. */
export interface Carry {
  readonly leaderId: string;
  /** Where everything that is carried stood, the leader first. */
  readonly from: ReadonlyMap<string, Point>;
}

/** Where the leader would stand. */
export interface CarryPlace {
  readonly at: Point;
  readonly laneId: string | null;
}

const directions: Readonly<Record<Way, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/**
 * Picks up one thing with all of its group and with what is chosen besides.
 * @returns null where the thing itself is locked, or is not there
 */
export function pickUp(stack: Content, leaderId: string, ids: Iterable<string>): Carry | null {
  const carried = carriedBy(stack, [leaderId, ...ids]);
  if (!carried.has(leaderId)) return null;
  const from = new Map<string, Point>();
  for (const id of [leaderId, ...carried]) {
    const rest = stack.nodes[id] ?? stack.items[id];
    if (rest) from.set(id, { x: rest.x, y: rest.y });
  }
  return { leaderId, from };
}

/** Where everything that is carried stands once the leader is at a point. */
export function carriedTo({ leaderId, from }: Carry, at: Point): ReadonlyMap<string, Point> {
  const start = from.get(leaderId) ?? at;
  const by = { x: at.x - start.x, y: at.y - start.y };
  return new Map(Array.from(from, ([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]));
}

/** The place where it was picked up. */
export function startOf(stack: Content, { leaderId, from }: Carry): CarryPlace {
  const at = from.get(leaderId) ?? { x: 0, y: 0 };
  return { at, laneId: stack.nodes[leaderId]?.laneId ?? null };
}

const overlap = (a: Point, b: Point): boolean =>
  Math.abs(a.x - b.x) < CARD.width && Math.abs(a.y - b.y) < CARD.height;

/**
 * Whether everything would stand inside the canvas and no card over another.
 * @param growing the lane of rows that would be let out, which moves what stands below it
 */
function isFree(stack: Content, carry: Carry, at: Point, growing?: Lane): boolean {
  const bottom = growing ? growing.y + laneBox(growing, stack).height : Infinity;
  const standing = Object.values(stack.nodes).filter(
    (node) => !carry.from.has(node.id) && (node.laneId === null || node.y < bottom),
  );
  for (const [id, place] of carriedTo(carry, at)) {
    if (Math.abs(place.x) > FURTHEST || Math.abs(place.y) > FURTHEST) return false;
    if (stack.nodes[id] && standing.some((node) => overlap(node, place))) return false;
  }
  return true;
}

interface Slot extends Point {
  /** The first row that the lane has no room for yet. */
  readonly isGrowth: boolean;
}

/** The grid of a lane as one reads it, whether anything stands there or not. */
function slotsOf(stack: Content, lane: Lane): readonly Slot[] {
  const room = lane.width - 2 * LANE.padding - CARD.width;
  const columns = lane.shape === 'row' ? 1 + Math.max(0, Math.floor(room / COLUMN_PITCH)) : 1;
  const slots: Slot[] = [];
  for (let row = 0; ; row++) {
    const y = lane.y + LANE.header + row * ROW_PITCH;
    const line = Array.from({ length: columns }, (_, column) => ({
      x: lane.x + LANE.padding + column * COLUMN_PITCH,
      y,
    }));
    const isInside = line.some((slot) => laneAt(stack, slot) === lane.id);
    const isGrowth = !isInside && lane.shape === 'row';
    if (isInside || isGrowth) slots.push(...line.map((slot) => ({ ...slot, isGrowth })));
    if (!isInside) return slots;
  }
}

/** The places of a lane that are offered, as one reads them; the one it came from is always one. */
export function placesInLane(stack: Content, carry: Carry, lane: Lane): readonly CarryPlace[] {
  const start = startOf(stack, carry);
  const hasOne = carry.from.size === 1;
  const free = slotsOf(stack, lane)
    .filter((at) =>
      // A lane is let out for one product; with several it would not be clear for which.
      at.isGrowth
        ? hasOne && isFree(stack, carry, at, lane)
        : laneAt(stack, at) === lane.id && isFree(stack, carry, at),
    )
    .map(({ x, y }) => ({ at: { x, y }, laneId: lane.id }));
  const isStart = ({ at }: CarryPlace): boolean => at.x === start.at.x && at.y === start.at.y;
  if (start.laneId !== lane.id || free.some(isStart)) return free;
  return [...free, start].sort((p, q) => p.at.y - q.at.y || p.at.x - q.at.x);
}

/** The place one comes to when going from a point in a direction; being off the line counts double. */
function nearest(
  places: readonly CarryPlace[],
  from: Point,
  way: Way | null,
): CarryPlace | undefined {
  let best: CarryPlace | undefined;
  let least = Infinity;
  const axis = way === null ? null : directions[way];
  for (const place of places) {
    const dx = place.at.x - from.x;
    const dy = place.at.y - from.y;
    const along = axis ? dx * axis.x + dy * axis.y : 0;
    if (axis && along <= 0) continue;
    const aside = axis ? Math.abs(axis.x === 0 ? dx : dy) : Math.abs(dx) + Math.abs(dy);
    const distance = along + 2 * aside;
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}

/** Lanes that begin where this one ends, going one way, the nearest first. */
function lanesTowards(stack: Content, from: Lane, way: Way): readonly Lane[] {
  const own = laneBox(from, stack);
  const isAcross = way === 'left' || way === 'right';
  const gap = (box: Box): number =>
    ({
      left: own.x - box.x - box.width,
      right: box.x - own.x - own.width,
      up: own.y - box.y - box.height,
      down: box.y - own.y - own.height,
    })[way];
  const isInLine = (box: Box): boolean =>
    isAcross
      ? box.y < own.y + own.height && own.y < box.y + box.height
      : box.x < own.x + own.width && own.x < box.x + box.width;
  return Object.values(stack.lanes)
    .map((lane) => ({ lane, box: laneBox(lane, stack) }))
    .filter(({ lane, box }) => lane.id !== from.id && gap(box) >= 0 && isInLine(box))
    .sort((p, q) => gap(p.box) - gap(q.box))
    .map(({ lane }) => lane);
}

/** The lane that a card at a point would stand in or reach into. */
function laneReached(stack: Content, at: Point): Lane | undefined {
  const box = nodeBox(at);
  const touched = Object.values(stack.lanes).find((lane) => {
    const { x, y, width, height } = laneBox(lane, stack);
    return (
      box.x < x + width && x < box.x + CARD.width && box.y < y + height && y < box.y + CARD.height
    );
  });
  return stack.lanes[laneAt(stack, at) ?? ''] ?? touched;
}

/** The first free place in steps from a point, or the nearest one in a lane that one comes into. */
function stepOn(stack: Content, carry: Carry, from: Point, way: Way): CarryPlace | null {
  const by = directions[way];
  const isCard = stack.nodes[carry.leaderId] !== undefined;
  let { x, y } = from;
  while (Math.abs(x) <= FURTHEST && Math.abs(y) <= FURTHEST) {
    const lane = isCard ? laneReached(stack, { x, y }) : undefined;
    if (lane) {
      const place = nearest(placesInLane(stack, carry, lane), { x, y }, null);
      if (place) return place;
    } else if (isFree(stack, carry, { x, y })) return { at: { x, y }, laneId: null };
    x += by.x * CARRY_STEP;
    y += by.y * CARRY_STEP;
  }
  return null;
}

/** Right beside a lane, in line with where it stood in it. */
function beside(box: Box, at: Point, way: Way): Point {
  switch (way) {
    case 'left':
      return { x: box.x - LANE.gap - CARD.width, y: at.y };
    case 'right':
      return { x: box.x + box.width + LANE.gap, y: at.y };
    case 'up':
      return { x: at.x, y: box.y - LANE.gap - CARD.height };
    case 'down':
      return { x: at.x, y: box.y + box.height + LANE.gap };
  }
}

/**
 * The next place when carrying one way: within the lane, else in the next lane, else outside of the
 * lanes, except past the end of a column or a row, where it stays.
 * @returns null where there is no further place that way
 */
export function nextPlace(
  stack: Content,
  carry: Carry,
  { at, laneId }: CarryPlace,
  way: Way,
): CarryPlace | null {
  const lane = stack.lanes[laneId ?? ''];
  const by = directions[way];
  if (!lane) {
    return stepOn(stack, carry, { x: at.x + by.x * CARRY_STEP, y: at.y + by.y * CARRY_STEP }, way);
  }
  const within = nearest(placesInLane(stack, carry, lane), at, way);
  if (within) return within;
  for (const other of lanesTowards(stack, lane, way)) {
    const place = nearest(placesInLane(stack, carry, other), at, null);
    if (place) return place;
  }
  const isAlong = (lane.shape === 'column') === (by.x === 0);
  return isAlong ? null : stepOn(stack, carry, beside(laneBox(lane, stack), at, way), way);
}

/**
 * The lanes that have to be let out so that a product finds room at a place of one of them; planned
 * beforehand, because beyond the end of a lane it would otherwise stand in the next one.
 */
export function roomFor(
  stack: Content,
  nodeId: string,
  { at, laneId }: CarryPlace,
): readonly LanePlace[] {
  const node = stack.nodes[nodeId];
  if (!node || stack.lanes[laneId ?? '']?.shape !== 'row') return [];
  const placed = { ...stack.nodes, [nodeId]: { ...node, ...at, laneId } };
  return makeRoom({ lanes: stack.lanes, nodes: placed });
}

/** A place in words: "Engagement, place 3 of 8, below Segment". */
export function placeWords(stack: Content, carry: Carry, { at, laneId }: CarryPlace): string {
  const lane = stack.lanes[laneId ?? ''];
  const neighbour = neighbourOf(stack, carry, at, lane);
  if (!lane) return `Outside the lanes${neighbour}`;
  const slots = slotsOf(stack, lane);
  const index = slots.findIndex(({ x, y }) => x === at.x && y === at.y);
  const title = displayText(lane.title);
  return index < 0
    ? `${title}${neighbour}`
    : `${title}, place ${index + 1} of ${slots.length}${neighbour}`;
}

/** The card that one would look for it by: right above it in a column, left of it elsewhere. */
function neighbourOf(stack: Content, carry: Carry, at: Point, lane: Lane | undefined): string {
  const isColumn = lane?.shape === 'column';
  let name: string | null = null;
  let least = Infinity;
  for (const node of Object.values(stack.nodes)) {
    if (carry.from.has(node.id) || (lane && node.laneId !== lane.id)) continue;
    const box = nodeBox(node);
    const distance = isColumn ? at.y - box.y : at.x - box.x;
    const aside = isColumn ? Math.abs(at.x - box.x) : Math.abs(at.y - box.y);
    const isInLine = aside < (isColumn ? CARD.width : CARD.height);
    if (distance <= 0 || !isInLine || distance >= least) continue;
    [name, least] = [node.name, distance];
  }
  if (name === null) return '';
  return `, ${isColumn ? 'below' : 'right of'} ${displayText(name)}`;
}
