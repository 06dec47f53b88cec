import { app, dialog, type BrowserWindow, type MessageBoxOptions } from 'electron';

/** Versions as the about box and `app:info` name them. */
export function runtimeVersions(): Record<string, string> {
  const { electron, chrome, node, v8 } = process.versions;
  const known = { Electron: electron, Chromium: chrome, Node: node, V8: v8 };
  return Object.fromEntries(Object.entries(known).filter(([, version]) => version !== undefined));
}

/**
 * Shows name and versions: in the panel macOS has for it, in a message box elsewhere.
 * @param refusedRequests  requests of the page to anywhere else, since the start
 */
export async function showAbout(
  window: BrowserWindow | undefined,
  refusedRequests: number,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  const versions = Object.entries(runtimeVersions()).map(([name, version]) => `${name} ${version}`);
  const detail = [
    `Version ${app.getVersion()}`,
    ...versions,
    '',
    'Works offline: nothing leaves this machine.',
    `Network requests refused since the start: ${refusedRequests}`,
  ].join('\n');
  if (platform === 'darwin') {
    app.setAboutPanelOptions({
      applicationName: app.getName(),
      applicationVersion: app.getVersion(),
      credits: detail,
    });
    app.showAboutPanel();
    return;
  }
  const box: MessageBoxOptions = {
    type: 'info',
    title: `About ${app.getName()}`,
    message: app.getName(),
    detail,
    buttons: ['Close'],
  };
  await (window ? dialog.showMessageBox(window, box) : dialog.showMessageBox(box));
}
