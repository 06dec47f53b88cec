import { Maximize2, Pause, Play } from 'lucide-react';
import { useEffect, useId, useMemo, useState, type ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import { displayText } from '../../shared/diagram/measure-text.ts';
import { api } from '../api.ts';
import { counted } from '../product/words.ts';
import { useStacks } from '../state/stacks.ts';
import { showError } from '../state/toasts.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useWorkshop } from './workshop-state.ts';
import bodyStyles from './workshop.module.css';
import styles from './rewind.module.css';

type Moves = Output<'workshops:moves'>;

/** How long a step is shown while playing. */
const STEP_MS = 1200;

const timeOf = (iso: string): string =>
  new Date(iso).toLocaleTimeString([], { timeStyle: 'short' });

function useMoves(id: string): Moves | null {
  const [moves, setMoves] = useState<Moves | null>(null);
  const revision = useStacks((state) => state.current?.revision ?? 0);
  const step = useWorkshop((state) => state.current?.endedAt ?? null);
  useEffect(() => {
    const controller = new AbortController();
    void api.call('workshops:moves', { id }, { signal: controller.signal }).then((result) => {
      if (controller.signal.aborted) return;
      if (result.ok) setMoves(result.value);
      else showError(result.error);
    });
    return () => controller.abort();
  }, [id, revision, step]);
  return moves;
}

/** The stack after a step as a picture; the last one stays until the next is drawn. */
function usePicture(id: string, seq: number): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const look = document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
    void api
      .call('workshops:picture', { id, seq, look }, { signal: controller.signal })
      .then((result) => {
        if (controller.signal.aborted) return;
        if (!result.ok) return showError(result.error);
        setUrl(URL.createObjectURL(new Blob([result.value.svg], { type: 'image/svg+xml' })));
      });
    return () => controller.abort();
  }, [id, seq]);
  useEffect(
    () => () => {
      if (url !== null) URL.revokeObjectURL(url);
    },
    [url],
  );
  return url;
}

interface FilmProps {
  readonly id: string;
  readonly moves: Moves;
  readonly startedAt: string;
  readonly seq: number;
  readonly onSeq: (seq: number) => void;
}

/** A slider over the steps of the session with the stack as it was; it changes nothing. */
function Film({ id, moves, startedAt, seq, onSeq }: FilmProps): ReactNode {
  const [isPlaying, setPlaying] = useState(false);
  const sliderId = useId();
  const url = usePicture(id, seq);
  const last = moves.length;
  const move = moves[seq - 1];
  const label = move ? displayText(move.label) : 'As it was at the beginning';
  const time = timeOf(move?.createdAt ?? startedAt);
  const words = `Step ${seq} of ${last}: ${label}, ${time}`;
  // Played to the end, it stands still.
  const isMoving = isPlaying && seq < last;
  useEffect(() => {
    // The next step comes once this one can be seen.
    if (!isMoving || url === null) return;
    const timer = window.setTimeout(() => onSeq(seq + 1), STEP_MS);
    return () => window.clearTimeout(timer);
  }, [isMoving, url, seq, onSeq]);
  return (
    <div className={styles.film}>
      <p className={styles.step}>
        <bdi>{label}</bdi>
        <small>
          {time} · step {seq} of {last}
          {move ? ` · ${counted(move.products, 'product', 'products')}` : ''}
        </small>
      </p>
      <div className={styles.slide}>
        <IconButton
          label={isMoving ? 'Pause' : 'Play the session'}
          onPress={() => {
            if (seq >= last) onSeq(0);
            setPlaying(!isMoving);
          }}
        >
          {isMoving ? <Pause /> : <Play />}
        </IconButton>
        <label className="visually-hidden" htmlFor={sliderId}>
          Step of the session
        </label>
        <input
          id={sliderId}
          type="range"
          min={0}
          max={last}
          value={seq}
          aria-valuetext={words}
          onChange={(event) => {
            setPlaying(false);
            onSeq(Number(event.target.value));
          }}
        />
      </div>
      {url === null ? (
        <p role="status">Drawing…</p>
      ) : (
        <img className={styles.picture} src={url} alt={`The stack at ${time}: ${label}`} />
      )}
    </div>
  );
}

/** Goes back through the session, step by step. */
export function RewindTab({ id, startedAt }: { readonly id: string; readonly startedAt: string }) {
  const moves = useMoves(id);
  const [wanted, setWanted] = useState<number | null>(null);
  const [isLarge, setLarge] = useState(false);
  const last = moves?.length ?? 0;
  const seq = Math.min(wanted ?? last, last);
  const film = useMemo(
    () => moves && { id, moves, startedAt, seq, onSeq: setWanted },
    [id, moves, startedAt, seq],
  );
  if (!film)
    return (
      <p className={bodyStyles.body} role="status">
        Reading…
      </p>
    );
  if (last === 0) {
    return (
      <p className={`${bodyStyles.body} ${bodyStyles.muted}`}>
        Nothing was done to the stack since the workshop began. Its steps can be gone through here.
      </p>
    );
  }
  return (
    <div className={bodyStyles.body}>
      {isLarge ? (
        <Dialog title="Rewind" size="wide" isOpen onClose={() => setLarge(false)}>
          <Film {...film} />
        </Dialog>
      ) : (
        <>
          <Film {...film} />
          <Button onPress={() => setLarge(true)}>
            <Maximize2 aria-hidden="true" /> Show it large
          </Button>
        </>
      )}
    </div>
  );
}
