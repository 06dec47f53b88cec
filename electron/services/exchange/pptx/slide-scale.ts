import type { Box } from '../../../../shared/stack/layout.ts';

/** A 16:9 slide, in inches. Source: the default of current presentation programs. */
export const SLIDE = { width: 13.333, height: 7.5 } as const;

/** Maps a part of the canvas onto a part of a slide, keeping its shape and centring it. */
export interface SlideScale {
  /** Inches per canvas unit. */
  readonly factor: number;
  readonly x: (canvasX: number) => number;
  readonly y: (canvasY: number) => number;
}

/**
 * @param from canvas units
 * @param to inches
 * @param most inches per canvas unit: a stack of three products must not fill a wall
 */
export function slideScale(from: Box, to: Box, most = 1 / 60): SlideScale {
  const factor = Math.min(
    to.width / Math.max(1, from.width),
    to.height / Math.max(1, from.height),
    most,
  );
  const left = to.x + (to.width - from.width * factor) / 2;
  const top = to.y + (to.height - from.height * factor) / 2;
  return {
    factor,
    x: (canvasX) => left + (canvasX - from.x) * factor,
    y: (canvasY) => top + (canvasY - from.y) * factor,
  };
}
