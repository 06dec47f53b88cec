/** The desktop application: order and wiring. What each step does is in hosts/electron. */
import { join } from 'node:path';
import { app, session, type BrowserWindow } from 'electron';
import type { ActionId } from '../shared/actions.ts';
import type { Settings } from '../shared/contract/app.ts';
import { dataFolder } from './hosts/data-folder.ts';
import { runtimeVersions, showAbout } from './hosts/electron/about.ts';
import { openAudienceWindow } from './hosts/electron/audience-window.ts';
import { registerAppScheme, serveApp } from './hosts/electron/app-protocol.ts';
import { installMenu } from './hosts/electron/application-menu.ts';
import { offerToReload, reportUncaughtErrors } from './hosts/electron/crash-reports.ts';
import { claimDataFolder } from './hosts/electron/claim-data-folder.ts';
import { registerIpc } from './hosts/electron/ipc.ts';
import { createMainWindow } from './hosts/electron/main-window.ts';
import { keepChromiumOffline, keepSessionOffline } from './hosts/electron/offline-session.ts';
import { openExternal } from './hosts/electron/open-external.ts';
import { saveFile } from './hosts/electron/save-file.ts';
import { endWithFailure } from './hosts/electron/start-failure.ts';
import { guardAllWebContents } from './hosts/electron/web-contents-guard.ts';
import {
  emitToMainWindow,
  emitToWindows,
  focusWindow,
  mainWindow,
} from './hosts/electron/windows.ts';
import type { WindowOptions } from './hosts/electron/window-options.ts';
import { createLog } from './hosts/log-file.ts';
import { createRouter } from './hosts/router.ts';
import { createServices } from './services/create-services.ts';

const folder = dataFolder();
const log = createLog(folder);
const developerTools = !app.isPackaged;

// Electron accepts all of these only before `ready`.
app.enableSandbox();
registerAppScheme();
keepChromiumOffline();
reportUncaughtErrors(log);
const folderTrouble = claimDataFolder(folder);

// The lock lies in the data folder: one window for each, and none to ask where there is no folder.
if (folderTrouble !== null || app.requestSingleInstanceLock())
  void app.whenReady().then(startOrExplain);
else app.quit();

async function startOrExplain(): Promise<void> {
  try {
    if (folderTrouble !== null) throw folderTrouble;
    await start();
  } catch (error) {
    log(error);
    endWithFailure(error, folder);
  }
}

async function start(): Promise<void> {
  const root = app.getAppPath();
  const { defaultSession } = session;
  guardAllWebContents({
    openExternal: (url) => void openExternal(url).catch(log),
    openAudience,
  });
  const refusedRequests = keepSessionOffline(defaultSession, { developerTools, log });
  serveApp(defaultSession, join(root, 'dist', 'renderer'));

  const setTheme = installMenu({
    developerTools,
    act,
    showAbout: () => void showAbout(mainWindow(), refusedRequests()).catch(log),
  });
  const services = createServices({
    catalogueFile: app.isPackaged
      ? join(process.resourcesPath, 'catalogue.db')
      : join(root, 'dist', 'catalogue', 'catalogue.db'),
    dataFolder: folder,
    host: 'electron',
    versions: runtimeVersions(),
    emit: (name, payload) => {
      emitToWindows(name, payload);
      if (name === 'settings:changed') setTheme((payload as Settings).theme);
    },
    log,
    openExternal,
    saveFile,
  });
  app.on('will-quit', () => services.close());
  registerIpc(createRouter(services.handlers, log)); // before any window can call

  const context = { signal: new AbortController().signal, progress: () => undefined };
  setTheme((await services.handlers['settings:get']({}, context)).theme);

  app.on('second-instance', () => focusWindow(mainWindow() ?? openWindow()));
  app.on('activate', () => void (mainWindow() ?? openWindow()));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  openWindow();
}

function windowOptions(): WindowOptions {
  const preloadFile = join(app.getAppPath(), 'dist', 'electron', 'preload.cjs');
  return { preloadFile, dataFolder: folder, developerTools, log };
}

function openWindow(): BrowserWindow {
  const window = createMainWindow(windowOptions());
  offerToReload(window, log);
  return window;
}

function openAudience(): void {
  const main = mainWindow();
  if (main) openAudienceWindow(main, windowOptions());
}

function act(id: ActionId): void {
  if (mainWindow()) return emitToMainWindow('menu:action', { id });
  // On macOS the menu outlives the window.
  openWindow().webContents.once('did-finish-load', () => emitToMainWindow('menu:action', { id }));
}
