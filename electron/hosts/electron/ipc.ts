import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { EventPayload } from '../../../shared/contract/contract.ts';
import { fail } from '../../../shared/result.ts';
import type { Router } from '../router.ts';
import { isAppUrl } from './addresses.ts';
import { callChannel, cancelChannel, eventChannel } from './ipc-names.ts';

/** Only the top page of the application may call; a frame that is gone already has no address. */
function isOurs(event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isAppUrl(frame.url);
}

function sendProgress(sender: WebContents, payload: EventPayload<'progress'>): void {
  if (!sender.isDestroyed()) sender.send(eventChannel('progress'), payload);
}

/** Routes the calls of the page to the services. A page that goes away cancels what it asked for. */
export function registerIpc(router: Router): void {
  const running = new Map<WebContents, Map<string, AbortController>>();

  function requestsOf(sender: WebContents): Map<string, AbortController> {
    const known = running.get(sender);
    if (known) return known;
    const requests = new Map<string, AbortController>();
    running.set(sender, requests);
    const abortAll = (): void => {
      for (const controller of requests.values()) controller.abort();
    };
    sender.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) abortAll();
    });
    sender.on('render-process-gone', abortAll);
    sender.once('destroyed', () => {
      abortAll();
      running.delete(sender);
    });
    return requests;
  }

  ipcMain.handle(
    callChannel,
    async (event, channel: unknown, input: unknown, requestId: unknown) => {
      if (!isOurs(event)) return fail('forbidden', 'Only Stackscape’s own page may call.');
      if (typeof channel !== 'string' || typeof requestId !== 'string' || requestId.length > 100) {
        return fail('invalid-input', 'A call needs the name of a channel and a request id.');
      }
      const requests = requestsOf(event.sender);
      if (requests.has(requestId)) {
        return fail('invalid-input', 'A request with this id is still running.');
      }
      const controller = new AbortController();
      requests.set(requestId, controller);
      try {
        return await router.call(channel, input, {
          signal: controller.signal,
          progress: (message, fraction) =>
            sendProgress(event.sender, { requestId, message, fraction: fraction ?? null }),
        });
      } finally {
        requests.delete(requestId);
      }
    },
  );

  ipcMain.on(cancelChannel, (event, requestId: unknown) => {
    if (!isOurs(event) || typeof requestId !== 'string') return;
    running.get(event.sender)?.get(requestId)?.abort();
  });
}
