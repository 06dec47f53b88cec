import { memo, type ReactNode } from 'react';
import { edgeStyle } from '../../shared/diagram/edge-style.ts';
import { arrowHeads, arrowPath, type Route } from '../../shared/diagram/route-edge.ts';
import { dashArray, type DiagramTheme, type EdgeStyle } from '../../shared/diagram/theme.ts';
import { isSameEdge, type DrawnEdge } from './canvas-edges.ts';
import { useCanvas } from './canvas-state.ts';
import styles from './edge-layer.module.css';

interface EdgePathProps {
  readonly edge: DrawnEdge;
  readonly path: string;
  readonly arrows: string;
  readonly style: EdgeStyle;
  readonly isSelected: boolean;
  readonly isPlain: boolean;
}

/** One edge; its properties are compared by value, so that a drag draws only the edges it bends. */
const EdgePath = memo(function EdgePath(props: EdgePathProps): ReactNode {
  const { edge, path, arrows, style, isSelected, isPlain } = props;
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
        strokeDasharray={isPlain && edge.kind !== 'user' ? undefined : dashArray(style)}
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

export interface PathsProps {
  readonly edges: readonly DrawnEdge[];
  readonly routes: ReadonlyMap<string, Route>;
  readonly theme: DiagramTheme;
  /** Without dashes: for many edges from far away, where dashes cannot be told apart. */
  readonly isPlain?: boolean;
}

function Paths({ edges, routes, theme, isPlain = false }: PathsProps): ReactNode {
  const selected = useCanvas((state) => state.edge);
  return edges.map((edge) => {
    const route = routes.get(edge.id);
    if (!route) return null;
    const style = edgeStyle(theme, edge);
    const arrows = arrowHeads(route, edge.direction).map((head) => arrowPath(head, style.arrow));
    return (
      <EdgePath
        key={edge.id}
        edge={edge}
        path={route.path}
        arrows={arrows.join(' ')}
        style={style}
        isSelected={isSameEdge(selected, edge.ref)}
        isPlain={isPlain}
      />
    );
  });
}
/** Edges as paths; drawn again only when an edge or a way changes. */
export const EdgePaths = memo(Paths);
