import type { Menu, MenuItemConstructorOptions } from 'electron';
import { requireReady, type DoubleState } from './state.ts';
import { strict } from './strict.ts';

type Item = MenuItemConstructorOptions;

const roles = new Set(
  `undo redo cut copy paste pasteAndMatchStyle delete selectAll reload forceReload toggleDevTools
  resetZoom zoomIn zoomOut toggleSpellChecker togglefullscreen window minimize close help about
  services hide hideOthers unhide quit showSubstitutions toggleSmartQuotes toggleSmartDashes
  toggleTextReplacement startSpeaking stopSpeaking zoom front appMenu fileMenu editMenu viewMenu
  shareMenu recentDocuments toggleTabBar selectNextTab selectPreviousTab mergeAllWindows
  clearRecentDocuments moveTabToNewWindow windowMenu`.split(/\s+/),
);

const modifiers = new Set(
  'Command Cmd Control Ctrl CommandOrControl CmdOrCtrl Alt Option AltGr Shift Super Meta'.split(
    ' ',
  ),
);
const keys =
  /^([0-9A-Z]|F([1-9]|1\d|2[0-4])|[)!@#$%^&*(:;+=<,_\->.?/~`{\][|\\}"']|Plus|Space|Tab|Backspace|Delete|Insert|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape|Esc)$/;

function checkAccelerator(accelerator: string): void {
  const parts = accelerator.split('+');
  const key = parts.pop() ?? '';
  if (!keys.test(key) || !parts.every((part) => modifiers.has(part))) {
    throw new Error(`'${accelerator}' is not an accelerator.`);
  }
}

function checkItem(item: Item): void {
  if (item.role !== undefined && !roles.has(item.role)) throw new Error(`No role ${item.role}.`);
  if (item.type !== 'separator' && !item.role && !item.label)
    throw new Error('An item has no name.');
  if (item.accelerator) checkAccelerator(item.accelerator);
  if (Array.isArray(item.submenu)) item.submenu.forEach(checkItem);
}

/** Every item of a menu, submenus included. */
export function allItems(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? allItems(item.submenu) : []),
  ]);
}

export function createMenuDouble(state: DoubleState): typeof Menu {
  return strict('Menu', {
    buildFromTemplate(template: Item[]): Menu {
      template.forEach(checkItem);
      return { items: template } as unknown as Menu;
    },
    setApplicationMenu(menu: Menu | null): void {
      requireReady(state, 'Menu.setApplicationMenu');
      state.menu = menu === null ? null : (menu.items as unknown as Item[]);
    },
  } satisfies Partial<typeof Menu>) as unknown as typeof Menu;
}
