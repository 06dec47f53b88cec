import type { Node } from '@xyflow/react';
import type { StackItem } from '../../shared/stack/items.ts';
import type { CardNode } from './canvas-nodes.ts';

export interface ItemData extends Record<string, unknown> {
  readonly item: StackItem;
}

export type ItemNode = Node<ItemData, 'item'>;
export type CanvasNode = CardNode | ItemNode;

export interface ItemInput {
  readonly items: Readonly<Record<string, StackItem>>;
  readonly selection: ReadonlySet<string>;
  /** Those under the hand: they stay on the page, wherever they are carried. */
  readonly moving: ReadonlySet<string>;
}

export const itemKinds = {
  note: 'Note',
  heading: 'Heading',
  frame: 'Frame',
  picture: 'Picture',
} as const;

/** What an item says, or what it shows; empty where nobody has said. */
export function itemText(item: StackItem): string {
  if (item.type === 'frame') return item.title;
  return item.type === 'picture' ? item.alt : item.text;
}

/** An item in words: "Note: Ask about the contract". */
export function itemWords(item: StackItem): string {
  const text = itemText(item).trim();
  const locked = item.locked ? ', locked' : '';
  return `${itemKinds[item.type]}${text === '' ? '' : `: ${text.slice(0, 120)}`}${locked}`;
}

/**
 * Items as React Flow takes them; one that looks as before is the same object as before. Only the
 * title and the border of a frame take the pointer: what stands on it stays within reach.
 */
export function createItemCache(): (input: ItemInput) => ItemNode[] {
  let cache = new Map<string, ItemNode>();
  return ({ items, selection, moving }) => {
    const next = new Map<string, ItemNode>();
    for (const item of Object.values(items)) {
      const before = cache.get(item.id);
      const { x, y } = item;
      const dragging = moving.has(item.id);
      const selected = selection.has(item.id);
      const isSame =
        before?.data.item === item &&
        before.selected === selected &&
        before.dragging === dragging &&
        before.position.x === x &&
        before.position.y === y;
      const size = { width: item.width, height: item.height };
      next.set(
        item.id,
        isSame
          ? before
          : {
              id: item.id,
              type: 'item',
              position: { x, y },
              data: { item },
              selected,
              dragging,
              draggable: !item.locked,
              connectable: false,
              ...size,
              measured: size,
              ariaLabel: itemWords(item),
              ...(item.type === 'frame' ? { style: { pointerEvents: 'none' } } : {}),
            },
      );
    }
    cache = next;
    return [...next.values()];
  };
}

export const isBehindCards = ({ data: { item } }: ItemNode): boolean =>
  item.type === 'frame' || item.type === 'picture';
