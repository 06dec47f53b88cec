import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';

interface CommittedInputProps {
  readonly label: string;
  /** As it is stored; a change from elsewhere shows in the field. */
  readonly value: string;
  readonly placeholder?: string;
  readonly maxLength: number;
  readonly list?: string;
  readonly inputMode?: 'text' | 'decimal';
  /** @returns whether it was stored; otherwise the field goes back to what is stored */
  readonly onCommit: (value: string) => Promise<boolean>;
}

/**
 * A field that stores what was typed when Enter is pressed or the field is left; Escape takes it
 * back and nothing else.
 */
export function CommittedInput({
  label,
  value,
  onCommit,
  ...props
}: CommittedInputProps): ReactNode {
  const [draft, setDraft] = useState(value);
  const [shown, setShown] = useState(value);
  // An undo, or another window, has changed it under the field.
  if (shown !== value) {
    setShown(value);
    setDraft(value);
  }
  // Enter and the blur that follows it are one change, though the first is not stored yet.
  const sent = useRef(value);
  useEffect(() => {
    sent.current = value;
  }, [value]);
  const commit = async (): Promise<void> => {
    const next = draft.trim();
    if (next === sent.current) return;
    sent.current = next;
    if (await onCommit(next)) return;
    sent.current = value;
    setDraft(value);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') void commit();
    // What Enter has just sent is as good as stored, though the answer is still on its way.
    const isUntouched = draft.trim() === sent.current;
    // A dialog closes with its fields; a panel stays for another Escape.
    if (event.key !== 'Escape' || (isUntouched && event.currentTarget.closest('[role="dialog"]'))) {
      return;
    }
    // One level: what was typed goes back, and the field is left.
    flushSync(() => setDraft(sent.current));
    event.currentTarget.blur();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <input
      {...props}
      aria-label={label}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => void commit()}
      onKeyDown={onKeyDown}
    />
  );
}
