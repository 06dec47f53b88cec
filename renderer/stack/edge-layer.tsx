import { ViewportPortal } from '@xyflow/react';
import { useMemo, useState, type ReactNode } from 'react';
import { edgeStyle } from '../../shared/diagram/edge-style.ts';
import { placeLabel } from '../../shared/diagram/place-label.ts';
import { routeEdges, type Point, type Route } from '../../shared/diagram/route-edge.ts';
import type { DiagramTheme } from '../../shared/diagram/theme.ts';
import type { Box } from '../../shared/stack/layout.ts';
import type { DrawnEdge } from './canvas-edges.ts';
import { useCanvas } from './canvas-state.ts';
import { EdgeLabel } from './edge-label.tsx';
import { MOST_POSSIBLE } from './focus-state.ts';
import { EdgePaths } from './edge-paths.tsx';
import styles from './edge-layer.module.css';

/**
 * From this many edges on, those that do not stand out are drawn without dashes: nobody could tell
 * them apart in such a web, and they cost most of the drawing.
 */
const DENSE = 500;

/** The node whose edges stand out: the one under the pointer, or the only one selected. */
function useSpotlight(): string | null {
  return useCanvas(({ hovered, selection }) => {
    if (hovered !== null) return hovered;
    const [only] = selection;
    return selection.size === 1 && only !== undefined ? only : null;
  });
}

interface EdgeLayerProps {
  readonly edges: readonly DrawnEdge[];
  /** Where the cards stand on the stack. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** Where they are drawn, which differs while some of them are being moved. */
  readonly liveBoxes: ReadonlyMap<string, Box>;
  readonly theme: DiagramTheme;
}

interface Layers {
  /** Edges that stand still, whatever is going on. */
  readonly still: readonly DrawnEdge[];
  /** Edges drawn above those: of the cards under the hand, or of the product that stands out. */
  readonly above: readonly DrawnEdge[];
  readonly routes: ReadonlyMap<string, Route>;
  readonly liveRoutes: ReadonlyMap<string, Route>;
  readonly movingIds: ReadonlySet<string>;
  readonly isFaded: boolean;
}

/**
 * Two drawings: edges that stand still are painted once and kept as a picture; those that move, or
 * stand out, are a second one above. So a drag paints a few edges a frame and not thousands.
 */
function useLayers({ edges, boxes, liveBoxes }: Omit<EdgeLayerProps, 'theme'>): Layers {
  const spotlight = useSpotlight();
  const movedIds = useCanvas(({ moved }) => [...moved.keys()].sort().join(' '));
  const routes = useMemo(() => routeEdges(edges, boxes), [edges, boxes]);
  const moving = useMemo(() => {
    const ids = new Set(movedIds.split(' '));
    return movedIds === '' ? [] : edges.filter(({ from, to }) => ids.has(from) || ids.has(to));
  }, [edges, movedIds]);
  const still = useMemo(() => {
    const set = new Set(moving);
    return set.size === 0 ? edges : edges.filter((edge) => !set.has(edge));
  }, [edges, moving]);
  const liveRoutes = useMemo(
    () => (moving.length === 0 ? routes : routeEdges(moving, liveBoxes)),
    [moving, liveBoxes, routes],
  );
  const lit = useMemo(
    () => edges.filter(({ from, to }) => from === spotlight || to === spotlight),
    [edges, spotlight],
  );
  const above = moving.length > 0 ? moving : lit;
  const movingIds = useMemo(() => new Set(moving.map(({ id }) => id)), [moving]);
  return { still, above, routes, liveRoutes, movingIds, isFaded: lit.length > 0 };
}

/** The edges whose words are shown: of many possible ones only those that stand out. */
function useLabelled(
  edges: readonly DrawnEdge[],
  above: readonly DrawnEdge[],
): readonly DrawnEdge[] {
  return useMemo(() => {
    const own = edges.filter((edge) => edge.ref.type === 'user');
    const possible = edges.filter((edge) => edge.ref.type === 'possible');
    if (possible.length <= MOST_POSSIBLE) return [...possible, ...own];
    const lit = above.filter((edge) => edge.ref.type === 'possible');
    return [...lit.slice(0, 2 * MOST_POSSIBLE), ...own];
  }, [edges, above]);
}

/** Where labels stand: as in the exports, where they cover least of the cards and of one another. */
function useLabelPlaces(
  edges: readonly DrawnEdge[],
  routes: ReadonlyMap<string, Route>,
  boxes: ReadonlyMap<string, Box>,
  theme: DiagramTheme,
): ReadonlyMap<string, Point> {
  return useMemo(() => {
    const taken = [...boxes.values()];
    const places = new Map<string, Point>();
    for (const edge of edges) {
      const route = routes.get(edge.id);
      if (edge.ref.type === 'known' || edge.text === '' || !route) continue;
      const hasSign = edgeStyle(theme, edge).sign !== undefined;
      const label = placeLabel(edge.text, route, taken, { colour: theme.text, hasSign });
      if (!label) continue;
      const { box } = label;
      taken.push(box);
      places.set(edge.id, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    }
    return places;
  }, [edges, routes, boxes, theme]);
}

/**
 * All edges, below the cards. They are not React Flow's own: those cost a subscription for each
 * edge, and their way would differ from the one in the exports.
 */
export function EdgeLayer(props: EdgeLayerProps): ReactNode {
  const { edges, theme } = props;
  const { still, above, routes, liveRoutes, movingIds, isFaded } = useLayers(props);
  const labelled = useLabelled(edges, above);
  const labels = useLabelPlaces(labelled, routes, props.boxes, theme);
  const [editing, setEditing] = useState<string | null>(null);
  const isDense = edges.length >= DENSE;
  const byId = useMemo(() => new Map(edges.map((edge) => [edge.id, edge])), [edges]);
  const edgeAt = (target: EventTarget): DrawnEdge | undefined =>
    target instanceof Element ? byId.get(target.getAttribute('data-edge-target') ?? '') : undefined;
  const known = edges.filter((edge) => edge.ref.type === 'known').length;
  const own = edges.filter((edge) => edge.ref.type === 'user').length;
  const handlers = {
    onClick: (event: { readonly target: EventTarget }) => {
      const edge = edgeAt(event.target);
      if (edge) useCanvas.getState().openEdge(edge.ref);
    },
    onDoubleClick: (event: { readonly target: EventTarget }) => {
      const edge = edgeAt(event.target);
      if (edge?.ref.type === 'user') setEditing(edge.id);
    },
  };

  return (
    <ViewportPortal>
      <svg
        className={`${styles.layer} ${isFaded ? styles.faded : ''} ${isDense ? styles.dense : ''}`}
        role="img"
        aria-label={`${known} known integrations and ${own} connections of your own; the outline lists them.`}
        {...handlers}
      >
        <EdgePaths edges={still} routes={routes} theme={theme} isPlain={isDense} />
      </svg>
      {above.length > 0 ? (
        <svg className={`${styles.layer} ${styles.above}`} aria-hidden="true" {...handlers}>
          <EdgePaths edges={above} routes={liveRoutes} theme={theme} />
        </svg>
      ) : null}
      {labelled.map((edge) => {
        if (edge.ref.type === 'known') return null;
        const isMoving = movingIds.has(edge.id);
        const middle = isMoving
          ? liveRoutes.get(edge.id)?.middle
          : (labels.get(edge.id) ?? routes.get(edge.id)?.middle);
        if (!middle) return null;
        return (
          <EdgeLabel
            key={edge.id}
            edge={edge.ref}
            text={edge.text}
            style={edgeStyle(theme, edge)}
            x={middle.x}
            y={middle.y}
            isEditing={editing === edge.id}
            onEdit={(isOn) => setEditing(isOn ? edge.id : null)}
          />
        );
      })}
    </ViewportPortal>
  );
}
