import { pointAt, type Point, type Route } from './route-edge.ts';

/** Straight pieces that a curve is taken for; at this many they stray less than a line is wide. */
const PIECES = 24;

function isNear(route: Route, { x, y }: Point, reach: number): boolean {
  const { start, startControl, endControl, end } = route;
  // A curve never leaves the box around its ends and controls.
  return (
    x >= Math.min(start.x, startControl.x, endControl.x, end.x) - reach &&
    x <= Math.max(start.x, startControl.x, endControl.x, end.x) + reach &&
    y >= Math.min(start.y, startControl.y, endControl.y, end.y) - reach &&
    y <= Math.max(start.y, startControl.y, endControl.y, end.y) + reach
  );
}

function toPiece(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / square;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - a.x - share * dx, point.y - a.y - share * dy);
}

function distanceTo(route: Route, point: Point): number {
  let least = Infinity;
  let before = route.start;
  for (let piece = 1; piece <= PIECES; piece++) {
    const next = pointAt(route, piece / PIECES);
    least = Math.min(least, toPiece(point, before, next));
    before = next;
  }
  return least;
}

/**
 * The edge that somebody means who points somewhere.
 * @param reach how far, in canvas units, a line may be from the point
 * @returns its id: the nearest line within reach, of equally near ones the one drawn last
 */
export function nearestRoute(
  routes: Iterable<readonly [string, Route]>,
  point: Point,
  reach: number,
): string | null {
  let nearest: string | null = null;
  let least = reach;
  for (const [id, route] of routes) {
    if (!isNear(route, point, least)) continue;
    const distance = distanceTo(route, point);
    if (distance > least) continue;
    least = distance;
    nearest = id;
  }
  return nearest;
}
