import fc from 'fast-check';
import { expect, it } from 'vitest';
import { routeEdges } from '../../../shared/diagram/route-edge.ts';
import { createRouteMemory } from '../../../shared/diagram/route-memory.ts';
import { nodeBox, type Box } from '../../../shared/stack/layout.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const coordinate = fc.integer({ min: 0, max: 6 }).map((steps) => steps * 120);

/** Cards at places, and lines between some of them. */
const drawing = fc.record({
  boxes: fc
    .tuple(...ids.map(() => fc.record({ x: coordinate, y: coordinate })))
    .map((places) => new Map<string, Box>(places.map((at, index) => [ids[index]!, nodeBox(at)]))),
  edges: fc.uniqueArray(
    fc
      .tuple(fc.constantFrom(...ids), fc.constantFrom(...ids, 'gone'))
      .map(([from, to]) => ({ id: `${from} ${to}`, from, to })),
    { selector: ({ id }) => id, maxLength: 12 },
  ),
});

it('gives the ways that there are, whatever it remembers', () => {
  fc.assert(
    fc.property(fc.array(drawing, { minLength: 1, maxLength: 5 }), (drawings) => {
      const routed = createRouteMemory();
      for (const { edges, boxes } of drawings) {
        expect(routed(edges, boxes)).toEqual(routeEdges(edges, boxes));
      }
    }),
  );
});

it('gives the same way again for a line that a further one leaves where it is', () => {
  const boxes = new Map<string, Box>(
    ids.map((id, index) => [id, nodeBox({ x: index * 400, y: 0 })]),
  );
  const routed = createRouteMemory();
  const far = { id: 'far', from: 'd', to: 'e' };
  const near = { id: 'near', from: 'a', to: 'b' };
  const before = routed([far, near], boxes);
  const copied = new Map(Array.from(boxes, ([id, box]) => [id, { ...box }]));
  const after = routed([far, near, { id: 'further', from: 'a', to: 'c' }], copied);
  expect(after.get('far')).toBe(before.get('far'));
  expect(after.get('near')).not.toEqual(before.get('near'));
});
