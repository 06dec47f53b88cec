import type { BrowserWindow } from 'electron';
import { writeWindowState, type WindowState } from './window-state.ts';

/** A moved window is remembered after it has rested, not at every pixel on the way. */
const REST_MS = 500;

function stateOf(window: BrowserWindow): WindowState {
  return {
    bounds: window.getNormalBounds(),
    maximised: window.isMaximized(),
    fullScreen: window.isFullScreen(),
  };
}

/** Keeps in a file where a window stands, for the next start. */
export function rememberState(
  window: BrowserWindow,
  file: string,
  log: (error: unknown) => void,
): void {
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
