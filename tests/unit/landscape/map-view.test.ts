import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveCategory, moveTile, nextMatch, stepCategory } from '../../../renderer/map/map-keys.ts';
import {
  bringIntoSight,
  fitView,
  keepInSight,
  toMap,
  toScreen,
  zoomAt,
} from '../../../renderer/map/viewport.ts';
import { buildMapModel, hitAt, tileOf, type Place } from '../../../shared/landscape/map-model.ts';
import { aLandscape, mapTaxonomy } from './support.ts';

const model = buildMapModel(mapTaxonomy, aLandscape(80));
const map = { width: model.layout.width, height: model.layout.height };
const wholeMap = { x: 0, y: 0, ...map };
const screen = { width: 1000, height: 700, map };
const anyPlace = fc
  .nat({ max: model.data.ids.length - 1 })
  .map((product) => model.placeOf(product) ?? { block: 0, at: 0 });

function productOf({ block, at }: Place): number | undefined {
  return model.blocks[block]?.products[at];
}

describe('looking at the map', () => {
  it('shows all of it, and no less, when it is fitted', () => {
    const view = fitView(wholeMap, screen);
    const on = toScreen(view, wholeMap);
    expect(on.x).toBeGreaterThanOrEqual(0);
    expect(on.y).toBeGreaterThanOrEqual(0);
    expect(on.x + on.width).toBeLessThanOrEqual(screen.width);
    expect(on.y + on.height).toBeLessThanOrEqual(screen.height);
    expect(keepInSight({ ...view, zoom: view.zoom / 5 }, screen).zoom).toBeCloseTo(view.zoom);
  });

  it('keeps what is under the pointer there while the wheel zooms in', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.45, max: 0.55, noNaN: true }),
        fc.double({ min: 0.45, max: 0.55, noNaN: true }),
        fc.double({ min: 1.5, max: 4, noNaN: true }),
        (across, down, factor) => {
          const point = { x: screen.width * across, y: screen.height * down };
          const before = zoomAt(fitView(wholeMap, screen), point, 2, screen);
          const under = toMap(before, point);
          const after = toMap(zoomAt(before, point, factor, screen), point);
          expect(after.x).toBeCloseTo(under.x, 6);
          expect(after.y).toBeCloseTo(under.y, 6);
        },
      ),
    );
  });

  it('never loses the map from sight, however far it is dragged', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (x, y, zoom) => {
          const on = toScreen(keepInSight({ x, y, zoom }, screen), wholeMap);
          expect(on.x).toBeLessThan(screen.width / 2);
          expect(on.y).toBeLessThan(screen.height / 2);
          expect(on.x + on.width).toBeGreaterThan(screen.width / 2);
          expect(on.y + on.height).toBeGreaterThan(screen.height / 2);
        },
      ),
    );
  });

  it('moves only as far as it takes to bring a tile into sight', () => {
    const view = { x: -500, y: -300, zoom: 2 };
    const inSight = { x: 400, y: 300, width: 10, height: 10 };
    expect(bringIntoSight(view, inSight, screen)).toEqual(view);
    const beyond = { x: 900, y: 300, width: 10, height: 10 };
    const moved = toScreen(bringIntoSight(view, beyond, screen), beyond);
    expect(moved.x + moved.width).toBeCloseTo(screen.width - 40);
    expect(bringIntoSight(view, beyond, screen).y).toBe(view.y);
  });
});

describe('going over the map by keyboard', () => {
  it('goes to the tile beside it and back, and into the next category at the edge', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        const right = moveTile(model, place, 'right');
        if (right.block === place.block && right.at !== place.at) {
          expect(right.at).toBe(place.at + 1);
          expect(moveTile(model, right, 'left')).toEqual(place);
        }
        for (const direction of ['left', 'right', 'up', 'down'] as const) {
          expect(productOf(moveTile(model, place, direction))).toBeDefined();
        }
      }),
    );
  });

  it('reaches every category by going right, left, up and down', () => {
    const reached = new Set([0]);
    const waiting: Place[] = [{ block: 0, at: 0 }];
    for (let place = waiting.pop(); place; place = waiting.pop()) {
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const next = moveCategory(model, place, direction);
        if (reached.has(next.block)) continue;
        reached.add(next.block);
        waiting.push(next);
      }
    }
    expect(reached.size).toBe(model.blocks.length);
  });

  it('steps through all categories and around the end', () => {
    let place: Place = { block: 0, at: 5 };
    for (let step = 0; step < model.blocks.length; step++) place = stepCategory(model, place, 1);
    expect(place).toEqual({ block: 0, at: 0 });
    expect(stepCategory(model, place, -1).block).toBe(model.blocks.length - 1);
  });

  it('jumps from match to match, around the end, and stays where nothing matches', () => {
    const matches = new Uint8Array(model.data.ids.length);
    expect(nextMatch(model, { block: 1, at: 2 }, matches, 1)).toEqual({ block: 1, at: 2 });
    const wanted = [3, 40, 77].map((product) => model.placeOf(product));
    for (const product of [3, 40, 77]) matches[product] = 1;
    let place: Place = { block: 0, at: 0 };
    const met = new Set<number | undefined>();
    for (let step = 0; step < wanted.length; step++) {
      place = nextMatch(model, place, matches, 1);
      met.add(productOf(place));
    }
    expect([...met].sort()).toEqual([3, 40, 77].sort());
    expect(nextMatch(model, nextMatch(model, place, matches, 1), matches, -1)).toEqual(place);
  });
});

describe('what stands at a point', () => {
  it('is the product of the tile there, its category above it and its group above that', () => {
    fc.assert(
      fc.property(fc.nat({ max: model.data.ids.length - 1 }), (product) => {
        const box = tileOf(model, product);
        if (!box) throw new Error('no tile');
        const hit = hitAt(model, box.x + box.width / 2, box.y + box.height / 2);
        expect(hit).toMatchObject({ kind: 'product', product });
      }),
    );
    const [block] = model.blocks;
    const [group] = model.layout.groups;
    if (!block || !group) throw new Error('the map is empty');
    expect(hitAt(model, block.box.x + 5, block.box.y + 3)).toEqual({ kind: 'category', block: 0 });
    expect(hitAt(model, group.box.x + 5, group.box.y + 5)).toEqual({
      kind: 'group',
      groupId: group.group.id,
    });
    expect(hitAt(model, -10, -10)).toBeNull();
  });
});
