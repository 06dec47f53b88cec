import type { BrowserWindowConstructorOptions, Input, Rectangle } from 'electron';
import { cloneAcross, PreventableEvent, strict, StrictEmitter } from './strict.ts';
import { requireReady, type DoubleState } from './state.ts';
import type { SessionDouble } from './session.ts';

export interface FrameDouble {
  readonly url: string;
  readonly parent: FrameDouble | null;
}

class NavigationEvent extends PreventableEvent {
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly isSameDocument = false;
  constructor(url: string, isMainFrame: boolean) {
    super();
    this.url = url;
    this.isMainFrame = isMainFrame;
  }
}

let lastId = 0;

export class WebContentsDouble extends StrictEmitter {
  readonly id = ++lastId;
  readonly session: SessionDouble;
  webRtcPolicy = 'default';
  reloads = 0;
  /** What was sent to the page, in order. */
  readonly sent: { readonly channel: string; readonly args: readonly unknown[] }[] = [];
  #url = '';
  #destroyed = false;
  #windowOpenHandler: ((details: { url: string }) => { action: string }) | null = null;
  readonly #receivers = new Set<(channel: string, args: unknown[]) => void>();

  constructor(session: SessionDouble) {
    super('WebContents', [
      'will-navigate',
      'will-redirect',
      'will-frame-navigate',
      'will-attach-webview',
      'did-start-navigation',
      'did-finish-load',
      'before-input-event',
      'render-process-gone',
      'destroyed',
    ]);
    this.session = session;
  }

  get mainFrame(): FrameDouble {
    return { url: this.#url, parent: null };
  }
  getURL(): string {
    return this.#url;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.#windowOpenHandler = handler;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }
  send(channel: string, ...args: unknown[]): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
    const copy = cloneAcross(args);
    this.sent.push({ channel, args: copy });
    for (const receive of this.#receivers) receive(channel, copy);
  }
  reload(): void {
    this.reloads += 1;
  }
  forcefullyCrashRenderer(): void {
    this.emit('render-process-gone', new PreventableEvent(), { reason: 'killed', exitCode: 1 });
  }

  onSend(receive: (channel: string, args: unknown[]) => void): void {
    this.#receivers.add(receive);
  }

  async load(url: string): Promise<void> {
    this.emit('did-start-navigation', new NavigationEvent(url, true));
    const response = await this.session.fetch(url);
    if (!response.ok) throw new Error(`ERR_FAILED (${response.status}) loading '${url}'`);
    this.#url = url;
    this.emit('did-finish-load');
  }

  /** The page follows a link. @returns where it is afterwards */
  clickLink(url: string): string {
    const event = new NavigationEvent(url, true);
    this.emit('will-frame-navigate', event);
    this.emit('will-navigate', event);
    if (!event.defaultPrevented) this.#url = url;
    return this.#url;
  }

  /** A server answers with another address. @returns whether the page goes there */
  redirect(url: string): boolean {
    const event = new NavigationEvent(url, true);
    this.emit('will-redirect', event);
    return !event.defaultPrevented;
  }

  /** A frame inside the page goes somewhere. @returns whether it may */
  navigateFrame(url: string): boolean {
    const event = new NavigationEvent(url, false);
    this.emit('will-frame-navigate', event);
    return !event.defaultPrevented;
  }

  /** The page calls window.open. @returns whether a window appears */
  openWindow(url: string): boolean {
    return this.#windowOpenHandler?.({ url }).action !== 'deny';
  }

  /** The person presses a key while the window has the keyboard. */
  pressKey(key: string, modifiers: Partial<Pick<Input, 'control' | 'meta'>> = {}): void {
    for (const type of ['keyDown', 'keyUp']) {
      const event = new PreventableEvent();
      this.emit('before-input-event', event, {
        type,
        key,
        control: false,
        meta: false,
        ...modifiers,
      });
    }
  }

  attachWebview(): boolean {
    const event = new PreventableEvent();
    this.emit('will-attach-webview', event, {}, { src: 'https://example.com' });
    return !event.defaultPrevented;
  }

  markDestroyed(): void {
    this.#destroyed = true;
    this.emit('destroyed');
  }
}

export class BrowserWindowDouble extends StrictEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: WebContentsDouble;
  visible: boolean;
  focused = 0;
  hasMenu = true;
  loading: Promise<void> = Promise.resolve();
  #bounds: Rectangle;
  #maximised = false;
  #minimised = false;
  #fullScreen: boolean;
  #destroyed = false;
  readonly #state: DoubleState;

  constructor(state: DoubleState, options: BrowserWindowConstructorOptions = {}) {
    requireReady(state, 'BrowserWindow');
    super('BrowserWindow', [
      'resize',
      'move',
      'maximize',
      'unmaximize',
      'enter-full-screen',
      'leave-full-screen',
      'close',
      'closed',
      'ready-to-show',
      'unresponsive',
    ]);
    this.#state = state;
    this.options = options;
    this.visible = options.show !== false;
    this.#fullScreen = options.fullscreen === true;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    if (!state.session) throw new Error('There is no session.');
    this.webContents = strict('WebContents', new WebContentsDouble(state.session));
    const proxy = strict('BrowserWindow', this);
    state.windows.push(proxy);
    state.announceContents(this.webContents);
    return proxy;
  }

  async loadURL(url: string): Promise<void> {
    this.loading = this.webContents.load(url).then(() => void this.emit('ready-to-show'));
    return this.loading;
  }
  show(): void {
    this.visible = true;
    this.focused += 1;
  }
  showInactive(): void {
    this.visible = true;
  }
  removeMenu(): void {
    this.hasMenu = false;
  }
  focus(): void {
    this.focused += 1;
  }
  maximize(): void {
    this.#maximised = true;
    this.visible = true;
    this.emit('maximize');
  }
  unmaximize(): void {
    this.#maximised = false;
    this.emit('unmaximize');
  }
  minimize(): void {
    this.#minimised = true;
  }
  restore(): void {
    this.#minimised = false;
  }
  setFullScreen(value: boolean): void {
    this.#fullScreen = value;
    this.emit(value ? 'enter-full-screen' : 'leave-full-screen');
  }
  isMinimized(): boolean {
    return this.#minimised;
  }
  isMaximized(): boolean {
    return this.#maximised;
  }
  isFullScreen(): boolean {
    return this.#fullScreen;
  }
  getNormalBounds(): Rectangle {
    return this.#bounds;
  }
  getBounds(): Rectangle {
    return this.#bounds;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  /** The person drags the window or its edge. */
  setBounds(bounds: Rectangle): void {
    this.#bounds = bounds;
    this.emit('move');
    this.emit('resize');
  }
  close(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
    const event = new PreventableEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.webContents.markDestroyed();
    const at = this.#state.windows.findIndex((window) => window.options === this.options);
    this.#state.windows.splice(at, 1);
    this.emit('closed');
  }
}
