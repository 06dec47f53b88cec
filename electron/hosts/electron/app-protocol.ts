import { protocol, type Session } from 'electron';
import { readStaticFile } from '../browser/static-files.ts';
import { securityHeaders } from '../content-security-policy.ts';
import { appScheme, isAppUrl } from './addresses.ts';

/** Makes app:// a scheme like https:// to the page. Electron accepts this only before `ready`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

function refuse(status: number, text: string): Response {
  return new Response(text, {
    status,
    headers: { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}

/** Answers a request of the page from the files in `root`, and from nowhere else. */
async function serveFile(root: string, request: Request): Promise<Response> {
  if (!isAppUrl(request.url)) return refuse(404, 'Not found.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET.');
  // Read by Node, which sees into the archive of the packaged application.
  const file = await readStaticFile(root, new URL(request.url).pathname).catch(() => null);
  if (file === null) return refuse(404, 'Not found.');
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(file.body), {
    headers: { ...securityHeaders, 'Content-Type': file.contentType },
  });
}

/** Serves the built page from `root` as app://stackscape/. */
export function serveApp(session: Session, root: string): void {
  session.protocol.handle(appScheme, (request) => serveFile(root, request));
}
