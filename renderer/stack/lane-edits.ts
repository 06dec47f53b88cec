import { create } from 'zustand';
import { dragLane, resizeLane, swapWithNeighbour } from '../../shared/stack/lane-room.ts';
import { laneBox, LANE } from '../../shared/stack/layout.ts';
import type { Lane, Stack } from '../../shared/stack/stack.ts';
import { runAction } from '../state/actions.ts';
import { useStacks } from '../state/stacks.ts';
import { glideNext } from './structure-edits.ts';

/** The lane whose name or contents are being edited. */
export const useLaneEditing = create<{
  readonly renaming: string | null;
  readonly choosing: string | null;
}>()(() => ({ renaming: null, choosing: null }));

const stackNow = (): Stack | null => useStacks.getState().current?.stack ?? null;

/** A place for a new lane: right of columns, below lanes of rows. */
function placeForLane(stack: Stack): Pick<Lane, 'x' | 'y' | 'width' | 'height' | 'shape'> {
  const lanes = Object.values(stack.lanes);
  const boxes = lanes.map((lane) => laneBox(lane, stack));
  const areRows = lanes.length > 0 && lanes.every((lane) => lane.shape === 'row');
  if (areRows) {
    const left = Math.min(...boxes.map((box) => box.x));
    const right = Math.max(...boxes.map((box) => box.x + box.width));
    const bottom = Math.max(...boxes.map((box) => box.y + box.height));
    const place = { x: left, y: bottom + LANE.gap, width: right - left };
    return { ...place, height: 172, shape: 'row' };
  }
  const right = Math.max(-LANE.gap, ...boxes.map((box) => box.x + box.width));
  const top = Math.min(...boxes.map((box) => box.y), boxes.length > 0 ? Infinity : 0);
  const columns = lanes.filter((lane) => lane.shape === 'column');
  const height = Math.max(LANE.minHeight, ...columns.map((lane) => lane.height));
  return { x: right + LANE.gap, y: top, width: LANE.width, height, shape: 'column' };
}

/** Adds a lane at the end and lets the person name it. */
export async function addLane(): Promise<void> {
  const stack = stackNow();
  if (!stack) return;
  const titles = new Set(Object.values(stack.lanes).map((lane) => lane.title));
  let title = 'New lane';
  for (let number = 2; titles.has(title); number++) title = `New lane ${number}`;
  const id = crypto.randomUUID();
  const lane = { id, title, groups: [], categories: [], ...placeForLane(stack) };
  if (!(await useStacks.getState().apply({ type: 'add-lane', lane }))) return;
  useLaneEditing.setState({ renaming: id });
  requestAnimationFrame(() => runAction('canvas.fit'));
}

/** Removes a lane; its products stay where they are, outside of the lanes. */
export async function removeLane(laneId: string): Promise<void> {
  await useStacks.getState().apply({ type: 'remove', laneIds: [laneId] });
}

/** Moves a lane past its neighbour, its products with it. @returns whether there was one */
export async function moveLane(laneId: string, way: -1 | 1): Promise<boolean> {
  const stack = stackNow();
  const lanes = stack ? swapWithNeighbour(stack, laneId, way) : [];
  if (lanes.length === 0) return false;
  glideNext();
  return useStacks.getState().apply({ type: 'move-nodes', lanes });
}

/** Moves a lane past the neighbours that it was dragged over, its products with it. */
export async function dropLane(
  laneId: string,
  by: { readonly x: number; readonly y: number },
): Promise<void> {
  const stack = stackNow();
  const lanes = stack ? dragLane(stack, laneId, by) : [];
  if (lanes.length === 0) return;
  glideNext();
  await useStacks.getState().apply({ type: 'move-nodes', lanes });
}

/** Gives a lane another size; the lanes beyond it keep their distance. */
export async function sizeLane(
  laneId: string,
  size: { readonly width?: number; readonly height?: number },
): Promise<void> {
  const stack = stackNow();
  const lanes = stack ? resizeLane(stack, laneId, size) : [];
  if (lanes.length > 0) await useStacks.getState().apply({ type: 'move-nodes', lanes });
}

export interface LaneMenuEntry {
  readonly id: string;
  readonly label: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

/** What can be done with a lane, for its own menu and for any other that lists it. */
export function laneMenu(stack: Stack, lane: Lane): readonly LaneMenuEntry[] {
  const isBand = Object.values(stack.lanes).every(
    (other) =>
      other.id === lane.id || (other.x + other.width > lane.x && other.x < lane.x + lane.width),
  );
  const [back, on] = isBand ? ['Move up', 'Move down'] : ['Move left', 'Move right'];
  const hasNeighbour = (way: -1 | 1): boolean => swapWithNeighbour(stack, lane.id, way).length > 0;
  return [
    {
      id: 'rename',
      label: 'Rename',
      run: () => useLaneEditing.setState({ renaming: lane.id }),
    },
    {
      id: 'choose',
      label: 'What goes here…',
      run: () => useLaneEditing.setState({ choosing: lane.id }),
    },
    {
      id: 'back',
      label: back ?? '',
      isDisabled: !hasNeighbour(-1),
      run: () => void moveLane(lane.id, -1),
    },
    {
      id: 'on',
      label: on ?? '',
      isDisabled: !hasNeighbour(1),
      run: () => void moveLane(lane.id, 1),
    },
    { id: 'add', label: 'Add a lane', run: () => void addLane() },
    {
      id: 'remove',
      label: 'Remove lane',
      isDanger: true,
      run: () => void removeLane(lane.id),
    },
  ];
}
