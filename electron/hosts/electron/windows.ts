import { BrowserWindow } from 'electron';
import type { EmitEvent } from '../../../shared/contract/contract.ts';
import { isAudienceWindow } from './audience-window.ts';
import { eventChannel } from './ipc-names.ts';

/** The one window with the tools, while it is open. */
export function mainWindow(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows().find(
    (window) => !window.isDestroyed() && !isAudienceWindow(window),
  );
}

function emitTo(window: BrowserWindow, ...[name, payload]: Parameters<EmitEvent>): void {
  if (!window.isDestroyed()) window.webContents.send(eventChannel(name), payload);
}

/** Tells every page of an event of the contract. */
export const emitToWindows: EmitEvent = (name, payload) => {
  for (const window of BrowserWindow.getAllWindows()) emitTo(window, name, payload);
};

/** Tells the page with the tools alone. */
export const emitToMainWindow: EmitEvent = (name, payload) => {
  const window = mainWindow();
  if (window) emitTo(window, name, payload);
};

/** Brings a window to the front, wherever it is. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
