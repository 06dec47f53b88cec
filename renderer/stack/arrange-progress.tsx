import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { useArranging } from './arrange-edits.ts';
import styles from './arrange-progress.module.css';

/** Says that a layout is being found when that takes longer, and calls it off. */
export function ArrangeProgress(): ReactNode {
  const { isSlow, cancel } = useArranging();
  if (!isSlow) return null;
  return (
    <div className={styles.progress} role="status">
      <span className={styles.spinner} aria-hidden="true" />
      Finding places with few crossings…
      <Button onPress={cancel}>Cancel</Button>
    </div>
  );
}
