import type { Point } from '../../shared/diagram/route-edge.ts';
import type { Box } from '../../shared/stack/layout.ts';
import { boundsOf, type Way } from './canvas-nodes.ts';

type Boxes = ReadonlyMap<string, Box>;
type Places = ReadonlyMap<string, Point>;

/** Where things come to stand when all are put in line with the outermost one on a side. */
export function alignedTo(boxes: Boxes, side: Way): Places {
  const bounds = boundsOf(boxes.values());
  if (!bounds) return new Map();
  const { x, y, width, height } = bounds;
  return new Map(
    Array.from(boxes, ([id, box]) => {
      switch (side) {
        case 'left':
          return [id, { x, y: box.y }];
        case 'right':
          return [id, { x: x + width - box.width, y: box.y }];
        case 'up':
          return [id, { x: box.x, y }];
        case 'down':
          return [id, { x: box.x, y: y + height - box.height }];
      }
    }),
  );
}

/** The same gap between all of them along one way; the two outermost stay where they are. */
export function distributed(boxes: Boxes, along: 'across' | 'down'): Places {
  const start = along === 'across' ? 'x' : 'y';
  const length = along === 'across' ? 'width' : 'height';
  const all = [...boxes].sort(([, p], [, q]) => p[start] - q[start]);
  const [first] = all;
  const last = all.at(-1);
  if (!first || !last || all.length < 3) return new Map();
  const room = last[1][start] + last[1][length] - first[1][start];
  const gap = (room - all.reduce((sum, [, box]) => sum + box[length], 0)) / (all.length - 1);
  let next = first[1][start];
  return new Map(
    all.map(([id, box]) => {
      const at = { x: box.x, y: box.y, [start]: Math.round(next) };
      next += box[length] + gap;
      return [id, at];
    }),
  );
}
