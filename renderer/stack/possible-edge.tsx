import { Spline } from 'lucide-react';
import type { ReactNode } from 'react';
import { displayText } from '../../shared/diagram/measure-text.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { Button } from '../ui/button.tsx';
import { useCanvas } from './canvas-state.ts';
import { drawAsPlanned, endsOfPossible, type PossibleRef } from './connection-edits.ts';
import styles from './edge-panel.module.css';

interface PossibleEdgeProps {
  readonly edge: PossibleRef;
  readonly stack: Stack;
}

/** Why a connection would be possible, and the way to make it one's plan. */
export function PossibleEdge({ edge, stack }: PossibleEdgeProps): ReactNode {
  const ends = endsOfPossible(stack, edge);
  if (!ends) return null;
  const [source, target, hub] = [ends.from, ends.to, ends.via].map(({ name }) => displayText(name));
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
      <Button tone="primary" onPress={() => void drawAsPlanned(stack, edge)}>
        <Spline aria-hidden="true" /> Draw as planned
      </Button>
    </>
  );
}
