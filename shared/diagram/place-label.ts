import type { Box } from '../stack/layout.ts';
import { SIGN_RADIUS } from './edge-sign.ts';
import { measureText, truncateText, type FontStyle } from './measure-text.ts';
import { pointAt, type Route } from './route-edge.ts';
import type { SceneEdge } from './scene.ts';

export const labelFont: FontStyle = { size: 11, weight: 500 };
export const LABEL = { most: 140, height: 18, padding: 6 } as const;

/** Where along an edge a label may stand, and how far beside it, best first. */
const places = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];
const shifts = [0, 8, -8, 16, -16, 24, -24, 32, -32];
/** What a unit of distance from its edge counts against a label, in units of covered area. */
const DISTANCE_COST = 14;

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/**
 * Puts a label on its edge where it covers least of what is there already; null for no label.
 * @param hasSign whether room is left at its beginning for the sign of a state
 */
export function placeLabel(
  full: string,
  route: Route,
  taken: readonly Box[],
  { colour, hasSign }: { readonly colour: string; readonly hasSign: boolean },
): SceneEdge['label'] {
  if (full === '') return null;
  const text = truncateText(full, LABEL.most, labelFont);
  const before = hasSign ? 2 * SIGN_RADIUS : 0;
  const width = before + measureText(text, labelFont) + 2 * LABEL.padding;
  const candidates = places.flatMap((share) =>
    shifts.map((shift) => {
      const { x, y } = pointAt(route, share);
      const top = y + shift - LABEL.height / 2;
      const box = { x: x - width / 2, y: top, width, height: LABEL.height };
      const covered = taken.reduce((sum, other) => sum + overlap(box, other), 0);
      return { box, cost: covered + Math.abs(shift) * DISTANCE_COST };
    }),
  );
  const best = candidates.reduce((p, q) => (q.cost < p.cost ? q : p));
  const { box } = best;
  return {
    box,
    text: {
      text,
      at: { x: box.x + (before + width) / 2, y: box.y + LABEL.height / 2 + labelFont.size * 0.36 },
      font: labelFont,
      colour,
      anchor: 'middle',
    },
    full,
  };
}
