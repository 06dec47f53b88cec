import type { Viewport } from '@xyflow/react';
import type { Box } from '../../shared/stack/layout.ts';
import { MARGIN } from './pan-into.ts';

interface FitInput {
  /** What is to be in view, in units of the canvas. */
  readonly bounds: Box;
  readonly screen: { readonly width: number; readonly height: number };
  /** Room above it, in units of the canvas, as far as there is any. */
  readonly headRoom: number;
  readonly zoom: { readonly least: number; readonly most: number };
}

/**
 * The viewport that shows all of a box, as large as may be. It begins at the top, like a page; room
 * that is left stays below. What is too large even at the least zoom is shown from its beginning.
 */
export function fitInto({ bounds, screen, headRoom, zoom: limits }: FitInput): Viewport {
  const room = { width: screen.width - 2 * MARGIN, height: screen.height - 2 * MARGIN };
  const whole = Math.min(room.width / bounds.width, room.height / bounds.height);
  const zoom = Math.min(limits.most, Math.max(limits.least, whole));
  const spare = {
    x: screen.width - bounds.width * zoom,
    y: screen.height - bounds.height * zoom,
  };
  const top = MARGIN + headRoom * zoom;
  const isCut = zoom > whole;
  return {
    x: Math.max(MARGIN, spare.x / 2) - bounds.x * zoom,
    y: (isCut && spare.y < 2 * MARGIN ? top : Math.min(spare.y / 2, top)) - bounds.y * zoom,
    zoom,
  };
}
