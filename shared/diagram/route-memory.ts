import type { Box } from '../stack/layout.ts';
import { routeEdge, routeEdges, type EdgeEnds, type EndOffsets, type Route } from './route-edge.ts';

interface Remembered {
  readonly a: Box;
  readonly b: Box;
  readonly offsets: EndOffsets;
  readonly route: Route;
}

const isSameBox = (p: Box, q: Box): boolean =>
  p.x === q.x && p.y === q.y && p.width === q.width && p.height === q.height;

/**
 * `routeEdges` that remembers its last ways: one that has not changed is the same object as before,
 * so that of thousands of edges only those are drawn again that run otherwise.
 */
export function createRouteMemory(): typeof routeEdges {
  let remembered = new Map<string, Remembered>();
  return (edges: readonly EdgeEnds[], boxes: ReadonlyMap<string, Box>) => {
    const next = new Map<string, Remembered>();
    const routes = routeEdges(edges, boxes, (id, a, b, offsets) => {
      const before = remembered.get(id);
      const isSame =
        before &&
        before.offsets.start === offsets.start &&
        before.offsets.end === offsets.end &&
        isSameBox(before.a, a) &&
        isSameBox(before.b, b);
      const route = isSame ? before.route : routeEdge(a, b, offsets);
      next.set(id, isSame ? before : { a, b, offsets, route });
      return route;
    });
    remembered = next;
    return routes;
  };
}
