import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './combobox.module.css';

interface ComboboxProps<T> {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly render: (item: T) => ReactNode;
  /** Enter on the item that is marked, or on none if there is none yet; or a click. */
  readonly onPick: (item: T | undefined) => void;
  readonly empty: ReactNode;
  /** Takes a pasted text that is more than one line. */
  readonly onPasteLines?: (text: string) => void;
}

/**
 * A text field with a list below it whose first entry is marked from the start, so that typing and
 * Enter is enough. The keyboard stays in the field; arrows move the mark.
 */
export function Combobox<T>(props: ComboboxProps<T>): ReactNode {
  const { label, placeholder, text, onText, items, keyOf, render, onPick, empty, onPasteLines } =
    props;
  const listId = useId();
  const [marked, setMarked] = useState(0);
  const active = Math.min(marked, items.length - 1);
  const markedRef = useRef<HTMLLIElement | null>(null);
  // The pointer marks only what is in sight; the keys go further.
  // In braces: newer browsers return a promise from it, which is no clean-up.
  useEffect(() => {
    void markedRef.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setMarked(items.length === 0 ? 0 : (active + 1) % items.length);
    else if (event.key === 'ArrowUp') {
      setMarked(items.length === 0 ? 0 : (active - 1 + items.length) % items.length);
    } else if (event.key === 'Enter') {
      onPick(items[active]);
      setMarked(0);
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        className={styles.input}
        role="combobox"
        aria-label={label}
        aria-expanded={items.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(items.length > 0 ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
        placeholder={placeholder}
        value={text}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        autoFocus
        onChange={(event) => {
          onText(event.target.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (!onPasteLines || !/\S[\r\n]+\s*\S/.test(pasted)) return;
          event.preventDefault();
          onPasteLines(pasted);
        }}
      />
      <ul className={styles.list} role="listbox" id={listId} aria-label={label}>
        {items.map((item, index) => (
          <li
            key={keyOf(item)}
            ref={index === active ? markedRef : null}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            className={`${styles.option} ${index === active ? styles.marked : ''}`}
            // The keyboard stays in the field.
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setMarked(index)}
            onClick={() => onPick(item)}
          >
            {render(item)}
          </li>
        ))}
      </ul>
      {items.length === 0 ? <div className={styles.empty}>{empty}</div> : null}
    </>
  );
}
