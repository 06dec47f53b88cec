import type { ReactNode } from 'react';
import { outcomeWords, rankOptions } from '../../../shared/workshop/votes.ts';
import type { VoteView } from '../../../shared/workshop/view.ts';
import { roomOptions, voteWords } from './room-vote.ts';
import styles from './room.module.css';

/** More options than this stand in two columns, so that their letters stay large. */
const ONE_COLUMN = 7;
const TWO_COLUMNS = 14;

function columnsFor(count: number): 1 | 2 | 3 {
  if (count <= ONE_COLUMN) return 1;
  return count <= TWO_COLUMNS ? 2 : 3;
}

/** A vote in front of the room: question and options, and how many dots each got once revealed. */
export function RoomVote({ vote }: { readonly vote: VoteView }): ReactNode {
  const options = roomOptions(vote);
  const isRevealed = vote.state === 'revealed' && vote.counts !== null;
  return (
    <section
      className={styles.vote}
      aria-label="Vote"
      data-columns={columnsFor(options.length)}
      data-vote={vote.state}
    >
      <h2 className={styles.question}>
        <bdi>{vote.question}</bdi>
      </h2>
      <ol className={styles.options}>
        {options.map(({ id, label, key, dots, share, place }) => (
          <li key={id} className={place === 1 && dots !== 0 ? styles.first : undefined}>
            {dots === null ? null : (
              <span
                className={styles.bar}
                style={{ width: `${share * 100}%` }}
                aria-hidden="true"
              />
            )}
            {key === null ? null : <kbd className={styles.key}>{key}</kbd>}
            <bdi className={styles.label}>{label}</bdi>
            {dots === null ? null : (
              <span className={styles.dots}>
                {dots}
                <span className="visually-hidden">{dots === 1 ? ' dot' : ' dots'}</span>
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className={styles.words} role="status">
        {isRevealed && vote.counts
          ? `${outcomeWords(rankOptions(vote.options, vote.counts))} `
          : ''}
        {voteWords(vote)}
        {isRevealed ? '.' : ''}
      </p>
    </section>
  );
}
