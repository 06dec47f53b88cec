import { ViewportPortal } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useDragGuides } from './drag-guides.ts';
import styles from './guide-layer.module.css';

/** The lines that show what falls into line with what while something is dragged. */
export function GuideLayer(): ReactNode {
  const guides = useDragGuides((state) => state.guides);
  return (
    <ViewportPortal>
      {guides.map(({ along, at, from, to }) => (
        <span
          key={along}
          className={styles.guide}
          style={
            along === 'x'
              ? { transform: `translate(${at}px, ${from}px)`, width: 1, height: to - from }
              : { transform: `translate(${from}px, ${at}px)`, width: to - from, height: 1 }
          }
        />
      ))}
    </ViewportPortal>
  );
}
