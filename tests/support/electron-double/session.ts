import type { OnBeforeRequestListenerDetails, Session } from 'electron';
import { PreventableEvent, strict, StrictEmitter } from './strict.ts';
import { requireReady, type DoubleState } from './state.ts';

type RequestListener = (
  details: OnBeforeRequestListenerDetails,
  respond: (answer: { cancel?: boolean }) => void,
) => void;

/** The default session: it allows everything until told otherwise, as Electron's does. */
export class SessionDouble extends StrictEmitter {
  readonly schemes = new Map<string, (request: Request) => Response | Promise<Response>>();
  spellChecker = true;
  #onRequest: RequestListener | null = null;
  #onPermissionRequest: Parameters<Session['setPermissionRequestHandler']>[0] = null;
  #onPermissionCheck: Parameters<Session['setPermissionCheckHandler']>[0] = null;
  #onDevice: Parameters<Session['setDevicePermissionHandler']>[0] = null;

  readonly protocol;
  readonly webRequest;

  constructor(state: DoubleState) {
    super('Session', ['will-download']);
    this.protocol = strict('Protocol', {
      handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
        requireReady(state, 'protocol.handle');
        if (!state.privilegedSchemes.has(scheme)) {
          throw new Error(`The scheme ${scheme} was not registered as privileged before ready.`);
        }
        if (this.schemes.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
        this.schemes.set(scheme, handler);
      },
    });
    this.webRequest = strict('WebRequest', {
      onBeforeRequest: (listener: RequestListener | null) => {
        this.#onRequest = listener;
      },
    });
  }

  setPermissionRequestHandler(
    handler: Parameters<Session['setPermissionRequestHandler']>[0],
  ): void {
    this.#onPermissionRequest = handler;
  }
  setPermissionCheckHandler(handler: Parameters<Session['setPermissionCheckHandler']>[0]): void {
    this.#onPermissionCheck = handler;
  }
  setDevicePermissionHandler(handler: Parameters<Session['setDevicePermissionHandler']>[0]): void {
    this.#onDevice = handler;
  }
  setDisplayMediaRequestHandler(handler: null): void {
    if (handler !== null) throw new Error('The Electron double captures no screens.');
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }

  /** What becomes of a request of the page: refused, or let through. */
  async requests(url: string, resourceType = 'xhr'): Promise<'refused' | 'allowed'> {
    const listener = this.#onRequest;
    if (!listener) return 'allowed';
    const details = { id: 1, url, method: 'GET', resourceType } as OnBeforeRequestListenerDetails;
    const answer = await new Promise<{ cancel?: boolean }>((resolve) => listener(details, resolve));
    return answer.cancel ? 'refused' : 'allowed';
  }

  /** Whether the page gets a permission it asks for, by each of the three ways to ask. */
  async grants(permission: string): Promise<boolean> {
    const asked = await new Promise<boolean>((resolve) => {
      if (this.#onPermissionRequest) {
        this.#onPermissionRequest(null as never, permission as never, resolve, {} as never);
      } else resolve(true);
    });
    const checked = this.#onPermissionCheck?.(null, permission as never, '', {} as never) ?? true;
    const device = this.#onDevice?.({ deviceType: 'usb' } as never) ?? false;
    return asked || checked || device;
  }

  /** Whether a download of the page goes ahead. */
  downloads(): boolean {
    const event = new PreventableEvent();
    this.emit('will-download', event, {}, {});
    return !event.defaultPrevented;
  }

  /** The answer of a scheme's handler, as the page would get it. */
  async fetch(url: string, init?: RequestInit): Promise<Response> {
    const handler = this.schemes.get(new URL(url).protocol.slice(0, -1));
    if (!handler) throw new Error('net::ERR_UNKNOWN_URL_SCHEME');
    return handler(new Request(url, init));
  }
}
