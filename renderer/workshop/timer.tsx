import { Pause, Play, Plus, SkipForward } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import {
  clockWords,
  leftWords,
  markWords,
  passedMark,
  type ItemTime,
} from '../../shared/workshop/agenda.ts';
import { Button } from '../ui/button.tsx';
import { useCurrentItem, useCurrentTime, useNextItem } from './workshop-live.ts';
import { useFocusKept } from './use-focus-kept.ts';
import { applyStep } from './workshop-state.ts';
import styles from './timer.module.css';

/** The state of the time in words, beside the number. */
export function phaseWords({ phase, leftMs, allowedMs }: ItemTime): string {
  const of = `of ${allowedMs / 60_000} min`;
  if (phase === 'paused')
    return `paused, ${leftMs > 0 ? `left ${of}` : `over its ${allowedMs / 60_000} min`}`;
  if (leftMs <= 0) return `Time is up: over its ${allowedMs / 60_000} min`;
  return leftMs <= 60_000 ? `Last minute ${of}` : `left ${of}`;
}

/** What is on, and for how much longer, to be read from the back row. */
export function Timer(): ReactNode {
  const on = useCurrentTime();
  return on ? <Running on={on} /> : <Idle />;
}

function Idle(): ReactNode {
  const next = useNextItem();
  const ref = useFocusKept<HTMLDivElement>();
  return (
    <div ref={ref} tabIndex={-1} className={styles.timer}>
      <p className={styles.title}>Nothing of the agenda is on.</p>
      {next ? (
        <div className={styles.controls}>
          <Button tone="primary" onPress={() => void applyStep({ type: 'start-next' })}>
            <Play aria-hidden="true" /> <bdi>{`Start “${next.title}”`}</bdi>
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Running({ on }: { readonly on: NonNullable<ReturnType<typeof useCurrentTime>> }) {
  const next = useNextItem();
  const ref = useFocusKept<HTMLDivElement>();
  const { item, time } = on;
  const isOver = time.leftMs <= 0;
  const isRunning = time.phase === 'running';
  return (
    <div ref={ref} tabIndex={-1} className={`${styles.timer} ${isOver ? styles.over : ''}`}>
      <p className={styles.title}>
        <bdi>{item.title}</bdi>
      </p>
      <p className={styles.time} role="timer" aria-label={`Time for ${item.title}`}>
        <span className={styles.clock}>
          {isOver ? `+${clockWords(time.leftMs)}` : leftWords(time)}
        </span>{' '}
        <span className={styles.words}>{phaseWords(time)}</span>
      </p>
      <div className={styles.controls}>
        {isRunning ? (
          <Button onPress={() => void applyStep({ type: 'pause' })}>
            <Pause aria-hidden="true" /> Pause
          </Button>
        ) : (
          <Button
            tone="primary"
            onPress={() => void applyStep({ type: 'start-item', itemId: item.id })}
          >
            <Play aria-hidden="true" /> Go on
          </Button>
        )}
        <Button
          onPress={() => void applyStep({ type: 'extend-item', itemId: item.id, minutes: 5 })}
        >
          <Plus aria-hidden="true" /> 5 min
        </Button>
        <Button
          aria-label={next ? `Next: ${next.title}` : 'Finish the agenda'}
          onPress={() => void applyStep({ type: 'start-next' })}
        >
          <SkipForward aria-hidden="true" />
          <bdi className={styles.next}>{next ? `Next: ${next.title}` : 'Finish'}</bdi>
        </Button>
      </div>
    </div>
  );
}

/** Tells assistive technology at five minutes, at one and when it is over; not every second. */
export function TimeAnnouncer(): ReactNode {
  const on = useCurrentTime();
  const item = useCurrentItem();
  const [message, setMessage] = useState('');
  const told = useRef<{ readonly id: string; readonly mark: number | null } | null>(null);
  const mark = on ? passedMark(on.time) : null;
  const id = item?.id ?? '';
  const title = item?.title ?? '';
  useEffect(() => {
    const last = told.current;
    told.current = { id, mark };
    // What had passed already when the page was opened, or the item begun, is no news.
    if (last?.id !== id || last.mark === mark || mark === null) return;
    setMessage(markWords(title, mark));
  }, [id, title, mark]);
  return (
    <p className="visually-hidden" role="status">
      {message}
    </p>
  );
}

/** The time in the toolbar while the panel is closed; opens it. */
export function TimerChip({ onOpen }: { readonly onOpen: () => void }): ReactNode {
  const on = useCurrentTime();
  if (!on) return null;
  const { item, time } = on;
  return (
    <button
      type="button"
      className={`${styles.chip} ${time.leftMs <= 0 ? styles.over : ''}`}
      onClick={onOpen}
    >
      <bdi>{item.title}</bdi> <span>{leftWords(time)}</span>
      <span className="visually-hidden">, open the workshop</span>
    </button>
  );
}
