import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandPath, drawFlows, type KindFlow } from '../../../shared/insights/flow-picture.ts';
import { flowRoleOf } from '../../../shared/insights/flow-roles.ts';
import { dataKinds } from '../../../shared/stack/vocabulary.ts';

const flow = (from: number, to: number, kind: KindFlow['kind'] = 'profiles'): KindFlow => ({
  from,
  to,
  kind,
  isStated: false,
});

describe('the role of a product in the way of data', () => {
  it.each([
    ['data-warehouse', 0, 9, 'store'],
    ['cdp', 1, 5, 'hub'],
    ['workflow-automation', 3, 0, 'hub'],
    ['crm', 3, 1, 'source'],
    ['crm', 2, 2, 'source'],
    ['email', 0, 2, 'destination'],
  ])('of %s with %i sent and %i got is %s', (category, sent, got, role) => {
    expect(flowRoleOf(category, sent, got)).toBe(role);
  });
});

describe('a picture of flows', () => {
  // A shop feeds a platform, which feeds a warehouse and an email tool; email answers the platform.
  const categories = ['ecommerce-platform', 'cdp', 'data-warehouse', 'email', 'cms'];
  const flows = [
    flow(0, 1),
    flow(0, 1, 'orders'),
    flow(1, 2),
    flow(1, 3),
    flow(1, 3, 'events'),
    flow(3, 1, 'events'),
  ];
  const picture = drawFlows(categories, flows);

  it('goes from sources by hubs and stores to destinations, and leaves out what nothing flows to', () => {
    expect(picture.columns.map(({ role }) => role)).toEqual([
      'source',
      'hub',
      'store',
      'destination',
    ]);
    expect(picture.boxes.map(({ places }) => places)).toEqual([[0], [1], [2], [3]]);
  });

  it('draws a band for each kind, and says which come back', () => {
    expect(picture.bands).toHaveLength(6);
    const back = picture.bands.filter(({ isBack }) => isBack);
    expect(back.map(({ from, to }) => [from, to])).toEqual([[3, 1]]);
    expect(bandPath(back[0]!, picture)).toContain('L');
  });

  it('leads a band past the columns between beside their boxes', () => {
    const long = drawFlows(categories, [flow(0, 1), flow(1, 2), flow(2, 3), flow(0, 3)]);
    const band = long.bands.find(({ from, to }) => from === 0 && to === 3)!;
    expect(band.through).toHaveLength(2);
    for (const { x, y } of band.through) {
      for (const box of long.boxes.filter((each) => each.x === x)) {
        expect(y < box.y || y > box.y + box.height).toBe(true);
      }
    }
  });

  it('puts the products with the fewest flows of a full column into one box', () => {
    const many = Array.from({ length: 80 }, () => 'email');
    const wide = drawFlows(
      ['cdp', ...many],
      many.map((_, at) => flow(0, at + 1)),
    );
    const last = wide.boxes.at(-1)!;
    expect(wide.boxes.filter(({ role }) => role === 'destination')).toHaveLength(36);
    expect(last.places).toHaveLength(45);
    expect(wide.bands).toHaveLength(36);
  });

  it('draws every flow once, inside the picture, and no box over another', () => {
    const anyStack = fc
      .array(fc.constantFrom('crm', 'cdp', 'data-warehouse', 'email', 'cms'), {
        minLength: 2,
        maxLength: 20,
      })
      .chain((list) =>
        fc.record({
          list: fc.constant(list),
          flows: fc.uniqueArray(
            fc.record({
              from: fc.nat(list.length - 1),
              to: fc.nat(list.length - 1),
              kind: fc.constantFrom(...dataKinds),
              isStated: fc.boolean(),
            }),
            { maxLength: 60, selector: ({ from, to, kind }) => `${from} ${to} ${kind}` },
          ),
        }),
      );
    fc.assert(
      fc.property(anyStack, ({ list, flows: all }) => {
        const { boxes, bands, width, height } = drawFlows(list, all);
        const drawn = all.filter(({ from, to }) => from !== to);
        expect(bands).toHaveLength(drawn.length);
        for (const { x, y, width: w, height: h } of boxes) {
          expect(x >= 0 && y >= 0 && x + w <= width && y + h <= height).toBe(true);
        }
        for (const a of boxes) {
          for (const b of boxes) {
            if (a === b || a.x !== b.x) continue;
            expect(a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
          }
        }
        for (const band of bands) {
          const { y, height: h } = boxes[band.from]!;
          expect(band.start.y).toBeGreaterThanOrEqual(y);
          expect(band.start.y).toBeLessThanOrEqual(y + h);
          expect(band.isBack).toBe(boxes[band.to]!.x <= boxes[band.from]!.x);
        }
      }),
    );
  });
});
