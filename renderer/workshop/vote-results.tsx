import type { CSSProperties, ReactNode } from 'react';
import { outcomeWords, rankOptions } from '../../shared/workshop/votes.ts';
import type { VoteView } from '../../shared/workshop/view.ts';
import styles from './votes.module.css';

/** A revealed result: who is first, ties named, and a bar for each option with its number. */
export function VoteResults({ vote }: { readonly vote: VoteView }): ReactNode {
  const { options, counts } = vote;
  if (counts === null) return null;
  const ranked = rankOptions(options, counts);
  const most = Math.max(1, ...ranked.map(({ dots }) => dots));
  return (
    <>
      <p className={styles.outcome} role="status">
        <bdi>{outcomeWords(ranked)}</bdi>
      </p>
      <ol className={styles.bars}>
        {ranked.map(({ option, dots, place }) => (
          <li key={option.id} className={place === 1 && dots > 0 ? styles.first : ''}>
            <span className={styles.label}>
              <span className={styles.place}>{place}.</span> <bdi>{option.label}</bdi>
            </span>
            <span
              className={styles.bar}
              style={{ '--share': `${(dots / most) * 100}%` } as CSSProperties}
              aria-hidden="true"
            />
            <span className={styles.dots}>{dots}</span>
            <span className="visually-hidden">{dots === 1 ? 'dot' : 'dots'}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
