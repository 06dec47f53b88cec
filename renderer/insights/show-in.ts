import { useCanvas } from '../stack/canvas-state.ts';
import { showNodes } from '../stack/stack-edits.ts';
import { useStacks } from '../state/stacks.ts';
import { useView } from '../state/view.ts';

/** Opens the canvas with these products selected and in view. */
export function showOnCanvas(productIds: readonly string[]): void {
  const wanted = new Set(productIds);
  const nodes = Object.values(useStacks.getState().current?.stack.nodes ?? {});
  const nodeIds = nodes.filter(({ productId }) => wanted.has(productId)).map(({ id }) => id);
  showNodes(nodeIds);
  // A canvas that opens begins with nothing selected; that it has brought them into view says that
  // it is there.
  const stop = useCanvas.subscribe(({ reveal, select }) => {
    if (reveal !== null) return;
    stop();
    select(nodeIds);
  });
  useView.getState().go('stack');
}
