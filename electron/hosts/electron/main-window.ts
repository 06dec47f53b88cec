import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { startUrl } from './addresses.ts';
import {
  minimumSize,
  placeWindow,
  readWindowState,
  writeWindowState,
  type WindowState,
} from './window-state.ts';

export interface MainWindowOptions {
  readonly preloadFile: string;
  readonly dataFolder: string;
  readonly developerTools: boolean;
  readonly log: (error: unknown) => void;
}

/** A moved window is remembered after it has rested, not at every pixel on the way. */
const REST_MS = 500;

/** What the window shows before the page has drawn, so that it does not flash. */
const backgrounds = { light: '#f7f8fa', dark: '#14171c' } as const;

function stateOf(window: BrowserWindow): WindowState {
  return {
    bounds: window.getNormalBounds(),
    maximised: window.isMaximized(),
    fullScreen: window.isFullScreen(),
  };
}

function rememberState(window: BrowserWindow, file: string, log: (error: unknown) => void): void {
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    clearTimeout(timer);
    try {
      writeWindowState(file, stateOf(window));
    } catch (error) {
      // Where a window stood is not worth a message to anybody.
      log(error);
    }
  };
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!window.isDestroyed()) save();
    }, REST_MS);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('maximize', saveSoon);
  window.on('unmaximize', saveSoon);
  window.on('enter-full-screen', saveSoon);
  window.on('leave-full-screen', saveSoon);
  window.on('close', save);
  window.on('closed', () => clearTimeout(timer));
}

function workAreas(): WindowState['bounds'][] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary, ...others].map(({ workArea }) => workArea);
}

/** Opens the window where it was left and loads the page into it. */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const stateFile = join(options.dataFolder, 'window-state.json');
  const { bounds, maximised, fullScreen } = placeWindow(readWindowState(stateFile), workAreas());
  const window = new BrowserWindow({
    ...bounds,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    show: false,
    title: 'Stackscape',
    fullscreen: fullScreen,
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    webPreferences: {
      preload: options.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.developerTools,
    },
  });
  rememberState(window, stateFile, options.log);
  window.once('ready-to-show', () => {
    if (maximised) window.maximize();
    window.show();
  });
  window.loadURL(startUrl).catch(options.log);
  return window;
}
