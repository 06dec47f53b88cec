import { useEffect } from 'react';
import { actionList, type ActionInfo } from '../../shared/actions.ts';
import { isActionEnabled, runAction } from '../state/actions.ts';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

const signs: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page ↑',
  PageDown: 'Page ↓',
};

/** "Mod+Shift+Z" as this platform writes it. */
export function shortcutLabel(shortcut: string): string {
  const names: Record<string, string> = isMac
    ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Delete: '⌫', Enter: '↩' }
    : { Mod: 'Ctrl', Delete: 'Del' };
  const parts = shortcut.split('+').map((part) => names[part] ?? signs[part] ?? part);
  return parts.join(isMac ? '' : '+');
}

function matches(event: KeyboardEvent, shortcut: string | undefined): boolean {
  if (!shortcut) return false;
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const mod = isMac ? event.metaKey : event.ctrlKey;
  if (parts.includes('Mod') !== mod || parts.includes('Alt') !== event.altKey) return false;
  // "?" and "/" need Shift on some keyboards and not on others; the character itself decides.
  const shiftDecides = /^[\p{L}\d]$/u.test(key) || key.length > 1;
  if (shiftDecides && parts.includes('Shift') !== event.shiftKey) return false;
  if (/^\d$/.test(key)) return event.code === `Digit${key}`;
  if (key === 'Delete') return event.key === 'Delete' || event.key === 'Backspace';
  return event.key.toLowerCase() === key.toLowerCase();
}

/** Inputs without words: a box that was ticked must not keep the keys of undo to itself. */
const wordless = '[type="checkbox"], [type="radio"], [type="range"], [type="file"]';

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches(`input:not(${wordless}), textarea, select, [role="textbox"]`))
  );
}

/** Keys that text fields use themselves: there they undo typing and select text. */
const textFieldKeys = new Set(['edit.undo', 'edit.redo']);

/**
 * Undoes or redoes typing where the menu is asked for it while a text field has the focus, as the
 * menu cannot know. @returns whether it was about typing
 */
export function actsOnTyping(id: string): boolean {
  if (!textFieldKeys.has(id) || !isTyping(document.activeElement)) return false;
  document.execCommand(id === 'edit.undo' ? 'undo' : 'redo');
  return true;
}

/** Runs the action of a key pressed anywhere, unless a text field or a dialog has its own use for it. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const typing = isTyping(event.target);
      const inDialog = event.target instanceof Element && event.target.closest('[role="dialog"]');
      const redoByY = (isMac ? event.metaKey : event.ctrlKey) && event.key.toLowerCase() === 'y';
      const list: readonly ActionInfo[] = actionList;
      const byQuickKey = list.find(({ quickKey }) => matches(event, quickKey));
      const action = redoByY
        ? list.find(({ id }) => id === 'edit.redo')
        : (byQuickKey ?? list.find(({ shortcut }) => matches(event, shortcut)));
      if (!action || inDialog) return;
      if (typing && (byQuickKey || action.plainKey || textFieldKeys.has(action.id))) return;
      if (!isActionEnabled(action.id as never)) return;
      event.preventDefault();
      runAction(action.id);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
