import { useRef, type ReactNode } from 'react';
import type { Show } from '../../shared/audience/messages.ts';
import room from '../present/presentation.module.css';
import { Spotlight, Veil } from '../present/spotlight.tsx';
import { withRoom } from '../present/steps.ts';
import type { Drawing } from '../present/use-drawing.ts';
import { useZoom } from '../present/use-zoom.ts';
import { useFollowing } from './following-state.ts';
import type { ShownStack } from './use-shown-stack.ts';
import styles from './audience.module.css';

/** The facilitator's laser pointer, as large on every screen, wherever the picture is zoomed to. */
function LaserDot(): ReactNode {
  const at = useFollowing((state) => state.laser);
  if (at === null) return null;
  return (
    <g
      className={styles.laser}
      style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
      data-laser={`${at.x} ${at.y}`}
    >
      <path className={styles.glow} d="M0 0h0" />
      <path className={styles.ring} d="M0 0h0" />
      <path className={styles.dot} d="M0 0h0" />
    </g>
  );
}

const never = (): void => {};

interface PictureProps {
  readonly show: Show;
  readonly shown: ShownStack | null;
  readonly drawing: Drawing | null;
  /** Something else is shown in its place. */
  readonly isCovered: boolean;
}

/** The stack drawn, zoomed to what is shown of it, with what the facilitator points at. */
export function Picture({ show, shown, drawing, isCovered }: PictureProps): ReactNode {
  const { view, step, lit } = show;
  const ref = useRef<HTMLDivElement | null>(null);
  const part = view !== null && step !== null ? withRoom(view) : view;
  useZoom(ref, drawing === null ? null : (part ?? drawing.bounds));
  return (
    <div
      ref={ref}
      className={styles.fill}
      role="img"
      aria-label={`Diagram: ${show.title}`}
      inert={isCovered}
    >
      {drawing === null ? null : (
        <>
          <svg className={room.picture} data-picture>
            <image {...drawing.bounds} href={drawing.url} />
          </svg>
          <svg className={room.lights}>
            {view !== null && step !== null && lit === null ? <Veil holes={[view]} /> : null}
            {shown && lit !== null ? (
              <Spotlight
                stack={shown.stack}
                links={shown.links}
                nodes={[]}
                lit={lit}
                onLight={never}
              />
            ) : null}
            <LaserDot />
          </svg>
        </>
      )}
    </div>
  );
}
