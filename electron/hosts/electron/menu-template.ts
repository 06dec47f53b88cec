import type { MenuItemConstructorOptions } from 'electron';
import { actionList, type ActionId, type ActionInfo } from '../../../shared/actions.ts';
import type { Settings } from '../../../shared/contract/app.ts';

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly appName: string;
  readonly theme: Settings['theme'];
  /** Adds what a developer needs; never in a packaged application. */
  readonly developerTools: boolean;
  readonly act: (id: ActionId) => void;
  readonly showAbout: () => void;
}

const actions: ReadonlyMap<string, ActionInfo> = new Map(
  actionList.map((action) => [action.id, action]),
);

/** A browser keeps Ctrl+N for itself, a desktop application need not do without it. */
const desktopAccelerators: Partial<Record<ActionId, string>> = { 'stack.new': 'CmdOrCtrl+N' };

/**
 * The accelerator of an action, or undefined. A plain key gets none: a menu would take it away from
 * whoever is typing.
 */
export function acceleratorOf(id: ActionId): string | undefined {
  const action = actions.get(id);
  if (!action?.shortcut || action.plainKey) return undefined;
  return desktopAccelerators[id] ?? action.shortcut.replace('Mod+', 'CmdOrCtrl+');
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/**
 * The application menu by the conventions of the platform. What the page can do is sent to it by the
 * id of the action; only what belongs to the window or the clipboard is done by a role.
 */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { platform, appName, theme, developerTools, act, showAbout } = options;
  const isMac = platform === 'darwin';

  function item(id: ActionId, label?: string): MenuItemConstructorOptions {
    const accelerator = acceleratorOf(id);
    return {
      id,
      label: label ?? actions.get(id)?.label ?? id,
      ...(accelerator ? { accelerator } : {}),
      click: () => act(id),
    };
  }

  function themeItem(value: Settings['theme'], id: ActionId): MenuItemConstructorOptions {
    return { ...item(id), type: 'radio', checked: theme === value };
  }

  const about: MenuItemConstructorOptions = {
    id: 'help.about',
    label: `About ${appName}`,
    click: showAbout,
  };

  const appMenu: MenuItemConstructorOptions = {
    label: appName,
    submenu: [
      about,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };

  const fileMenu: MenuItemConstructorOptions = {
    label: '&File',
    submenu: [
      item('stack.new'),
      item('stack.rename', 'Rename Stack…'),
      item('stack.duplicate'),
      separator,
      item('stack.import', 'Import…'),
      item('stack.versions'),
      item('stack.workshop'),
      item('stack.present'),
      item('stack.audience'),
      {
        label: 'Export',
        submenu: [
          item('export.svg'),
          item('export.png'),
          item('export.stackscape'),
          item('export.dialog'),
        ],
      },
      separator,
      item('stack.delete'),
      separator,
      { role: 'close' },
      ...(isMac ? [] : [{ role: 'quit', label: platform === 'win32' ? 'Exit' : 'Quit' } as const]),
    ],
  };

  const editMenu: MenuItemConstructorOptions = {
    label: '&Edit',
    submenu: [
      item('edit.undo'),
      item('edit.redo'),
      // What many hands on Windows and Linux know redo by.
      ...(isMac
        ? []
        : [
            {
              label: 'Redo (Ctrl+Y)',
              accelerator: 'Ctrl+Y',
              visible: false,
              acceleratorWorksWhenHidden: true,
              click: () => act('edit.redo'),
            },
          ]),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      separator,
      item('edit.remove'),
      item('edit.duplicate'),
      item('edit.group'),
      item('edit.ungroup'),
      item('edit.lock'),
      item('canvas.history'),
      separator,
      item('canvas.quick-add'),
      item('canvas.connect'),
    ],
  };

  const viewMenu: MenuItemConstructorOptions = {
    label: '&View',
    submenu: [
      item('view.explore'),
      item('view.stack'),
      item('view.graph'),
      item('view.insights'),
      item('view.library'),
      separator,
      item('view.search'),
      item('view.palette'),
      separator,
      item('canvas.zoom-in'),
      item('canvas.zoom-out'),
      item('canvas.zoom-whole'),
      item('canvas.find'),
      item('canvas.fit'),
      {
        label: 'Size of Text',
        submenu: [
          { role: 'zoomIn', label: 'Larger', accelerator: 'CmdOrCtrl+Alt+=' },
          { role: 'zoomOut', label: 'Smaller', accelerator: 'CmdOrCtrl+Alt+-' },
          { role: 'resetZoom', label: 'Normal', accelerator: 'CmdOrCtrl+Alt+0' },
        ],
      },
      separator,
      {
        label: 'Theme',
        submenu: [
          themeItem('system', 'view.theme-system'),
          themeItem('light', 'view.theme-light'),
          themeItem('dark', 'view.theme-dark'),
        ],
      },
      separator,
      { role: 'togglefullscreen' },
      ...(developerTools
        ? ([separator, { role: 'reload' }, { role: 'toggleDevTools' }] as const)
        : []),
    ],
  };

  const windowMenu: MenuItemConstructorOptions = isMac
    ? { role: 'windowMenu' }
    : { label: '&Window', submenu: [{ role: 'minimize' }, { role: 'zoom' }] };

  const helpMenu: MenuItemConstructorOptions = {
    role: 'help',
    label: '&Help',
    submenu: [item('help.shortcuts'), item('help.sources'), ...(isMac ? [] : [separator, about])],
  };

  return [...(isMac ? [appMenu] : []), fileMenu, editMenu, viewMenu, windowMenu, helpMenu];
}
