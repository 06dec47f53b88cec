import { app, type WebContents } from 'electron';
import { isAppUrl, isAudienceUrl } from './addresses.ts';

export interface WaysOut {
  /** Decides whether an address of another site is opened at all. */
  readonly openExternal: (url: string) => void;
  /** Opens the audience's window, or brings the one that is open to the front. */
  readonly openAudience: () => void;
}

function guard(contents: WebContents, { openExternal, openAudience }: WaysOut): void {
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
    if (isAudienceUrl(url)) openAudience();
    else openExternal(url);
    // The audience's window is made here, not by the page: in a process of its own, so that work in
    // one window does not make the other stutter, and without a hold on one another.
    return { action: 'deny' };
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Keeps every page of the application where it is, but for the ways out. */
export function guardAllWebContents(waysOut: WaysOut): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, waysOut));
}
