import type { Box } from '../../shared/stack/layout.ts';

/** How near, in canvas units, an edge or a middle comes to another before it falls into line. */
export const SNAP_REACH = 6;

/** A line that shows what is in line with what: at `at`, from one end to the other. */
export interface Guide {
  readonly along: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Snap {
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
}

interface Span {
  readonly start: number;
  readonly length: number;
  readonly crossStart: number;
  readonly crossLength: number;
}

const across = (box: Box): Span => ({
  start: box.x,
  length: box.width,
  crossStart: box.y,
  crossLength: box.height,
});
const down = (box: Box): Span => ({
  start: box.y,
  length: box.height,
  crossStart: box.x,
  crossLength: box.width,
});

const marks = ({ start, length }: Span): readonly number[] => [
  start,
  start + length / 2,
  start + length,
];

function snapAlong(
  moving: Span,
  others: readonly Span[],
): { readonly shift: number; readonly line: Omit<Guide, 'along'> | null } {
  let shift = 0;
  let nearest = SNAP_REACH + 1;
  let line: Omit<Guide, 'along'> | null = null;
  for (const other of others) {
    for (const at of marks(other)) {
      for (const mark of marks(moving)) {
        const distance = Math.abs(at - mark);
        if (distance > SNAP_REACH || distance >= nearest) continue;
        nearest = distance;
        shift = at - mark;
        line = {
          at,
          from: Math.min(other.crossStart, moving.crossStart),
          to: Math.max(
            other.crossStart + other.crossLength,
            moving.crossStart + moving.crossLength,
          ),
        };
      }
    }
  }
  return { shift, line };
}

/** How far what is dragged falls into line with the nearest edges and middles of the others. */
export function snapTo(moving: Box, others: readonly Box[]): Snap {
  const x = snapAlong(across(moving), others.map(across));
  const y = snapAlong(down(moving), others.map(down));
  return {
    dx: x.shift,
    dy: y.shift,
    guides: [
      ...(x.line ? [{ along: 'x' as const, ...x.line }] : []),
      ...(y.line ? [{ along: 'y' as const, ...y.line }] : []),
    ],
  };
}
