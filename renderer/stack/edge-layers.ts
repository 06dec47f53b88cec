import { useMemo } from 'react';
import { routeEdges, type Point, type Route } from '../../shared/diagram/route-edge.ts';
import type { Box } from '../../shared/stack/layout.ts';
import { isSameEdge, type DrawnEdge } from './canvas-edges.ts';
import { useCanvas } from './canvas-state.ts';
import { movedIds } from './moved-places.ts';

type Routes = ReadonlyMap<string, Route>;

/** What moves as one piece: drawn where it stands, and shifted as a whole. */
export interface Shifted {
  readonly edges: readonly DrawnEdge[];
  readonly by: Point;
}

interface EdgeLayersInput {
  readonly edges: readonly DrawnEdge[];
  /** Those that are drawn one by one; the others only while they stand out or are bent. */
  readonly single: readonly DrawnEdge[];
  /** Where the cards stand on the stack. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** The ways of the edges between those. */
  readonly routes: Routes;
  /** The edge under the pointer. */
  readonly pointedAt: string | null;
}

export interface EdgeLayers {
  /** Edges that stand still, whatever is going on. */
  readonly still: readonly DrawnEdge[];
  /** Edges drawn above those: bent by the hand, or of what stands out. */
  readonly above: readonly DrawnEdge[];
  readonly shifted: Shifted | null;
  /** The ways of the lines where the cards stand on the stack. */
  readonly routes: Routes;
  /** Those of the edges above, which follow cards that are being moved. */
  readonly liveRoutes: Routes;
  /** Edges of cards that are being moved, whose labels go along. */
  readonly movingIds: ReadonlySet<string>;
  readonly selectedId: string | null;
  /** Some edges stand out, so the others step back. */
  readonly isFaded: boolean;
}

/** Shifts that differ by less than this, in canvas units, differ by rounding. */
const SAME = 0.01;

const nobody: readonly DrawnEdge[] = [];

/** The node whose edges stand out: the one under the pointer, or the only one selected. */
export function useSpotlight(): string | null {
  return useCanvas(({ hovered, selection }) => {
    if (hovered !== null) return hovered;
    const [only] = selection;
    return selection.size === 1 && only !== undefined ? only : null;
  });
}

/** By how much all of them are moved; null when they do not move alike. */
function commonShift(
  moved: ReadonlyMap<string, Point>,
  boxes: ReadonlyMap<string, Box>,
): Point | null {
  let common: Point | null = null;
  for (const [id, { x, y }] of moved) {
    const box = boxes.get(id);
    if (!box) continue;
    common ??= { x: x - box.x, y: y - box.y };
    if (Math.hypot(x - box.x - common.x, y - box.y - common.y) > SAME) return null;
  }
  return common;
}

/** The boxes that edges end at, moved ones where they are. */
function liveBoxes(
  edges: readonly DrawnEdge[],
  boxes: ReadonlyMap<string, Box>,
  moved: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Box> {
  const live = new Map<string, Box>();
  for (const id of edges.flatMap(({ from, to }) => [from, to])) {
    const box = boxes.get(id);
    if (box) live.set(id, { ...box, ...moved.get(id) });
  }
  return live;
}

/**
 * Which edges are drawn how. Those that stand still are painted once and kept as a picture; those
 * that are bent by a drag, or stand out, are a second picture above it; and those between cards that
 * are dragged together only shift. So a drag paints a few edges a frame and not thousands.
 */
export function useEdgeLayers({
  edges,
  single,
  boxes,
  routes,
  pointedAt,
}: EdgeLayersInput): EdgeLayers {
  const spotlight = useSpotlight();
  const opened = useCanvas((state) => state.edge);
  const moved = useCanvas((state) => state.moved);
  const ids = useCanvas(movedIds);
  const shift = commonShift(moved, boxes);
  const isTogether = shift !== null;
  const parts = useMemo(() => {
    if (ids.size === 0) return { still: single, bent: nobody, whole: nobody };
    const still: DrawnEdge[] = [];
    const bent: DrawnEdge[] = [];
    const whole: DrawnEdge[] = [];
    // Of one card all lines are followed; of many only what is drawn one by one.
    for (const edge of ids.size === 1 ? edges : single) {
      const ends = Number(ids.has(edge.from)) + Number(ids.has(edge.to));
      if (ends > 0) (ends === 2 && isTogether ? whole : bent).push(edge);
    }
    for (const edge of single) if (!ids.has(edge.from) && !ids.has(edge.to)) still.push(edge);
    return { still, bent, whole };
  }, [edges, single, ids, isTogether]);
  const standOut = useMemo(
    () =>
      edges.filter(
        ({ id, from, to, ref }) =>
          from === spotlight || to === spotlight || id === pointedAt || isSameEdge(opened, ref),
      ),
    [edges, spotlight, pointedAt, opened],
  );
  const { still, bent, whole } = parts;
  const liveRoutes = useMemo(
    () => (bent.length === 0 ? routes : routeEdges(bent, liveBoxes(bent, boxes, moved))),
    [bent, boxes, moved, routes],
  );
  const movingIds = useMemo(() => new Set([...bent, ...whole].map(({ id }) => id)), [bent, whole]);
  const isMoving = ids.size > 0;
  return {
    still,
    above: isMoving ? bent : standOut,
    shifted: whole.length > 0 && shift ? { edges: whole, by: shift } : null,
    routes,
    liveRoutes,
    movingIds,
    selectedId: standOut.find(({ ref }) => isSameEdge(opened, ref))?.id ?? null,
    isFaded:
      spotlight !== null && standOut.some(({ from, to }) => from === spotlight || to === spotlight),
  };
}
