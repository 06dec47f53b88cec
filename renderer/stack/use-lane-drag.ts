import { useReactFlow } from '@xyflow/react';
import { useEffect, useState, type PointerEvent as ReactPointerEvent } from 'react';
import type { Point } from '../../shared/diagram/route-edge.ts';
import { dropLane } from './lane-edits.ts';

/** A press that moves less than this many pixels is no drag. */
const THRESHOLD = 5;

export interface LaneDrag {
  /** How far the lane has been dragged, in canvas units; null while it is not. */
  readonly offset: Point | null;
  readonly onPointerDown: (event: ReactPointerEvent) => void;
}

/** Lets a lane be dragged by its title past its neighbours; Escape and a lost pointer leave it. */
export function useLaneDrag(laneId: string): LaneDrag {
  const flow = useReactFlow();
  const [from, setFrom] = useState<Point | null>(null);
  const [offset, setOffset] = useState<Point | null>(null);

  useEffect(() => {
    if (!from) return;
    let by: Point | null = null;
    const end = (): void => {
      setFrom(null);
      setOffset(null);
    };
    // On the window, because the pointer leaves the title with the first quick movement.
    const onMove = (event: PointerEvent): void => {
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!by && Math.hypot(dx, dy) <= THRESHOLD) return;
      const zoom = flow.getZoom();
      by = { x: dx / zoom, y: dy / zoom };
      setOffset(by);
    };
    const onUp = (): void => {
      if (by) void dropLane(laneId, by);
      end();
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !by) return;
      event.preventDefault();
      event.stopPropagation();
      end();
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', onKeyDown, true);
    return () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', onKeyDown, true);
    };
  }, [from, laneId, flow]);

  return {
    offset,
    onPointerDown: (event) => {
      const { target } = event;
      const isTitle = target instanceof Element && target.closest('[data-lane-title]') !== null;
      if (event.button === 0 && isTitle) setFrom({ x: event.clientX, y: event.clientY });
    },
  };
}
