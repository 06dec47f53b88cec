import { Search, X } from 'lucide-react';
import {
  type InputHTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import styles from './search-box.module.css';

export interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  /** Down: into the results. */
  readonly onLeave?: () => void;
  /** Enter, alone or with Ctrl/Cmd. */
  readonly onEnter?: (withMod: boolean) => void;
  readonly hint?: string;
  /** For a field that does more than search. */
  readonly inputProps?: InputHTMLAttributes<HTMLInputElement>;
  /** At the end of the field. */
  readonly children?: ReactNode;
}

/** Longer texts are refused by the contract; nobody types one. */
const MAX_LENGTH = 500;

export function SearchBox({
  label,
  placeholder,
  value,
  onChange,
  inputRef,
  onLeave,
  onEnter,
  hint,
  inputProps,
  children,
}: SearchBoxProps): ReactNode {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' && onLeave) {
      event.preventDefault();
      onLeave();
    } else if (event.key === 'Enter' && onEnter) {
      event.preventDefault();
      onEnter(event.ctrlKey || event.metaKey);
    }
  };
  return (
    <SearchField
      aria-label={label}
      className={styles.box ?? ''}
      value={value}
      onChange={(text) => onChange(text.slice(0, MAX_LENGTH))}
    >
      <Search aria-hidden="true" />
      <Input
        {...inputProps}
        ref={inputRef}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        maxLength={MAX_LENGTH}
        onKeyDown={onKeyDown}
      />
      {value === '' && hint ? <kbd aria-hidden="true">{hint}</kbd> : null}
      {value === '' ? null : (
        <Button className={styles.clear ?? ''} aria-label="Clear the search">
          <X />
        </Button>
      )}
      {children}
    </SearchField>
  );
}
