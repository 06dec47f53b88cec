import { useEffect, useState, type ReactNode } from 'react';
import { currentItem, itemTime, leftWords } from '../../../shared/workshop/agenda.ts';
import type { AgendaItem } from '../../../shared/workshop/workshop.ts';
import styles from './room.module.css';

/** How often the clock is looked at: a second never shows late by more than this. */
const TICK_MS = 200;

function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return;
    const timer = window.setInterval(() => setNow(Date.now()), TICK_MS);
    return () => window.clearInterval(timer);
  }, [isRunning]);
  return now;
}

/** What the room is at, and how much time is left for it. */
export function RoomAgenda({ agenda }: { readonly agenda: readonly AgendaItem[] }): ReactNode {
  const item = currentItem(agenda);
  const now = useNow(item?.runningSince !== null);
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
