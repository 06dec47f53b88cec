import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrowHeads,
  arrowPath,
  pointAt,
  routeEdge,
  routeEdges,
} from '../../../shared/diagram/route-edge.ts';
import { nodeBox, type Box } from '../../../shared/stack/layout.ts';

const card = (x: number, y: number): Box => nodeBox({ x, y });
const coordinate = fc.integer({ min: -3000, max: 3000 });

function isOnBorder(point: { x: number; y: number }, box: Box): boolean {
  const inX = point.x >= box.x && point.x <= box.x + box.width;
  const inY = point.y >= box.y && point.y <= box.y + box.height;
  const onX = point.x === box.x || point.x === box.x + box.width;
  const onY = point.y === box.y || point.y === box.y + box.height;
  return (onX && inY) || (onY && inX);
}

describe('the way of an edge', () => {
  it('leaves and enters at the sides that face each other', () => {
    const sides = (a: Box, b: Box): string => {
      const route = routeEdge(a, b);
      return `${route.startSide} ${route.endSide}`;
    };
    expect(sides(card(0, 0), card(400, 30))).toBe('right left');
    expect(sides(card(400, 0), card(0, 300))).toBe('left right');
    expect(sides(card(0, 0), card(0, 64))).toBe('bottom top');
    expect(sides(card(0, 64), card(20, 0))).toBe('top bottom');
  });

  it('joins neighbours of one row straight, however narrow the gap between them', () => {
    const route = routeEdge(card(0, 0), card(184 + 12, 0));
    expect([route.startSide, route.endSide]).toEqual(['right', 'left']);
    expect(route.middle.y).toBe(26);
  });

  it('bows around the cards between two of the same column', () => {
    const a = card(0, 0);
    const between = card(0, 64);
    const route = routeEdge(a, card(0, 128));
    expect([route.startSide, route.endSide]).toEqual(['right', 'right']);
    expect(route.middle.x).toBeGreaterThan(between.x + between.width + 10);
  });

  it('passes below a card that stands in the middle of a level way', () => {
    const between = card(220, 0);
    const { middle } = routeEdge(card(0, 0), card(440, 0));
    expect(middle.y).toBeGreaterThan(between.y + between.height);
  });

  it('begins and ends on the border of its cards, without a break, wherever they are', () => {
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, coordinate, (ax, ay, bx, by) => {
        const a = card(ax, ay);
        const b = card(bx, by);
        const route = routeEdge(a, b);
        expect(isOnBorder(route.start, a)).toBe(true);
        expect(isOnBorder(route.end, b)).toBe(true);
        expect(route.path).toMatch(/^M [-\d.]+ [-\d.]+ C( [-\d.]+ [-\d.]+,?){3}$/);
        expect(pointAt(route, 0)).toEqual(route.start);
        expect(pointAt(route, 1)).toEqual(route.end);
      }),
    );
  });

  it('is the same to and fro', () => {
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const there = routeEdge(card(0, 0), card(x, y));
        const back = routeEdge(card(x, y), card(0, 0));
        // Cards in the very same place have no first and second.
        fc.pre(x !== 0 || y !== 0);
        expect([back.end, back.start]).toEqual([there.start, there.end]);
      }),
    );
  });
});

describe('several edges of one card', () => {
  const boxes = new Map([
    ['hub', card(0, 200)],
    ['high', card(400, 0)],
    ['level', card(400, 200)],
    ['low', card(400, 400)],
  ]);

  it('spread over its side in the order of where they go', () => {
    const routes = routeEdges(
      [
        { id: '1', from: 'low', to: 'hub' },
        { id: '2', from: 'hub', to: 'high' },
        { id: '3', from: 'hub', to: 'level' },
      ],
      boxes,
    );
    const at = [routes.get('2')!.start.y, routes.get('3')!.start.y, routes.get('1')!.end.y];
    expect(at[0]).toBeLessThan(at[1]!);
    expect(at[1]).toBeLessThan(at[2]!);
  });

  it('stay apart from one another even where they join the same two cards', () => {
    const routes = routeEdges(
      [
        { id: '1', from: 'hub', to: 'level' },
        { id: '2', from: 'level', to: 'hub' },
      ],
      boxes,
    );
    expect(routes.get('1')!.start.y).not.toBe(routes.get('2')!.end.y);
  });

  it('stay within the side however many they are', () => {
    const edges = Array.from({ length: 200 }, (_, index) => ({
      id: `${index}`,
      from: 'hub',
      to: 'level',
    }));
    const hub = boxes.get('hub')!;
    const routes = routeEdges(edges, boxes);
    expect(routes.size).toBe(200);
    for (const { start } of routes.values()) expect(isOnBorder(start, hub)).toBe(true);
  });

  it('are left out where a card is missing', () => {
    expect(routeEdges([{ id: '1', from: 'hub', to: 'gone' }], boxes).size).toBe(0);
  });
});

describe('the ends of an edge', () => {
  const route = routeEdge(card(0, 0), card(400, 0));
  const types = (direction: 'forward' | 'both' | 'none') =>
    arrowHeads(route, direction).map((mark) => mark.type);

  it('show where data arrives', () => {
    expect(types('forward')).toEqual(['dot', 'arrow']);
    expect(types('both')).toEqual(['arrow', 'arrow']);
    expect(types('none')).toEqual(['dot', 'dot']);
  });

  it('point along the line with the tip on the card', () => {
    const [, mark] = arrowHeads(routeEdge(card(0, 0), card(236, 0)), 'forward');
    expect(mark).toMatchObject({ type: 'arrow', tip: { x: 236, y: 26 } });
    expect(mark && arrowPath(mark, 'filled')).toBe('M 227 21.5 L 236 26 L 227 30.5 Z');
  });

  it('leave room for each other between close neighbours', () => {
    const marks = arrowHeads(routeEdge(card(0, 0), card(0, 64)), 'both');
    const reach = marks.map((mark) => (mark.type === 'arrow' ? mark.wings[0].y : 0));
    expect(reach[0]).toBeLessThan(reach[1]!);
  });
});
