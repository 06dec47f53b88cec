import type { ReactNode } from 'react';
import { useCarrying } from './carry-edits.ts';
import styles from './carry-hint.module.css';

/** What is carried and the keys for it; screen readers are told by the announcements. */
export function CarryHint(): ReactNode {
  const words = useCarrying((state) => state.words);
  if (words === '') return null;
  return (
    <div className={styles.hint} aria-hidden="true">
      <bdi className={styles.words}>{words}</bdi>
      <span>
        <kbd>← → ↑ ↓</kbd> carry
      </span>
      <span>
        <kbd>Enter</kbd> put down
      </span>
      <span>
        <kbd>Esc</kbd> put back
      </span>
    </div>
  );
}
