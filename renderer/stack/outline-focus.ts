import { useEffect } from 'react';
import { useDialogs } from '../state/dialogs.ts';
import { useStacks } from '../state/stacks.ts';
import { useView } from '../state/view.ts';
import { useCanvas } from './canvas-state.ts';
import { useLaneEditing } from './lane-edits.ts';

/** The row that had the focus last, and where in the outline it was. */
let last: { readonly id: string; readonly index: number } | null = null;

/** The row whose menu was opened by a key; its button is not where the keyboard was. */
let menuOf: HTMLElement | null = null;

/** When the page looks for a lost focus after a change: at once, and once menus have closed. */
const LOOKS_MS = [0, 80, 300] as const;

export function outlineRows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-outline-row]')];
}

export function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-outline-row]') : null;
}

function focusMain(row: HTMLElement | undefined): void {
  row?.querySelector<HTMLElement>('[data-outline-main]')?.focus();
}

export function focusRow(id: string): void {
  focusMain(outlineRows().find((row) => row.dataset['outlineRow'] === id));
}

/** Opens the menu of a row; the keyboard comes back to the row itself. */
export function openRowMenu(row: HTMLElement, button: HTMLElement): void {
  // The button takes the focus while it opens, and gets it back when the menu closes.
  button.click();
  menuOf = row;
}

export { focusMain as focusRowElement };

/** Gives the keyboard its row back, or the one that has taken its place, where it has none. */
function findLostFocus(): void {
  const active = document.activeElement;
  if (last === null || (active !== null && active !== document.body)) return;
  // A menu or a dialog that is just opening takes the focus itself.
  if (document.querySelector('[role="menu"], [role="dialog"]')) return;
  const { id, index } = last;
  const rows = outlineRows();
  const row = rows.find((each) => each.dataset['outlineRow'] === id);
  const next = row ?? rows[Math.min(index, rows.length - 1)];
  if (next) focusMain(next);
  else document.querySelector<HTMLElement>('[data-outline-head]')?.focus();
}

const look = (): void => {
  for (const after of LOOKS_MS) window.setTimeout(findLostFocus, after);
};

/**
 * Keeps the keyboard in the outline through what is done from it: a row that goes elsewhere takes
 * the focus along, one that is removed leaves it to its neighbour, and what opens beside gives it
 * back. Whoever goes on to the canvas, or anywhere with the pointer, is left alone.
 */
export function useOutlineFocus(): void {
  useEffect(() => {
    const onFocusIn = ({ target }: FocusEvent): void => {
      const row = rowOf(target);
      if (row && row === menuOf) {
        menuOf = null;
        return focusMain(row);
      }
      if (row) last = { id: row.dataset['outlineRow'] ?? '', index: outlineRows().indexOf(row) };
      else if (target instanceof Element && target.closest('[data-canvas]')) last = null;
    };
    const onPointerDown = ({ target }: PointerEvent): void => {
      const isOurs = target instanceof Element && target.closest('[data-outline], [role="menu"]');
      if (!isOurs) last = null;
    };
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('pointerdown', onPointerDown, true);
    const stores = [useStacks, useDialogs, useView, useCanvas, useLaneEditing];
    const ends = stores.map((store) => store.subscribe(look));
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('pointerdown', onPointerDown, true);
      for (const end of ends) end();
      last = null;
    };
  }, []);
}
