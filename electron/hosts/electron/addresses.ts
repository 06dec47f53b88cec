import { audiencePage } from '../../../shared/audience/messages.ts';

export { safeExternalUrl } from '../../services/app/safe-external-url.ts';

export const appScheme = 'app';
const appHost = 'stackscape';
export const startUrl = `${appScheme}://${appHost}/index.html`;
/** The one page that may ask for a window of its own. */
export const audienceUrl = `${appScheme}://${appHost}/${audiencePage}`;

function parse(raw: unknown): URL | null {
  if (typeof raw !== 'string') return null;
  return URL.parse(raw);
}

/** Whether an address is one of the application's own files. Compared part by part, as parsed. */
export function isAppUrl(raw: unknown): boolean {
  const url = parse(raw);
  return url !== null && url.protocol === `${appScheme}:` && url.host === appHost;
}

/** Whether an address is the audience's page, with nothing added to it. */
export function isAudienceUrl(raw: unknown): boolean {
  return parse(raw)?.href === audienceUrl;
}

/** Developer tools load their own files; in a packaged application there are none. */
export function isDeveloperToolsUrl(raw: unknown): boolean {
  return parse(raw)?.protocol === 'devtools:';
}

/** Pictures and downloads that the page made itself: nothing leaves the machine for them. */
export function isInMemoryUrl(raw: unknown): boolean {
  const protocol = parse(raw)?.protocol;
  return protocol === 'data:' || protocol === 'blob:';
}
