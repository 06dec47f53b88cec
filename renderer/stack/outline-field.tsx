import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { focusRow } from './outline-focus.ts';
import styles from './outline.module.css';

interface OutlineFieldProps {
  /** The row that gets the keyboard back. */
  readonly rowId: string;
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  /** Several lines: Enter is a new one, and Ctrl+Enter ends it. */
  readonly isLong?: boolean;
  /** @param text as written, or null where it was taken back */
  readonly onDone: (text: string | null) => void;
}

/** Words written in their row: Enter or leaving stores them, Escape takes them back. */
export function OutlineField(props: OutlineFieldProps): ReactNode {
  const { rowId, label, value, maxLength, isLong, onDone } = props;
  const [draft, setDraft] = useState(value);
  const field = useRef<(HTMLInputElement & HTMLTextAreaElement) | null>(null);
  const isDone = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const finish = (text: string | null, byKey: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(text === value ? null : text);
    if (byKey) requestAnimationFrame(() => focusRow(rowId));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const ends = event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey);
    if (event.key !== 'Escape' && !ends) return;
    event.preventDefault();
    finish(ends ? draft : null, true);
  };
  const shared = {
    ref: field,
    className: styles.field ?? '',
    'aria-label': label,
    value: draft,
    maxLength,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      setDraft(event.target.value),
    onBlur: () => finish(draft, false),
    onKeyDown,
  };
  return isLong ? <textarea {...shared} rows={3} /> : <input {...shared} />;
}
