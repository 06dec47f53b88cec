import { BrowserWindow } from 'electron';
import type { EmitEvent } from '../../../shared/contract/contract.ts';
import { eventChannel } from './ipc-names.ts';

/** The one window, while it is open. */
export function mainWindow(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows().find((window) => !window.isDestroyed());
}

/** Tells every page of an event of the contract. */
export const emitToWindows: EmitEvent = (name, payload) => {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(eventChannel(name), payload);
  }
};

/** Brings a window to the front, wherever it is. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
