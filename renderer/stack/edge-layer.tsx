import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo, useState, type ReactNode } from 'react';
import { arrowHeads, arrowPath, routeEdges, type Route } from '../../shared/diagram/route-edge.ts';
import { dashArray, type DiagramTheme, type EdgeStyle } from '../../shared/diagram/theme.ts';
import type { Box } from '../../shared/stack/layout.ts';
import { useStacks } from '../state/stacks.ts';
import { isSameEdge, type DrawnEdge } from './canvas-edges.ts';
import { useCanvas, type EdgeFilter } from './canvas-state.ts';
import styles from './edge-layer.module.css';

function styleOf(theme: DiagramTheme, style: EdgeFilter): EdgeStyle {
  return style === 'user' ? theme.user : theme.kinds[style];
}

interface EdgePathProps {
  readonly edge: DrawnEdge;
  readonly path: string;
  readonly arrows: string;
  readonly style: EdgeStyle;
  readonly isSelected: boolean;
}

/** One edge; its properties are compared by value, so that a drag draws only the edges it bends. */
const EdgePath = memo(function EdgePath(props: EdgePathProps): ReactNode {
  const { edge, path, arrows, style, isSelected } = props;
  return (
    <g
      className={`${styles.edge} ${isSelected ? styles.selected : ''}`}
      data-edge={edge.ref.type}
      data-edge-id={edge.id}
    >
      {isSelected ? <path className={styles.halo} d={path} /> : null}
      <path
        className={styles.line}
        d={path}
        stroke={style.colour}
        strokeWidth={style.width}
        strokeDasharray={dashArray(style)}
        strokeLinecap={style.cap}
        fill="none"
      />
      {arrows ? (
        <path
          className={styles.line}
          d={arrows}
          stroke={style.colour}
          strokeWidth={style.width}
          strokeLinejoin="round"
          fill={style.arrow === 'filled' ? style.colour : 'none'}
        />
      ) : null}
      <path className={`${styles.target} nopan`} d={path} data-edge-target={edge.id} />
    </g>
  );
});

interface PathsProps {
  readonly edges: readonly DrawnEdge[];
  readonly routes: ReadonlyMap<string, Route>;
  readonly theme: DiagramTheme;
}

function Paths({ edges, routes, theme }: PathsProps): ReactNode {
  const selected = useCanvas((state) => state.edge);
  return edges.map((edge) => {
    const route = routes.get(edge.id);
    if (!route) return null;
    const style = styleOf(theme, edge.style);
    const arrows = arrowHeads(route, edge.direction).map((head) => arrowPath(head, style.arrow));
    return (
      <EdgePath
        key={edge.id}
        edge={edge}
        path={route.path}
        arrows={arrows.join(' ')}
        style={style}
        isSelected={isSameEdge(selected, edge.ref)}
      />
    );
  });
}
const AllPaths = memo(Paths);

/** The node whose edges stand out: the one under the pointer, or the only one selected. */
function useSpotlight(): string | null {
  return useCanvas(({ hovered, selection }) => {
    if (hovered !== null) return hovered;
    const [only] = selection;
    return selection.size === 1 && only !== undefined ? only : null;
  });
}

/** The edges of one product, drawn once more above all others while those step back. */
function Spotlight({ edges, routes, theme }: PathsProps): ReactNode {
  const nodeId = useSpotlight();
  const own = useMemo(
    () => edges.filter(({ from, to }) => from === nodeId || to === nodeId),
    [edges, nodeId],
  );
  if (own.length === 0) return null;
  return (
    <g className={styles.spotlight}>
      <AllPaths edges={own} routes={routes} theme={theme} />
    </g>
  );
}

function Fading({
  edges,
  children,
}: {
  readonly edges: readonly DrawnEdge[];
  readonly children: ReactNode;
}): ReactNode {
  const nodeId = useSpotlight();
  const isFaded = nodeId !== null && edges.some(({ from, to }) => from === nodeId || to === nodeId);
  return <g className={isFaded ? styles.faded : styles.plain}>{children}</g>;
}

interface EdgeLayerProps {
  readonly edges: readonly DrawnEdge[];
  readonly boxes: ReadonlyMap<string, Box>;
  readonly theme: DiagramTheme;
}

/**
 * All edges in one drawing, below the cards. They are not React Flow's own: those cost a
 * subscription for each edge, and their way would differ from the one in the exports.
 */
export function EdgeLayer({ edges, boxes, theme }: EdgeLayerProps): ReactNode {
  const [editing, setEditing] = useState<string | null>(null);
  const routes = useMemo(() => routeEdges(edges, boxes), [edges, boxes]);
  const byId = useMemo(() => new Map(edges.map((edge) => [edge.id, edge])), [edges]);
  const edgeAt = (target: EventTarget): DrawnEdge | undefined =>
    target instanceof Element ? byId.get(target.getAttribute('data-edge-target') ?? '') : undefined;
  const known = edges.filter((edge) => edge.ref.type === 'known').length;

  return (
    <ViewportPortal>
      <svg
        className={styles.layer}
        role="img"
        aria-label={`${known} known integrations and ${edges.length - known} connections of your own; the outline lists them.`}
        onClick={(event) => {
          const edge = edgeAt(event.target);
          if (edge) useCanvas.getState().openEdge(edge.ref);
        }}
        onDoubleClick={(event) => {
          const edge = edgeAt(event.target);
          if (edge?.ref.type === 'user') setEditing(edge.id);
          if (edge) event.stopPropagation();
        }}
      >
        <Fading edges={edges}>
          <AllPaths edges={edges} routes={routes} theme={theme} />
        </Fading>
        <Spotlight edges={edges} routes={routes} theme={theme} />
      </svg>
      {edges.map((edge) => {
        const middle = routes.get(edge.id)?.middle;
        if (!middle || edge.ref.type !== 'user') return null;
        const { connectionId } = edge.ref;
        return (
          <EdgeLabel
            key={edge.id}
            connectionId={connectionId}
            label={edge.label}
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

interface EdgeLabelProps {
  readonly connectionId: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly isEditing: boolean;
  readonly onEdit: (isOn: boolean) => void;
}

const EdgeLabel = memo(function EdgeLabel(props: EdgeLabelProps): ReactNode {
  const { connectionId, label, x, y, isEditing, onEdit } = props;
  if (!isEditing && label === '') return null;
  const place = { transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` };
  if (!isEditing) {
    return (
      <bdi
        className={`${styles.label} nopan`}
        style={place}
        onClick={() => useCanvas.getState().openEdge({ type: 'user', connectionId })}
        onDoubleClick={() => onEdit(true)}
      >
        {label}
      </bdi>
    );
  }
  const finish = (value: string): void => {
    onEdit(false);
    if (value.trim() === label) return;
    void useStacks.getState().apply({ type: 'edit-connection', connectionId, label: value.trim() });
  };
  return (
    <input
      className={`${styles.label} ${styles.labelInput} nopan nokey`}
      style={place}
      aria-label="Label of the connection"
      placeholder="Label"
      defaultValue={label}
      maxLength={200}
      autoFocus
      onFocus={(event) => event.target.select()}
      onBlur={(event) => finish(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        else if (event.key === 'Escape') onEdit(false);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
});
