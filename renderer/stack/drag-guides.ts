import { useEffect } from 'react';
import { create } from 'zustand';
import type { Point } from '../../shared/diagram/route-edge.ts';
import { nodeBox, type Box } from '../../shared/stack/layout.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { boundsOf } from './canvas-nodes.ts';
import { carriedBy } from './carry.ts';
import { snapTo, type Guide } from './snap.ts';

const none: readonly Guide[] = [];

interface DragGuides {
  readonly guides: readonly Guide[];
  /** Ctrl, Cmd or Alt is held down: what is dragged goes wherever the pointer does. */
  readonly isFree: boolean;
}

/** The guides of the drag that is going on. */
export const useDragGuides = create<DragGuides>()(() => ({ guides: none, isFree: false }));

export function clearGuides(): void {
  if (useDragGuides.getState().guides !== none) useDragGuides.setState({ guides: none });
}

/** Knows before every step of a drag whether it is to snap. */
export function useSnapKeys(): void {
  useEffect(() => {
    const onMove = ({ ctrlKey, metaKey, altKey }: MouseEvent): void => {
      const isFree = ctrlKey || metaKey || altKey;
      if (isFree !== useDragGuides.getState().isFree) useDragGuides.setState({ isFree });
    };
    window.addEventListener('mousemove', onMove, true);
    return () => window.removeEventListener('mousemove', onMove, true);
  }, []);
}

/** Places of what is dragged, in line with what stands near; shows the lines. */
export function snapped(
  stack: Pick<Stack, 'nodes' | 'items'>,
  dragged: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Point> {
  if (useDragGuides.getState().isFree) {
    clearGuides();
    return dragged;
  }
  const restOf = (id: string): Box | undefined => {
    const node = stack.nodes[id];
    return node ? nodeBox(node) : stack.items[id];
  };
  const moving = boundsOf(
    Array.from(dragged).flatMap(([id, at]) => {
      const box = restOf(id);
      return box ? [{ ...at, width: box.width, height: box.height }] : [];
    }),
  );
  if (!moving) return dragged;
  const carried = carriedBy(stack, dragged.keys());
  const others = [...Object.values(stack.nodes).map(nodeBox), ...Object.values(stack.items)];
  const ids = [...Object.keys(stack.nodes), ...Object.keys(stack.items)];
  const { dx, dy, guides } = snapTo(
    moving,
    others.filter((_, index) => !carried.has(ids[index] ?? '')),
  );
  if (guides.length === 0) clearGuides();
  else useDragGuides.setState({ guides });
  return new Map(Array.from(dragged, ([id, at]) => [id, { x: at.x + dx, y: at.y + dy }]));
}
