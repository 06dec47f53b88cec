import { useEffect } from 'react';
import type { Box } from '../../shared/stack/layout.ts';
import { useStacks } from '../state/stacks.ts';
import { useView } from '../state/view.ts';
import { useItemEditing } from './item-edits.ts';
import { useCanvas } from './canvas-state.ts';
import { cardTowards, firstCard, type Way } from './canvas-nodes.ts';
import { cardOf, focusCard } from './card-focus.ts';
import { commitMoves, isNudging, nudgeSelection, showNodes } from './stack-edits.ts';

/** Canvas units that an arrow key moves the selection by; with Shift the smaller one. */
export const NUDGE = { step: 8, fine: 1 } as const;

const ways: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const deltas: Readonly<Record<Way, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** Elements that use arrow keys and Escape themselves. */
const OWN_KEYS =
  'input:not([type="checkbox"]), textarea, select, [role="dialog"], [role="menu"], [role="listbox"]';

/** Escape goes back one step: first the panel, then the selection. @returns whether it did anything */
function stepBack(): boolean {
  const { edge, selection, openEdge, select } = useCanvas.getState();
  const { productId, openProduct } = useView.getState();
  if (edge) openEdge(null);
  else if (productId !== null) openProduct(null);
  else if (selection.size > 0) select([]);
  else return false;
  return true;
}

function onArrow(event: KeyboardEvent, way: Way, boxes: ReadonlyMap<string, Box>): boolean {
  const { selection } = useCanvas.getState();
  if (event.ctrlKey || event.metaKey) {
    const from = cardOf(event.target) ?? [...selection].at(-1);
    const next = from === undefined ? firstCard(boxes) : cardTowards(boxes, from, way);
    if (next === null) return false;
    showNodes(event.shiftKey ? [...selection, next] : [next]);
    focusCard(next);
    return true;
  }
  if (event.altKey || selection.size === 0) return false;
  const by = event.shiftKey ? NUDGE.fine : NUDGE.step;
  const [dx, dy] = deltas[way];
  nudgeSelection(dx * by, dy * by);
  return true;
}

/**
 * The canvas' own keys. Arrows move the selection, a burst of them being one step of undo; with
 * Ctrl or Cmd they walk from card to card. Enter opens the focused product, Space selects it, with
 * Shift beside the others.
 */
export function useCardKeys(boxes: ReadonlyMap<string, Box>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // React Flow takes Space for panning with it held down, which does not hinder a selection.
      const isTaken = event.defaultPrevented && event.key !== ' ';
      if (isTaken || event.isComposing) return;
      const element = event.target instanceof Element ? event.target : null;
      if (element?.closest(OWN_KEYS)) return;
      const way = ways[event.key];
      const onCanvas = element === document.body || element?.closest('[data-canvas]') !== null;
      const nodeId = cardOf(event.target);
      let isDone = false;
      if (event.key === 'Escape') isDone = stepBack();
      else if (way !== undefined && onCanvas) isDone = onArrow(event, way, boxes);
      else if (nodeId !== null && event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
        const node = useStacks.getState().current?.stack.nodes[nodeId];
        useCanvas.getState().openEdge(null);
        if (node) useView.getState().openProduct(node.productId);
        else useItemEditing.setState({ id: nodeId });
        isDone = true;
      } else if (nodeId !== null && event.key === ' ') {
        const { selection, select } = useCanvas.getState();
        const others = [...selection].filter((id) => id !== nodeId);
        if (!event.shiftKey) select([nodeId]);
        else select(selection.has(nodeId) ? others : [...others, nodeId]);
        isDone = true;
      }
      if (isDone) event.preventDefault();
    };
    // Whatever comes after the arrows must find them stored: an undo, a drag, another screen.
    const settleFirst = (event: Event): void => {
      if (!isNudging()) return;
      if (event instanceof KeyboardEvent && (ways[event.key] || event.key === 'Shift')) return;
      void commitMoves();
    };
    window.addEventListener('keydown', settleFirst, true);
    window.addEventListener('pointerdown', settleFirst, true);
    window.addEventListener('pagehide', settleFirst);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', settleFirst, true);
      window.removeEventListener('pointerdown', settleFirst, true);
      window.removeEventListener('pagehide', settleFirst);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [boxes]);
  useEffect(() => () => void commitMoves(), []);
}
