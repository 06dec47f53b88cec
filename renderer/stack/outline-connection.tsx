import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { displayText } from '../../shared/diagram/measure-text.ts';
import { kindLabels, userConnectionLabel } from '../../shared/diagram/theme.ts';
import type { StackNode } from '../../shared/stack/stack.ts';
import { connectionStateLabels } from '../../shared/stack/state-words.ts';
import { useStacks } from '../state/stacks.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import type { EdgeRef } from './canvas-state.ts';
import { edgeMenu } from './edge-menu.ts';
import { openEdgeFromOutline } from './outline-edits.ts';
import type { OutlineConnection } from './outline-model.ts';
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

/** Where the label of a connection is written. */
const LABEL_FIELD = '[data-edge-panel] input[aria-label="Label"]';

function refOf({ what }: OutlineConnection): EdgeRef {
  switch (what.type) {
    case 'known':
      return { type: 'known', from: what.bundle.from, to: what.bundle.to };
    case 'user':
      return { type: 'user', connectionId: what.connection.id };
    case 'possible': {
      const [from, to, via] = [what.from, what.to, what.via].map((end) => end.productId);
      return { type: 'possible', from: from!, to: to!, via: via! };
    }
  }
}

function wordsOf({ what }: OutlineConnection): string {
  if (what.type === 'known') return kindLabels[what.bundle.kind];
  if (what.type === 'possible') return `via ${displayText(what.via.name)}`;
  const { label, state } = what.connection;
  const stands = state === 'live' ? '' : `, ${connectionStateLabels[state].toLowerCase()}`;
  return `${label || userConnectionLabel}${stands}`;
}

interface ConnectionEntryProps {
  readonly node: StackNode;
  readonly connection: OutlineConnection;
  readonly level: 3 | 4;
}

/** The entries of the menu of an edge; a label is written in the panel, where the keyboard is. */
function ConnectionMenuItems({ node, connection }: Omit<ConnectionEntryProps, 'level'>): ReactNode {
  const stack = useStacks((state) => state.current?.stack ?? null);
  if (!stack) return null;
  const { other, way, what } = connection;
  const ref = refOf(connection);
  const ends = way === 'from' ? [other.id, node.id] : [node.id, other.id];
  const edge = {
    ref,
    kind: what.type === 'known' ? what.bundle.kind : what.type,
    from: ends[0] ?? '',
    to: ends[1] ?? '',
  };
  return edgeMenu(stack, edge).map(({ id, label, isDanger, run }) => {
    const opens = id === 'open' || id === 'label';
    const open = (): void =>
      openEdgeFromOutline(ref, id === 'label' ? LABEL_FIELD : '[data-edge-panel]');
    return (
      <MenuItem
        key={id}
        id={id}
        label={label}
        tone={isDanger ? 'danger' : 'plain'}
        onAction={opens ? open : run}
      />
    );
  });
}

/** One connection of a product in the outline. */
export function ConnectionEntry({ node, connection, level }: ConnectionEntryProps): ReactNode {
  const { other, way, what } = connection;
  return (
    <li
      className={styles.row}
      data-outline-row={`${node.id} ${what.type} ${connection.id}`}
      data-level={level}
      {...(what.type === 'user' ? { 'data-connection': connection.id } : {})}
    >
      <button
        type="button"
        className={styles.connection}
        data-outline-main
        onClick={() => openEdgeFromOutline(refOf(connection))}
      >
        <span aria-hidden="true">{wayMarks[way]}</span>
        <span className="visually-hidden">{wayWords[way]} </span>
        <bdi>{other.name}</bdi>
        <span className={styles.kind}>{wordsOf(connection)}</span>
      </button>
      <Menu
        label={`What to do with the connection with ${other.name}`}
        trigger={
          <IconButton label={`More for the connection with ${other.name}`}>
            <Ellipsis />
          </IconButton>
        }
      >
        <ConnectionMenuItems node={node} connection={connection} />
      </Menu>
    </li>
  );
}
