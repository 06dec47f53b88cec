import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestRoute } from '../../../shared/diagram/nearest-route.ts';
import { pointAt, routeEdge, type Route } from '../../../shared/diagram/route-edge.ts';
import { nodeBox } from '../../../shared/stack/layout.ts';

const place = fc.integer({ min: -2000, max: 2000 });
const routes = fc
  .array(fc.tuple(place, place, place, place), { minLength: 1, maxLength: 12 })
  .map((ends) =>
    ends.map(
      ([ax, ay, bx, by], index) =>
        [`edge-${index}`, routeEdge(nodeBox({ x: ax, y: ay }), nodeBox({ x: bx, y: by }))] as const,
    ),
  );

describe('the edge that somebody points at', () => {
  it('is found anywhere along its way', () => {
    fc.assert(
      fc.property(routes, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const [id, route] = all[0]!;
        const found = nearestRoute([[id, route]], pointAt(route, share), 6);
        expect(found).toBe(id);
      }),
    );
  });

  it('is never farther away than the reach, whatever else is there', () => {
    fc.assert(
      fc.property(routes, place, place, (all, x, y) => {
        const found = nearestRoute(all, { x, y }, 7);
        if (found === null) return;
        const route = new Map<string, Route>(all).get(found)!;
        const nearest = Math.min(
          ...Array.from({ length: 2001 }, (_, step) => {
            const on = pointAt(route, step / 2000);
            return Math.hypot(on.x - x, on.y - y);
          }),
        );
        // A curve is taken for straight pieces, and here for points.
        expect(nearest).toBeLessThan(7 + 5);
      }),
    );
  });

  it('is the one on top where several run alike', () => {
    const route = routeEdge(nodeBox({ x: 0, y: 0 }), nodeBox({ x: 600, y: 0 }));
    const found = nearestRoute(
      [
        ['below', route],
        ['above', route],
      ],
      route.middle,
      5,
    );
    expect(found).toBe('above');
  });

  it('is none where nothing is near', () => {
    const route = routeEdge(nodeBox({ x: 0, y: 0 }), nodeBox({ x: 600, y: 300 }));
    expect(nearestRoute([['edge', route]], { x: 300, y: 900 }, 10)).toBeNull();
    expect(nearestRoute([], { x: 0, y: 0 }, 10)).toBeNull();
  });
});
