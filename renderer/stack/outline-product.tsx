import {
  ArrowDown,
  ArrowRightLeft,
  ArrowUp,
  ChevronRight,
  Ellipsis,
  Eye,
  Grab,
  Lock,
  LockOpen,
  Replace,
  SlidersHorizontal,
  Spline,
  Trash2,
} from 'lucide-react';
import { memo, useState, type ReactNode } from 'react';
import type { PossibleLink } from '../../shared/diagram/possible-links.ts';
import type { Lane, StackNode } from '../../shared/stack/stack.ts';
import { nodeStateLabels } from '../../shared/stack/state-words.ts';
import { count, counted } from '../product/words.ts';
import { useDialogs } from '../state/dialogs.ts';
import { useStacks } from '../state/stacks.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';
import { openSwap } from '../versions/swap-state.ts';
import { useCanvas } from './canvas-state.ts';
import { pickUpThing } from './carry-edits.ts';
import { ConnectionEntry } from './outline-connection.tsx';
import { moveInLane, openProductFromOutline } from './outline-edits.ts';
import { GroupingItems } from './outline-grouping.tsx';
import { neighbourInLane, type OutlineConnection } from './outline-model.ts';
import { OutlinePossible } from './outline-possible.tsx';
import { moveToLane } from './stack-edits.ts';
import styles from './outline.module.css';

interface ProductMenuProps {
  readonly node: StackNode;
  readonly lanes: readonly Lane[];
}

/** The entries, made when the menu opens: who stands beside a product takes the whole stack to tell. */
function ProductMenuItems({ node, lanes }: ProductMenuProps): ReactNode {
  const stack = useStacks((state) => state.current?.stack ?? null);
  if (!stack) return null;
  const { apply } = useStacks.getState();
  const { id, locked, clusterId } = node;
  const nodeIds = [id];
  const isOrdered = node.laneId !== null;
  return (
    <>
      <MenuItem id="open" label="Open" icon={<Eye />} onAction={() => openProductFromOutline(id)} />
      <MenuItem
        id="details"
        label="State, owner and cost…"
        icon={<SlidersHorizontal />}
        onAction={() => {
          useCanvas.getState().select(nodeIds);
          useDialogs.getState().show('node-details');
        }}
      />
      <MenuItem
        id="connect"
        label="Connect to…"
        icon={<Spline />}
        onAction={() => useCanvas.setState({ connectFrom: id })}
      />
      <MenuItem
        id="swap"
        label="Swap for another product…"
        icon={<Replace />}
        onAction={() => openSwap(id)}
      />
      <MenuSeparator />
      <GroupingItems id={id} clusterId={clusterId} />
      <MenuItem
        id="lock"
        label={locked ? 'Unlock' : 'Lock'}
        icon={locked ? <LockOpen /> : <Lock />}
        onAction={() => void apply({ type: 'lock', nodeIds, locked: !locked })}
      />
      <MenuSeparator />
      <MenuItem
        id="up"
        label="Earlier in its lane"
        icon={<ArrowUp />}
        isDisabled={!isOrdered || !neighbourInLane(stack, id, -1)}
        onAction={() => void moveInLane(id, -1)}
      />
      <MenuItem
        id="down"
        label="Later in its lane"
        icon={<ArrowDown />}
        isDisabled={!isOrdered || !neighbourInLane(stack, id, 1)}
        onAction={() => void moveInLane(id, 1)}
      />
      <MenuItem
        id="carry"
        label="Carry with the arrow keys"
        icon={<Grab />}
        onAction={() => void pickUpThing(id)}
      />
      {lanes
        .filter((lane) => lane.id !== node.laneId)
        .map((lane) => (
          <MenuItem
            key={lane.id}
            id={`lane ${lane.id}`}
            label={`Move to ${lane.title}`}
            icon={<ArrowRightLeft />}
            onAction={() => void moveToLane(id, lane.id)}
          />
        ))}
      <MenuSeparator />
      <MenuItem
        id="remove"
        label="Remove"
        tone="danger"
        icon={<Trash2 />}
        onAction={() => void apply({ type: 'remove', nodeIds })}
      />
    </>
  );
}

/** What a card shows by its border, its marks and its group, in words. */
function furtherWords({ owner, locked, clusterId }: StackNode): string {
  return [
    owner === '' ? '' : `, owned by ${owner}`,
    locked ? ', locked' : '',
    clusterId === null ? '' : ', in a group',
  ].join('');
}

interface OutlineProductProps extends ProductMenuProps {
  readonly icon: string | null;
  readonly isGone: boolean;
  readonly isSelected: boolean;
  readonly connections: readonly OutlineConnection[];
  readonly possible: readonly PossibleLink[];
}

/** One product in the outline, with its connections. */
export const OutlineProduct = memo(function OutlineProduct(props: OutlineProductProps): ReactNode {
  const { node, icon, isGone, isSelected, lanes, connections, possible } = props;
  const [isOpen, setOpen] = useState(false);
  const isEmpty = connections.length + possible.length === 0;
  const further = possible.length === 0 ? '' : `, ${count(possible.length)} possible`;
  return (
    <li className={styles.entry} data-outline-node={node.id}>
      <div
        className={`${styles.row} ${isSelected ? styles.selected : ''}`}
        data-outline-row={node.id}
        data-level="2"
      >
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-label={`${node.name}: ${counted(connections.length, 'connection', 'connections')}${further}`}
          disabled={isEmpty}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronRight aria-hidden="true" />
        </button>
        <button
          type="button"
          className={styles.product}
          data-outline-main
          onClick={() => openProductFromOutline(node.id)}
        >
          <ProductIcon name={node.name} groupId={node.groupId} icon={icon} size={22} />
          <bdi>{node.name}</bdi>
          {isGone ? <span className={styles.gone}>Not in catalogue</span> : null}
          {node.state === 'in-use' ? null : (
            <span className={styles.kind}>
              <span className="visually-hidden">, </span>
              {nodeStateLabels[node.state]}
            </span>
          )}
          <span className="visually-hidden">
            {furtherWords(node)}
            {isSelected ? ', selected' : ''}
          </span>
          {node.locked ? <Lock className={styles.lock} aria-hidden="true" /> : null}
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
          <ProductMenuItems node={node} lanes={lanes} />
        </Menu>
      </div>
      {isOpen && !isEmpty ? (
        <ul className={styles.connections} aria-label={`Connections of ${node.name}`}>
          {connections.map((connection) => (
            <ConnectionEntry
              key={`${connection.what.type} ${connection.id}`}
              node={node}
              connection={connection}
              level={3}
            />
          ))}
          {possible.length > 0 ? <OutlinePossible node={node} possible={possible} /> : null}
        </ul>
      ) : null}
    </li>
  );
});
