import type { ReactNode } from 'react';
import { count as countText } from '../product/words.ts';
import styles from './facet-option.module.css';

interface FacetOptionProps {
  readonly label: string;
  /** Products that would be listed; undefined before the first answer. */
  readonly count: number | undefined;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

/** One value of a filter and how many products it would list. */
export function FacetOption({ label, count, isChosen, onToggle }: FacetOptionProps): ReactNode {
  return (
    <label className={styles.option} data-empty={count === 0 || undefined}>
      <input type="checkbox" checked={isChosen} onChange={onToggle} />
      <span className={styles.label} title={label.length > 28 ? label.slice(0, 200) : undefined}>
        {label}
      </span>
      <span className={styles.count}>{count === undefined ? '' : countText(count)}</span>
    </label>
  );
}
