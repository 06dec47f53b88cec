import { useStore } from '@xyflow/react';
import {
  AlignCenterHorizontal,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  ChevronDown,
  Copy,
  Group,
  Lock,
  Spline,
  Trash2,
  Ungroup,
  Unlock,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Toolbar } from 'react-aria-components';
import type { ActionId } from '../../shared/actions.ts';
import type { Box } from '../../shared/stack/layout.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { nodeStateLabels } from '../../shared/stack/state-words.ts';
import { nodeStates } from '../../shared/stack/vocabulary.ts';
import { shortcutLabel } from '../app/shortcuts.ts';
import { runAction } from '../state/actions.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { boundsOf } from './canvas-nodes.ts';
import { useCanvas } from './canvas-state.ts';
import styles from './selection-toolbar.module.css';

interface SelectionToolbarProps {
  readonly stack: Stack;
  /** Where products and items stand, by id. */
  readonly boxes: ReadonlyMap<string, Box>;
}

interface ToolProps {
  readonly action: ActionId;
  readonly label: string;
  readonly shortcut?: string;
  readonly children: ReactNode;
}

function Tool({ action, label, shortcut, children }: ToolProps): ReactNode {
  return (
    <IconButton
      label={label}
      {...(shortcut === undefined ? {} : { shortcut: shortcutLabel(shortcut) })}
      onPress={() => runAction(action)}
    >
      {children}
    </IconButton>
  );
}

function AlignMenu(): ReactNode {
  return (
    <Menu
      label="Align"
      trigger={
        <IconButton label="Align and distribute">
          <AlignCenterHorizontal />
        </IconButton>
      }
    >
      {(
        [
          ['edit.align-left', 'Align left', 'Alt+Shift+ArrowLeft', <AlignStartVertical />],
          ['edit.align-right', 'Align right', 'Alt+Shift+ArrowRight', <AlignEndVertical />],
          ['edit.align-top', 'Align at the top', 'Alt+Shift+ArrowUp', <AlignStartHorizontal />],
          ['edit.align-bottom', 'Align below', 'Alt+Shift+ArrowDown', <AlignEndHorizontal />],
          ['edit.distribute-across', 'Distribute across', '', <AlignHorizontalDistributeCenter />],
          ['edit.distribute-down', 'Distribute downwards', '', <AlignVerticalDistributeCenter />],
        ] as const
      ).map(([id, label, shortcut, icon]) => (
        <MenuItem
          key={id}
          id={id}
          label={label}
          icon={icon}
          {...(shortcut === '' ? {} : { shortcut: shortcutLabel(shortcut) })}
          onAction={() => runAction(id)}
        />
      ))}
    </Menu>
  );
}

function StateMenu(): ReactNode {
  return (
    <Menu
      label="State"
      trigger={
        <Button tone="quiet" aria-label="State of the selected products">
          State <ChevronDown aria-hidden="true" />
        </Button>
      }
    >
      {nodeStates.map((state) => (
        <MenuItem
          key={state}
          id={state}
          label={nodeStateLabels[state]}
          onAction={() => runAction(`node.mark-${state}`)}
        />
      ))}
    </Menu>
  );
}

/** Room above what is selected, in pixels, that the toolbar needs; without it, it stands below. */
const ROOM = 56;

/**
 * What is wanted for several things at once, beside them. One product alone has its panel; while
 * something is carried there is nothing in the way.
 */
export function SelectionToolbar({ stack, boxes }: SelectionToolbarProps): ReactNode {
  const selection = useCanvas((state) => state.selection);
  const isMoving = useCanvas((state) => state.moved.size > 0);
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const bounds = boundsOf([...selection].flatMap((id) => boxes.get(id) ?? []));
  if (selection.size < 2 || isMoving || !bounds) return null;
  const ids = [...selection];
  const products = ids.filter((id) => stack.nodes[id]).length;
  const entities = ids.flatMap((id) => stack.nodes[id] ?? stack.items[id] ?? []);
  const isGroup = entities.every(
    ({ clusterId }) => clusterId !== null && clusterId === entities[0]?.clusterId,
  );
  const isLocked = entities.every(({ locked }) => locked);
  const above = bounds.y * zoom + y;
  const below = (bounds.y + bounds.height) * zoom + y;
  const isAbove = above >= ROOM;
  const place = {
    left: Math.min(width - 180, Math.max(180, (bounds.x + bounds.width / 2) * zoom + x)),
    top: isAbove
      ? Math.min(above, height - 60) - 8
      : Math.max(8, Math.min(below, height - ROOM) + 8),
  };
  return (
    <Toolbar
      className={styles.bar ?? ''}
      style={{ ...place, transform: `translate(-50%, ${isAbove ? '-100%' : '0'})` }}
      aria-label="What is selected"
    >
      <span className={styles.count}>{selection.size} selected</span>
      {products > 0 ? <StateMenu /> : null}
      {products === 2 && selection.size === 2 ? (
        <Tool action="canvas.connect" label="Connect the two" shortcut="A">
          <Spline />
        </Tool>
      ) : null}
      <AlignMenu />
      {isGroup ? (
        <Tool action="edit.ungroup" label="Ungroup" shortcut="Mod+Shift+G">
          <Ungroup />
        </Tool>
      ) : (
        <Tool action="edit.group" label="Group" shortcut="Mod+G">
          <Group />
        </Tool>
      )}
      <Tool action="edit.lock" label={isLocked ? 'Unlock' : 'Lock'} shortcut="Mod+Shift+L">
        {isLocked ? <Unlock /> : <Lock />}
      </Tool>
      {products === selection.size ? null : (
        <Tool action="edit.duplicate" label="Duplicate" shortcut="Mod+D">
          <Copy />
        </Tool>
      )}
      <span className={styles.line} />
      <Tool action="edit.remove" label="Remove" shortcut="Delete">
        <Trash2 />
      </Tool>
    </Toolbar>
  );
}
