import type { Viewport } from '@xyflow/react';
import type { Box } from '../../shared/stack/layout.ts';

/** Room around what is brought into view, in pixels of the screen. */
export const MARGIN = 24;

/**
 * The viewport that shows a box with as little movement as possible and at the same zoom.
 * @returns null where the box is in view already
 */
export function panInto(
  viewport: Viewport,
  box: Box,
  screen: { readonly width: number; readonly height: number },
): Viewport | null {
  const { zoom } = viewport;
  const shift = (start: number, length: number, room: number): number => {
    if (start >= MARGIN && start + length <= room - MARGIN) return 0;
    // What is larger than the screen is shown from its start.
    if (start < MARGIN || length > room - 2 * MARGIN) return MARGIN - start;
    return room - MARGIN - length - start;
  };
  const dx = shift(box.x * zoom + viewport.x, box.width * zoom, screen.width);
  const dy = shift(box.y * zoom + viewport.y, box.height * zoom, screen.height);
  return dx === 0 && dy === 0 ? null : { x: viewport.x + dx, y: viewport.y + dy, zoom };
}
