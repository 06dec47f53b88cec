import { app, type Session } from 'electron';
import { isAppUrl, isDeveloperToolsUrl, isInMemoryUrl } from './addresses.ts';

/** What Chromium would fetch on its own account. Only read before `ready`. */
export function keepChromiumOffline(): void {
  const { commandLine } = app;
  // No name resolves, so whatever slips past the rules below still reaches nobody.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
}

export interface OfflineRules {
  readonly developerTools: boolean;
  readonly log: (message: string) => void;
}

/**
 * A presentation asks for the whole screen and for Escape, an export for putting a picture on the
 * clipboard after a click. Reading the clipboard stays a matter of the paste command.
 */
const granted: ReadonlySet<string> = new Set([
  'fullscreen',
  'keyboardLock',
  'clipboard-sanitized-write',
]);

/**
 * Refuses every request, permission and download of the page but its own files, the full screen and
 * what it copies.
 * @returns how many requests were refused since
 */
export function keepSessionOffline(session: Session, rules: OfflineRules): () => number {
  let refused = 0;

  const isAllowed = (url: string): boolean =>
    isAppUrl(url) || isInMemoryUrl(url) || (rules.developerTools && isDeveloperToolsUrl(url));

  session.webRequest.onBeforeRequest((details, respond) => {
    const cancel = !isAllowed(details.url);
    if (cancel) {
      refused += 1;
      rules.log(`Refused a ${details.resourceType} request to ${details.url.slice(0, 300)}`);
    }
    respond({ cancel });
  });

  session.setPermissionRequestHandler((_contents, permission, respond) =>
    respond(granted.has(permission)),
  );
  session.setPermissionCheckHandler((_contents, permission) => granted.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  // The spelling checker fetches its dictionaries from the network.
  session.setSpellCheckerEnabled(false);
  // Files reach the disk through the Save dialog of the application alone.
  session.on('will-download', (event) => event.preventDefault());

  return () => refused;
}
