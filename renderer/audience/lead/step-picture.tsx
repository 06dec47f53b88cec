import type { ReactNode } from 'react';
import { withRoom, type PresentStep } from '../../present/steps.ts';
import type { Drawing } from '../../present/use-drawing.ts';
import styles from './audience-bar.module.css';

interface StepPictureProps {
  readonly drawing: Drawing | null;
  readonly step: PresentStep;
}

/** What a step shows, small. */
export function StepPicture({ drawing, step }: StepPictureProps): ReactNode {
  if (drawing === null) return <span className={styles.thumbnail} />;
  const { x, y, width, height } = step.box ? withRoom(step.box) : drawing.bounds;
  return (
    <svg
      className={styles.thumbnail}
      viewBox={`${x} ${y} ${width} ${height}`}
      aria-hidden="true"
      data-step={step.id}
    >
      <image {...drawing.bounds} href={drawing.url} />
    </svg>
  );
}
