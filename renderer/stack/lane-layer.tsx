import { ViewportPortal } from '@xyflow/react';
import {
  memo,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { DiagramTheme } from '../../shared/diagram/theme.ts';
import { GivenName } from '../../shared/domain/ids.ts';
import { laneBox, LANE, type Box } from '../../shared/stack/layout.ts';
import type { Lane, Stack } from '../../shared/stack/stack.ts';
import { useStacks } from '../state/stacks.ts';
import { useLaneEditing } from './lane-edits.ts';
import { LaneHandles } from './lane-handles.tsx';
import { LaneMenu } from './lane-menu.tsx';
import { useLaneDrag } from './use-lane-drag.ts';
import styles from './lane-layer.module.css';

interface LaneTitleProps {
  readonly lane: Lane;
}

function LaneTitle({ lane }: LaneTitleProps): ReactNode {
  const [draft, setDraft] = useState<string | null>(null);
  const titleRef = useRef<HTMLButtonElement | null>(null);
  const returnsFocus = useRef(false);
  const isEditing = draft !== null;
  // The lane's menu, or its being new, asks for the name.
  const isAsked = useLaneEditing((state) => state.renaming === lane.id);
  if (isAsked && draft === null) {
    setDraft(lane.title);
  }
  useEffect(() => {
    if (isAsked) useLaneEditing.setState({ renaming: null });
  }, [isAsked]);
  // A key that ends the edit leaves the keyboard on the title; a click elsewhere takes it along.
  useLayoutEffect(() => {
    if (isEditing || !returnsFocus.current) return;
    returnsFocus.current = false;
    titleRef.current?.focus();
  }, [isEditing]);

  const finish = (save: boolean): void => {
    const name = GivenName.safeParse(draft);
    setDraft(null);
    if (!save || !name.success || name.data === lane.title) return;
    void useStacks.getState().apply({ type: 'rename-lane', laneId: lane.id, title: name.data });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    returnsFocus.current = true;
    finish(event.key === 'Enter');
    event.preventDefault();
    event.stopPropagation();
  };

  if (isEditing) {
    return (
      <input
        className={`${styles.input} nodrag nopan nokey`}
        aria-label={`Name of the lane ${lane.title}`}
        value={draft}
        maxLength={200}
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => finish(true)}
        onKeyDown={onKeyDown}
      />
    );
  }
  return (
    <button
      ref={titleRef}
      type="button"
      className={`${styles.title} nopan`}
      data-lane-title
      title="Drag to move; double-click or press F2 to rename"
      aria-description="Press F2 to rename"
      onDoubleClick={() => setDraft(lane.title)}
      onClick={(event) => {
        // Pressed by a key or by assistive technology, which cannot double-click.
        if (event.detail === 0) setDraft(lane.title);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'F2' && event.key !== 'Enter') return;
        event.preventDefault();
        event.stopPropagation();
        setDraft(lane.title);
      }}
    >
      <bdi>{lane.title}</bdi>
    </button>
  );
}

function laneStyle(lane: Lane, box: Box, theme: DiagramTheme): CSSProperties {
  const [group] = lane.groups;
  const colours = group ? theme.groups[group] : null;
  return {
    transform: `translate(${box.x}px, ${box.y}px)`,
    width: box.width,
    height: box.height,
    background: theme.lane,
    borderColor: theme.laneBorder,
    '--lane-header': `${LANE.header - 10}px`,
    '--lane-soft': colours?.soft ?? theme.card,
    '--lane-text': colours?.text ?? theme.text,
  } as CSSProperties;
}

interface LaneBoxProps {
  readonly lane: Lane;
  readonly stack: Pick<Stack, 'lanes' | 'nodes'>;
  readonly theme: DiagramTheme;
}

function LaneView({ lane, stack, theme }: LaneBoxProps): ReactNode {
  const box = laneBox(lane, stack);
  const [dragged, setDragged] = useState<Partial<Pick<Box, 'width' | 'height'>>>({});
  const { offset, onPointerDown } = useLaneDrag(lane.id);
  const at = offset ? { x: box.x + offset.x, y: box.y + offset.y } : {};
  return (
    <div
      role="group"
      className={`${styles.lane} ${offset ? styles.dragged : ''}`}
      style={laneStyle(lane, { ...box, ...dragged, ...at }, theme)}
      aria-label={lane.title}
      data-lane={lane.id}
    >
      <header className={styles.header} onPointerDown={onPointerDown}>
        <LaneTitle lane={lane} />
        <LaneMenu lane={lane} />
      </header>
      <LaneHandles
        lane={lane}
        box={box}
        onDrag={(side, length) => setDragged(length === null ? {} : { [side]: length })}
      />
    </div>
  );
}

interface LaneLayerProps {
  readonly stack: Pick<Stack, 'lanes' | 'nodes'>;
  readonly theme: DiagramTheme;
}

function Lanes({ stack, theme }: LaneLayerProps): ReactNode {
  return (
    <ViewportPortal>
      {Object.values(stack.lanes).map((lane) => (
        <LaneView key={lane.id} lane={lane} stack={stack} theme={theme} />
      ))}
    </ViewportPortal>
  );
}

/** The lanes, behind everything; the pointer goes through them but for their titles. */
export const LaneLayer = memo(Lanes);
