import { X } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useApp } from '../state/app-state.ts';
import { useSourcesById } from '../state/sources.ts';
import { emptyFilter, filterChips, termChips, wordsOf } from './filter-state.ts';
import { useExploreList } from './explore-state.ts';
import styles from './active-filters.module.css';

/** What of the text could not be understood; the rest of it still narrows the list. */
export function QueryProblems(): ReactNode {
  const problems = useExploreList((state) => state.problems);
  return (
    <div role="status" aria-live="polite">
      {problems.map((problem) => (
        // A new sentence waits a moment: it may be about a word that is still being typed.
        <p key={problem} className={styles.problem}>
          <bdi>{problem}</bdi>
        </p>
      ))}
    </div>
  );
}

/** What narrows the list now, each to be taken away by itself or all at once. */
export function ActiveFilters(): ReactNode {
  const filter = useExploreList((state) => state.query.filter);
  const taxonomy = useApp((state) => state.taxonomy);
  const sources = useSourcesById();
  const chips = useMemo(
    () => filterChips(filter, { taxonomy, sourceTitle: (id) => sources.get(id)?.title ?? id }),
    [filter, taxonomy, sources],
  );
  const { answered, terms } = useExploreList(
    useShallow(({ answered, terms }) => ({ answered, terms })),
  );
  const text = answered?.text ?? '';
  if (chips.length + terms.length === 0) return null;
  const { change } = useExploreList.getState();
  const all = [
    ...termChips(text, terms).map((chip) => ({ ...chip, take: { text: chip.without } })),
    ...chips.map((chip) => ({ ...chip, take: { filter: chip.without } })),
  ];
  return (
    <ul className={styles.chips} aria-label="Active filters">
      {all.map(({ key, label, take }) => (
        <li key={key}>
          <button
            type="button"
            className={styles.chip}
            aria-label={`Remove the filter ${label}`}
            onClick={() => change(take)}
          >
            <bdi>{label}</bdi>
            <X aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className={styles.clear}
          onClick={() => change({ filter: emptyFilter, text: wordsOf(text) })}
        >
          Clear all
        </button>
      </li>
    </ul>
  );
}
