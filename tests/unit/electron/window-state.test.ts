import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  placeAudienceWindow,
  placeWindow,
  type WindowState,
} from '../../../electron/hosts/electron/window-state.ts';

const primary = { x: 0, y: 0, width: 1920, height: 1040 };
const left = { x: -1280, y: 0, width: 1280, height: 1000 };

function remembered(bounds: Partial<WindowState['bounds']>): WindowState {
  return {
    bounds: { x: 100, y: 100, width: 1200, height: 800, ...bounds },
    maximised: true,
    fullScreen: false,
  };
}

describe('the place of the window', () => {
  it('is the middle of the first display at the first start', () => {
    expect(placeWindow(undefined, [primary]).bounds).toEqual({
      x: 240,
      y: 70,
      width: 1440,
      height: 900,
    });
  });

  it('fits a display smaller than the usual size', () => {
    const small = { x: 0, y: 24, width: 1024, height: 700 };
    expect(placeWindow(undefined, [small]).bounds).toEqual(small);
  });

  it('stays on another display while that is there, and keeps its size when it is gone', () => {
    const state = remembered({ x: -1200 });
    expect(placeWindow(state, [primary, left])).toBe(state);
    expect(placeWindow(state, [primary])).toEqual({
      ...state,
      bounds: { x: 360, y: 120, width: 1200, height: 800 },
    });
  });

  it('is moved when its title bar is above every display', () => {
    expect(placeWindow(remembered({ y: -600 }), [primary]).bounds.y).toBe(120);
  });

  it('always leaves enough of the top edge on a display to take hold of', () => {
    const bounds = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 300, max: 4000 }),
      height: fc.integer({ min: 200, max: 4000 }),
    });
    fc.assert(
      fc.property(bounds, (each) => {
        const placed = placeWindow(remembered(each), [primary, left]).bounds;
        const visible = [primary, left].some(
          (area) =>
            Math.min(placed.x + placed.width, area.x + area.width) - Math.max(placed.x, area.x) >=
              120 &&
            placed.y + 40 <= area.y + area.height &&
            placed.y >= area.y,
        );
        expect(visible).toBe(true);
      }),
    );
  });
});

describe('the place of the audience’s window', () => {
  const here = { workArea: primary };
  const other = { workArea: left };
  const anywhere = fc.option(
    fc.record({
      bounds: fc.record({
        x: fc.integer({ min: -5000, max: 5000 }),
        y: fc.integer({ min: -5000, max: 5000 }),
        width: fc.integer({ min: 300, max: 4000 }),
        height: fc.integer({ min: 200, max: 4000 }),
      }),
      maximised: fc.boolean(),
      fullScreen: fc.boolean(),
    }),
    { nil: undefined },
  );
  const isOn = ({ x, width }: WindowState['bounds'], area: WindowState['bounds']): boolean =>
    Math.min(x + width, area.x + area.width) - Math.max(x, area.x) >= 120;

  it('never covers the tools of the only display, wherever it was left', () => {
    fc.assert(
      fc.property(anywhere, (state) => {
        const placed = placeAudienceWindow(state, here, []);
        expect(placed).toMatchObject({ maximised: false, fullScreen: false });
        expect(isOn(placed.bounds, primary)).toBe(true);
      }),
    );
  });

  it('is on another display than the tools, filling it unless it was left otherwise there', () => {
    fc.assert(
      fc.property(anywhere, (state) => {
        const placed = placeAudienceWindow(state, here, [other]);
        expect(isOn(placed.bounds, left)).toBe(true);
        if (placed !== state) expect(placed.fullScreen).toBe(true);
      }),
    );
  });
});
