import { memo, type ReactNode } from 'react';
import { edgeStyle } from '../../shared/diagram/edge-style.ts';
import { arrowHeads, arrowPath, type Route } from '../../shared/diagram/route-edge.ts';
import { dashArray, type DiagramTheme, type EdgeStyle } from '../../shared/diagram/theme.ts';
import type { DrawnEdge } from './canvas-edges.ts';
import styles from './edge-layer.module.css';

interface EdgePathProps {
  readonly id: string;
  readonly type: DrawnEdge['ref']['type'];
  readonly route: Route;
  readonly direction: DrawnEdge['direction'];
  readonly style: EdgeStyle;
  readonly isSelected: boolean;
  readonly isPlain: boolean;
  readonly isCopy: boolean;
}

/** One edge; its way is the same object as long as it runs the same, and is then not drawn again. */
const EdgePath = memo(function EdgePath(props: EdgePathProps): ReactNode {
  const { id, type, route, direction, style, isSelected, isPlain, isCopy } = props;
  const { path } = route;
  const heads = arrowHeads(route, direction).map((head) => arrowPath(head, style.arrow));
  const arrows = heads.join(' ');
  const dashes = isPlain && type !== 'user' ? undefined : dashArray(style);
  // Of thousands each is one element: its head is an outline, and part of the line.
  const isWhole = isPlain && dashes === undefined;
  return (
    <>
      {isSelected ? <path className={styles.halo} d={path} /> : null}
      <path
        className={styles.line}
        {...(isCopy ? {} : { 'data-edge': type, 'data-edge-id': id })}
        d={isWhole ? `${path} ${arrows}` : path}
        stroke={style.colour}
        strokeWidth={style.width}
        strokeDasharray={dashes}
        strokeLinecap={style.cap}
        fill="none"
      />
      {isWhole ? null : (
        <path
          className={styles.line}
          d={arrows}
          stroke={style.colour}
          strokeWidth={style.width}
          strokeLinejoin="round"
          fill={style.arrow === 'filled' ? style.colour : 'none'}
        />
      )}
    </>
  );
});

export interface PathsProps {
  readonly edges: readonly DrawnEdge[];
  readonly routes: ReadonlyMap<string, Route>;
  readonly theme: DiagramTheme;
  /** The edge whose panel is open. */
  readonly selectedId?: string | null;
  /** As little as shows a line: for so many edges that nobody could tell dashes and heads apart. */
  readonly isPlain?: boolean;
  /** They are drawn below as well, and stand out here. */
  readonly isCopy?: boolean;
}

function Paths({
  edges,
  routes,
  theme,
  selectedId = null,
  isPlain = false,
  isCopy = false,
}: PathsProps): ReactNode {
  return edges.map((edge) => {
    const route = routes.get(edge.id);
    if (!route) return null;
    return (
      <EdgePath
        key={edge.id}
        id={edge.id}
        type={edge.ref.type}
        route={route}
        direction={edge.direction}
        style={edgeStyle(theme, edge)}
        isSelected={edge.id === selectedId}
        isPlain={isPlain}
        isCopy={isCopy}
      />
    );
  });
}
/** Edges as paths; drawn again only when an edge or a way changes. */
export const EdgePaths = memo(Paths);
