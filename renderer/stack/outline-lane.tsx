import { Ellipsis } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { displayText } from '../../shared/diagram/measure-text.ts';
import { GivenName } from '../../shared/domain/ids.ts';
import { laneBox } from '../../shared/stack/layout.ts';
import type { Lane } from '../../shared/stack/stack.ts';
import { useStacks } from '../state/stacks.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { useCanvas } from './canvas-state.ts';
import { LaneMenuItems } from './lane-menu.tsx';
import { OutlineField } from './outline-field.tsx';
import styles from './outline.module.css';

/** Brings a lane into view. */
function showLane(lane: Lane): void {
  const stack = useStacks.getState().current?.stack;
  if (stack) useCanvas.setState({ reveal: { box: laneBox(lane, stack) } });
}

interface OutlineLaneHeadProps {
  /** Null for what stands in no lane. */
  readonly lane: Lane | null;
  readonly count: number;
}

/** The head of a lane in the outline: its name, and everything that can be done with the lane. */
export function OutlineLaneHead({ lane, count }: OutlineLaneHeadProps): ReactNode {
  const [isRenaming, setRenaming] = useState(false);
  if (!lane) {
    return (
      <h3>
        Outside the lanes<span>{count}</span>
      </h3>
    );
  }
  const rowId = `lane ${lane.id}`;
  const rename = (text: string | null): void => {
    setRenaming(false);
    const name = GivenName.safeParse(text);
    if (!name.success) return;
    void useStacks.getState().apply({ type: 'rename-lane', laneId: lane.id, title: name.data });
  };
  return (
    <div className={styles.row} data-outline-row={rowId} data-level="1">
      {isRenaming ? (
        <OutlineField
          rowId={rowId}
          label={`Name of the lane ${lane.title}`}
          value={lane.title}
          maxLength={200}
          onDone={rename}
        />
      ) : (
        <h3>
          <button
            type="button"
            className={styles.lane}
            data-outline-main
            onClick={() => showLane(lane)}
          >
            <bdi>{lane.title}</bdi>
            <span className="visually-hidden">: </span>
            <span>{count}</span>
          </button>
        </h3>
      )}
      <Menu
        label={`Lane ${displayText(lane.title)}`}
        trigger={
          <IconButton label={`More for the lane ${displayText(lane.title)}`}>
            <Ellipsis />
          </IconButton>
        }
      >
        <LaneMenuItems
          lane={lane}
          // While the menu is open it keeps the focus.
          onRename={() => void window.setTimeout(() => setRenaming(true))}
        />
      </Menu>
    </div>
  );
}
