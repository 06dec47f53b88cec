import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { parseQuery, typedTerm, withTerm } from '../../shared/search/query-language.ts';
import { api } from '../api.ts';
import { useApp } from '../state/app-state.ts';
import { useSources } from '../state/sources.ts';
import { QueryHelp } from './query-help.tsx';
import { SearchBox, type SearchBoxProps } from './search-box.tsx';
import {
  completedTerm,
  isProductField,
  suggestTerms,
  type TermSuggestion,
} from './term-suggestions.ts';
import styles from './query-box.module.css';

const none: readonly TermSuggestion[] = [];
const SHOWN_PRODUCTS = 6;

/** What could be typed next at the caret; names of products are asked for. */
function useSuggestions(value: string, caret: number): readonly TermSuggestion[] {
  const taxonomy = useApp((state) => state.taxonomy);
  const sources = useSources();
  const term = useMemo(() => typedTerm(value, caret), [value, caret]);
  const known = useMemo(
    () => (term ? suggestTerms(term, { taxonomy, sources: sources ?? [] }) : none),
    [term, taxonomy, sources],
  );
  const [products, setProducts] = useState<{
    readonly for: typeof term;
    readonly suggestions: readonly TermSuggestion[];
  }>({ for: null, suggestions: none });
  useEffect(() => {
    if (!term || !isProductField(term.field)) return;
    const controller = new AbortController();
    const { signal } = controller;
    const input = { text: term.typed, limit: SHOWN_PRODUCTS };
    void api.call('catalogue:query', input, { signal }).then((page) => {
      if (signal.aborted || !page.ok) return;
      const suggestions = page.value.rows.map(({ id, name, domain }) => ({
        insert: completedTerm(term, id),
        label: name,
        hint: domain ?? '',
      }));
      setProducts({ for: term, suggestions });
    });
    return () => controller.abort();
  }, [term]);
  if (!term || !isProductField(term.field)) return known;
  // Those of a letter ago stay until the answer comes, so that the list does not flicker.
  return products.for?.field === term.field ? products.suggestions : none;
}

type QueryBoxProps = Omit<SearchBoxProps, 'children' | 'inputProps'> & {
  readonly inputRef: RefObject<HTMLInputElement | null>;
};

/** A search box for the query language: suggests terms while they are typed, and explains them. */
export function QueryBox({ value, onChange, inputRef, ...props }: QueryBoxProps): ReactNode {
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(-1);
  /** The text for which the person has closed the list. */
  const [closedFor, setClosedFor] = useState<string | null>(null);
  const [hasFocus, setFocus] = useState(false);
  const listId = useId();
  const wantedCaret = useRef<number | null>(null);
  const found = useSuggestions(value, caret);
  const isOpen = hasFocus && found.length > 0 && closedFor !== value;

  useLayoutEffect(() => {
    if (wantedCaret.current === null) return;
    inputRef.current?.setSelectionRange(wantedCaret.current, wantedCaret.current);
    wantedCaret.current = null;
  }, [value, inputRef]);

  const readCaret = (): void => {
    const { selectionStart, selectionEnd } = inputRef.current ?? {};
    // A selection is about to be replaced, not to be completed.
    setCaret(selectionStart === selectionEnd ? (selectionStart ?? 0) : -1);
  };
  const change = (next: string): void => {
    setActive(-1);
    setClosedFor(null);
    onChange(next);
    readCaret();
  };
  const put = (next: string, at: number): void => {
    wantedCaret.current = at;
    setActive(-1);
    setCaret(at);
    onChange(next);
    inputRef.current?.focus();
  };
  const accept = (suggestion: TermSuggestion): void => {
    const start = typedTerm(value, caret)?.start ?? caret;
    const isWhole = !suggestion.insert.endsWith(':');
    const rest = value.slice(caret).trimStart();
    const head = value.slice(0, start) + suggestion.insert + (isWhole ? ' ' : '');
    put(head + rest, head.length);
  };
  const insertExample = (example: string): void => {
    const [term] = parseQuery(example).terms;
    if (!term) return;
    const next = withTerm(value, term);
    put(next, next.length);
    setClosedFor(next);
  };

  // Before the field itself sees the key: to it, Escape means to clear the text.
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if (!isOpen || event.nativeEvent.isComposing || event.target !== inputRef.current) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[event.key === 'Tab' ? Math.max(0, active) : active];
    if (step !== undefined) {
      const next = active + step;
      setActive(next < 0 ? found.length - 1 : next % found.length);
    } else if (event.key === 'Escape') setClosedFor(value);
    else if (chosen && (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey))) {
      accept(chosen);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      className={styles.box}
      onKeyDownCapture={onKeyDownCapture}
      onFocus={() => setFocus(true)}
      onBlur={() => setFocus(false)}
    >
      <SearchBox
        {...props}
        value={value}
        onChange={change}
        inputRef={inputRef}
        inputProps={{
          role: 'combobox',
          'aria-expanded': isOpen,
          'aria-controls': listId,
          'aria-autocomplete': 'list',
          'aria-activedescendant': isOpen && active >= 0 ? `${listId}-${active}` : undefined,
          onSelect: readCaret,
        }}
      >
        <QueryHelp onInsert={insertExample} />
      </SearchBox>
      <ul
        id={listId}
        role="listbox"
        aria-label="Suggested terms"
        hidden={!isOpen}
        className={styles.list}
      >
        {isOpen
          ? found.map((suggestion, index) => (
              <li
                key={suggestion.insert}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                // Keeps the keyboard in the field.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => accept(suggestion)}
              >
                <bdi>{suggestion.label}</bdi>
                <span>{suggestion.hint}</span>
              </li>
            ))
          : null}
      </ul>
    </div>
  );
}
