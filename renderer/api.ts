import type { Channel } from '../shared/contract/channels.ts';
import type {
  Api,
  CallInput,
  CallOptions,
  EventPayload,
  Output,
} from '../shared/contract/contract.ts';
import type { EventName } from '../shared/contract/channels.ts';
import { fail, type Result } from '../shared/result.ts';

/** What the sandboxed preload puts on the window of the desktop application. */
export interface Bridge {
  call(channel: Channel, input: unknown, requestId: string): Promise<Result<unknown>>;
  cancel(requestId: string): void;
  on(event: EventName, listener: (payload: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly stackscape?: Bridge;
  }
}

type Listener = (payload: unknown) => void;

/** Calls through the services' loopback server: HTTP for calls, one WebSocket for events. */
function createHttpBridge(): Bridge {
  const listeners = new Map<EventName, Set<Listener>>();
  const running = new Map<string, AbortController>();
  let retryMs = 250;
  let missedSome = false;

  function tell(event: EventName, payload: unknown): void {
    for (const listener of listeners.get(event) ?? []) listener(payload);
  }

  function listen(): void {
    const address = new URL('/events', window.location.href);
    address.protocol = 'ws:';
    const socket = new WebSocket(address);
    socket.addEventListener('open', () => {
      retryMs = 250;
      // What happened while nobody listened is not sent again.
      if (missedSome) tell('stacks:changed', {});
      missedSome = false;
    });
    socket.addEventListener('message', (message) => {
      const { event, payload } = JSON.parse(String(message.data)) as {
        event: EventName;
        payload: unknown;
      };
      tell(event, payload);
    });
    socket.addEventListener('close', () => {
      missedSome = true;
      window.setTimeout(listen, retryMs);
      retryMs = Math.min(retryMs * 2, 5000);
    });
  }
  listen();

  return {
    async call(channel, input, requestId) {
      const controller = new AbortController();
      running.set(requestId, controller);
      try {
        const response = await fetch(`/api/${channel}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ input, requestId }),
          signal: controller.signal,
        });
        return (await response.json()) as Result<unknown>;
      } catch {
        return controller.signal.aborted
          ? fail('cancelled', 'Cancelled.')
          : fail('internal', 'Stackscape has stopped running. Start it again to go on.');
      } finally {
        running.delete(requestId);
      }
    },
    cancel: (requestId) => running.get(requestId)?.abort(),
    on(event, listener) {
      const known = listeners.get(event) ?? new Set<Listener>();
      listeners.set(event, known.add(listener));
      return () => known.delete(listener);
    },
  };
}

/** The services as the renderer sees them, whichever host runs them. */
export function createApi(bridge: Bridge): Api {
  return {
    async call<C extends Channel>(channel: C, input: CallInput<C>, options: CallOptions = {}) {
      const requestId = crypto.randomUUID();
      const { signal, onProgress } = options;
      if (signal?.aborted) return fail('cancelled', 'Cancelled.');
      const stopListening = onProgress
        ? bridge.on('progress', (payload) => {
            const progress = payload as EventPayload<'progress'>;
            if (progress.requestId === requestId) onProgress(progress);
          })
        : undefined;
      const cancel = (): void => bridge.cancel(requestId);
      signal?.addEventListener('abort', cancel);
      try {
        return (await bridge.call(channel, input, requestId)) as Result<Output<C>>;
      } finally {
        stopListening?.();
        signal?.removeEventListener('abort', cancel);
      }
    },
    on: (name, listener) => bridge.on(name, listener as Listener),
  };
}

export const api: Api = createApi(window.stackscape ?? createHttpBridge());
