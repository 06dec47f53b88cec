import { create } from 'zustand';
import type { Output } from '../../shared/contract/contract.ts';
import { api } from '../api.ts';
import { useDialogs } from '../state/dialogs.ts';
import { useStacks } from '../state/stacks.ts';
import { showError } from '../state/toasts.ts';

export type SwapOptions = Output<'versions:swap-options'>;

interface SwapState {
  readonly nodeId: string | null;
  readonly options: SwapOptions | null;
  /** A product that was looked up by name, before the suggestions. */
  readonly asked: SwapOptions['options'][number] | null;
}

export const useSwap = create<SwapState>()(() => ({ nodeId: null, options: null, asked: null }));

const { setState: set, getState: get } = useSwap;

/** Opens the choice of a product to take the place of one on the open stack. */
export function openSwap(nodeId: string): void {
  set({ nodeId, options: null, asked: null });
  useDialogs.getState().show('swap');
  const stackId = useStacks.getState().current?.stack.id;
  if (stackId === undefined) return;
  void api.call('versions:swap-options', { stackId, nodeId }).then((result) => {
    if (get().nodeId !== nodeId) return;
    if (result.ok) set({ options: result.value });
    else {
      useDialogs.getState().show(null);
      showError(result.error);
    }
  });
}

/** Looks at one product that a person named. */
export async function lookAt(productId: string): Promise<void> {
  const { nodeId } = get();
  const stackId = useStacks.getState().current?.stack.id;
  if (nodeId === null || stackId === undefined) return;
  const result = await api.call('versions:swap-options', { stackId, nodeId, productId });
  if (result.ok) set({ asked: result.value.options[0] ?? null });
  else showError(result.error);
}

/** Swaps as one step. @returns whether it was done */
export async function swapFor(option: SwapOptions['options'][number]): Promise<boolean> {
  const { nodeId } = get();
  if (nodeId === null) return false;
  const { id, name, categoryId, groupId } = option.product;
  return useStacks.getState().apply({
    type: 'swap-product',
    nodeId,
    product: { id: nodeId, productId: id, name, categoryId, groupId },
  });
}
