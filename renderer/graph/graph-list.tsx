import { Maximize2 } from 'lucide-react';
import { memo, useMemo, type ReactNode } from 'react';
import { kindLabels, userConnectionLabel } from '../../shared/diagram/theme.ts';
import type { IntegrationKind } from '../../shared/domain/catalogue.ts';
import { counted } from '../product/words.ts';
import { useView } from '../state/view.ts';
import { IconButton } from '../ui/button.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';
import type { GraphNode } from './graph-model.ts';
import styles from './graph-list.module.css';

type Kinds = ReadonlySet<IntegrationKind | 'user'>;

interface EntryProps {
  readonly node: GraphNode;
  readonly detail: string;
  readonly isRoot: boolean;
  readonly isOpen: boolean;
  /** Neighbours still to come, null where nobody has asked for any. */
  readonly more: number | null;
  readonly onPoint: (id: string | null) => void;
  readonly onExpand: (id: string) => void;
}

const Entry = memo(function Entry(props: EntryProps): ReactNode {
  const { node, detail, isRoot, isOpen, more, onPoint, onExpand } = props;
  return (
    <li
      className={`${styles.entry} ${isOpen ? styles.open : ''}`}
      onMouseEnter={() => onPoint(node.id)}
      onMouseLeave={() => onPoint(null)}
      onFocus={() => onPoint(node.id)}
      onBlur={() => onPoint(null)}
    >
      <button
        type="button"
        className={styles.product}
        onClick={() => useView.getState().openProduct(node.id)}
      >
        <ProductIcon name={node.name} groupId={node.groupId} icon={node.icon} size={26} />
        <span className={styles.words}>
          <bdi className={isRoot ? styles.root : styles.name}>{node.name}</bdi>
          <span className={styles.detail}>
            {detail}
            {more !== null && more > 0 ? ` · ${more} more` : ''}
          </span>
        </span>
      </button>
      {more === 0 ? null : (
        <IconButton
          label={
            more === null
              ? `Add the neighbours of ${node.name}`
              : `Add more neighbours of ${node.name}; ${more} more`
          }
          onPress={() => onExpand(node.id)}
        >
          <Maximize2 />
        </IconButton>
      )}
    </li>
  );
});

function kindsText(kinds: Kinds | undefined): string {
  if (!kinds) return '';
  return [...kinds]
    .map((kind) => (kind === 'user' ? userConnectionLabel : kindLabels[kind]))
    .join(', ');
}

interface GraphListProps {
  /** A part of the names that are listed; empty for all. */
  readonly find: string;
  readonly nodes: readonly GraphNode[];
  readonly joined: ReadonlyMap<string, ReadonlyMap<string, Kinds>>;
  readonly rootId: string | null;
  readonly openId: string | null;
  readonly expanded: ReadonlyMap<string, number>;
  readonly onPoint: (id: string | null) => void;
  readonly onExpand: (id: string) => void;
}

/** The graph as a list, for the keyboard and for screen readers: who is there, joined how. */
export function GraphList(props: GraphListProps): ReactNode {
  const { find, nodes, joined, rootId, openId, expanded, onPoint, onExpand } = props;
  const wanted = find.trim().toLocaleLowerCase();
  const sorted = useMemo(
    () =>
      nodes
        .filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
        .sort(
          (p, q) =>
            Number(q.id === rootId) - Number(p.id === rootId) || p.name.localeCompare(q.name),
        ),
    [nodes, rootId, wanted],
  );
  const rootName = nodes.find(({ id }) => id === rootId)?.name;
  const detailOf = (node: GraphNode): string => {
    const direct = rootId === null ? undefined : joined.get(rootId)?.get(node.id);
    if (direct) return kindsText(direct);
    const others = counted(joined.get(node.id)?.size ?? 0, 'connection', 'connections');
    return node.id === rootId ? `In the middle, ${others}` : `${others} here`;
  };
  return (
    <section
      className={styles.list}
      aria-label={rootName === undefined ? 'Products of the graph' : `Around ${rootName}`}
    >
      {sorted.length === 0 ? (
        <p className={styles.nothing}>No product here has this name.</p>
      ) : null}
      <ul>
        {sorted.map((node) => (
          <Entry
            key={node.id}
            node={node}
            detail={detailOf(node)}
            isRoot={node.id === rootId}
            isOpen={node.id === openId}
            more={expanded.get(node.id) ?? null}
            onPoint={onPoint}
            onExpand={onExpand}
          />
        ))}
      </ul>
    </section>
  );
}
