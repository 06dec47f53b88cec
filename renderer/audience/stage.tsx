import { useRef, type ReactNode } from 'react';
import type { Show } from '../../shared/audience/messages.ts';
import room from '../present/presentation.module.css';
import { Spotlight, Veil } from '../present/spotlight.tsx';
import { withRoom } from '../present/steps.ts';
import { useDrawing } from '../present/use-drawing.ts';
import { useZoom } from '../present/use-zoom.ts';
import { useFollowing } from './following-state.ts';
import { useShownStack } from './use-shown-stack.ts';
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

interface StageProps {
  readonly show: Show;
  /** Whoever showed it is gone. */
  readonly isLost: boolean;
}

/** The picture of the stack, with what the facilitator points at. */
export function Stage({ show, isLost }: StageProps): ReactNode {
  const { stackId, theme, hiddenKinds, view, step, lit, isFrozen } = show;
  const stageRef = useRef<HTMLDivElement | null>(null);
  const shown = useShownStack(stackId, isFrozen);
  const { drawing, failure } = useDrawing({
    stackId: shown?.stack.id ?? null,
    revision: shown?.revision ?? 0,
    links: shown?.links ?? [],
    hiddenKinds,
    look: theme,
  });
  const part = view !== null && step !== null ? withRoom(view) : view;
  useZoom(stageRef, drawing === null ? null : (part ?? drawing.bounds));
  const isHeldBack = isFrozen && drawing === null;
  const note = isLost
    ? 'Waiting for the facilitator'
    : isHeldBack
      ? 'One moment, please'
      : drawing === null
        ? failure
        : null;
  return (
    <>
      <div ref={stageRef} className={room.stage} role="img" aria-label={`Diagram: ${show.title}`}>
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
      <footer className={room.foot}>
        <h1 className={room.title}>
          <bdi>{show.title}</bdi>
        </h1>
        {note === null ? null : (
          <p className={room.counter} role="status">
            {note}
          </p>
        )}
        {step ? (
          <p className={room.counter} data-counter>
            <span className="visually-hidden">Step </span>
            {step.index + 1} / {step.count}
          </p>
        ) : null}
      </footer>
      <p className="visually-hidden" role="status">
        {step ? `${step.index + 1} of ${step.count}: ` : ''}
        {show.title}
      </p>
    </>
  );
}
