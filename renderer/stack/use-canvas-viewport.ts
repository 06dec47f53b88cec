import { useReactFlow, useStoreApi, type Viewport } from '@xyflow/react';
import { useCallback, useEffect } from 'react';
import { BUNDLE_ROOM } from '../../shared/diagram/bundle-lanes.ts';
import { laneBox, type Box } from '../../shared/stack/layout.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { useCanvas } from './canvas-state.ts';
import { boundsOf } from './canvas-nodes.ts';
import { fitInto } from './fit-into.ts';
import { MARGIN, panInto } from './pan-into.ts';

/**
 * `readable`: a stack is not opened smaller than this. `fitted`: nothing is enlarged more than this by fitting it into view.
 */
export const ZOOM = { least: 0.1, readable: 0.5, fitted: 1.6, most: 3 } as const;
/** Where each stack was looked at last, for as long as the window is open. */
const remembered = new Map<string, Viewport>();

export function rememberViewport(stackId: string, viewport: Viewport): void {
  remembered.set(stackId, viewport);
}

/**
 * Stacks of so many products are likely to have their lines bundled, above the lanes. It cannot be
 * asked of the lines: known ones arrive after the stack was opened, and nothing moves by itself then.
 */
const LIKELY_BUNDLED = 150;

/** Room above the lanes of a stack, in canvas units, for what is drawn there. */
function headRoom({ nodes }: Stack): number {
  return Object.keys(nodes).length >= LIKELY_BUNDLED ? BUNDLE_ROOM : 0;
}

/** How long a glide of the canvas takes, in milliseconds: none where less motion is asked for. */
export function glideOf(duration: number): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : duration;
}

export interface CanvasViewport {
  readonly fit: (duration?: number) => void;
  readonly fitNodes: (nodeIds: Iterable<string>) => void;
}

/** Fits the stack into view when it opens, and brings nodes into view when asked to. */
export function useCanvasViewport(
  stack: Stack,
  boxes: ReadonlyMap<string, Box>,
  isReady: boolean,
): CanvasViewport {
  const flow = useReactFlow();
  const store = useStoreApi();
  const reveal = useCanvas((state) => state.reveal);

  const show = useCallback(
    (bounds: Box | null, duration: number) => {
      const { width, height } = store.getState();
      if (!bounds || width === 0 || height === 0) return;
      const viewport = fitInto({
        bounds,
        screen: { width, height },
        headRoom: headRoom(stack),
        zoom: { least: ZOOM.least, most: ZOOM.fitted },
      });
      void flow.setViewport(viewport, { duration: glideOf(duration) });
    },
    [flow, store, stack],
  );

  const fit = useCallback(
    (duration = 200) => {
      const lanes = Object.values(stack.lanes).map((lane) => laneBox(lane, stack));
      show(boundsOf([...lanes, ...boxes.values()]), duration);
    },
    [stack, boxes, show],
  );

  const fitNodes = useCallback(
    (nodeIds: Iterable<string>) => {
      const chosen = [...nodeIds].flatMap((id) => boxes.get(id) ?? []);
      show(boundsOf(chosen), 200);
    },
    [boxes, show],
  );

  // Only when another stack opens: afterwards nothing moves on its own.
  useEffect(() => {
    if (!isReady) return;
    const before = remembered.get(stack.id);
    if (before) void flow.setViewport(before);
    else {
      fit(0);
      // What would be too small to read is opened at its upper left instead.
      const { zoom } = flow.getViewport();
      if (zoom < ZOOM.readable) {
        const lanes = Object.values(stack.lanes).map((lane) => laneBox(lane, stack));
        const all = boundsOf([...lanes, ...boxes.values()]);
        const { width } = store.getState();
        if (!all) return;
        const across = Math.max(ZOOM.readable, Math.min(1, (width - 2 * MARGIN) / all.width));
        void flow.setViewport({
          x: MARGIN - all.x * across,
          y: MARGIN + headRoom(stack) * across - all.y * across,
          zoom: across,
        });
      }
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [stack.id, isReady]);

  useEffect(() => {
    if (!reveal || !isReady) return;
    const bounds =
      'box' in reveal ? reveal.box : boundsOf(reveal.nodeIds.flatMap((id) => boxes.get(id) ?? []));
    if (!bounds) return;
    useCanvas.setState({ reveal: null });
    const {
      width,
      height,
      transform: [x, y, zoom],
    } = store.getState();
    const next = panInto({ x, y, zoom }, bounds, { width, height });
    if (next) void flow.setViewport(next, { duration: glideOf(200) });
  }, [reveal, boxes, isReady, flow, store]);

  return { fit, fitNodes };
}
