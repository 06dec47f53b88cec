import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Access {
  /** Address to open, with the secret in it. */
  readonly address: string;
  /** Header that hands the secret to the browser. */
  readonly cookie: string;
  isKey(key: string | null): boolean;
  /** Why a request is turned away, or null where it may pass. */
  refusal(request: IncomingMessage, options: { readonly needsOrigin: boolean }): string | null;
  /** Whether the request is addressed to this server at all. */
  isOurHost(request: IncomingMessage): boolean;
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

function cookieValue(request: IncomingMessage, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/**
 * Who may talk to the loopback server: a page that it served itself, to a browser that was given
 * the secret of this run. Other sites in the same browser, other users of the machine and names that
 * merely resolve to 127.0.0.1 are turned away.
 */
export function createAccess(port: number, secret: string): Access {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  // Cookies do not tell ports apart, so the name has to.
  const cookieName = `stackscape-${port}`;

  const isOurHost = (request: IncomingMessage): boolean => request.headers.host === host;

  return {
    address: `${origin}/?key=${secret}`,
    cookie: `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`,
    isOurHost,
    isKey: (key) => key !== null && sameText(key, secret),
    refusal(request, { needsOrigin }) {
      if (!isOurHost(request)) return 'This address is not served here.';
      const from = request.headers.origin;
      if (from === undefined ? needsOrigin : from !== origin) {
        return 'Only the page served from this address may call.';
      }
      const given = cookieValue(request, cookieName);
      if (given === undefined || !sameText(given, secret)) {
        return 'Open the address that Stackscape printed when it started; it carries the key.';
      }
      return null;
    },
  };
}
