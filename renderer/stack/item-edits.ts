import { create } from 'zustand';
import type { Point } from '../../shared/diagram/route-edge.ts';
import type { ItemChange, StackItem } from '../../shared/stack/items.ts';
import type { Box } from '../../shared/stack/layout.ts';
import { useStacks } from '../state/stacks.ts';
import { useCanvas } from './canvas-state.ts';
import { within } from './placement.ts';
import { itemText } from './item-nodes.ts';

interface ItemEditing {
  /** The item whose words are being written. */
  readonly id: string | null;
}

/** Which item is being written in; nothing of it is stored. */
export const useItemEditing = create<ItemEditing>()(() => ({ id: null }));

const sizes = {
  note: { width: 180, height: 120 },
  heading: { width: 320, height: 44 },
  frame: { width: 800, height: 450 },
} as const;

export type NewItemType = keyof typeof sizes;

function newItem(type: NewItemType, middle: Point, frames: number): StackItem {
  const size = sizes[type];
  const place = {
    id: crypto.randomUUID(),
    x: within(middle.x - size.width / 2),
    y: within(middle.y - size.height / 2),
    ...size,
    locked: false,
    clusterId: null,
  };
  switch (type) {
    case 'note':
      return { ...place, type, text: '', colour: 'yellow' };
    case 'heading':
      return { ...place, type, text: '', size: 'medium' };
    case 'frame':
      return { ...place, type, title: `Frame ${frames + 1}`, order: frames };
  }
}

/** Puts a note, a heading or a frame on the canvas, around a point, and begins to write in it. */
export async function addItem(type: NewItemType, middle: Point): Promise<void> {
  const items = Object.values(useStacks.getState().current?.stack.items ?? {});
  const frames = items.filter((item) => item.type === 'frame').length;
  const item = newItem(type, middle, frames);
  if (!(await useStacks.getState().apply({ type: 'add-items', items: [item] }))) return;
  useCanvas.getState().select([item.id]);
  useItemEditing.setState({ id: item.id });
}

export function editItem(itemId: string, change: ItemChange): Promise<boolean> {
  return useStacks.getState().apply({ type: 'edit-item', itemId, change });
}

/** How many characters may be written in an item. */
export const itemLimits = { note: 5000, heading: 500, frame: 200, picture: 500 } as const;

/** Stores the words of an item, where they are others than before. */
export function saveText(item: StackItem, text: string): void {
  if (text === itemText(item)) return;
  const field = { note: 'text', heading: 'text', frame: 'title', picture: 'alt' } as const;
  void editItem(item.id, { [field[item.type]]: text });
}

export function resizeItem(itemId: string, box: Box): void {
  void editItem(itemId, {
    x: within(box.x),
    y: within(box.y),
    width: Math.round(box.width),
    height: Math.round(box.height),
  });
}
