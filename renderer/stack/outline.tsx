import { useMemo, useState, type ReactNode } from 'react';
import type { PossibleLink } from '../../shared/diagram/possible-links.ts';
import type { Link } from '../../shared/domain/product.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { useCanvas } from './canvas-state.ts';
import { createListMemory } from './list-memory.ts';
import { useOutlineFocus } from './outline-focus.ts';
import { OutlineItems } from './outline-items.tsx';
import { onOutlineKey, onOutlineMenu } from './outline-keys.ts';
import { OutlineLaneHead } from './outline-lane.tsx';
import {
  isListedAlike,
  isSamePossible,
  lanesInOrder,
  outlineConnections,
  outlineLanes,
  possibleByNode,
  type OutlineConnection,
} from './outline-model.ts';
import { OutlineProduct } from './outline-product.tsx';
import { useProductRows } from './product-rows.ts';
import styles from './outline.module.css';

const noConnections: readonly OutlineConnection[] = [];
const nonePossible: readonly PossibleLink[] = [];

interface OutlineProps {
  readonly stack: Stack;
  readonly links: readonly Link[];
  /** Connections that a hub on the stack would make possible. */
  readonly possible: readonly PossibleLink[];
}

/**
 * The stack as a list: everything that is on the canvas, and everything that can be done there, for
 * the keyboard and for assistive technology.
 */
export function Outline({ stack, links, possible }: OutlineProps): ReactNode {
  const selection = useCanvas((state) => state.selection);
  const lanes = useMemo(() => outlineLanes(stack), [stack]);
  const [keptConnections] = useState(() => createListMemory(isListedAlike));
  const [keptPossible] = useState(() => createListMemory(isSamePossible));
  const connections = useMemo(
    () => keptConnections(outlineConnections(stack, links)),
    [keptConnections, stack, links],
  );
  const possibleOf = useMemo(
    () => keptPossible(possibleByNode(possible)),
    [keptPossible, possible],
  );
  const ids = useMemo(
    () => Object.values(stack.nodes).map((node) => node.productId),
    [stack.nodes],
  );
  const rows = useProductRows(ids);
  const targets = useMemo(() => lanesInOrder(stack.lanes), [stack.lanes]);
  useOutlineFocus();
  return (
    // The keys and the menu of its rows; the buttons of each row do all of it as well.
    <div
      className={styles.outline}
      data-outline
      onKeyDown={onOutlineKey}
      onContextMenu={onOutlineMenu}
    >
      <h2 tabIndex={-1} data-outline-head>
        Outline
      </h2>
      {lanes.map(({ lane, nodes }) => (
        <section key={lane?.id ?? ''} aria-label={lane?.title ?? 'Outside the lanes'}>
          <OutlineLaneHead lane={lane} count={nodes.length} />
          {nodes.length > 0 ? (
            <ul>
              {nodes.map((node) => (
                <OutlineProduct
                  key={node.id}
                  node={node}
                  icon={rows[node.productId]?.icon ?? null}
                  isGone={rows[node.productId] === null}
                  isSelected={selection.has(node.id)}
                  lanes={targets}
                  connections={connections.get(node.id) ?? noConnections}
                  possible={possibleOf.get(node.id) ?? nonePossible}
                />
              ))}
            </ul>
          ) : (
            <p className={styles.none}>No products</p>
          )}
        </section>
      ))}
      <OutlineItems items={stack.items} selection={selection} />
    </div>
  );
}
