import { useReactFlow } from '@xyflow/react';
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { displayText } from '../../shared/diagram/measure-text.ts';
import type { Box } from '../../shared/stack/layout.ts';
import type { Lane } from '../../shared/stack/stack.ts';
import { sizeLane } from './lane-edits.ts';
import styles from './lane-layer.module.css';

type Side = 'width' | 'height';

/** Canvas units that an arrow key makes a lane wider or taller by. */
const STEP = 16;
const LEAST = { width: 104, height: 80 } as const;

const keys: Readonly<Record<Side, Readonly<Record<string, number>>>> = {
  width: { ArrowLeft: -STEP, ArrowRight: STEP },
  height: { ArrowUp: -STEP, ArrowDown: STEP },
};

interface HandleProps {
  readonly lane: Lane;
  readonly box: Box;
  readonly side: Side;
  /** The length under the hand, or null when the hand has let go. */
  readonly onDrag: (length: number | null) => void;
}

function ResizeHandle({ lane, box, side, onDrag }: HandleProps): ReactNode {
  const flow = useReactFlow();
  const [from, setFrom] = useState<number | null>(null);
  const along = (event: PointerEvent): number => {
    const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    return side === 'width' ? point.x : point.y;
  };
  const lengthAt = (event: PointerEvent): number =>
    Math.max(LEAST[side], Math.round(box[side] + along(event) - (from ?? 0)));
  const end = (length: number | null): void => {
    setFrom(null);
    onDrag(null);
    if (length !== null && length !== box[side]) void sizeLane(lane.id, { [side]: length });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && from !== null) end(null);
    const by = keys[side][event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    void sizeLane(lane.id, { [side]: Math.max(LEAST[side], lane[side] + by) });
  };
  const isUpright = side === 'width';
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={`${isUpright ? 'Width' : 'Height'} of the lane ${displayText(lane.title)}`}
      aria-orientation={isUpright ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(lane[side])}
      aria-valuemin={LEAST[side]}
      aria-valuemax={100_000}
      className={`${styles.handle} ${isUpright ? styles.right : styles.bottom} nodrag nopan nokey`}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom(along(event));
      }}
      onPointerMove={(event) => {
        if (from !== null) onDrag(lengthAt(event));
      }}
      onPointerUp={(event) => {
        if (from !== null) end(lengthAt(event));
      }}
      onPointerCancel={() => end(null)}
      onKeyDown={onKeyDown}
    />
  );
}

/** The right and the lower edge of a lane, to make it wider or taller by hand or by arrow keys. */
export function LaneHandles(props: {
  readonly lane: Lane;
  readonly box: Box;
  readonly onDrag: (side: Side, length: number | null) => void;
}): ReactNode {
  const { lane, box, onDrag } = props;
  return (['width', 'height'] as const).map((side) => (
    <ResizeHandle
      key={side}
      lane={lane}
      box={box}
      side={side}
      onDrag={(length) => onDrag(side, length)}
    />
  ));
}
