import type { Direction } from '../domain/catalogue.ts';
import type { Box } from '../stack/layout.ts';
import { pointAt, routeEdge, type Route } from './route-edge.ts';

/** All lines between the products of two lanes, or within one, drawn as one. */
export interface LaneBundle {
  /** Stable for a pair of lanes. */
  readonly id: string;
  /** Lane ids, alike for lines within a lane. Data flows from → to where it goes `forward`. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly direction: Direction;
}

interface Line {
  readonly from: string;
  readonly to: string;
  readonly direction: Direction;
}

export interface Bundled<E> {
  /** The thickest first. */
  readonly bundles: readonly LaneBundle[];
  /** Lines that are drawn by themselves: to what stands in no lane. */
  readonly rest: readonly E[];
}

function joined(before: LaneBundle, line: Line, isTurned: boolean): LaneBundle {
  const flows = line.direction === 'forward' && isTurned ? 'back' : line.direction;
  const { direction } = before;
  const count = before.count + 1;
  if (direction === flows || flows === 'none') return { ...before, count };
  if (direction === 'none' && flows === 'back') {
    return { ...before, ...{ count, from: before.to, to: before.from, direction: 'forward' } };
  }
  return { ...before, count, direction: direction === 'none' && flows !== 'back' ? flows : 'both' };
}

/**
 * Takes lines together, one for each pair of lanes and one for each lane with lines within it.
 * @param laneOf the lane of a product's node, or null for one outside the lanes
 */
export function bundleLanes<E extends Line>(
  lines: readonly E[],
  laneOf: (nodeId: string) => string | null,
): Bundled<E> {
  const bundles = new Map<string, LaneBundle>();
  const rest: E[] = [];
  for (const line of lines) {
    const [from, to] = [laneOf(line.from), laneOf(line.to)];
    if (from === null || to === null) {
      rest.push(line);
      continue;
    }
    const id = from < to ? `${from} ${to}` : `${to} ${from}`;
    const before = bundles.get(id) ?? { ...{ id, from, to }, count: 0, direction: 'none' as const };
    bundles.set(id, joined(before, line, before.from !== from));
  }
  return {
    bundles: [...bundles.values()].sort((p, q) => q.count - p.count || (p.id < q.id ? -1 : 1)),
    rest,
  };
}

/** How far a bundle rises above the heads of lanes side by side, in canvas units. */
const RISE = { least: 26, perUnit: 0.07, most: 150 } as const;
/** Share of a lane's width between its middle and where a bundle begins. */
const ASIDE = 0.16;

/** Room that bundles need above lanes that stand side by side, in canvas units. */
export const BUNDLE_ROOM = RISE.most;

/** Both boxes as far as they stand over one another; as they are where they do not. */
function overlapping(a: Box, b: Box): readonly [Box, Box] {
  const x = Math.max(a.x, b.x);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  return width > 0
    ? [
        { ...a, x, width },
        { ...b, x, width },
      ]
    : [a, b];
}

/**
 * The way of a bundle: an arc above the heads of two columns, where nothing stands; from a lane to
 * one below it straight down.
 */
export function routeBundle(a: Box, b: Box): Route {
  const areBeside = a.x + a.width <= b.x || b.x + b.width <= a.x;
  if (!areBeside || Math.abs(a.y - b.y) >= RISE.least) return routeEdge(...overlapping(a, b));
  const side = a.x < b.x ? 1 : -1;
  const start = { x: a.x + a.width * (0.5 + side * ASIDE), y: a.y };
  const end = { x: b.x + b.width * (0.5 - side * ASIDE), y: b.y };
  const rise = Math.min(RISE.most, RISE.least + Math.abs(end.x - start.x) * RISE.perUnit) * 1.33;
  const startControl = { x: start.x + (end.x - start.x) * 0.15, y: start.y - rise };
  const endControl = { x: end.x - (end.x - start.x) * 0.15, y: end.y - rise };
  const ends = { start, startControl, endControl, end };
  const text = ({ x, y }: { readonly x: number; readonly y: number }): string =>
    `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;
  return {
    ...ends,
    ...{ startSide: 'top', endSide: 'top' },
    path: `M ${text(start)} C ${text(startControl)}, ${text(endControl)}, ${text(end)}`,
    middle: pointAt(ends, 0.5),
  };
}

/** How wide a bundle of so many lines is drawn, in canvas units: twice as many are not twice as wide. */
export function bundleWidth(count: number): number {
  return Math.min(14, 2 + 1.5 * Math.log2(count));
}
