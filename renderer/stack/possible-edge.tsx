import { Spline } from 'lucide-react';
import type { ReactNode } from 'react';
import { displayText } from '../../shared/diagram/measure-text.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { useStacks } from '../state/stacks.ts';
import { Button } from '../ui/button.tsx';
import { useCanvas, type EdgeRef } from './canvas-state.ts';
import styles from './edge-panel.module.css';

interface PossibleEdgeProps {
  readonly edge: Extract<EdgeRef, { readonly type: 'possible' }>;
  readonly stack: Stack;
}

/** Why a connection would be possible, and the way to make it one's plan. */
export function PossibleEdge({ edge, stack }: PossibleEdgeProps): ReactNode {
  const nodeOf = (productId: string) =>
    Object.values(stack.nodes).find((node) => node.productId === productId);
  const [from, to, via] = [nodeOf(edge.from), nodeOf(edge.to), nodeOf(edge.via)];
  if (!from || !to || !via) return null;
  const [source, target, hub] = [from, to, via].map(({ name }) => displayText(name));
  const plan = async (): Promise<void> => {
    const connectionId = crypto.randomUUID();
    const drawn = await useStacks.getState().apply({
      ...{ type: 'connect', connectionId, fromNodeId: from.id, toNodeId: to.id },
      ...{ label: `via ${hub}`, state: 'planned' },
    });
    if (drawn) useCanvas.getState().openEdge({ type: 'user', connectionId });
  };
  const open = (a: string, b: string) => () =>
    useCanvas.getState().openEdge({ type: 'known', from: a, to: b });
  return (
    <>
      <p>
        No integration of the two is documented, but {hub} is on this stack and integrates with
        both. Whether it can carry what you need is for you to check.
      </p>
      <div className={styles.evidenceButtons}>
        <Button onPress={open(edge.from, edge.via)}>
          {source} and {hub}
        </Button>
        <Button onPress={open(edge.via, edge.to)}>
          {hub} and {target}
        </Button>
      </div>
      <Button tone="primary" onPress={() => void plan()}>
        <Spline aria-hidden="true" /> Draw as planned
      </Button>
    </>
  );
}
