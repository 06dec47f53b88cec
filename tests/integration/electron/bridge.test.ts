import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { callChannel } from '../../../electron/hosts/electron/ipc-names.ts';
import type { Bridge } from '../../../renderer/api.ts';
import { channels } from '../../../shared/contract/channels.ts';
import type { AppInfo } from '../../../shared/contract/app.ts';
import { closeDesktopApps, startDesktopApp, type DesktopApp } from '../../support/desktop-app.ts';

let app: DesktopApp;

beforeAll(async () => {
  app = await startDesktopApp();
  await app.opened();
});
afterAll(closeDesktopApps);

describe('the bridge', () => {
  it('gives the page three functions and nothing else', async () => {
    const page = await app.page();
    expect(Object.keys(page)).toEqual(['stackscape']);
    expect(Object.keys(page['stackscape'] as object).sort()).toEqual(['call', 'cancel', 'on']);
  });

  it('carries a call to the services and the answer back', async () => {
    const bridge = await app.bridge();
    const answer = await bridge.call('app:info', {}, 'request-1');
    expect(answer).toMatchObject({
      ok: true,
      value: {
        host: 'electron',
        dataFolder: app.dataFolder,
        versions: { Node: process.versions.node },
      },
    });
    expect((answer as { value: AppInfo }).value.catalogue.products).toBeGreaterThan(5000);
  });

  it('leads every call of the contract to the router, which refuses what does not parse', async () => {
    const bridge = await app.bridge();
    for (const channel of channels) {
      const answer = await bridge.call(channel, 'no object', `to ${channel}`);
      expect(answer, channel).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    }
  });

  it('keeps a change of a stack, and tells the page of it', async () => {
    const bridge = await app.bridge();
    const heard = vi.fn();
    bridge.on('stacks:changed', heard);
    const created = await bridge.call('stacks:create', { name: 'Ours' }, 'create');
    expect(created).toMatchObject({ ok: true, value: { stack: { name: 'Ours' } } });
    expect(heard).toHaveBeenCalledWith({});
    expect(await bridge.call('stacks:list', {}, 'list')).toMatchObject({
      ok: true,
      value: expect.arrayContaining([expect.objectContaining({ name: 'Ours' })]) as unknown,
    });
  });

  it('stops telling a listener that has gone', async () => {
    const bridge = await app.bridge();
    const heard = vi.fn();
    bridge.on('stacks:changed', heard)();
    await bridge.call('stacks:create', { name: 'Ours' }, 'create');
    expect(heard).not.toHaveBeenCalled();
  });

  it('passes a listener the payload alone, never the event with its sender', async () => {
    const bridge = await app.bridge();
    const heard = vi.fn();
    bridge.on('settings:changed', heard);
    await bridge.call('settings:set', { theme: 'dark' }, 'set');
    expect(heard.mock.calls).toEqual([[expect.objectContaining({ theme: 'dark' })]]);
  });

  it('refuses names that are not in the contract', async () => {
    const bridge = await app.bridge();
    await expect(bridge.call('shell:run' as never, {}, 'x')).rejects.toThrow('no call named');
    expect(() => bridge.on('secrets' as never, () => undefined)).toThrow('no event named');
  });
});

describe('the sender of a call', () => {
  const refused = { ok: false, error: { code: 'forbidden' } };
  const info = (bridge: Bridge) => bridge.call('app:info', {}, 'request');

  it('is refused if its frame is not ours', async () => {
    for (const url of ['https://example.com/', 'app://elsewhere/', 'app://stackscape.evil/', '']) {
      const bridge = await app.bridge(() => ({ url, parent: null }));
      expect(await info(bridge), url).toMatchObject(refused);
    }
  });

  it('is refused if it is a frame inside the page', async () => {
    const parent = { url: 'app://stackscape/index.html', parent: null };
    const bridge = await app.bridge(() => ({ url: parent.url, parent }));
    expect(await info(bridge)).toMatchObject(refused);
  });

  it('is refused if its frame is gone', async () => {
    expect(await info(await app.bridge(() => null))).toMatchObject(refused);
  });

  it('cannot get past the bridge with malformed calls', async () => {
    const { electron } = app.preloadSide(app.window().webContents, []);
    const { ipcRenderer } = electron;
    for (const args of [[], [42, {}, 'id'], ['app:info', {}], ['app:info', {}, 'x'.repeat(101)]]) {
      expect(await ipcRenderer.invoke(callChannel, ...args)).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      });
    }
    expect(await ipcRenderer.invoke(callChannel, '__proto__', {}, 'id')).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
  });
});

describe('the desktop services', () => {
  it('open an https address outside and refuse any other', async () => {
    const bridge = await app.bridge();
    const open = (url: string) => bridge.call('app:open-external', { url }, url);
    expect(await open('https://example.com/docs')).toMatchObject({ ok: true });
    expect(await open('file:///etc/passwd')).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
    expect(app.state.openedExternally).toEqual(['https://example.com/docs']);
  });

  it('put a chosen theme in force at once, in the menu as well, and again at the next start', async () => {
    const app = await startDesktopApp();
    await app.opened();
    const bridge = await app.bridge();
    await bridge.call('settings:set', { theme: 'dark' }, 'set');
    const checked = () =>
      app
        .menuItems()
        .filter((item) => item.checked)
        .map(({ id }) => id);
    expect(app.nativeTheme.themeSource).toBe('dark');
    expect(checked()).toEqual(['view.theme-dark']);
    app.app.quit();

    const again = await startDesktopApp({ dataFolder: app.dataFolder });
    await again.opened();
    expect(again.nativeTheme.themeSource).toBe('dark');
    expect(again.window().options.backgroundColor).toBe('#14171c');
  });
});
