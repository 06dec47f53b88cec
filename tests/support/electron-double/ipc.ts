import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { cloneAcross, strict, StrictEmitter } from './strict.ts';
import type { FrameDouble, WebContentsDouble } from './windows.ts';

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

/** The main process' end: what crosses is copied both ways, and only plain data crosses. */
export class IpcMainDouble {
  readonly handlers = new Map<string, Handler>();
  readonly listeners = new Map<string, Set<(event: IpcMainEvent, ...args: unknown[]) => void>>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.handlers.set(channel, handler);
  }

  on(channel: string, listener: (event: IpcMainEvent, ...args: unknown[]) => void): this {
    const known = this.listeners.get(channel) ?? new Set();
    this.listeners.set(channel, known.add(listener));
    return this;
  }
}

function eventFrom(sender: WebContentsDouble, frame: FrameDouble | null): IpcMainInvokeEvent {
  return strict('IpcMainInvokeEvent', {
    sender,
    senderFrame: frame,
    processId: sender.id,
    frameId: 1,
    type: 'frame',
  }) as unknown as IpcMainInvokeEvent;
}

/** Electron's `ipcRenderer` inside one frame of one page. */
export class IpcRendererDouble extends StrictEmitter {
  readonly #ipcMain: IpcMainDouble;
  readonly #sender: WebContentsDouble;
  readonly #frame: () => FrameDouble | null;

  constructor(
    ipcMain: IpcMainDouble,
    sender: WebContentsDouble,
    frame: () => FrameDouble | null,
    channels: readonly string[],
  ) {
    super('ipcRenderer', channels);
    this.#ipcMain = ipcMain;
    this.#sender = sender;
    this.#frame = frame;
  }

  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const sent = cloneAcross(args);
    await Promise.resolve();
    const handler = this.#ipcMain.handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const answer = Promise.resolve(handler(eventFrom(this.#sender, this.#frame()), ...sent));
    // Electron keeps nothing of an error but its text.
    return answer.then(cloneAcross).catch((error: unknown) => {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`);
    });
  }

  send(channel: string, ...args: unknown[]): void {
    const sent = cloneAcross(args);
    queueMicrotask(() => {
      const event = eventFrom(this.#sender, this.#frame()) as unknown as IpcMainEvent;
      for (const listener of this.#ipcMain.listeners.get(channel) ?? []) listener(event, ...sent);
    });
  }
}

/** Copies what the bridge carries: functions become other functions, getters are refused. */
function throughBridge(value: unknown): unknown {
  if (typeof value === 'function') {
    const inner = value as (...args: unknown[]) => unknown;
    return (...args: unknown[]) => throughBridge(inner(...args.map(throughBridge)));
  }
  if (value instanceof Promise) return value.then(throughBridge);
  if (
    value !== null &&
    typeof value === 'object' &&
    Object.getPrototypeOf(value) === Object.prototype
  ) {
    for (const [key, { get }] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
      if (get) throw new Error(`A getter cannot cross the bridge: ${key}`);
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, throughBridge(each)]),
    );
  }
  return cloneAcross(value);
}

/** Electron's `contextBridge`, filling the page's window. */
export function createContextBridge(page: Record<string, unknown>): Electron.ContextBridge {
  return strict('contextBridge', {
    exposeInMainWorld(name: string, api: unknown) {
      if (name in page)
        throw new Error(`Cannot bind an API on top of an existing property: ${name}`);
      page[name] = throughBridge(api);
    },
  } satisfies Partial<Electron.ContextBridge>) as Electron.ContextBridge;
}
