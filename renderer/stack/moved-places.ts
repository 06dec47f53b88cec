import { useEffect } from 'react';
import type { Point } from '../../shared/diagram/route-edge.ts';
import { useStacks } from '../state/stacks.ts';
import { useCanvas } from './canvas-state.ts';

type Places = ReadonlyMap<string, Point>;

let lastIds: ReadonlySet<string> = new Set();

/** Which nodes and items are being moved: the same set for as long as it is the same ones. */
export function movedIds({ moved }: { readonly moved: Places }): ReadonlySet<string> {
  const isSame = moved.size === lastIds.size && [...moved.keys()].every((id) => lastIds.has(id));
  if (!isSame) lastIds = new Set(moved.keys());
  return lastIds;
}

/** Elements by node id, found once for a drag and not once for each of its frames. */
function createElementFinder(): (id: string) => HTMLElement | null {
  const found = new Map<string, HTMLElement>();
  return (id) => {
    const known = found.get(id);
    if (known?.isConnected) return known;
    const element = document.querySelector<HTMLElement>(
      `.react-flow__node[data-id="${CSS.escape(id)}"]`,
    );
    if (element) found.set(id, element);
    return element;
  };
}

function restOf(id: string): Point | undefined {
  const stack = useStacks.getState().current?.stack;
  return stack?.nodes[id] ?? stack?.items[id];
}

/**
 * Puts what is being moved where the hand has it, by the style of its element alone. To tell React
 * Flow of every step would have each of its nodes asked whether it has changed: for 500 of them
 * that takes longer than a frame. It is told once, when the move is stored.
 */
export function usePlacesOfMoved(): void {
  useEffect(() => {
    const elementOf = createElementFinder();
    const place = (id: string, at: Point | undefined): void => {
      const element = elementOf(id);
      // As React Flow writes it, so that what it writes next replaces it.
      if (element && at) element.style.transform = `translate(${at.x}px,${at.y}px)`;
    };
    return useCanvas.subscribe(({ moved }, { moved: before }) => {
      if (moved === before) return;
      for (const [id, at] of moved) if (before.get(id) !== at) place(id, at);
      for (const id of before.keys()) if (!moved.has(id)) place(id, restOf(id));
    });
  }, []);
}
