import { useEffect, useRef, type ReactNode } from 'react';
import styles from './presentation.module.css';

/** How far a key moves the dot, in pixels. */
const KEY_STEP = 32;

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-KEY_STEP, 0],
  ArrowRight: [KEY_STEP, 0],
  ArrowUp: [0, -KEY_STEP],
  ArrowDown: [0, KEY_STEP],
};

/** Where the pointer was last, so that the dot begins there. */
const last = { x: window.innerWidth / 2, y: window.innerHeight / 2 };

interface LaserProps {
  /** Hears where the dot is, in pixels. @returns whether there is anything to point at */
  readonly onMove?: (x: number, y: number) => boolean;
}

/** A red dot that follows the pointer, or Shift and the arrow keys. */
export function Laser({ onMove: onMoved }: LaserProps): ReactNode {
  const ref = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    const show = (x: number, y: number): void => {
      last.x = Math.max(0, Math.min(x, window.innerWidth));
      last.y = Math.max(0, Math.min(y, window.innerHeight));
      const isSeen = onMoved?.(last.x, last.y) ?? true;
      if (!ref.current) return;
      ref.current.style.transform = `translate(${last.x}px, ${last.y}px)`;
      ref.current.style.visibility = isSeen ? 'visible' : 'hidden';
    };
    const onMove = (event: PointerEvent): void => show(event.clientX, event.clientY);
    const onKey = (event: KeyboardEvent): void => {
      const way = event.shiftKey ? ways[event.key] : undefined;
      if (way) show(last.x + way[0], last.y + way[1]);
    };
    show(last.x, last.y);
    window.addEventListener('pointermove', onMove);
    window.addEventListener('keydown', onKey, true);
    return () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('keydown', onKey, true);
    };
  }, [onMoved]);
  return <div ref={ref} className={styles.laser} data-laser aria-hidden="true" />;
}
