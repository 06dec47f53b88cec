import { describe, expect, it } from 'vitest';
import type { MenuItemConstructorOptions } from 'electron';
import { actionList } from '../../../shared/actions.ts';
import { acceleratorOf, menuTemplate } from '../../../electron/hosts/electron/menu-template.ts';
import { allItems } from '../../support/electron-double/menu.ts';

const platforms = ['darwin', 'win32', 'linux'] as const;

function template(platform: NodeJS.Platform, developerTools = false): MenuItemConstructorOptions[] {
  return menuTemplate({
    platform,
    appName: 'Stackscape',
    theme: 'system',
    developerTools,
    act: () => undefined,
    showAbout: () => undefined,
  });
}

/** What Electron gives a role when the template says nothing. */
const roleAccelerators: Readonly<Record<string, string>> = {
  close: 'CmdOrCtrl+W',
  quit: 'CmdOrCtrl+Q',
  cut: 'CmdOrCtrl+X',
  copy: 'CmdOrCtrl+C',
  paste: 'CmdOrCtrl+V',
  selectAll: 'CmdOrCtrl+A',
  minimize: 'CmdOrCtrl+M',
  reload: 'CmdOrCtrl+R',
  toggleDevTools: 'CmdOrCtrl+Shift+I',
  hide: 'Command+H',
  hideOthers: 'Command+Alt+H',
  togglefullscreen: 'F11',
};

describe.each(platforms)('the menu on %s', (platform) => {
  it('gives every accelerator to one item', () => {
    const accelerators = allItems(template(platform, true))
      .map(({ accelerator, role }) => accelerator ?? (role && roleAccelerators[role]))
      .filter((accelerator) => accelerator !== undefined)
      .map((accelerator) => String(accelerator).replace(/^(Cmd|Ctrl)\+/, 'CmdOrCtrl+'));
    expect(new Set(accelerators).size).toBe(accelerators.length);
  });

  it('names only actions of the shared list', () => {
    const known = new Set<string>(actionList.map(({ id }) => id));
    const ids = allItems(template(platform)).flatMap(({ id }) => id ?? []);
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('offers every action that has an accelerator of its own', () => {
    const ids = new Set(allItems(template(platform)).map(({ id }) => id));
    const missing = actionList.filter(({ id }) => acceleratorOf(id) && !ids.has(id));
    expect(missing).toEqual([]);
  });

  it('keeps cut, copy, paste, closing and full screen within reach', () => {
    const roles = allItems(template(platform)).map(({ role }) => role);
    expect(roles).toEqual(
      expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'close', 'togglefullscreen']),
    );
  });

  it('shows developer tools to developers only', () => {
    const roles = (developer: boolean) =>
      allItems(template(platform, developer)).map((i) => i.role);
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(true)).toContain('toggleDevTools');
  });
});

it('puts About and Quit where each platform looks for them', () => {
  const labels = (platform: NodeJS.Platform) =>
    template(platform).map(({ label, role }) => label ?? role);
  expect(labels('darwin')[0]).toBe('Stackscape');
  expect(labels('win32')[0]).toBe('&File');
  const find = (platform: NodeJS.Platform, menu: string) => {
    const found = template(platform).find(({ label }) => label === menu);
    return allItems(Array.isArray(found?.submenu) ? found.submenu : []);
  };
  expect(find('darwin', 'Stackscape').some(({ id }) => id === 'help.about')).toBe(true);
  expect(find('darwin', '&File').some(({ role }) => role === 'quit')).toBe(false);
  expect(find('win32', '&File').find(({ role }) => role === 'quit')?.label).toBe('Exit');
  expect(find('linux', '&Help').some(({ id }) => id === 'help.about')).toBe(true);
});

it('gives no accelerator to a plain key, which would keep people from typing it', () => {
  expect(acceleratorOf('view.search')).toBeUndefined();
  expect(acceleratorOf('edit.remove')).toBeUndefined();
  expect(acceleratorOf('edit.redo')).toBe('CmdOrCtrl+Shift+Z');
});
