import { ViewportPortal } from '@xyflow/react';
import { useMemo, useState, type ReactNode } from 'react';
import { edgeStyle } from '../../shared/diagram/edge-style.ts';
import { placeLabel } from '../../shared/diagram/place-label.ts';
import type { Point, Route } from '../../shared/diagram/route-edge.ts';
import { createRouteMemory } from '../../shared/diagram/route-memory.ts';
import type { DiagramTheme } from '../../shared/diagram/theme.ts';
import type { Box } from '../../shared/stack/layout.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { isSameEdge, type DrawnEdge } from './canvas-edges.ts';
import { useCanvas } from './canvas-state.ts';
import { EdgeBundles, useBundles } from './edge-bundles.tsx';
import { useEdgeEditing } from './edge-editing.ts';
import { EdgeLabel } from './edge-label.tsx';
import { useEdgeLayers, useSpotlight, type EdgeLayers } from './edge-layers.ts';
import { MOST_POSSIBLE } from './focus-state.ts';
import { EdgePaths } from './edge-paths.tsx';
import { useEdgePointing } from './edge-pointing.ts';
import styles from './edge-layer.module.css';

/**
 * From this many edges on, those that do not stand out are drawn without dashes: nobody could tell
 * them apart in such a web, and they cost most of the drawing.
 */
const DENSE = 500;

interface EdgeLayerProps {
  readonly edges: readonly DrawnEdge[];
  readonly stack: Pick<Stack, 'nodes' | 'lanes'>;
  /** Where the cards stand on the stack. */
  readonly boxes: ReadonlyMap<string, Box>;
  readonly theme: DiagramTheme;
}

/** The edges whose words are shown: of many possible ones only those that stand out. */
function useLabelled(
  edges: readonly DrawnEdge[],
  above: readonly DrawnEdge[],
  theme: DiagramTheme,
): readonly DrawnEdge[] {
  const editing = useEdgeEditing((state) => state.connectionId);
  return useMemo(() => {
    const isWritten = ({ ref }: DrawnEdge): boolean =>
      ref.type === 'user' && ref.connectionId === editing;
    const own = edges.filter(
      (edge) =>
        edge.ref.type === 'user' &&
        (edge.text !== '' || edgeStyle(theme, edge).sign !== undefined || isWritten(edge)),
    );
    const possible = edges.filter((edge) => edge.ref.type === 'possible');
    if (possible.length <= MOST_POSSIBLE) return [...possible, ...own];
    const lit = above.filter((edge) => edge.ref.type === 'possible');
    return [...lit.slice(0, 2 * MOST_POSSIBLE), ...own];
  }, [edges, above, theme, editing]);
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

const none: readonly DrawnEdge[] = [];

/** Where the label of an edge is while its cards are moved. */
function middleOfMoving(
  { id }: DrawnEdge,
  { liveRoutes, routes, shifted }: EdgeLayers,
): Point | undefined {
  const bent = liveRoutes.get(id);
  const rest = routes.get(id);
  if (bent || !rest || !shifted) return bent?.middle;
  return { x: rest.middle.x + shifted.by.x, y: rest.middle.y + shifted.by.y };
}

/** The edges that are drawn as lines: those that are not bundled, and those that stand out. */
function useLines(edges: readonly DrawnEdge[], single: readonly DrawnEdge[]): readonly DrawnEdge[] {
  const spotlight = useSpotlight();
  const opened = useCanvas((state) => state.edge);
  return useMemo(() => {
    if (single === edges || (spotlight === null && opened === null)) return single;
    const drawn = new Set(single);
    const standsOut = ({ from, to, ref }: DrawnEdge): boolean =>
      from === spotlight || to === spotlight || isSameEdge(opened, ref);
    return [...single, ...edges.filter((edge) => standsOut(edge) && !drawn.has(edge))];
  }, [edges, single, spotlight, opened]);
}

/**
 * All edges, below the cards. They are not React Flow's own: those cost a subscription for each
 * edge, and their way would differ from the one in the exports.
 */
export function EdgeLayer({ edges, stack, boxes, theme }: EdgeLayerProps): ReactNode {
  const { bundles, rest } = useBundles(edges, stack);
  const lines = useLines(edges, rest);
  const [routed] = useState(createRouteMemory);
  const routes = useMemo(() => routed(lines, boxes), [routed, lines, boxes]);
  const pointedAt = useEdgePointing(lines, routes);
  const layers = useEdgeLayers({ edges, single: rest, boxes, routes, pointedAt });
  const { still, above, shifted, liveRoutes, movingIds } = layers;
  const isDense = edges.length >= DENSE;
  // What is under the hand is followed, not read.
  const isBare = isDense && movingIds.size > 0;
  const labelled = useLabelled(edges, isBare ? none : above, theme);
  const labels = useLabelPlaces(labelled, routes, boxes, theme);
  const editing = useEdgeEditing((state) => state.connectionId);
  const known = edges.filter((edge) => edge.ref.type === 'known').length;
  const own = edges.filter((edge) => edge.ref.type === 'user').length;

  return (
    <ViewportPortal>
      <EdgeBundles bundles={bundles} stack={stack} />
      <svg
        className={`${styles.layer} ${layers.isFaded ? styles.faded : ''} ${isDense ? styles.dense : ''}`}
        role="img"
        aria-label={`${known} known integrations and ${own} connections of your own; the outline lists them.`}
      >
        <EdgePaths edges={still} routes={routes} theme={theme} isPlain={isDense} />
      </svg>
      {shifted ? (
        <svg
          className={`${styles.layer} ${isDense ? styles.dense : ''}`}
          style={{ transform: `translate(${shifted.by.x}px, ${shifted.by.y}px)` }}
          aria-hidden="true"
        >
          <EdgePaths edges={shifted.edges} routes={routes} theme={theme} isPlain={isDense} />
        </svg>
      ) : null}
      {above.length > 0 ? (
        <svg
          className={`${styles.layer} ${styles.above} ${isBare ? styles.dense : ''}`}
          data-standing-out
          aria-hidden="true"
        >
          <EdgePaths
            edges={above}
            routes={liveRoutes}
            theme={theme}
            selectedId={layers.selectedId}
            isPlain={isBare}
            isCopy={movingIds.size === 0}
          />
        </svg>
      ) : null}
      {labelled.map((edge) => {
        if (edge.ref.type === 'known') return null;
        const isMoving = movingIds.has(edge.id);
        const middle = isMoving
          ? middleOfMoving(edge, layers)
          : (labels.get(edge.id) ?? routes.get(edge.id)?.middle);
        if (!middle) return null;
        return (
          <EdgeLabel
            key={edge.id}
            id={edge.id}
            edge={edge.ref}
            text={edge.text}
            style={edgeStyle(theme, edge)}
            x={middle.x}
            y={middle.y}
            isEditing={edge.ref.type === 'user' && edge.ref.connectionId === editing}
          />
        );
      })}
    </ViewportPortal>
  );
}
