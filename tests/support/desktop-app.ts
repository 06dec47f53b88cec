import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { Bridge } from '../../renderer/api.ts';
import { eventNames } from '../../shared/contract/channels.ts';
import { eventChannel } from '../../electron/hosts/electron/ipc-names.ts';
import { paths } from '../../scripts/catalogue/paths.ts';
import {
  createElectronDouble,
  type ElectronDouble,
  type ElectronDoubleOptions,
  type FrameDouble,
} from './electron-double.ts';

export interface DesktopApp extends ElectronDouble {
  readonly dataFolder: string;
  /** Waits until the window has loaded its page. */
  opened(): Promise<void>;
  /** The bridge as the page gets it. */
  bridge(frame?: () => FrameDouble | null): Promise<Bridge>;
  /** Everything on `window` that the preload put there. */
  page(frame?: () => FrameDouble | null): Promise<Record<string, unknown>>;
  log(): string;
}

export interface DesktopAppOptions extends Partial<ElectronDoubleOptions> {
  /** Kept by the caller; a new empty one otherwise. */
  readonly dataFolder?: string;
  readonly before?: (app: ElectronDouble) => void;
}

const cleanups: (() => void)[] = [];

/** Closes what was started since and removes its files. For `afterEach`. */
export function closeDesktopApps(): void {
  for (const clean of cleanups.splice(0).reverse()) clean();
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stackscape-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A root as `npm start` has it: a page, and the real catalogue that the global setup has built. */
function applicationRoot(): string {
  const root = temporaryFolder();
  mkdirSync(join(root, 'dist/renderer/assets'), { recursive: true });
  mkdirSync(join(root, 'dist/catalogue'));
  writeFileSync(join(root, 'dist/renderer/index.html'), '<!doctype html><title>Stackscape</title>');
  writeFileSync(
    join(root, 'dist/renderer/audience.html'),
    '<!doctype html><title>Audience</title>',
  );
  writeFileSync(join(root, 'dist/renderer/assets/index.js'), 'export {};');
  writeFileSync(join(root, 'secret.txt'), 'not part of the page');
  symlinkSync(paths.database, join(root, 'dist/catalogue/catalogue.db'));
  return root;
}

/** Runs the real main.ts, wired to the double, up to `ready`. */
export async function startDesktopApp(options: DesktopAppOptions = {}): Promise<DesktopApp> {
  const { dataFolder = join(temporaryFolder(), 'data'), before, ...doubleOptions } = options;
  const double = createElectronDouble({ appPath: applicationRoot(), ...doubleOptions });
  vi.resetModules();
  vi.doMock('electron', () => double.main);
  vi.stubEnv('STACKSCAPE_DATA', dataFolder);
  const listeners = (['uncaughtException', 'unhandledRejection'] as const).map(
    (name) => [name, new Set(process.listeners(name as never))] as const,
  );
  cleanups.push(() => {
    if (double.state.ready) double.app.quit();
    for (const [name, known] of listeners) {
      for (const listener of process.listeners(name as never)) {
        if (!known.has(listener)) process.removeListener(name, listener);
      }
    }
    vi.doUnmock('electron');
    vi.unstubAllEnvs();
  });

  before?.(double);
  await import('../../electron/main.ts');
  double.becomeReady();

  async function page(frame?: () => FrameDouble | null): Promise<Record<string, unknown>> {
    const side = double.preloadSide(
      double.window().webContents,
      eventNames.map((name) => eventChannel(name)),
      frame,
    );
    vi.resetModules();
    vi.doMock('electron', () => side.electron);
    await import('../../electron/preload.ts');
    return side.page;
  }

  return {
    ...double,
    dataFolder,
    async opened() {
      await vi.waitFor(() => double.window());
      await double.window().loading;
    },
    page,
    bridge: async (frame) => (await page(frame))['stackscape'] as Bridge,
    log: () => readFileSync(join(dataFolder, 'logs/stackscape.log'), 'utf8'),
  };
}
