import type { KeyboardEvent, MouseEvent } from 'react';
import { useStacks } from '../state/stacks.ts';
import { useCanvas } from './canvas-state.ts';
import { focusRowElement, openRowMenu, outlineRows, rowOf } from './outline-focus.ts';
import { chosenIds, showNodes } from './stack-edits.ts';

/** Selects what a row stands for and shows it on the canvas; with `isMore`, beside the others. */
function choose(row: HTMLElement, isMore: boolean): void {
  const id = row.dataset['outlineRow'] ?? '';
  const { nodeIds, itemIds } = chosenIds([id]);
  const { selection, select } = useCanvas.getState();
  if (nodeIds.length + itemIds.length === 0) select([]);
  else showNodes(isMore ? [...new Set([...selection, id])] : [id]);
}

function nextRow(row: HTMLElement, key: string): HTMLElement | undefined {
  const rows = outlineRows();
  const at = rows.indexOf(row);
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1];
    case 'ArrowUp':
      return rows[at - 1];
    case 'Home':
      return rows[0];
    case 'End':
      return rows.at(-1);
    default:
      return undefined;
  }
}

/** Right opens what is closed, else goes on into it; left closes it, else goes back out of it. */
function turn(row: HTMLElement, isIn: boolean): HTMLElement | undefined {
  const toggle = row.querySelector<HTMLElement>('[aria-expanded]:not([aria-haspopup])');
  if (toggle && (toggle.ariaExpanded === 'true') !== isIn) {
    toggle.click();
    return undefined;
  }
  const rows = outlineRows();
  const level = Number(row.dataset['level']);
  const at = rows.indexOf(row);
  if (isIn) {
    const next = rows[at + 1];
    return next && Number(next.dataset['level']) > level ? next : undefined;
  }
  return rows
    .slice(0, Math.max(0, at))
    .reverse()
    .find((each) => Number(each.dataset['level']) < level);
}

/** On a connection, Delete is about that; what is selected on the canvas is another matter. */
function removeConnection(event: KeyboardEvent, row: HTMLElement): void {
  if (row.dataset['level'] === '2') return;
  event.preventDefault();
  const { connection } = row.dataset;
  if (connection === undefined) return;
  void useStacks.getState().apply({ type: 'remove', connectionIds: [connection] });
}

/** Arrow keys walk the outline as they do a tree; with Shift they select on the way, with Ctrl they leave the selection. */
export function onOutlineKey(event: KeyboardEvent): void {
  const isQuiet = event.ctrlKey || event.metaKey;
  if (event.defaultPrevented || event.altKey) return;
  const { key, target } = event;
  const row = rowOf(target);
  const element = target instanceof Element ? target : null;
  const isVertical = key === 'ArrowDown' || key === 'ArrowUp';
  // These open the menu of a button that has one.
  const isMenuKey = isVertical && element?.matches('[aria-haspopup]');
  if (!row || isMenuKey || element?.matches('input, textarea')) return;
  if (key === 'Delete' || key === 'Backspace') return removeConnection(event, row);
  const isTurn = key === 'ArrowRight' || key === 'ArrowLeft';
  const next = isTurn ? turn(row, key === 'ArrowRight') : nextRow(row, key);
  if (!isTurn && !next) return;
  event.preventDefault();
  if (!next) return;
  focusRowElement(next);
  if (!isQuiet) choose(next, event.shiftKey);
}

/** The right button, the menu key and Shift+F10 open the menu that the row's button opens. */
export function onOutlineMenu(event: MouseEvent): void {
  const row = rowOf(event.target);
  const button = row?.querySelector<HTMLElement>('[aria-haspopup]');
  if (
    !row ||
    !button ||
    (event.target instanceof Element && event.target.matches('input, textarea'))
  )
    return;
  event.preventDefault();
  openRowMenu(row, button);
}
