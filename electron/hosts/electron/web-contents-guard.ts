import { app, type WebContents } from 'electron';
import { isAppUrl } from './addresses.ts';

type OpenExternal = (url: string) => void;

function guard(contents: WebContents, openExternal: OpenExternal): void {
  const stay = (event: { readonly url: string; preventDefault(): void }): void => {
    if (isAppUrl(event.url)) return;
    event.preventDefault();
    openExternal(event.url);
  };
  contents.on('will-navigate', stay);
  // A redirect was not asked for by the person: it is refused and opens nothing.
  contents.on('will-redirect', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(url);
    return { action: 'deny' };
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/**
 * Keeps every page of the application where it is; a link to another site goes to `openExternal`,
 * which decides whether it is opened at all.
 */
export function guardAllWebContents(openExternal: OpenExternal): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, openExternal));
}
