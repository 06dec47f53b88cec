import type { StackCommandInput } from '../../shared/stack/commands.ts';
import { nodeStates, type NodeState } from '../../shared/stack/vocabulary.ts';
import { useStacks } from '../state/stacks.ts';
import { useToasts } from '../state/toasts.ts';
import { useCanvas } from './canvas-state.ts';
import { parseAmount } from './node-values.ts';

type NodeChange = Extract<StackCommandInput, { type: 'edit-nodes' }>['change'];

/** Changes fields of products on the stack, as one step. @returns whether it was done */
export function editNodes(nodeIds: readonly string[], change: NodeChange): Promise<boolean> {
  return useStacks.getState().apply({ type: 'edit-nodes', nodeIds: [...nodeIds], change });
}

/** Sets the state of everything that is selected. */
export function markSelection(state: NodeState): void {
  const { selection } = useCanvas.getState();
  const nodes = useStacks.getState().current?.stack.nodes ?? {};
  const ids = [...selection].filter((id) => nodes[id]);
  if (ids.length > 0) void editNodes(ids, { state });
}

/** What the palette and the menus call to set states, by the id of the action. */
export const markActions = nodeStates.map((state) => ({
  id: `node.mark-${state}` as const,
  run: () => markSelection(state),
}));

/** Stores a yearly cost as it was typed. @returns whether it was an amount and was stored */
export async function commitCost(nodeIds: readonly string[], text: string): Promise<boolean> {
  const amount = parseAmount(text);
  if (amount !== undefined && (amount ?? 0) <= 1e12)
    return editNodes(nodeIds, { yearlyCost: amount });
  useToasts.getState().show({
    tone: 'error',
    text: 'A yearly cost is a number, such as 12000 or 12000.50.',
  });
  return false;
}
