import { ChevronRight } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { PossibleLink } from '../../shared/diagram/possible-links.ts';
import { possibleConnectionLabel } from '../../shared/diagram/theme.ts';
import type { StackNode } from '../../shared/stack/stack.ts';
import { count } from '../product/words.ts';
import { useStacks } from '../state/stacks.ts';
import { ConnectionEntry } from './outline-connection.tsx';
import { possibleConnections } from './outline-model.ts';
import styles from './outline.module.css';

/** So many are listed at a time: a hub on a large stack makes hundreds possible. */
const LISTED = 40;

interface PossibleProps {
  readonly node: StackNode;
  readonly possible: readonly PossibleLink[];
}

function List({ node, possible }: PossibleProps): ReactNode {
  const [listed, setListed] = useState(LISTED);
  const nodes = useStacks((state) => state.current?.stack.nodes);
  const all = useMemo(
    () => possibleConnections(nodes ?? {}, node.id, possible),
    [nodes, node.id, possible],
  );
  const more = all.length - listed;
  return (
    <ul className={styles.connections} aria-label={`Possible connections of ${node.name}`}>
      {all.slice(0, listed).map((connection) => (
        <ConnectionEntry key={connection.id} node={node} connection={connection} level={4} />
      ))}
      {more > 0 ? (
        <li className={styles.row} data-outline-row={`${node.id} more`} data-level="4">
          <button
            type="button"
            className={styles.connection}
            data-outline-main
            onClick={() => setListed(listed + LISTED)}
          >
            Show {count(Math.min(LISTED, more))} more of {count(more)}
          </button>
        </li>
      ) : null}
    </ul>
  );
}

/** What a hub on the stack would make possible for a product, listed when asked for. */
export function OutlinePossible({ node, possible }: PossibleProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <div className={styles.row} data-outline-row={`${node.id} possible`} data-level="3">
        <button
          type="button"
          className={styles.possible}
          aria-expanded={isOpen}
          data-outline-main
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronRight aria-hidden="true" />
          {possibleConnectionLabel}
          <span className={styles.kind}>{count(possible.length)}</span>
        </button>
      </div>
      {isOpen ? <List node={node} possible={possible} /> : null}
    </li>
  );
}
