import { memo, type ReactNode } from 'react';
import { useStacks } from '../state/stacks.ts';
import { useCanvas } from './canvas-state.ts';
import styles from './edge-layer.module.css';

interface EdgeLabelProps {
  readonly connectionId: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly isEditing: boolean;
  readonly onEdit: (isOn: boolean) => void;
}

/** The label of a person's own connection; a double click edits it where it stands. */
export const EdgeLabel = memo(function EdgeLabel(props: EdgeLabelProps): ReactNode {
  const { connectionId, label, x, y, isEditing, onEdit } = props;
  if (!isEditing && label === '') return null;
  const place = { transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` };
  if (!isEditing) {
    return (
      <bdi
        className={`${styles.label} nopan`}
        style={place}
        onClick={() => useCanvas.getState().openEdge({ type: 'user', connectionId })}
        onDoubleClick={() => onEdit(true)}
      >
        {label}
      </bdi>
    );
  }
  const finish = (value: string): void => {
    onEdit(false);
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
        else if (event.key === 'Escape') onEdit(false);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
});
