import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { actionList } from '../../../shared/actions.ts';
import {
  closeDesktopApps,
  startDesktopApp,
  temporaryFolder,
  type DesktopAppOptions,
} from '../../support/desktop-app.ts';

afterEach(closeDesktopApps);

async function openedApp(options?: DesktopAppOptions) {
  const app = await startDesktopApp(options);
  await app.opened();
  return app;
}

describe('the window state', () => {
  it('is the same after the next start', async () => {
    const app = await openedApp();
    app.window().setBounds({ x: 40, y: 50, width: 1000, height: 700 });
    app.window().maximize();
    app.app.quit();

    const again = await openedApp({ dataFolder: app.dataFolder });
    expect(again.window().options).toMatchObject({ x: 40, y: 50, width: 1000, height: 700 });
    expect(again.window().isMaximized()).toBe(true);
    again.window().unmaximize();
    again.window().setFullScreen(true);
    again.app.quit();

    const third = await openedApp({ dataFolder: app.dataFolder });
    expect(third.window().options.fullscreen).toBe(true);
    expect(third.window().isMaximized()).toBe(false);
  });

  it('comes back onto a screen when the one it was on is gone', async () => {
    const app = await openedApp();
    app.window().setBounds({ x: 2500, y: 100, width: 1000, height: 700 });
    app.app.quit();
    const again = await openedApp({ dataFolder: app.dataFolder });
    expect(again.window().options).toMatchObject({ x: 460, y: 170, width: 1000, height: 700 });
  });

  it('starts in the usual place when its file is damaged', async () => {
    const dataFolder = temporaryFolder();
    writeFileSync(join(dataFolder, 'window-state.json'), '{"bounds": {"x": "1e9"');
    const app = await openedApp({ dataFolder });
    expect(app.window().options).toMatchObject({ width: 1440, height: 900 });
  });

  it('is written whole, with nothing left beside it', async () => {
    const app = await openedApp();
    app.app.quit();
    expect(readdirSync(app.dataFolder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(JSON.parse(readFileSync(join(app.dataFolder, 'window-state.json'), 'utf8'))).toEqual({
      bounds: { x: 240, y: 70, width: 1440, height: 900 },
      maximised: false,
      fullScreen: false,
    });
  });
});

describe('a second start', () => {
  it('leaves without a window and without touching the workspace', async () => {
    const app = await startDesktopApp({ firstInstance: false });
    expect(app.state.exitCode).toBe(0);
    expect(app.state.windows).toHaveLength(0);
    expect(existsSync(join(app.dataFolder, 'workspace.db'))).toBe(false);
  });

  it('brings the window of the first to the front', async () => {
    const app = await openedApp();
    app.window().minimize();
    const before = app.window().focused;
    app.app.emit('second-instance', {}, [], '/');
    expect(app.window().isMinimized()).toBe(false);
    expect(app.window().focused).toBeGreaterThan(before);
    expect(app.state.windows).toHaveLength(1);
  });
});

describe('the menu', () => {
  it('sends the page the ids of actions that there are, undo and redo among them', async () => {
    const app = await openedApp();
    const known = new Set<string>(actionList.map(({ id }) => id));
    const { sent } = app.window().webContents;
    const ids = app
      .menuItems()
      .filter(({ click, id }) => click && id !== 'help.about')
      .map((item) => {
        item.click?.(null as never, undefined, {});
        const last = sent.at(-1);
        expect(last?.channel).toBe('stackscape:event:menu:action');
        return (last?.args[0] as { id: string }).id;
      });
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
    expect(ids).toEqual(expect.arrayContaining(['edit.undo', 'edit.redo', 'export.svg']));
  });

  it('shows versions in the about box', async () => {
    const app = await openedApp();
    app.state.messageAnswers.push(0);
    app
      .menuItems()
      .find(({ id }) => id === 'help.about')
      ?.click?.(null as never, undefined, {});
    const box = app.state.dialogs.at(-1)?.options;
    expect(box?.detail).toContain('Version 1.2.3');
    expect(box?.detail).toContain(`Node ${process.versions.node}`);
  });
});

describe('a page whose process is gone', () => {
  const gone = { reason: 'crashed', exitCode: 11 };

  it('is loaded again if the person wants it', async () => {
    const app = await openedApp();
    app.state.messageAnswers.push(0);
    app.window().webContents.emit('render-process-gone', {}, gone);
    await vi.waitFor(() => expect(app.window().webContents.reloads).toBe(1));
    expect(app.state.dialogs[0]?.options.message).toBe('The page has stopped working.');
    expect(app.log()).toContain('crashed, exit code 11');
  });

  it('takes its window with it if the person does not', async () => {
    const app = await openedApp();
    app.state.messageAnswers.push(1);
    app.window().webContents.emit('render-process-gone', {}, gone);
    await vi.waitFor(() => expect(app.state.windows).toHaveLength(0));
  });

  it('is not mourned when it was closed in good order', async () => {
    const app = await openedApp();
    app.window().webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
    expect(app.state.dialogs).toEqual([]);
  });

  it('is waited for or loaded again when it does not answer', async () => {
    const app = await openedApp();
    app.state.messageAnswers.push(1, 0);
    app.window().emit('unresponsive');
    await vi.waitFor(() => expect(app.state.messageAnswers).toHaveLength(1));
    expect(app.window().webContents.reloads).toBe(0);
    app.window().emit('unresponsive');
    await vi.waitFor(() => expect(app.window().webContents.reloads).toBe(1));
    // The process that was ended for it is not mourned as well, but the next one is.
    expect(app.state.dialogs).toHaveLength(2);
    app.window().webContents.emit('render-process-gone', {}, gone);
    expect(app.state.dialogs.at(-1)?.options.message).toBe('The page has stopped working.');
  });
});

describe('an error nobody caught', () => {
  it('goes to the log and is told once, with the offer to start again', async () => {
    const app = await openedApp();
    app.state.messageAnswers.push(0);
    const report = process.listeners('uncaughtException').at(-1) as (error: Error) => void;
    report(new Error('the first fault'));
    report(new Error('what followed from it'));
    await vi.waitFor(() => expect(app.state.exitCode).toBe(1));
    expect(app.state.relaunched).toBe(1);
    expect(app.state.dialogs).toHaveLength(1);
    expect(app.log()).toMatch(/the first fault[\s\S]*what followed from it/);
  });
});

describe('a start that fails', () => {
  async function failure(options: DesktopAppOptions) {
    const app = await startDesktopApp(options);
    await vi.waitFor(() => expect(app.state.exitCode).not.toBeNull());
    expect(app.state.exitCode).toBe(1);
    expect(app.state.windows).toHaveLength(0);
    expect(app.state.dialogs).toHaveLength(1);
    return app.state.dialogs[0]?.options.content ?? '';
  }

  it('says that a file stands in the place of the data folder', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(await failure({ dataFolder: join(file, 'data') })).toBe(
      `The data folder ${join(file, 'data')} cannot be made, as there is a file in its place.`,
    );
  });

  it.skipIf(process.platform === 'win32')(
    'says that it may not write to the data folder',
    async () => {
      const folder = temporaryFolder();
      chmodSync(folder, 0o500);
      // The superuser may write anywhere but where the kernel itself refuses.
      const dataFolder = process.getuid?.() === 0 ? '/sys/stackscape' : join(folder, 'data');
      expect(await failure({ dataFolder })).toBe(
        `Stackscape may not write to its data folder ${dataFolder}. Allow it, or choose another folder with --data.`,
      );
    },
  );

  it('says that the workspace is of a newer version, and leaves it alone', async () => {
    const dataFolder = temporaryFolder();
    const first = await openedApp({ dataFolder });
    first.app.quit();
    const file = join(dataFolder, 'workspace.db');
    const db = new Database(file);
    db.pragma('user_version = 999999');
    db.close();
    const before = readFileSync(file);
    expect(await failure({ dataFolder })).toMatch(/newer/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('says that the catalogue is missing', async () => {
    const appPath = temporaryFolder();
    mkdirSync(join(appPath, 'dist/catalogue'), { recursive: true });
    expect(await failure({ appPath })).toMatch(/catalogue/i);
  });
});

describe('saving a file', () => {
  const file = {
    fileName: 'A/B: \u202Estack?.svg',
    mimeType: 'image/svg+xml',
    base64: Buffer.from('<svg/>').toString('base64'),
  };

  it('writes what the person named, suggesting a name every system takes', async () => {
    const app = await openedApp();
    const target = join(temporaryFolder(), 'diagram.svg');
    app.state.saveAnswers.push(target);
    const answer = await (await app.bridge()).call('app:save-file', file, 'save');
    expect(answer).toEqual({ ok: true, value: { handled: true, path: target } });
    expect(readFileSync(target, 'utf8')).toBe('<svg/>');
    expect(readdirSync(dirname(target))).toEqual(['diagram.svg']);
    const { defaultPath, filters } = app.state.dialogs[0]?.options ?? {};
    expect(defaultPath).toBe(join(app.app.getPath('documents'), 'A B stack.svg'));
    expect(filters).toEqual([{ name: 'SVG drawing', extensions: ['svg'] }]);
  });

  it.each([
    ['Mine.stackscape.json', 'json', 'json'],
    ['Mine.canvas', 'json', 'canvas'],
    ['Mine.csv', 'csv', 'csv'],
    ['Mine.md', 'markdown', 'md'],
    ['Mine.graphml', 'graphml+xml', 'graphml'],
  ])('offers %s under its own extension', async (fileName, type, extension) => {
    const app = await openedApp();
    const mimeType = `application/${type}`;
    await (await app.bridge()).call('app:save-file', { ...file, fileName, mimeType }, 'save');
    const filters = app.state.dialogs[0]?.options.filters;
    expect(filters).toMatchObject([{ extensions: [extension] }]);
  });

  it('writes nothing when the person cancels', async () => {
    const app = await openedApp();
    const answer = await (await app.bridge()).call('app:save-file', file, 'save');
    expect(answer).toEqual({ ok: true, value: { handled: true, path: null } });
  });

  it('says in words why it cannot, and keeps what was there', async () => {
    const app = await openedApp();
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'taken.svg'));
    const bridge = await app.bridge();
    for (const [target, reason] of [
      [join(folder, 'taken.svg'), 'there is a folder of that name'],
      [join(folder, 'gone', 'x.svg'), 'the folder is no longer there'],
      [join(folder, `${'x'.repeat(300)}.svg`), 'the name is too long'],
    ] as const) {
      app.state.saveAnswers.push(target);
      expect(await bridge.call('app:save-file', file, reason)).toMatchObject({
        ok: false,
        error: { code: 'not-writable', message: expect.stringContaining(reason) as string },
      });
    }
    expect(readdirSync(folder)).toEqual(['taken.svg']);
  });
});
