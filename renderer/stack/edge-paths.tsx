import { memo, type ReactNode } from 'react';
import { edgeStyle } from '../../shared/diagram/edge-style.ts';
import { arrowHeads, arrowPath, type Route } from '../../shared/diagram/route-edge.ts';
import { dashArray, type DiagramTheme, type EdgeStyle } from '../../shared/diagram/theme.ts';
import type { DrawnEdge } from './canvas-edges.ts';
import styles from './edge-layer.module.css';

interface EdgePathProps {
  readonly id: string;
  readonly type: DrawnEdge['ref']['type'];
  readonly path: string;
  readonly arrows: string;
  readonly style: EdgeStyle;
  readonly isSelected: boolean;
  readonly isPlain: boolean;
  readonly isCopy: boolean;
}

/** One edge; its properties are compared by value, so that a drag draws only the edges it bends. */
const EdgePath = memo(function EdgePath(props: EdgePathProps): ReactNode {
  const { id, type, path, arrows, style, isSelected, isPlain, isCopy } = props;
  const dashes = isPlain && type !== 'user' ? undefined : dashArray(style);
  // Of thousands each is one element: its head is an outline, and part of the line.
  const isWhole = arrows === '' || (isPlain && dashes === undefined);
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
    const style = edgeStyle(theme, edge);
    const arrows = arrowHeads(route, edge.direction).map((head) => arrowPath(head, style.arrow));
    return (
      <EdgePath
        key={edge.id}
        id={edge.id}
        type={edge.ref.type}
        path={route.path}
        arrows={arrows.join(' ')}
        style={style}
        isSelected={edge.id === selectedId}
        isPlain={isPlain}
        isCopy={isCopy}
      />
    );
  });
}
/** Edges as paths; drawn again only when an edge or a way changes. */
export const EdgePaths = memo(Paths);
