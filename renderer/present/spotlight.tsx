import { useId, useMemo, type ReactNode } from 'react';
import { displayText } from '../../shared/diagram/measure-text.ts';
import { routeEdge } from '../../shared/diagram/route-edge.ts';
import type { Link } from '../../shared/domain/product.ts';
import { nodeBox, type Box } from '../../shared/stack/layout.ts';
import type { Stack, StackNode } from '../../shared/stack/stack.ts';
import { outlineConnections } from '../stack/outline-model.ts';
import styles from './presentation.module.css';

/** Around a lit card, in canvas units: its chips stand on its border. */
const GLOW = 7;
/** Far beyond everything that a screen can show around a diagram. */
const FAR = 200_000;
const everywhere = { x: -FAR, y: -FAR, width: 2 * FAR, height: 2 * FAR } as const;

interface HolesProps {
  readonly id: string;
  readonly holes: readonly Box[];
}

/** A mask that lets everything through but what is in the holes, which may overlap. */
function Holes({ id, holes }: HolesProps): ReactNode {
  return (
    <mask id={id} maskUnits="userSpaceOnUse" {...everywhere}>
      <rect {...everywhere} fill="#fff" />
      {holes.map((hole) => (
        <rect key={`${hole.x} ${hole.y}`} {...hole} rx={10} fill="#000" />
      ))}
    </mask>
  );
}

/** A sheet over everything, with holes. */
export function Veil({ holes }: { readonly holes: readonly Box[] }): ReactNode {
  const id = useId();
  return (
    <>
      <Holes id={id} holes={holes} />
      <rect className={styles.veil} {...everywhere} mask={`url(#${id})`} pointerEvents="none" />
    </>
  );
}

function glowing({ x, y, width, height }: Box): Box {
  return { x: x - GLOW, y: y - GLOW, width: width + 2 * GLOW, height: height + 2 * GLOW };
}

interface SpotlightProps {
  readonly stack: Pick<Stack, 'nodes' | 'connections'>;
  readonly links: readonly Link[];
  /** The products that can be lit by keyboard, in their order. */
  readonly nodes: readonly StackNode[];
  /** Id of the node that is lit. */
  readonly lit: string | null;
  readonly onLight: (nodeId: string | null) => void;
}

/** Lights the product under the pointer, or the one that has the keyboard, and what it works with. */
export function Spotlight({ stack, links, nodes, lit, onLight }: SpotlightProps): ReactNode {
  const beamsId = useId();
  const { nodes: all, connections } = stack;
  const neighbours = useMemo(() => {
    const known = outlineConnections({ nodes: all, connections }, links);
    return new Map(
      [...known].map(([id, list]) => [id, [...new Set(list.map(({ other }) => other))]]),
    );
  }, [all, connections, links]);
  const centre = lit === null ? undefined : all[lit];
  const around = centre ? (neighbours.get(centre.id) ?? []) : [];
  const wordsOf = (node: StackNode): string => {
    const names = (neighbours.get(node.id) ?? []).map(({ name }) => displayText(name));
    const others = names.length === 0 ? 'no connection on this stack' : `with ${names.join(', ')}`;
    return `${displayText(node.name)}, ${others}`;
  };
  return (
    <>
      {centre ? (
        <>
          <Veil holes={[centre, ...around].map((node) => glowing(nodeBox(node)))} />
          {/* Beams go behind the cards, whose names are to be read. */}
          <Holes id={beamsId} holes={[centre, ...around].map(nodeBox)} />
          <g mask={`url(#${beamsId})`} pointerEvents="none">
            {around.map((node) => (
              <path
                key={node.id}
                className={styles.beam}
                d={routeEdge(nodeBox(centre), nodeBox(node)).path}
              />
            ))}
          </g>
          <rect className={styles.lit} {...glowing(nodeBox(centre))} rx={12} />
        </>
      ) : null}
      {nodes.map((node) => (
        <rect
          key={node.id}
          {...nodeBox(node)}
          className={styles.target}
          role="img"
          aria-label={wordsOf(node)}
          tabIndex={0}
          data-product={node.productId}
          onPointerEnter={() => onLight(node.id)}
          onPointerLeave={() => onLight(null)}
          onFocus={() => onLight(node.id)}
          onBlur={() => onLight(null)}
        />
      ))}
    </>
  );
}
