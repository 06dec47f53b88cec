import type { ReactNode } from 'react';
import { currentItem, itemTime, leftWords } from '../../../shared/workshop/agenda.ts';
import type { AgendaItem } from '../../../shared/workshop/workshop.ts';
import { useNow } from '../../workshop/workshop-live.ts';
import styles from './room.module.css';

/** What the room is at, and how much time is left for it. */
export function RoomAgenda({ agenda }: { readonly agenda: readonly AgendaItem[] }): ReactNode {
  const item = currentItem(agenda);
  const now = useNow(item !== null && item.runningSince !== null);
  if (!item) return null;
  const time = itemTime(item, now);
  return (
    <div className={styles.agenda} data-agenda={time.phase} data-over={time.leftMs <= 0}>
      <bdi className={styles.item}>{item.title}</bdi>
      <span className={styles.clock} role="timer">
        {leftWords(time)}
        {time.phase === 'paused' ? <small> paused</small> : null}
      </span>
    </div>
  );
}
