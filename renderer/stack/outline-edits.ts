import { displayText } from '../../shared/diagram/measure-text.ts';
import { useStacks } from '../state/stacks.ts';
import { useToasts } from '../state/toasts.ts';
import { useView } from '../state/view.ts';
import { useCanvas, type EdgeRef } from './canvas-state.ts';
import { focusCard } from './card-focus.ts';
import { neighbourInLane } from './outline-model.ts';
import { showNodes } from './stack-edits.ts';

/** Puts the keyboard into what has just opened beside the canvas, once it is drawn. */
function enter(selector: string): void {
  window.setTimeout(() => document.querySelector<HTMLElement>(selector)?.focus(), 80);
}

/** Opens the outline with the keyboard in it, or closes it and goes back to what is selected. */
export function toggleOutline(): void {
  const { toggleSide, selection } = useCanvas.getState();
  const hadFocus = document.activeElement?.closest('[data-outline]') !== null;
  toggleSide('outline');
  const [id] = selection;
  if (useCanvas.getState().side === 'outline') {
    enter(
      id === undefined
        ? '[data-outline-main]'
        : `[data-outline-row="${CSS.escape(id)}"] [data-outline-main]`,
    );
  } else if (hadFocus && id !== undefined) focusCard(id);
}

/** Opens the panel of an edge and takes the keyboard there; Escape brings it back. */
export function openEdgeFromOutline(edge: EdgeRef, field = '[data-edge-panel]'): void {
  useCanvas.getState().openEdge(edge);
  enter(field);
}

/** Opens the panel of a product and takes the keyboard there; Escape brings it back. */
export function openProductFromOutline(nodeId: string): void {
  const node = useStacks.getState().current?.stack.nodes[nodeId];
  if (!node) return;
  showNodes([nodeId]);
  useView.getState().openProduct(node.productId);
  enter('[data-product-panel]');
}

/** Exchanges a product with the one before or after it in its lane, as one step. */
export async function moveInLane(nodeId: string, way: -1 | 1): Promise<void> {
  const stack = useStacks.getState().current?.stack;
  const node = stack?.nodes[nodeId];
  const other = stack ? neighbourInLane(stack, nodeId, way) : null;
  if (!node || !other) return;
  const locked = [node, other].find((each) => each.locked);
  if (locked) {
    const text = `${displayText(locked.name)} is locked. Unlock it to change the order.`;
    useToasts.getState().show({ tone: 'info', text });
    return useCanvas.getState().announce(text);
  }
  const moves = [
    { nodeId, x: other.x, y: other.y },
    { nodeId: other.id, x: node.x, y: node.y },
  ];
  if (await useStacks.getState().apply({ type: 'move-nodes', moves })) showNodes([nodeId]);
}

/** Adds a thing to what is selected, or takes it out of it. */
export function toggleSelected(id: string): void {
  const { selection, select, announce } = useCanvas.getState();
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  select(next);
  announce(`${next.size} selected.`);
}

/** Selects one thing, unless it is among several that are selected, and does something with it. */
export function withSelected(id: string, run: () => void): void {
  const { selection, select } = useCanvas.getState();
  if (!selection.has(id)) select([id]);
  run();
}
