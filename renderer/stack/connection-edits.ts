import { displayText } from '../../shared/diagram/measure-text.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { useStacks } from '../state/stacks.ts';
import { useCanvas, type EdgeRef } from './canvas-state.ts';

export type PossibleRef = Extract<EdgeRef, { readonly type: 'possible' }>;

/** The two products of a possible connection and the hub between them, while all are there. */
export function endsOfPossible(stack: Stack, edge: PossibleRef) {
  const nodeOf = (productId: string) =>
    Object.values(stack.nodes).find((node) => node.productId === productId);
  const [from, to, via] = [nodeOf(edge.from), nodeOf(edge.to), nodeOf(edge.via)];
  return from && to && via ? { from, to, via } : null;
}

/** Makes a possible connection one of the person's own, planned, and opens it. */
export async function drawAsPlanned(stack: Stack, edge: PossibleRef): Promise<void> {
  const ends = endsOfPossible(stack, edge);
  if (!ends) return;
  const connectionId = crypto.randomUUID();
  const drawn = await useStacks.getState().apply({
    ...{ type: 'connect', connectionId, fromNodeId: ends.from.id, toNodeId: ends.to.id },
    ...{ label: `via ${displayText(ends.via.name)}`, state: 'planned' },
  });
  if (drawn) useCanvas.getState().openEdge({ type: 'user', connectionId });
}
