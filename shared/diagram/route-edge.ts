import type { Direction } from '../domain/catalogue.ts';
import { CARD, type Box } from '../stack/layout.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** The way of one edge: a cubic Bézier curve from card to card, in canvas units. */
export interface Route {
  readonly start: Point;
  readonly startControl: Point;
  readonly endControl: Point;
  readonly end: Point;
  readonly startSide: Side;
  readonly endSide: Side;
  /** SVG path data of the line. */
  readonly path: string;
  /** The middle of the curve, where a label or a count belongs. */
  readonly middle: Point;
}

/** Distance of an end from the middle of its side, so that edges of one side do not coincide. */
export interface EndOffsets {
  readonly start?: number;
  readonly end?: number;
}

/** Least free space between two cards for an edge to pass between them sideways. */
const CORRIDOR = 10;
const ARROW = { length: 9, halfWidth: 4.5 } as const;
const DOT_RADIUS = 2.6;
/** How far a level edge over a long way hangs: it then passes below the cards on its way. */
const SAG = 44;
/** Kept free at each end of a side when edges spread over it. */
const SIDE_MARGIN = 8;
const MOST_SPACING = 12;

const outward: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

const isUpright = (side: Side): boolean => side === 'left' || side === 'right';
const sideLength = (box: Box, side: Side): number => (isUpright(side) ? box.height : box.width);
const round = (value: number): number => Math.round(value * 100) / 100;
const centre = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/** Free space between two boxes along each axis; negative where they overlap. */
function gaps(a: Box, b: Box): Point {
  return {
    x: Math.max(b.x - (a.x + a.width), a.x - (b.x + b.width)),
    y: Math.max(b.y - (a.y + a.height), a.y - (b.y + b.height)),
  };
}

/**
 * The sides at which an edge leaves `a` and enters `b`: those that face each other. Cards of one
 * column that are not neighbours are joined at their right sides, so that the edge bows around the
 * cards between them and is not hidden behind them.
 */
export function facingSides(a: Box, b: Box): { readonly start: Side; readonly end: Side } {
  const gap = gaps(a, b);
  if (gap.x >= CORRIDOR) {
    return a.x < b.x ? { start: 'right', end: 'left' } : { start: 'left', end: 'right' };
  }
  if (gap.y >= 0 && gap.y < CARD.height) {
    return a.y < b.y ? { start: 'bottom', end: 'top' } : { start: 'top', end: 'bottom' };
  }
  return { start: 'right', end: 'right' };
}

function anchor(box: Box, side: Side, offset: number): Point {
  const middle = centre(box);
  const most = Math.max(0, sideLength(box, side) / 2 - SIDE_MARGIN);
  const along = Math.min(most, Math.max(-most, offset));
  switch (side) {
    case 'left':
      return { x: box.x, y: middle.y + along };
    case 'right':
      return { x: box.x + box.width, y: middle.y + along };
    case 'top':
      return { x: middle.x + along, y: box.y };
    case 'bottom':
      return { x: middle.x + along, y: box.y + box.height };
  }
}

/** How far the controls of the curve stand off from its ends. */
function reach(start: Point, end: Point, startSide: Side, endSide: Side): number {
  const dx = Math.abs(end.x - start.x);
  const dy = Math.abs(end.y - start.y);
  // A bow around the cards between: deeper for a longer way, so that nested bows do not coincide.
  if (startSide === endSide) return 26 + dx + Math.min(70, dy * 0.07);
  const across = isUpright(startSide) ? dx : dy;
  // In a narrow corridor the whole width, for a clean arrival; half of it over a long way.
  return Math.max(across / 2, Math.min(across, 34));
}

const text = (point: Point): string => `${round(point.x)} ${round(point.y)}`;

/**
 * Routes an edge between two boxes: a pure function of the two, used by the canvas and by every
 * export, so that they agree. Boxes may overlap; the route is then a bow, never NaN.
 */
export function routeEdge(a: Box, b: Box, offsets: EndOffsets = {}): Route {
  const sides = facingSides(a, b);
  const start = anchor(a, sides.start, offsets.start ?? 0);
  const end = anchor(b, sides.end, offsets.end ?? 0);
  const distance = reach(start, end, sides.start, sides.end);
  const off = (point: Point, side: Side, by: number): Point => ({
    x: point.x + outward[side].x * by,
    y: point.y + outward[side].y * by,
  });
  // Both ends of a bow reach equally far out, however the cards are shifted against each other.
  const outermost = Math.max(start.x, end.x);
  const bow = sides.start === sides.end;
  const startControl = bow
    ? { x: outermost + distance, y: start.y }
    : off(start, sides.start, distance);
  const endControl = bow ? { x: outermost + distance, y: end.y } : off(end, sides.end, distance);
  // A level line over a long way would vanish behind each card it passes and come out again on the
  // other side, as if it ended there.
  const isLongAndLevel =
    isUpright(sides.start) && gaps(a, b).x > CARD.width && Math.abs(end.y - start.y) < SAG;
  if (!bow && isLongAndLevel) return sagging(start, end, sides);
  return curve(start, startControl, endControl, end, sides);
}

function curve(
  start: Point,
  startControl: Point,
  endControl: Point,
  end: Point,
  sides: { readonly start: Side; readonly end: Side },
): Route {
  const path = `M ${text(start)} C ${text(startControl)}, ${text(endControl)}, ${text(end)}`;
  const route = { start, startControl, endControl, end };
  return {
    ...route,
    startSide: sides.start,
    endSide: sides.end,
    path,
    middle: pointAt(route, 0.5),
  };
}

function sagging(
  start: Point,
  end: Point,
  sides: { readonly start: Side; readonly end: Side },
): Route {
  const reachOut = 96;
  const low = Math.max(start.y, end.y) + SAG;
  return curve(
    start,
    { x: start.x + outward[sides.start].x * reachOut, y: low },
    { x: end.x + outward[sides.end].x * reachOut, y: low },
    end,
    sides,
  );
}

/** The point of a route at `share` (0..1) of its course. */
export function pointAt(
  route: Pick<Route, 'start' | 'startControl' | 'endControl' | 'end'>,
  share: number,
): Point {
  const rest = 1 - share;
  const weights = [rest ** 3, 3 * rest ** 2 * share, 3 * rest * share ** 2, share ** 3] as const;
  const along = (axis: 'x' | 'y'): number =>
    route.start[axis] * weights[0] +
    route.startControl[axis] * weights[1] +
    route.endControl[axis] * weights[2] +
    route.end[axis] * weights[3];
  return { x: along('x'), y: along('y') };
}

export interface EdgeEnds {
  readonly id: string;
  /** Ids of the cards, to tell which edges share a side. */
  readonly from: string;
  readonly to: string;
}

/** The way of one edge of many. */
export type RouteOne = (id: string, a: Box, b: Box, offsets: EndOffsets) => Route;

/**
 * Routes many edges, those of one side of a card spread over it in the order of where they go, so
 * that they cross as little as possible. An edge with an end that has no box is left out.
 * @param routeOne as `routeEdge`, or one that remembers
 * @returns routes by edge id
 */
export function routeEdges(
  edges: readonly EdgeEnds[],
  boxes: ReadonlyMap<string, Box>,
  routeOne: RouteOne = (_id, a, b, offsets) => routeEdge(a, b, offsets),
): ReadonlyMap<string, Route> {
  interface End {
    readonly edge: string;
    readonly which: 'start' | 'end';
    readonly towards: number;
  }
  const bySide = new Map<string, { readonly length: number; readonly ends: End[] }>();
  const routable: { readonly id: string; readonly a: Box; readonly b: Box }[] = [];
  const offsets = new Map<string, { start: number; end: number }>();
  for (const { id, from, to } of edges) {
    const a = boxes.get(from);
    const b = boxes.get(to);
    if (!a || !b) continue;
    routable.push({ id, a, b });
    offsets.set(id, { start: 0, end: 0 });
    const sides = facingSides(a, b);
    const register = (card: string, own: Box, other: Box, which: 'start' | 'end'): void => {
      const side = sides[which];
      const key = `${card} ${side}`;
      const entry = bySide.get(key) ?? { length: sideLength(own, side), ends: [] };
      const target = centre(other);
      entry.ends.push({ edge: id, which, towards: isUpright(side) ? target.y : target.x });
      bySide.set(key, entry);
    };
    register(from, a, b, 'start');
    register(to, b, a, 'end');
  }
  for (const { length, ends } of bySide.values()) {
    ends.sort((p, q) => p.towards - q.towards || (p.edge < q.edge ? -1 : 1));
    const spacing = Math.min(
      MOST_SPACING,
      (length - 2 * SIDE_MARGIN) / Math.max(1, ends.length - 1),
    );
    ends.forEach(({ edge, which }, index) => {
      const entry = offsets.get(edge);
      if (entry) entry[which] = (index - (ends.length - 1) / 2) * spacing;
    });
  }
  return new Map(routable.map(({ id, a, b }) => [id, routeOne(id, a, b, offsets.get(id) ?? {})]));
}

/** How an edge ends at a card: with an arrowhead where data arrives, otherwise with a dot. */
export type EdgeMark =
  | { readonly type: 'arrow'; readonly tip: Point; readonly wings: readonly [Point, Point] }
  | { readonly type: 'dot'; readonly centre: Point; readonly radius: number };

/** An arrowhead whose tip lies on the card's border; `control` is where the line comes from. */
function arrow(tip: Point, control: Point, length: number): EdgeMark {
  const away = Math.hypot(control.x - tip.x, control.y - tip.y) || 1;
  const out = { x: (control.x - tip.x) / away, y: (control.y - tip.y) / away };
  const base = { x: tip.x + out.x * length, y: tip.y + out.y * length };
  const half = (length / ARROW.length) * ARROW.halfWidth;
  return {
    type: 'arrow',
    tip,
    wings: [
      { x: base.x - out.y * half, y: base.y + out.x * half },
      { x: base.x + out.y * half, y: base.y - out.x * half },
    ],
  };
}

/**
 * The marks at the ends of a route: arrowheads where data arrives, dots elsewhere, so that an edge
 * that only passes behind a card is never taken for one of its own.
 */
export function arrowHeads(route: Route, direction: Direction): readonly EdgeMark[] {
  const { start, startControl, endControl, end } = route;
  // Between close neighbours two arrowheads share the little room there is.
  const chord = Math.hypot(end.x - start.x, end.y - start.y);
  const length = Math.min(ARROW.length, chord * 0.42);
  const dot = (centre: Point): EdgeMark => ({ type: 'dot', centre, radius: DOT_RADIUS });
  return [
    direction === 'both' ? arrow(start, startControl, length) : dot(start),
    direction === 'none' ? dot(end) : arrow(end, endControl, length),
  ];
}

/** SVG path data of a mark: a dot, a closed triangle, or an open chevron. */
export function arrowPath(mark: EdgeMark, shape: 'filled' | 'open'): string {
  if (mark.type === 'dot') {
    const { centre, radius } = mark;
    const half = `a ${radius} ${radius} 0 1 0`;
    const left = { x: centre.x - radius, y: centre.y };
    return `M ${text(left)} ${half} ${2 * radius} 0 ${half} ${-2 * radius} 0 Z`;
  }
  const line = `M ${text(mark.wings[0])} L ${text(mark.tip)} L ${text(mark.wings[1])}`;
  return shape === 'filled' ? `${line} Z` : line;
}
