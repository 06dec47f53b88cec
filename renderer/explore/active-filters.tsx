import { X } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useApp } from '../state/app-state.ts';
import { useSourcesById } from '../state/sources.ts';
import { emptyFilter, filterChips } from './filter-state.ts';
import { useExploreList } from './explore-state.ts';
import styles from './active-filters.module.css';

/** What narrows the list now, each to be taken away by itself or all at once. */
export function ActiveFilters(): ReactNode {
  const filter = useExploreList((state) => state.query.filter);
  const taxonomy = useApp((state) => state.taxonomy);
  const sources = useSourcesById();
  const chips = useMemo(
    () => filterChips(filter, { taxonomy, sourceTitle: (id) => sources.get(id)?.title ?? id }),
    [filter, taxonomy, sources],
  );
  if (chips.length === 0) return null;
  const setFilter = (next: typeof filter): void =>
    useExploreList.getState().change({ filter: next });
  return (
    <ul className={styles.chips} aria-label="Active filters">
      {chips.map(({ key, label, without }) => (
        <li key={key}>
          <button
            type="button"
            className={styles.chip}
            aria-label={`Remove the filter ${label}`}
            onClick={() => setFilter(without)}
          >
            <bdi>{label}</bdi>
            <X aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={styles.clear} onClick={() => setFilter(emptyFilter)}>
          Clear all
        </button>
      </li>
    </ul>
  );
}
