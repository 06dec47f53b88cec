import { useCallback, useEffect, type ReactNode } from 'react';
import type { ScenePoint } from '../../../shared/audience/messages.ts';
import { Laser } from '../../present/laser.tsx';
import { useCanvasAccess } from '../canvas-access.ts';
import { throttled } from '../throttled.ts';
import { point } from './lead-channel.ts';

/** Thirty times a second is as smooth as a hand is. */
const POINT_MS = 33;
/** A dot that nobody moves for so long only covers what is below. */
const REST_MS = 4000;

const send = throttled((at: ScenePoint | null) => point(at), POINT_MS);
let resting = 0;

function pointAt(at: ScenePoint | null): void {
  send(at);
  window.clearTimeout(resting);
  if (at !== null) resting = window.setTimeout(() => send(null), REST_MS);
}

function stopPointing(): void {
  window.clearTimeout(resting);
  send.cancel();
  point(null);
}

/** The laser pointer over the canvas, here and in front of the audience. */
export function LeadLaser(): ReactNode {
  const canvas = useCanvasAccess((state) => state.canvas);
  const onMove = useCallback(
    (x: number, y: number): boolean => {
      const at = canvas?.toCanvas({ x, y }) ?? null;
      pointAt(at);
      return at !== null;
    },
    [canvas],
  );
  useEffect(() => stopPointing, []);
  return <Laser onMove={onMove} />;
}
