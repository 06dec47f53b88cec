import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleLanes, bundleWidth, routeBundle } from '../../../shared/diagram/bundle-lanes.ts';
import { directions } from '../../../shared/domain/catalogue.ts';

const laneOf = (node: string): string | null => (node.startsWith('-') ? null : node.slice(0, 1));
const node = fc.constantFrom('a1', 'a2', 'b1', 'b2', 'c1', '-1');
const line = fc.record({ from: node, to: node, direction: fc.constantFrom(...directions) });

describe('lines bundled by lane', () => {
  it('are each in one bundle, or drawn by themselves', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const { bundles, rest } = bundleLanes(lines, laneOf);
        const bundled = bundles.reduce((sum, { count }) => sum + count, 0);
        expect(bundled + rest.length).toBe(lines.length);
        expect(new Set(bundles.map(({ id }) => id)).size).toBe(bundles.length);
        for (const { from, to } of rest) expect([laneOf(from), laneOf(to)]).toContain(null);
      }),
    );
  });

  it('flow as their lines do, in whatever order those come', () => {
    const flowsOf = (lines: readonly { from: string; to: string; direction: string }[]) => {
      const [bundle] = bundleLanes(lines as never, laneOf).bundles;
      return bundle && `${bundle.from} ${bundle.direction} ${bundle.to}`;
    };
    const there = { from: 'a1', to: 'b1', direction: 'forward' };
    const back = { from: 'b2', to: 'a2', direction: 'forward' };
    const open = { from: 'b1', to: 'a1', direction: 'none' };
    expect(flowsOf([there, there])).toBe('a forward b');
    expect(flowsOf([open, there])).toBe('a forward b');
    expect(flowsOf([there, open])).toBe('a forward b');
    expect(flowsOf([there, back])).toMatch(/both/);
    expect(flowsOf([open, there, back])).toMatch(/both/);
    expect(flowsOf([open])).toMatch(/none/);
  });

  it('pass above lanes that stand side by side, and go straight down to one below', () => {
    const columns = [0, 200, 400].map((x) => ({ x, y: 0, width: 160, height: 900 }));
    const arc = routeBundle(columns[0]!, columns[2]!);
    expect(arc.middle.y).toBeLessThan(0);
    const row = { x: 0, y: 940, width: 560, height: 200 };
    const down = routeBundle(columns[1]!, row);
    expect(down.start.x).toBe(down.end.x);
    expect([down.start.y, down.end.y]).toEqual([900, 940]);
  });

  it('grow with what they stand for, and not without end', () => {
    expect(bundleWidth(1)).toBeLessThan(bundleWidth(10));
    expect(bundleWidth(10)).toBeLessThan(bundleWidth(100));
    expect(bundleWidth(1_000_000)).toBeLessThanOrEqual(14);
  });
});
