import { memo, type ReactNode } from 'react';
import { SIGN_RADIUS, signPath } from '../../shared/diagram/edge-sign.ts';
import type { EdgeStyle } from '../../shared/diagram/theme.ts';
import { useStacks } from '../state/stacks.ts';
import { useCanvas, type EdgeRef } from './canvas-state.ts';
import { useEdgeEditing } from './edge-editing.ts';
import styles from './edge-layer.module.css';

const SIDE = 2 * SIGN_RADIUS + 2;
const middle = { x: SIDE / 2, y: SIDE / 2 };

/** The sign of a state that is not simply live, as it also stands on the exported diagram. */
export function SignDisc({ style }: { readonly style: EdgeStyle }): ReactNode {
  if (!style.sign) return null;
  return (
    <svg className={styles.sign} width={SIDE} height={SIDE} aria-hidden="true">
      <circle cx={middle.x} cy={middle.y} r={SIGN_RADIUS} stroke={style.colour} />
      <path d={signPath(style.sign, middle)} stroke={style.colour} />
    </svg>
  );
}

interface EdgeLabelProps {
  readonly id: string;
  readonly edge: Exclude<EdgeRef, { readonly type: 'known' }>;
  readonly text: string;
  readonly style: EdgeStyle;
  readonly x: number;
  readonly y: number;
  readonly isEditing: boolean;
}

function labelOf(connectionId: string): string {
  return useStacks.getState().current?.stack.connections[connectionId]?.label ?? '';
}

/** What is written on an edge; on a person's own connection a double click edits it in its place. */
export const EdgeLabel = memo(function EdgeLabel(props: EdgeLabelProps): ReactNode {
  const { id, edge, text, style, x, y, isEditing } = props;
  if (!isEditing && text === '' && !style.sign) return null;
  const place = { transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` };
  if (!isEditing || edge.type !== 'user') {
    const kind = edge.type === 'possible' ? styles.possible : text === '' ? styles.bare : '';
    return (
      <span
        className={`${styles.label} ${kind} nopan`}
        style={place}
        data-label-of={id}
        onClick={() => useCanvas.getState().openEdge(edge)}
        onDoubleClick={() => {
          if (edge.type === 'user') useEdgeEditing.setState({ connectionId: edge.connectionId });
        }}
      >
        <SignDisc style={style} />
        <bdi>{text}</bdi>
      </span>
    );
  }
  const { connectionId } = edge;
  const label = labelOf(connectionId);
  const finish = (value: string): void => {
    useEdgeEditing.setState({ connectionId: null });
    if (value.trim() === label) return;
    void useStacks.getState().apply({ type: 'edit-connection', connectionId, label: value.trim() });
  };
  return (
    <input
      className={`${styles.label} ${styles.labelInput} nopan nokey`}
      style={place}
      aria-label="Label of the connection"
      placeholder="Label"
      defaultValue={label}
      maxLength={200}
      autoFocus
      onFocus={(event) => event.target.select()}
      onBlur={(event) => finish(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        else if (event.key === 'Escape') useEdgeEditing.setState({ connectionId: null });
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
});
