import { useEffect, type ReactNode } from 'react';
import type { Following } from '../../shared/audience/follow.ts';
import type { AudienceKey } from '../../shared/audience/messages.ts';
import { api } from '../api.ts';
import { useIdle } from '../present/use-idle.ts';
import { stepKeys } from '../present/use-present-keys.ts';
import { usePutOnDocument, useTheme } from '../state/theme.ts';
import { startFollowing, useFollowing } from './following-state.ts';
import { FullScreenButton, toggleFullScreen } from './full-screen-button.tsx';
import { Stage } from './stage.tsx';
import styles from './audience.module.css';

const keys: Readonly<Record<string, AudienceKey>> = { ...stepKeys, b: 'blank', '.': 'blank' };

/** Follows, and hands on what a clicker sends to the wrong window. */
function useFollowingAndKeys(): void {
  useEffect(() => {
    const { press, stop } = startFollowing();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('button')) return;
      const pressed = event.key.toLowerCase();
      const key = keys[event.key] ?? keys[pressed];
      if (key) press(key);
      else if (pressed === 'f') toggleFullScreen();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      stop();
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
  // The data were replaced as a whole.
  useEffect(() => api.on('workspace:replaced', () => window.location.reload()), []);
}

interface Words {
  readonly title: string;
  readonly text: string;
}

/** What there is to say where there is no picture. */
function wordsFor({ phase, show }: Following): Words | null {
  if (phase === 'ended') {
    return { title: 'The presentation has ended', text: 'This window can be closed.' };
  }
  if (phase === 'waiting' || !show) {
    return {
      title: 'Waiting for the facilitator',
      text: 'What the facilitator shows appears here by itself.',
    };
  }
  if (show.stackId === null) {
    return { title: 'No stack is open', text: 'The next picture appears here by itself.' };
  }
  return null;
}

/** The window for the room: the picture that the facilitator shows, and nothing else. */
export function AudiencePage(): ReactNode {
  const phase = useFollowing((state) => state.phase);
  const show = useFollowing((state) => state.show);
  const isIdle = useIdle();
  const system = useTheme();
  usePutOnDocument(show?.theme ?? system);
  useFollowingAndKeys();
  const title = show?.title ?? '';
  useEffect(() => {
    document.title = title === '' ? 'Stackscape – Audience' : `${title} – Audience`;
  }, [title]);

  const words = wordsFor({ phase, show, laser: null });
  const isBlank = phase !== 'ended' && show !== null && show.isBlank;
  return (
    <div className={`${styles.page} ${isIdle ? styles.still : ''}`} data-audience={phase}>
      <main className={styles.main} aria-label="Audience" inert={isBlank}>
        {show && words === null ? (
          <Stage key={show.stackId} show={show} isLost={phase === 'lost'} />
        ) : null}
        {words ? (
          <div className={styles.words} role="status">
            <h1>{words.title}</h1>
            <p>{words.text}</p>
          </div>
        ) : null}
        {isBlank || isIdle ? null : <FullScreenButton />}
      </main>
      {isBlank ? (
        <div className={styles.blank} data-blank role="status">
          <span className="visually-hidden">The screen is blank.</span>
        </div>
      ) : null}
    </div>
  );
}
