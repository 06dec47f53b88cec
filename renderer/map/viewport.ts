import type { Box } from '../../shared/stack/layout.ts';

/** What of the map is in sight: a point of the map times zoom, plus x and y, is a point on screen. */
export interface View {
  readonly x: number;
  readonly y: number;
  /** Pixels per unit of the map. */
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A screen, and the map that is looked at on it, in map units. */
export interface Room extends Size {
  readonly map: Size;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Room around what is fitted, in pixels. */
const MARGIN = 12;
/** A tile is 150 pixels wide then: icon and name at ease. */
const MOST_ZOOM = 19;

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** The view that shows a box as large as it fits, in the middle. */
export function fitView(box: Box, size: Size): View {
  const room = { width: size.width - 2 * MARGIN, height: size.height - 2 * MARGIN };
  const zoom = within(Math.min(room.width / box.width, room.height / box.height), 0.05, MOST_ZOOM);
  return {
    x: (size.width - box.width * zoom) / 2 - box.x * zoom,
    y: (size.height - box.height * zoom) / 2 - box.y * zoom,
    zoom,
  };
}

/** The view of all of the map. */
export function wholeView(room: Room): View {
  return fitView({ x: 0, y: 0, ...room.map }, room);
}

/** The same view, with the map neither lost from sight nor smaller than it fits. */
export function keepInSight(view: View, room: Room): View {
  const zoom = within(view.zoom, wholeView(room).zoom, MOST_ZOOM);
  const axis = (start: number, length: number, space: number): number => {
    // What is smaller than the screen stands in its middle, what is larger leaves no wide gap.
    if (length <= space - 2 * MARGIN) return (space - length) / 2;
    return within(start, space - length - MARGIN, MARGIN);
  };
  return {
    x: axis(view.x, room.map.width * zoom, room.width),
    y: axis(view.y, room.map.height * zoom, room.height),
    zoom,
  };
}

/** Zooms while the point of the screen keeps showing the same point of the map. */
export function zoomAt(view: View, point: Point, factor: number, room: Room): View {
  const zoom = within(view.zoom * factor, wholeView(room).zoom, MOST_ZOOM);
  const share = zoom / view.zoom;
  return keepInSight(
    { x: point.x - (point.x - view.x) * share, y: point.y - (point.y - view.y) * share, zoom },
    room,
  );
}

export function toMap(view: View, point: Point): Point {
  return { x: (point.x - view.x) / view.zoom, y: (point.y - view.y) / view.zoom };
}

export function toScreen(view: View, box: Box): Box {
  return {
    x: box.x * view.zoom + view.x,
    y: box.y * view.zoom + view.y,
    width: box.width * view.zoom,
    height: box.height * view.zoom,
  };
}

/** The least movement that brings a box into sight, `edge` pixels from every side. */
export function bringIntoSight(view: View, box: Box, size: Size, edge = 40): View {
  const on = toScreen(view, box);
  const shift = (start: number, length: number, room: number): number => {
    if (start < edge) return edge - start;
    return start + length > room - edge ? Math.max(edge - start, room - edge - length - start) : 0;
  };
  return {
    x: view.x + shift(on.x, on.width, size.width),
    y: view.y + shift(on.y, on.height, size.height),
    zoom: view.zoom,
  };
}

/** The view a share of the way (0..1) from one to another; zoom goes by ratio, as the eye sees it. */
export function between(from: View, to: View, share: number, size: Size): View {
  const zoom = from.zoom * (to.zoom / from.zoom) ** share;
  const middle = (view: View): Point => toMap(view, { x: size.width / 2, y: size.height / 2 });
  const a = middle(from);
  const b = middle(to);
  // The share of the way that zooming alone has covered keeps the target from swinging about.
  const along =
    Math.abs(to.zoom - from.zoom) < 1e-6
      ? share
      : (1 / from.zoom - 1 / zoom) / (1 / from.zoom - 1 / to.zoom);
  const x = a.x + (b.x - a.x) * along;
  const y = a.y + (b.y - a.y) * along;
  return { x: size.width / 2 - x * zoom, y: size.height / 2 - y * zoom, zoom };
}
