/**
 * The bridge between the sandboxed page and the main process. It is bundled into one CommonJS file
 * that requires only electron; the page gets three functions and never ipcRenderer itself.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { channels, eventNames, type Channel, type EventName } from '../shared/contract/channels.ts';
import { callChannel, cancelChannel, eventChannel } from './hosts/electron/ipc-names.ts';

const knownChannels: ReadonlySet<string> = new Set(channels);
const knownEvents: ReadonlySet<string> = new Set(eventNames);

contextBridge.exposeInMainWorld('stackscape', {
  call(channel: Channel, input: unknown, requestId: string): Promise<unknown> {
    if (!knownChannels.has(channel)) {
      return Promise.reject(new Error(`There is no call named ${String(channel)}.`));
    }
    return ipcRenderer.invoke(callChannel, channel, input, String(requestId));
  },

  cancel(requestId: string): void {
    ipcRenderer.send(cancelChannel, String(requestId));
  },

  on(event: EventName, listener: (payload: unknown) => void): () => void {
    if (!knownEvents.has(event)) throw new Error(`There is no event named ${String(event)}.`);
    // The event object stays here: its sender would be a way around the bridge.
    const forward = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(eventChannel(event), forward);
    return () => void ipcRenderer.removeListener(eventChannel(event), forward);
  },
});
