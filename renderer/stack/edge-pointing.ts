import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { nearestRoute } from '../../shared/diagram/nearest-route.ts';
import type { Route } from '../../shared/diagram/route-edge.ts';
import { answerForEdges, edgeAt } from './edge-at.ts';
import type { DrawnEdge } from './canvas-edges.ts';

/** How far from a line, in pixels of the screen, one still points at it. */
const REACH = 7;

/** Where the canvas is empty: an edge is there to be pointed at. */
function isOnPane({ target }: Event): boolean {
  return target instanceof Element && target.matches('.react-flow__pane');
}

/**
 * Which edge the pointer is on, by where the edges run.
 * @returns its id
 */
export function useEdgePointing(
  edges: readonly DrawnEdge[],
  routes: ReadonlyMap<string, Route>,
): string | null {
  const flow = useReactFlow();
  const store = useStoreApi();
  const [pointedAt, setPointedAt] = useState<string | null>(null);

  useEffect(() => {
    // Made when somebody first asks: lines change more often than they are pointed at.
    let all: ReadonlyMap<string, DrawnEdge> | undefined;
    let drawn: readonly (readonly [string, Route])[] | undefined;
    const byId = (id: string): DrawnEdge | null => {
      all ??= new Map(edges.map((edge) => [edge.id, edge]));
      return all.get(id) ?? null;
    };
    return answerForEdges({
      byId,
      at: (point) => {
        drawn ??= edges.flatMap(({ id }) => {
          const route = routes.get(id);
          return route ? [[id, route] as const] : [];
        });
        const place = flow.screenToFlowPosition(point);
        return byId(nearestRoute(drawn, place, REACH / flow.getZoom()) ?? '');
      },
    });
  }, [edges, routes, flow]);

  useEffect(() => {
    let frame = 0;
    const onMove = (event: MouseEvent): void => {
      cancelAnimationFrame(frame);
      const { clientX: x, clientY: y, buttons } = event;
      const canPoint = buttons === 0 && isOnPane(event);
      frame = requestAnimationFrame(() =>
        setPointedAt(canPoint ? (edgeAt({ x, y })?.id ?? null) : null),
      );
    };
    window.addEventListener('mousemove', onMove);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('mousemove', onMove);
    };
  }, []);
  // A hand above a line, as above all that can be opened.
  useEffect(() => {
    store.getState().domNode?.toggleAttribute('data-on-edge', pointedAt !== null);
  }, [store, pointedAt]);
  return pointedAt;
}
