import {
  ArrowLeft,
  ArrowRight,
  Ellipsis,
  Pencil,
  Plus,
  SlidersHorizontal,
  Trash2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { displayText } from '../../shared/diagram/measure-text.ts';
import type { Lane } from '../../shared/stack/stack.ts';
import { useStacks } from '../state/stacks.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { laneMenu } from './lane-edits.ts';
import styles from './lane-layer.module.css';

const icons: Readonly<Record<string, ReactNode>> = {
  rename: <Pencil />,
  choose: <SlidersHorizontal />,
  back: <ArrowLeft />,
  on: <ArrowRight />,
  add: <Plus />,
  remove: <Trash2 />,
};

interface LaneMenuItemsProps {
  readonly lane: Lane;
  /** How it is renamed where that is not done on the canvas. */
  readonly onRename?: () => void;
}

/** The entries, made when the menu opens: which neighbours a lane has takes the whole stack to tell. */
export function LaneMenuItems({ lane, onRename }: LaneMenuItemsProps): ReactNode {
  const stack = useStacks((state) => state.current?.stack ?? null);
  if (!stack) return null;
  return laneMenu(stack, lane).map(({ id, run, isDanger, isDisabled, ...entry }) => (
    <MenuItem
      key={id}
      id={id}
      label={entry.label}
      icon={icons[id]}
      isDisabled={isDisabled ?? false}
      tone={isDanger ? 'danger' : 'plain'}
      onAction={id === 'rename' && onRename ? onRename : run}
    />
  ));
}

/** The button at the end of a lane's head with everything that can be done with the lane. */
export function LaneMenu({ lane }: { readonly lane: Lane }): ReactNode {
  const label = `Lane ${displayText(lane.title)}`;
  return (
    <span className={`${styles.menu} nodrag nopan nokey`}>
      <Menu
        label={label}
        trigger={
          <IconButton label={`Options of the lane ${displayText(lane.title)}`}>
            <Ellipsis />
          </IconButton>
        }
      >
        <LaneMenuItems lane={lane} />
      </Menu>
    </span>
  );
}
