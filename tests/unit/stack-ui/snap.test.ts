import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapTo, SNAP_REACH } from '../../../renderer/stack/snap.ts';

const whole = fc.integer({ min: -500, max: 500 });
const length = fc.integer({ min: 24, max: 300 });
const box = fc.record({ x: whole, y: whole, width: length, height: length });

describe('falling into line', () => {
  it('puts an edge exactly on that of a neighbour, and shows the line', () => {
    const snap = snapTo({ x: 103, y: 300, width: 80, height: 40 }, [
      { x: 100, y: 0, width: 200, height: 40 },
    ]);
    expect(snap).toEqual({ dx: -3, dy: 0, guides: [{ along: 'x', at: 100, from: 0, to: 340 }] });
  });

  it('leaves alone what is far from everything', () => {
    const far = { x: 1000, y: 1000, width: 80, height: 40 };
    expect(snapTo(far, [{ x: 0, y: 0, width: 80, height: 40 }])).toEqual({
      dx: 0,
      dy: 0,
      guides: [],
    });
  });

  it('never moves anything further than its reach, and moves nothing that is in line', () => {
    fc.assert(
      fc.property(box, fc.array(box, { maxLength: 12 }), (moving, others) => {
        const { dx, dy } = snapTo(moving, others);
        expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeLessThanOrEqual(SNAP_REACH);
        const again = snapTo({ ...moving, x: moving.x + dx, y: moving.y + dy }, others);
        expect([Math.abs(again.dx), Math.abs(again.dy)]).toEqual([0, 0]);
      }),
    );
  });
});
