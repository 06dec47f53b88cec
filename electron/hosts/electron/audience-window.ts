import { join } from 'node:path';
import { BrowserWindow, screen, type Input } from 'electron';
import { audienceUrl } from './addresses.ts';
import { rememberState } from './window-memory.ts';
import { backgroundColor, securePreferences, type WindowOptions } from './window-options.ts';
import { placeAudienceWindow, readWindowState } from './window-state.ts';

/** The one window for the audience, while it is open. */
let audience: BrowserWindow | null = null;

export function isAudienceWindow(window: BrowserWindow): boolean {
  return window === audience;
}

/** Without a menu there are no accelerators, so what a window needs is asked of its keys. */
function onKey(window: BrowserWindow, { type, key, control, meta }: Input): void {
  if (type !== 'keyDown') return;
  if (key === 'F11') window.setFullScreen(!window.isFullScreen());
  else if (key === 'Escape' && window.isFullScreen()) window.setFullScreen(false);
  else if (key.toLowerCase() === 'w' && (control || meta)) window.close();
}

/**
 * Loads the page again when its process is gone: nobody wants to answer a question in front of a
 * room. One that does not even load is closed, which its facilitator is told of.
 */
function reloadByItself(window: BrowserWindow, log: WindowOptions['log']): void {
  let hasLoaded = false;
  window.webContents.on('did-finish-load', () => (hasLoaded = true));
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log(`The audience's page is gone: ${reason}, exit code ${exitCode}`);
    if (hasLoaded) window.webContents.reload();
    else window.destroy();
    hasLoaded = false;
  });
}

/**
 * Opens the window for the audience, on a second display if there is one, or brings it to the front.
 * It closes with the main window.
 */
export function openAudienceWindow(main: BrowserWindow, options: WindowOptions): void {
  if (audience) return audience.show();
  const stateFile = join(options.dataFolder, 'audience-window-state.json');
  const here = screen.getDisplayMatching(main.getBounds());
  const elsewhere = screen.getAllDisplays().filter(({ id }) => id !== here.id);
  const { bounds, maximised, fullScreen } = placeAudienceWindow(
    readWindowState(stateFile),
    here,
    elsewhere,
  );
  const window = new BrowserWindow({
    ...bounds,
    show: false,
    title: 'Stackscape – Audience',
    fullscreen: fullScreen,
    backgroundColor: backgroundColor(),
    webPreferences: securePreferences(options),
  });
  audience = window;
  window.removeMenu();
  rememberState(window, stateFile, options.log);
  reloadByItself(window, options.log);
  window.webContents.on('before-input-event', (_event, input) => onKey(window, input));
  window.once('ready-to-show', () => {
    if (maximised) window.maximize();
    // The keyboard stays with the tools where both can be seen.
    if (elsewhere.length > 0) window.showInactive();
    else window.show();
  });
  const closeWithMain = (): void => window.close();
  main.once('closed', closeWithMain);
  window.once('closed', () => {
    audience = null;
    main.removeListener('closed', closeWithMain);
  });
  window.loadURL(audienceUrl).catch(options.log);
}
