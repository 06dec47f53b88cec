import { BookmarkPlus, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import type { SavedQuery, SavedSearch } from '../../shared/domain/saved-search.ts';
import { followSavedSearches, useSavedSearches } from '../state/saved-searches.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Disclosure } from './disclosure.tsx';
import { useExploreList } from './explore-state.ts';
import { isFiltering } from './filter-state.ts';
import styles from './saved-searches.module.css';

const MAX_NAME = 200;

interface NameFormProps {
  readonly label: string;
  readonly initial: string;
  /** @returns why not, or null */
  readonly onSubmit: (name: string) => Promise<string | null>;
  readonly onDone: () => void;
}

function NameForm({ label, initial, onSubmit, onDone }: NameFormProps): ReactNode {
  const [name, setName] = useState(initial);
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return setError('Give it a name.');
    const refusal = await onSubmit(name.trim());
    if (refusal === null) onDone();
    else setError(refusal);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      <TextField
        label={label}
        value={name}
        maxLength={MAX_NAME}
        error={error}
        autoFocus
        onChange={(next) => {
          setName(next);
          setError(null);
        }}
      />
      <div className={styles.actions}>
        <Button type="submit" tone="primary">
          Save
        </Button>
        <Button onPress={onDone}>Cancel</Button>
      </div>
    </form>
  );
}

function currentQuery(): SavedQuery {
  const { text, filter, sort } = useExploreList.getState().query;
  return { text: text.trim(), filter, sort };
}

function Item({ search }: { readonly search: SavedSearch }): ReactNode {
  const [isRenaming, setRenaming] = useState(false);
  const { rename, remove } = useSavedSearches.getState();
  const { id, name, query } = search;
  const short = name.slice(0, 80);
  if (isRenaming) {
    return (
      <NameForm
        label="New name"
        initial={name}
        onSubmit={(next) => rename(id, next)}
        onDone={() => setRenaming(false)}
      />
    );
  }
  return (
    <div className={styles.item}>
      <button
        type="button"
        className={styles.apply}
        title={query.text || undefined}
        onClick={() => useExploreList.getState().change(query)}
      >
        <bdi>{name}</bdi>
      </button>
      <IconButton label={`Rename ${short}`} onPress={() => setRenaming(true)}>
        <Pencil />
      </IconButton>
      <IconButton label={`Delete ${short}`} onPress={() => void remove(id)}>
        <Trash2 />
      </IconButton>
    </div>
  );
}

/** Searches kept under a name: one click asks them again. */
export function SavedSearches(): ReactNode {
  const list = useSavedSearches((state) => state.list);
  const { text, filter } = useExploreList((state) => state.query);
  const [isNaming, setNaming] = useState(false);
  useEffect(followSavedSearches, []);
  const isAsking = text.trim() !== '' || isFiltering(filter);
  if (list.length === 0 && !isAsking && !isNaming) return null;
  return (
    <Disclosure id="saved" title="Saved searches">
      <ul className={styles.list}>
        {list.map((search) => (
          <li key={search.id}>
            <Item search={search} />
          </li>
        ))}
      </ul>
      {isNaming ? (
        <NameForm
          label="Name of the search"
          initial={text.trim().slice(0, MAX_NAME)}
          onSubmit={(name) => useSavedSearches.getState().save(name, currentQuery())}
          onDone={() => setNaming(false)}
        />
      ) : isAsking ? (
        <Button tone="quiet" onPress={() => setNaming(true)}>
          <BookmarkPlus />
          Save this search
        </Button>
      ) : null}
    </Disclosure>
  );
}
