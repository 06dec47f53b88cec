import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Access {
  /** Address to open, with the secret in it. */
  readonly address: string;
  /** Header that hands the secret to the browser. */
  readonly cookie: string;
  /**
   * An address that lets one browser in, once. It goes on the command line of the browser, which
   * every user of the machine can read for as long as that runs.
   */
  addressForOneUse(): string;
  /** Whether the key of an address opens the door; one for one use does so no second time. */
  admits(key: string | null): boolean;
  /** Why a request is turned away, or null where it may pass. */
  refusal(request: IncomingMessage, options: { readonly needsOrigin: boolean }): string | null;
  /** Whether the request is addressed to this server at all. */
  isOurHost(request: IncomingMessage): boolean;
}

const newKey = (): string => randomBytes(32).toString('base64url');

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
export function createAccess(port: number): Access {
  const secret = newKey();
  const keysForOneUse = new Set<string>();
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  // Cookies do not tell ports apart, so the name has to.
  const cookieName = `stackscape-${port}`;

  const addressWith = (key: string): string => `${origin}/?key=${key}`;
  const isOurHost = (request: IncomingMessage): boolean => request.headers.host === host;

  return {
    address: addressWith(secret),
    addressForOneUse() {
      const key = newKey();
      keysForOneUse.add(key);
      return addressWith(key);
    },
    cookie: `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`,
    isOurHost,
    admits: (key) => key !== null && (sameText(key, secret) || keysForOneUse.delete(key)),
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
