import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { startUrl } from './addresses.ts';
import { rememberState } from './window-memory.ts';
import { backgroundColor, securePreferences, type WindowOptions } from './window-options.ts';
import { minimumSize, placeWindow, readWindowState, type WindowState } from './window-state.ts';

function workAreas(): WindowState['bounds'][] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary, ...others].map(({ workArea }) => workArea);
}

/** Opens the window where it was left and loads the page into it. */
export function createMainWindow(options: WindowOptions): BrowserWindow {
  const stateFile = join(options.dataFolder, 'window-state.json');
  const { bounds, maximised, fullScreen } = placeWindow(readWindowState(stateFile), workAreas());
  const window = new BrowserWindow({
    ...bounds,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    show: false,
    title: 'Stackscape',
    fullscreen: fullScreen,
    backgroundColor: backgroundColor(),
    webPreferences: securePreferences(options),
  });
  rememberState(window, stateFile, options.log);
  window.once('ready-to-show', () => {
    if (maximised) window.maximize();
    window.show();
  });
  window.loadURL(startUrl).catch(options.log);
  return window;
}
