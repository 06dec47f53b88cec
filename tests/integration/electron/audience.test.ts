import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { eventChannel } from '../../../electron/hosts/electron/ipc-names.ts';
import {
  closeDesktopApps,
  startDesktopApp,
  temporaryFolder,
  type DesktopApp,
  type DesktopAppOptions,
} from '../../support/desktop-app.ts';
import type { BrowserWindowDouble } from '../../support/electron-double.ts';

afterEach(closeDesktopApps);

const AUDIENCE = 'app://stackscape/audience.html';
const laptop = { id: 1, workArea: { x: 0, y: 0, width: 1440, height: 860 } };
const projector = { id: 2, workArea: { x: 1440, y: 0, width: 1920, height: 1080 } };

function audienceOf(app: DesktopApp): BrowserWindowDouble {
  const [, window] = app.state.windows;
  if (!window) throw new Error('No second window is open.');
  return window;
}

/** The application with the audience's window, as the page asks for it. */
async function withAudience(options?: DesktopAppOptions) {
  const app = await startDesktopApp(options);
  await app.opened();
  const main = app.window();
  expect(main.webContents.openWindow(AUDIENCE)).toBe(false);
  const audience = audienceOf(app);
  await audience.loading;
  return { app, main, audience };
}

describe('the audience’s window', () => {
  it('opens for its own address only, once, and hands the page no hold on it', async () => {
    const { app, main, audience } = await withAudience();
    expect(audience.webContents.getURL()).toBe(AUDIENCE);
    expect(audience.visible).toBe(true);
    for (const other of [
      `${AUDIENCE}?x`,
      `${AUDIENCE}#x`,
      'app://stackscape/audience.html/',
      'app://elsewhere/audience.html',
      'app://stackscape/index.html',
      'app://user@stackscape/audience.html',
      'https://stackscape/audience.html',
      'file:///audience.html',
    ]) {
      expect(main.webContents.openWindow(other), other).toBe(false);
    }
    expect(app.state.windows).toHaveLength(2);
    const before = audience.focused;
    main.webContents.openWindow(AUDIENCE);
    expect(app.state.windows).toHaveLength(2);
    expect(audience.focused).toBe(before + 1);
  });

  it('runs its page as isolated as the main one, without menu, and stays where it is', async () => {
    const { app, main, audience } = await withAudience();
    expect(audience.options.webPreferences).toEqual(main.options.webPreferences);
    expect(audience.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    });
    expect(audience.hasMenu).toBe(false);
    expect(main.hasMenu).toBe(true);
    expect(audience.webContents.clickLink('https://example.com/')).toBe(AUDIENCE);
    expect(audience.webContents.openWindow('https://example.com/')).toBe(false);
    expect(app.state.windows).toHaveLength(2);
  });

  it('fills a second display and leaves the keyboard with the tools', async () => {
    const { audience } = await withAudience({ displays: [laptop, projector] });
    const { x = 0, fullscreen } = audience.options;
    expect(x).toBeGreaterThanOrEqual(projector.workArea.x);
    expect(fullscreen).toBe(true);
    expect(audience.visible).toBe(true);
    expect(audience.focused).toBe(0);
  });

  it('fills the first display where the main window stands on the second', async () => {
    const app = await startDesktopApp({ displays: [laptop, projector] });
    await app.opened();
    app.window().setBounds({ x: 1500, y: 20, width: 1200, height: 800 });
    app.window().webContents.openWindow(AUDIENCE);
    const { x = 0, width = 0, fullscreen } = audienceOf(app).options;
    expect(x + width).toBeLessThanOrEqual(projector.workArea.x);
    expect(fullscreen).toBe(true);
  });

  it('never covers the tools of the only display, and stands where it was left', async () => {
    const { app, audience } = await withAudience();
    expect(audience.options.fullscreen).toBe(false);
    audience.setBounds({ x: 60, y: 70, width: 900, height: 500 });
    audience.setFullScreen(true);
    app.app.quit();
    const again = await withAudience({ dataFolder: app.dataFolder });
    expect(again.audience.options).toMatchObject({ x: 60, y: 70, width: 900, height: 500 });
    expect(again.audience.options.fullscreen).toBe(false);
  });

  it('goes to the projector of today, and stays as it was left there', async () => {
    const rehearsal = await withAudience();
    rehearsal.audience.setBounds({ x: 60, y: 70, width: 900, height: 500 });
    rehearsal.app.app.quit();
    const { dataFolder } = rehearsal.app;
    const displays = [laptop, projector];
    const room = await withAudience({ dataFolder, displays });
    expect(room.audience.options.fullscreen).toBe(true);
    room.audience.setBounds({ x: 1500, y: 70, width: 900, height: 500 });
    room.audience.setFullScreen(false);
    room.app.app.quit();
    const later = await withAudience({ dataFolder, displays });
    expect(later.audience.options).toMatchObject({ x: 1500, width: 900, fullscreen: false });
    later.app.app.quit();
    const home = await withAudience({ dataFolder, displays: [laptop] });
    const { x = 0, width = 0 } = home.audience.options;
    expect(x + width).toBeLessThanOrEqual(laptop.workArea.width);
  });

  it('opens in the usual place when its file is damaged, apart from the main window’s', async () => {
    const dataFolder = temporaryFolder();
    writeFileSync(join(dataFolder, 'audience-window-state.json'), '{');
    const { app, audience, main } = await withAudience({ dataFolder });
    expect(audience.options).toMatchObject({ width: 1280, height: 720 });
    main.setBounds({ x: 1, y: 2, width: 1000, height: 700 });
    app.app.quit();
    const kept = (name: string) =>
      (JSON.parse(readFileSync(join(dataFolder, name), 'utf8')) as { bounds: unknown }).bounds;
    expect(kept('window-state.json')).toMatchObject({ x: 1, y: 2 });
    expect(kept('audience-window-state.json')).toMatchObject({ width: 1280, height: 720 });
  });

  it('closes with the main window, and leaves that open when it closes itself', async () => {
    const first = await withAudience();
    first.audience.close();
    expect(first.app.state.windows).toHaveLength(1);
    first.main.webContents.openWindow(AUDIENCE);
    expect(first.app.state.windows).toHaveLength(2);
    first.main.close();
    expect(first.app.state.windows).toHaveLength(0);
  });

  it('obeys the keys that it has no menu for', async () => {
    const { app, audience } = await withAudience();
    const { webContents } = audience;
    webContents.pressKey('F11');
    expect(audience.isFullScreen()).toBe(true);
    webContents.pressKey('Escape');
    expect(audience.isFullScreen()).toBe(false);
    webContents.pressKey('Escape');
    webContents.pressKey('w');
    expect(app.state.windows).toHaveLength(2);
    webContents.pressKey('w', { control: true });
    expect(app.state.windows).toHaveLength(1);
  });

  it('hears of changes, and leaves the menu to the main window', async () => {
    const { app, main, audience } = await withAudience();
    const heard = (window: BrowserWindowDouble) =>
      window.webContents.sent.map(({ channel }) => channel);
    app
      .menuItems()
      .find(({ id }) => id === 'edit.undo')
      ?.click?.(null as never, undefined, {});
    expect(heard(main)).toContain(eventChannel('menu:action'));
    expect(heard(audience)).not.toContain(eventChannel('menu:action'));
    const bridge = await app.bridge();
    await bridge.call('stacks:create', { name: 'Mine' }, 'make');
    for (const window of [main, audience]) {
      expect(heard(window)).toContain(eventChannel('stacks:changed'));
    }
  });

  it('is not taken for the main window', async () => {
    const { app, main, audience } = await withAudience();
    const before = audience.focused;
    app.app.emit('second-instance', {}, [], '/');
    expect(audience.focused).toBe(before);
    expect(main.focused).toBeGreaterThan(0);
    expect(app.state.windows).toHaveLength(2);
  });

  it('is loaded again by itself when its process is gone, with no question in front of the room', async () => {
    const { app, audience } = await withAudience();
    const gone = { reason: 'crashed', exitCode: 11 };
    audience.webContents.emit('render-process-gone', {}, gone);
    expect(audience.webContents.reloads).toBe(1);
    expect(app.state.dialogs).toEqual([]);
    expect(app.log()).toContain('crashed, exit code 11');
    // It fails before it has loaded: another try would not end.
    audience.webContents.emit('render-process-gone', {}, gone);
    await vi.waitFor(() => expect(app.state.windows).toHaveLength(1));
  });

  it('outlives a crash of the main page', async () => {
    const { app, main } = await withAudience();
    app.state.messageAnswers.push(0);
    main.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 });
    await vi.waitFor(() => expect(main.webContents.reloads).toBe(1));
    expect(app.state.windows).toHaveLength(2);
  });
});
