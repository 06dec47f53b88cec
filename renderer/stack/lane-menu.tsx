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

/** The button at the end of a lane's head with everything that can be done with the lane. */
export function LaneMenu({ lane }: { readonly lane: Lane }): ReactNode {
  const stack = useStacks((state) => state.current?.stack ?? null);
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
        {(stack ? laneMenu(stack, lane) : []).map(({ id, run, isDanger, isDisabled, ...entry }) => (
          <MenuItem
            key={id}
            id={id}
            label={entry.label}
            icon={icons[id]}
            isDisabled={isDisabled ?? false}
            tone={isDanger ? 'danger' : 'plain'}
            onAction={run}
          />
        ))}
      </Menu>
    </span>
  );
}
