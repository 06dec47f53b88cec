import { useState, type ReactNode } from 'react';
import { counted } from '../product/words.ts';
import { useDialogs } from '../state/dialogs.ts';
import { useStacks } from '../state/stacks.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { useCanvas } from './canvas-state.ts';
import { NodeFields } from './node-fields.tsx';

/** State, owner, cost and agreement of everything that is selected; each change is one step. */
export function NodeDialog(): ReactNode {
  const close = (): void => useDialogs.getState().show(null);
  const [nodeIds] = useState(() => [...useCanvas.getState().selection]);
  const nodes = useStacks((state) => state.current?.stack.nodes);
  const chosen = nodeIds.flatMap((id) => nodes?.[id] ?? []);
  const [only] = chosen;
  const title =
    chosen.length === 1 && only ? only.name : counted(chosen.length, 'product', 'products');
  return (
    <Dialog title={title} isOpen onClose={close}>
      <NodeFields nodeIds={nodeIds} />
      <DialogActions>
        <Button tone="primary" onPress={close}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}
