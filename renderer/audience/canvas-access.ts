import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Point } from '../../shared/diagram/route-edge.ts';
import type { Box } from '../../shared/stack/layout.ts';

/** What the audience's window may know of the canvas while it is on screen. */
export interface CanvasAccess {
  /** What is in view, in canvas units; null before the canvas has a size. */
  view(): Box | null;
  /** @returns what stops it */
  onViewChange(listener: () => void): () => void;
  /** A place on the screen in canvas units; null where it is not on the canvas. */
  toCanvas(client: Point): Point | null;
}

export const useCanvasAccess = create<{ readonly canvas: CanvasAccess | null }>()(() => ({
  canvas: null,
}));

/** Lets others see where the canvas is; inside of the canvas. */
export function useOfferCanvas(): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    const canvas: CanvasAccess = {
      view() {
        const { transform, width, height } = store.getState();
        const [x, y, zoom] = transform;
        if (width === 0 || height === 0) return null;
        return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      },
      onViewChange: (listener) =>
        store.subscribe((state, before) => {
          const isSame =
            state.transform === before.transform &&
            state.width === before.width &&
            state.height === before.height;
          if (!isSame) listener();
        }),
      toCanvas(client) {
        const area = store.getState().domNode?.getBoundingClientRect();
        if (!area) return null;
        const isInside =
          client.x >= area.left &&
          client.x <= area.right &&
          client.y >= area.top &&
          client.y <= area.bottom;
        return isInside ? flow.screenToFlowPosition(client, { snapToGrid: false }) : null;
      },
    };
    useCanvasAccess.setState({ canvas });
    return () => {
      if (useCanvasAccess.getState().canvas === canvas) useCanvasAccess.setState({ canvas: null });
    };
  }, [flow, store]);
}
