import { useEffect, useState, type ReactNode, type RefObject } from 'react';
import type { ActionId, ActionInfo } from '../../shared/actions.ts';
import { shortcutLabel } from '../app/shortcuts.ts';
import { runAction, useEnabledActions } from '../state/actions.ts';
import { useStacks } from '../state/stacks.ts';
import { ContextMenu } from '../ui/context-menu.tsx';
import { MenuItem } from '../ui/menu.tsx';
import type { DrawnEdge } from './canvas-edges.ts';
import { useCanvas } from './canvas-state.ts';
import { withClusters } from './carry.ts';
import { edgeAt, edgeOfLabel } from './edge-at.ts';
import { edgeMenu } from './edge-menu.ts';

const forProducts: readonly ActionId[] = [
  'canvas.connect',
  'node.details',
  'node.swap',
  'edit.group',
  'edit.ungroup',
  'edit.lock',
  'edit.align-left',
  'edit.align-top',
  'edit.distribute-across',
  'edit.distribute-down',
  'canvas.fit-selection',
  'edit.remove',
];
const forItems: readonly ActionId[] = [
  'edit.duplicate',
  ...forProducts.filter(
    (id) => id !== 'canvas.connect' && id !== 'node.details' && id !== 'node.swap',
  ),
];
const forCanvas: readonly ActionId[] = [
  'canvas.quick-add',
  'canvas.note',
  'canvas.heading',
  'canvas.frame',
  'lane.add',
  'edit.select-all',
  'canvas.arrange',
  'canvas.fit',
];

interface OpenMenu {
  readonly at: { readonly x: number; readonly y: number };
  readonly label: string;
  /** What is offered: actions that are known everywhere, or what goes with one edge. */
  readonly actions: readonly ActionId[];
  readonly edge?: DrawnEdge;
}

/** The menu key asks without a pointer: the menu then opens at what has the focus. */
function pointOf(event: MouseEvent, element: Element): OpenMenu['at'] {
  if (event.clientX !== 0 || event.clientY !== 0) return { x: event.clientX, y: event.clientY };
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom };
}

function menuFor(event: MouseEvent): OpenMenu | null {
  const target = event.target instanceof Element ? event.target : null;
  // A text field has a menu of its own, and lanes have theirs.
  if (!target || target.closest('input, textarea, [role="toolbar"]')) return null;
  const node = target.closest('.react-flow__node');
  if (!node) {
    const at = pointOf(event, target);
    const label = target.closest('[data-label-of]');
    const edge = label ? edgeOfLabel(label) : edgeAt(at);
    if (edge) return { at, label: 'What to do with the connection', actions: [], edge };
    return { at, label: 'What to do on the canvas', actions: forCanvas };
  }
  const id = node.getAttribute('data-id') ?? '';
  const stack = useStacks.getState().current?.stack;
  const { selection, select } = useCanvas.getState();
  if (stack && !selection.has(id)) select(withClusters(stack, [id]));
  const hasProduct = [...useCanvas.getState().selection].some((each) => stack?.nodes[each]);
  return {
    at: pointOf(event, node),
    label: 'What to do with the selection',
    actions: hasProduct ? forProducts : forItems,
  };
}

/** The menu of the right button, Shift+F10 and the menu key, on cards, items, edges and the canvas. */
export function CanvasMenu({
  canvas,
}: {
  readonly canvas: RefObject<HTMLElement | null>;
}): ReactNode {
  const [open, setOpen] = useState<OpenMenu | null>(null);
  const enabled = useEnabledActions();
  useEffect(() => {
    const element = canvas.current;
    const onContextMenu = (event: MouseEvent): void => {
      const menu = menuFor(event);
      if (!menu) return;
      event.preventDefault();
      setOpen(menu);
    };
    element?.addEventListener('contextmenu', onContextMenu);
    return () => element?.removeEventListener('contextmenu', onContextMenu);
  }, [canvas]);
  if (!open) return null;
  const stack = useStacks.getState().current?.stack;
  const infos = new Map<string, ActionInfo>(enabled.map((info) => [info.id, info]));
  return (
    <ContextMenu label={open.label} at={open.at} onClose={() => setOpen(null)}>
      {open.edge && stack
        ? edgeMenu(stack, open.edge).map(({ id, label, isDanger, run }) => (
            <MenuItem
              key={id}
              id={id}
              label={label}
              tone={isDanger ? 'danger' : 'plain'}
              // While the menu is open it keeps the focus, which a label to be written needs.
              onAction={() => void window.setTimeout(run)}
            />
          ))
        : null}
      {open.actions.flatMap((id) => {
        const info = infos.get(id);
        if (!info) return [];
        const key = info.quickKey ?? info.shortcut;
        return (
          <MenuItem
            key={id}
            id={id}
            label={info.label}
            tone={id === 'edit.remove' ? 'danger' : 'plain'}
            {...(key === undefined ? {} : { shortcut: shortcutLabel(key) })}
            onAction={() => runAction(id)}
          />
        );
      })}
    </ContextMenu>
  );
}
