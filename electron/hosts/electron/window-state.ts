import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeAtomically } from '../write-atomically.ts';

const Coordinate = z.number().int().min(-100_000).max(100_000);
const Extent = z.number().int().min(1).max(100_000);

/** Screen pixels independent of the scale factor, as Electron counts them. */
const Rectangle = z.object({ x: Coordinate, y: Coordinate, width: Extent, height: Extent });
export type Rectangle = z.output<typeof Rectangle>;

export const WindowState = z.object({
  /** Where the window stands when it is neither maximised nor full-screen. */
  bounds: Rectangle,
  maximised: z.boolean(),
  fullScreen: z.boolean(),
});
export type WindowState = z.output<typeof WindowState>;

export const minimumSize = { width: 900, height: 600 } as const;
const preferredSize = { width: 1440, height: 900 } as const;
const preferredAudienceSize = { width: 1280, height: 720 } as const;

/** How much of the window must be on a screen so that the person can take hold of it. */
const HANDLE = { width: 120, height: 40 } as const;

/** The remembered state, or undefined where there is none or it cannot be read. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    return WindowState.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // A window in its usual place is a better answer to a damaged file than an error.
    return undefined;
  }
}

/** @throws the error of the file system; the old state is kept then */
export function writeWindowState(file: string, state: WindowState): void {
  writeAtomically(file, `${JSON.stringify(state, null, 2)}\n`);
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);
}

/** Whether the top edge of a window, by which it is moved, can be reached on a display. */
function isReachable(bounds: Rectangle, workArea: Rectangle): boolean {
  const across = overlap(bounds.x, bounds.width, workArea.x, workArea.width);
  const down = overlap(bounds.y, HANDLE.height, workArea.y, workArea.height);
  return across >= HANDLE.width && down >= HANDLE.height;
}

function centredOn(workArea: Rectangle, width: number, height: number): Rectangle {
  const fitting = {
    width: Math.min(width, workArea.width),
    height: Math.min(height, workArea.height),
  };
  return {
    x: Math.round(workArea.x + (workArea.width - fitting.width) / 2),
    y: Math.round(workArea.y + (workArea.height - fitting.height) / 2),
    ...fitting,
  };
}

/**
 * Where to open the window: as remembered if a display of today shows enough of it, else of the
 * remembered size in the middle of the first display.
 * @param workAreas  of the displays there are now, the primary one first; at least one
 */
export function placeWindow(
  remembered: WindowState | undefined,
  workAreas: readonly Rectangle[],
): WindowState {
  const primary = workAreas[0] ?? { x: 0, y: 0, ...preferredSize };
  const { maximised, fullScreen } = remembered ?? { maximised: false, fullScreen: false };
  if (remembered && workAreas.some((area) => isReachable(remembered.bounds, area))) {
    return remembered;
  }
  const { width, height } = remembered?.bounds ?? preferredSize;
  return { bounds: centredOn(primary, width, height), maximised, fullScreen };
}

/** A display, as far as a window has to know of it. */
export interface DisplayArea {
  /** Without what the system keeps for itself. */
  readonly workArea: Rectangle;
}

/**
 * Where to open the audience's window: on another display than the facilitator's if there is one,
 * filling it unless it was left otherwise there; else beside the tools, never over all of them.
 * @param here       the display with the main window
 * @param elsewhere  the others
 */
export function placeAudienceWindow(
  remembered: WindowState | undefined,
  here: DisplayArea,
  elsewhere: readonly DisplayArea[],
): WindowState {
  const isOn = ({ workArea }: DisplayArea): boolean =>
    remembered !== undefined && isReachable(remembered.bounds, workArea);
  if (remembered && elsewhere.some(isOn)) return remembered;
  const { width, height } = remembered?.bounds ?? preferredAudienceSize;
  const [other] = elsewhere;
  if (other) {
    const bounds = centredOn(other.workArea, width, height);
    return { bounds, maximised: false, fullScreen: true };
  }
  const bounds =
    remembered && isOn(here) ? remembered.bounds : centredOn(here.workArea, width, height);
  return { bounds, maximised: false, fullScreen: false };
}
