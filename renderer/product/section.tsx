import type { ReactNode } from 'react';
import { count as countText } from './words.ts';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly count?: number;
  readonly children: ReactNode;
}

/** A titled part of the product panel. */
export function Section({ title, count, children }: SectionProps): ReactNode {
  return (
    <section className={styles.section}>
      <h3>
        {title}
        {count === undefined ? null : <span className={styles.count}>{countText(count)}</span>}
      </h3>
      {children}
    </section>
  );
}
