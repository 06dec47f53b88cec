import type { Point } from './route-edge.ts';
import type { EdgeSign } from './theme.ts';

/** A sign stands in a disc of this radius. */
export const SIGN_RADIUS = 7.5;
const ARM = 3.4;

/** SVG path data of a sign whose disc has its centre at `at`. */
export function signPath(sign: EdgeSign, { x, y }: Point): string {
  const round = (value: number): number => Math.round(value * 100) / 100;
  const line = (dx: number, dy: number): string =>
    `M ${round(x - dx)} ${round(y - dy)} L ${round(x + dx)} ${round(y + dy)}`;
  const slant = ARM * Math.SQRT1_2;
  switch (sign) {
    case 'plus':
      return `${line(ARM, 0)} ${line(0, ARM)}`;
    case 'minus':
      return line(ARM, 0);
    case 'cross':
      return `${line(slant, slant)} ${line(slant, -slant)}`;
  }
}
