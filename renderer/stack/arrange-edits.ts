import { create } from 'zustand';
import { bundleLinks } from '../../shared/diagram/bundle-links.ts';
import { arrange } from '../../shared/stack/arrange/arrange.ts';
import type { ArrangeEdge } from '../../shared/stack/arrange/lane-order.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { runAction } from '../state/actions.ts';
import { useStacks } from '../state/stacks.ts';
import { useToasts } from '../state/toasts.ts';
import { useCanvas } from './canvas-state.ts';
import { withLayoutEngine } from './layout-engine.ts';
import { glideNext } from './structure-edits.ts';

/** A layout that takes longer than this says so and can be called off. */
const SLOW_MS = 1000;

/** The layout that is being found, if one is. */
export const useArranging = create<{
  readonly isBusy: boolean;
  readonly isSlow: boolean;
  readonly cancel: () => void;
}>()(() => ({ isBusy: false, isSlow: false, cancel: () => undefined }));

function edgesOf(stack: Stack): ArrangeEdge[] {
  const nodeOf = new Map(Object.values(stack.nodes).map((node) => [node.productId, node.id]));
  const known = bundleLinks(useStacks.getState().links).flatMap((bundle) => {
    const [from, to] = [nodeOf.get(bundle.from), nodeOf.get(bundle.to)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  const own = Object.values(stack.connections).map(({ fromNodeId, toNodeId }) => ({
    from: fromNodeId,
    to: toNodeId,
  }));
  return [...known, ...own];
}

/**
 * Arranges what is selected, or the whole stack where less than two products are, so that edges
 * cross little. One step of undo; what was changed meanwhile wins over it.
 */
export async function arrangeStack(): Promise<void> {
  const { current, apply } = useStacks.getState();
  if (!current || useArranging.getState().isBusy) return;
  const { stack, revision } = current;
  const { selection, announce } = useCanvas.getState();
  const chosen = selection.size > 1 ? { nodeIds: selection } : {};
  const controller = new AbortController();
  useArranging.setState({ isBusy: true, cancel: () => controller.abort() });
  const slow = window.setTimeout(() => useArranging.setState({ isSlow: true }), SLOW_MS);
  try {
    const moves = await withLayoutEngine(controller.signal, (layout) =>
      arrange({ stack, edges: edgesOf(stack), ...chosen }, layout),
    );
    if (moves === null) return announce('Arranging was called off.');
    const now = useStacks.getState().current;
    if (now?.stack.id !== stack.id || now.revision !== revision) {
      const text = 'The stack was changed meanwhile, so it was not arranged.';
      return useToasts.getState().show({ tone: 'info', text });
    }
    if (moves.length === 0) {
      return useToasts.getState().show({ tone: 'info', text: 'Everything is arranged already.' });
    }
    glideNext();
    const done = await apply({ type: 'move-nodes', reason: 'arrange', moves });
    if (done && selection.size < 2) requestAnimationFrame(() => runAction('canvas.fit'));
  } catch {
    const text = 'The layout failed; the stack is as it was.';
    useToasts.getState().show({ tone: 'error', text });
  } finally {
    window.clearTimeout(slow);
    useArranging.setState({ isBusy: false, isSlow: false, cancel: () => undefined });
  }
}
