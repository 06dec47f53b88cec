import { laneBox, LANE, type Box } from './layout.ts';
import type { Lane, Stack } from './stack.ts';

/** Where a lane is to be drawn, and how large. */
export interface LanePlace {
  readonly laneId: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Content = Pick<Stack, 'lanes' | 'nodes'>;

const placeOf = ({ id, x, y, width, height }: Lane): LanePlace => ({
  ...{ laneId: id, x, y, width, height },
});

const meets = (from: number, length: number, otherFrom: number, otherLength: number): boolean =>
  from < otherFrom + otherLength && otherFrom < from + length;

/** Lanes that stand beyond a lane along an axis, with those that stand beyond them. */
function lanesBeyond(stack: Content, laneId: string, axis: 'x' | 'y'): readonly Lane[] {
  const boxes = new Map<string, Box>(
    Object.values(stack.lanes).map((lane) => [lane.id, laneBox(lane, stack)]),
  );
  const isBeyond = (a: Box, b: Box): boolean =>
    axis === 'x'
      ? b.x >= a.x + a.width && meets(a.y, a.height, b.y, b.height)
      : b.y >= a.y + a.height && meets(a.x, a.width, b.x, b.width);
  const found = new Set<string>();
  const queue = [laneId];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const own = boxes.get(id);
    if (!own) continue;
    for (const [other, box] of boxes) {
      if (other === laneId || found.has(other) || !isBeyond(own, box)) continue;
      found.add(other);
      queue.push(other);
    }
  }
  return [...found].flatMap((id) => stack.lanes[id] ?? []);
}

/**
 * The places of lanes when one of them gets another size: those beyond it keep their distance.
 * Columns that stand side by side end on one line, so that they get a new height together.
 */
export function resizeLane(
  stack: Content,
  laneId: string,
  size: { readonly width?: number; readonly height?: number },
): LanePlace[] {
  const lane = stack.lanes[laneId];
  if (!lane) return [];
  const least = LANE.width / 2;
  const width = Math.round(Math.max(least, size.width ?? lane.width));
  const height = Math.round(Math.max(LANE.header + LANE.padding, size.height ?? lane.height, 80));
  const places = new Map<string, LanePlace>([[laneId, { ...placeOf(lane), width, height }]]);
  const shift = (lanes: readonly Lane[], axis: 'x' | 'y', by: number): void => {
    for (const each of lanes) {
      const place = places.get(each.id) ?? placeOf(each);
      places.set(each.id, { ...place, [axis]: place[axis] + by });
    }
  };
  const dx = width - lane.width;
  if (dx !== 0) shift(lanesBeyond(stack, laneId, 'x'), 'x', dx);
  if (size.height !== undefined && lane.shape === 'column') {
    for (const each of Object.values(stack.lanes)) {
      if (each.shape === 'column') {
        places.set(each.id, { ...(places.get(each.id) ?? placeOf(each)), height });
      }
    }
  } else if (height !== lane.height) {
    const drawn = laneBox(lane, stack).height;
    const dy = Math.max(height, drawn) - drawn;
    const isShrunk = height < lane.height && drawn === lane.height;
    const by = isShrunk ? laneBox({ ...lane, height }, stack).height - drawn : dy;
    if (by !== 0) shift(lanesBeyond(stack, laneId, 'y'), 'y', by);
  }
  return [...places.values()];
}

/** The places of two neighbours that change places; nothing where there is none that way. */
export function swapWithNeighbour(stack: Content, laneId: string, way: -1 | 1): LanePlace[] {
  const lane = stack.lanes[laneId];
  if (!lane) return [];
  const isBeside = (other: Lane): boolean => {
    const a = laneBox(lane, stack);
    const b = laneBox(other, stack);
    return meets(a.y, a.height, b.y, b.height) && !meets(a.x, a.width, b.x, b.width);
  };
  const others = Object.values(stack.lanes).filter((each) => each.id !== laneId);
  const hasSides = others.some(isBeside);
  const axis = hasSides ? 'x' : 'y';
  const candidates = others
    .filter((each) => (hasSides ? isBeside(each) : true))
    .filter((each) => (each[axis] - lane[axis]) * way > 0)
    .sort((p, q) => (p[axis] - q[axis]) * way);
  const [other] = candidates;
  if (!other) return [];
  const [first, second] = way > 0 ? [lane, other] : [other, lane];
  const side = axis === 'x' ? 'width' : 'height';
  const lengthOf = (each: Lane): number => laneBox(each, stack)[side];
  const gap = second[axis] - (first[axis] + lengthOf(first));
  return [
    { ...placeOf(second), [axis]: first[axis] },
    { ...placeOf(first), [axis]: first[axis] + lengthOf(second) + gap },
  ];
}

/**
 * The places of lanes when one of them is dragged: it goes past every neighbour whose middle its
 * leading edge has passed, which way it was dragged further.
 * @returns only the lanes that change; none where it passed no neighbour
 */
export function dragLane(
  stack: Content,
  laneId: string,
  by: { readonly x: number; readonly y: number },
): LanePlace[] {
  let current = stack;
  const lane = stack.lanes[laneId];
  if (!lane) return [];
  const start = laneBox(lane, stack);
  const changed = new Set<string>();
  for (;;) {
    // Lanes stand in a line along one axis; the first swap tells which.
    const step = [1, -1].flatMap((sign) => {
      const way = sign as 1 | -1;
      const places = swapWithNeighbour(current, laneId, way);
      const other = current.lanes[places.find((place) => place.laneId !== laneId)?.laneId ?? ''];
      if (!other) return [];
      const place = places.find((each) => each.laneId === laneId);
      const axis = place?.x === current.lanes[laneId]?.x ? 'y' : 'x';
      if (by[axis] * way <= 0) return [];
      const side = axis === 'x' ? 'width' : 'height';
      const box = laneBox(other, current);
      const edge = start[axis] + by[axis] + (way > 0 ? start[side] : 0);
      return (edge - (box[axis] + box[side] / 2)) * way > 0 ? [places] : [];
    })[0];
    if (!step) break;
    for (const { laneId: id } of step) changed.add(id);
    current = withPlaces(current, step);
  }
  return [...changed].flatMap((id) => {
    const moved = current.lanes[id];
    return moved ? [placeOf(moved)] : [];
  });
}

/**
 * The places of lanes after products have come: a lane of rows that has become taller moves those
 * below it down, with what stands in them, so that lanes never come to lie over one another.
 * @returns only the lanes that change
 */
export function makeRoom(stack: Content): LanePlace[] {
  const changed = new Map<string, LanePlace>();
  let current = stack;
  const rows = Object.values(stack.lanes)
    .filter((lane) => lane.shape === 'row')
    .sort((p, q) => p.y - q.y || p.x - q.x);
  for (const { id } of rows) {
    const lane = current.lanes[id];
    if (!lane) continue;
    const { height } = laneBox(lane, current);
    if (height <= lane.height) continue;
    const old: Content = {
      lanes: current.lanes,
      nodes: Object.fromEntries(
        Object.entries(current.nodes).filter(([, node]) => node.laneId !== id),
      ),
    };
    // A band of lanes side by side ends on one line, and all of it makes the room.
    const band = Object.values(current.lanes).filter(
      (each) => each.shape === 'row' && each.y === lane.y && each.height === lane.height,
    );
    const inBand = new Set(band.map((each) => each.id));
    const below = new Map(
      band
        .flatMap((each) => lanesBeyond(old, each.id, 'y'))
        .filter((each) => !inBand.has(each.id))
        .map((each) => [each.id, each]),
    );
    const places = [
      ...band.map((each) => ({ ...placeOf(each), height })),
      ...[...below.values()].map((each) => ({
        ...placeOf(each),
        y: each.y + height - lane.height,
      })),
    ];
    for (const place of places) changed.set(place.laneId, place);
    current = withPlaces(current, places);
  }
  if (changed.size > 0) {
    for (const place of columnsBeside(stack, current)) changed.set(place.laneId, place);
  }
  return [...changed.values()];
}

/** Where lanes of rows end, all of them together. */
function endOfRows({ lanes }: Content): number {
  const rows = Object.values(lanes).filter((lane) => lane.shape === 'row');
  return Math.max(-Infinity, ...rows.map((lane) => lane.y + lane.height));
}

/** Columns that ended where the lanes of rows beside them ended still do when those have grown. */
function columnsBeside(before: Content, after: Content): LanePlace[] {
  const [old, end] = [endOfRows(before), endOfRows(after)];
  return Object.values(after.lanes)
    .filter((lane) => lane.shape === 'column' && lane.y + lane.height === old)
    .map((lane) => ({ ...placeOf(lane), height: end - lane.y }));
}

/** The stack with lanes at other places; what stands in them goes along. */
export function withPlaces<T extends Content>(stack: T, places: readonly LanePlace[]): T {
  const lanes = { ...stack.lanes };
  const shifts = new Map<string, { readonly dx: number; readonly dy: number }>();
  for (const { laneId, ...place } of places) {
    const lane = stack.lanes[laneId];
    if (!lane) continue;
    lanes[laneId] = { ...lane, ...place };
    shifts.set(laneId, { dx: place.x - lane.x, dy: place.y - lane.y });
  }
  const nodes = { ...stack.nodes };
  for (const node of Object.values(stack.nodes)) {
    const shift = node.laneId === null ? undefined : shifts.get(node.laneId);
    if (shift && (shift.dx !== 0 || shift.dy !== 0)) {
      nodes[node.id] = { ...node, x: node.x + shift.dx, y: node.y + shift.dy };
    }
  }
  return { ...stack, lanes, nodes };
}

/** The stack with room for everything that stands in its lanes of rows. */
export function withRoom<T extends Content>(stack: T): T {
  const places = makeRoom(stack);
  return places.length === 0 ? stack : withPlaces(stack, places);
}
