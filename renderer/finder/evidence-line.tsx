import type { ReactNode } from 'react';
import type { Finding } from '../../shared/finder/combine.ts';
import styles from './finder.module.css';

/** A host or name, why it was taken for what it was, and where it stands (on hover and unfolded). */
export function EvidenceLine({ finding }: { readonly finding: Finding }): ReactNode {
  const places = finding.traces.flatMap(({ evidence }) => evidence).slice(0, 5);
  return (
    <details className={styles.evidence}>
      <summary>
        <bdi className={styles.value}>{finding.value}</bdi>
        <span className={styles.reason}>{finding.reason}</span>
      </summary>
      <ul>
        {places.map((place) => (
          <li key={place}>
            <bdi>{place}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
