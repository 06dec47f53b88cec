import { ArrowRightLeft, ChevronRight, Ellipsis, Eye, Spline, Trash2 } from 'lucide-react';
import { memo, useMemo, useState, type ReactNode } from 'react';
import { kindLabels, userConnectionLabel } from '../../shared/diagram/theme.ts';
import type { Link } from '../../shared/domain/product.ts';
import type { Lane, Stack, StackNode } from '../../shared/stack/stack.ts';
import { counted } from '../product/words.ts';
import { useStacks } from '../state/stacks.ts';
import { useView } from '../state/view.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';
import { useCanvas } from './canvas-state.ts';
import { OutlineItems } from './outline-items.tsx';
import { outlineConnections, outlineLanes, type OutlineConnection } from './outline-model.ts';
import { useProductRows } from './product-rows.ts';
import { moveToLane, showNodes } from './stack-edits.ts';
import styles from './outline.module.css';

const wayWords: Readonly<Record<OutlineConnection['way'], string>> = {
  to: 'to',
  from: 'from',
  both: 'both ways with',
  none: 'with',
};
const wayMarks: Readonly<Record<OutlineConnection['way'], string>> = {
  to: '→',
  from: '←',
  both: '↔',
  none: '–',
};

function ConnectionEntry({ connection }: { readonly connection: OutlineConnection }): ReactNode {
  const { other, way, what } = connection;
  const label =
    what.type === 'known'
      ? kindLabels[what.bundle.kind]
      : what.connection.label || userConnectionLabel;
  const open = (): void =>
    useCanvas
      .getState()
      .openEdge(
        what.type === 'known'
          ? { type: 'known', from: what.bundle.from, to: what.bundle.to }
          : { type: 'user', connectionId: what.connection.id },
      );
  return (
    <li>
      <button type="button" className={styles.connection} onClick={open}>
        <span aria-hidden="true">{wayMarks[way]}</span>
        <span className="visually-hidden">{wayWords[way]} </span>
        <bdi>{other.name}</bdi>
        <span className={styles.kind}>{label}</span>
      </button>
    </li>
  );
}

interface EntryProps {
  readonly node: StackNode;
  readonly icon: string | null;
  readonly isGone: boolean;
  readonly isSelected: boolean;
  readonly lanes: readonly Lane[];
  readonly connections: readonly OutlineConnection[];
}

const noConnections: readonly OutlineConnection[] = [];

const Entry = memo(function Entry(props: EntryProps): ReactNode {
  const { node, icon, isGone, isSelected, lanes, connections } = props;
  const [isOpen, setOpen] = useState(false);
  const openProduct = (): void => {
    showNodes([node.id]);
    useView.getState().openProduct(node.productId);
  };
  return (
    <li className={styles.entry} data-outline-node={node.id}>
      <div className={`${styles.row} ${isSelected ? styles.selected : ''}`}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-label={`${node.name}: ${counted(connections.length, 'connection', 'connections')}`}
          disabled={connections.length === 0}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronRight aria-hidden="true" />
        </button>
        <button type="button" className={styles.product} onClick={openProduct}>
          <ProductIcon name={node.name} groupId={node.groupId} icon={icon} size={22} />
          <bdi>{node.name}</bdi>
          {isGone ? <span className={styles.gone}>Not in catalogue</span> : null}
        </button>
        <span className={styles.count} aria-hidden="true">
          {connections.length}
        </span>
        <Menu
          label={`What to do with ${node.name}`}
          trigger={
            <IconButton label={`More for ${node.name}`}>
              <Ellipsis />
            </IconButton>
          }
        >
          <MenuItem id="open" label="Open" icon={<Eye />} onAction={openProduct} />
          <MenuItem
            id="connect"
            label="Connect to…"
            icon={<Spline />}
            onAction={() => useCanvas.setState({ connectFrom: node.id })}
          />
          <MenuSeparator />
          {lanes
            .filter((lane) => lane.id !== node.laneId)
            .map((lane) => (
              <MenuItem
                key={lane.id}
                id={`lane ${lane.id}`}
                label={`Move to ${lane.title}`}
                icon={<ArrowRightLeft />}
                onAction={() => void moveToLane(node.id, lane.id)}
              />
            ))}
          <MenuSeparator />
          <MenuItem
            id="remove"
            label="Remove"
            tone="danger"
            icon={<Trash2 />}
            onAction={() => void useStacks.getState().apply({ type: 'remove', nodeIds: [node.id] })}
          />
        </Menu>
      </div>
      {isOpen ? (
        <ul className={styles.connections} aria-label={`Connections of ${node.name}`}>
          {connections.map((connection) => (
            <ConnectionEntry
              key={`${connection.what.type} ${connection.id}`}
              connection={connection}
            />
          ))}
        </ul>
      ) : null}
    </li>
  );
});

interface OutlineProps {
  readonly stack: Stack;
  readonly links: readonly Link[];
}

/** The stack as a list: everything that is on the canvas, for reading and for the keyboard. */
export function Outline({ stack, links }: OutlineProps): ReactNode {
  const selection = useCanvas((state) => state.selection);
  const lanes = useMemo(() => outlineLanes(stack), [stack]);
  const connections = useMemo(() => outlineConnections(stack, links), [stack, links]);
  const ids = useMemo(
    () => Object.values(stack.nodes).map((node) => node.productId),
    [stack.nodes],
  );
  const rows = useProductRows(ids);
  const targets = useMemo(() => lanes.flatMap(({ lane }) => lane ?? []), [lanes]);
  return (
    <div className={styles.outline}>
      <h2>Outline</h2>
      {lanes.map(({ lane, nodes }) => (
        <section key={lane?.id ?? ''} aria-label={lane?.title ?? 'Outside the lanes'}>
          <h3>
            <bdi>{lane?.title ?? 'Outside the lanes'}</bdi>
            <span>{nodes.length}</span>
          </h3>
          {nodes.length > 0 ? (
            <ul>
              {nodes.map((node) => (
                <Entry
                  key={node.id}
                  node={node}
                  icon={rows[node.productId]?.icon ?? null}
                  isGone={rows[node.productId] === null}
                  isSelected={selection.has(node.id)}
                  lanes={targets}
                  connections={connections.get(node.id) ?? noConnections}
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
