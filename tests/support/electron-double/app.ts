import { existsSync } from 'node:fs';
import type { App } from 'electron';
import { requireNotReady, type DoubleState } from './state.ts';
import { PreventableEvent, StrictEmitter } from './strict.ts';

type Used = Pick<
  App,
  | 'enableSandbox'
  | 'getAppPath'
  | 'getName'
  | 'getVersion'
  | 'getPath'
  | 'setPath'
  | 'isPackaged'
  | 'whenReady'
  | 'isReady'
  | 'requestSingleInstanceLock'
  | 'quit'
  | 'exit'
  | 'relaunch'
  | 'setAboutPanelOptions'
  | 'showAboutPanel'
>;

/** Electron's `app`, with its order: what comes too late throws. */
export class AppDouble extends StrictEmitter implements Used {
  readonly isPackaged: boolean;
  readonly commandLine: Pick<Electron.CommandLine, 'appendSwitch'>;
  sandboxed = false;
  locked = false;
  readonly #state: DoubleState;
  readonly #ready = Promise.withResolvers<void>();
  #about: Electron.AboutPanelOptionsOptions = {};

  constructor(state: DoubleState) {
    super('app', [
      'ready',
      'web-contents-created',
      'window-all-closed',
      'second-instance',
      'activate',
      'before-quit',
      'will-quit',
      'quit',
    ]);
    this.#state = state;
    this.isPackaged = state.options.isPackaged ?? false;
    this.commandLine = {
      appendSwitch: (name: string, value = '') => {
        requireNotReady(state, `The switch ${name}`);
        state.switches.set(name, value);
      },
    };
    state.announceContents = (contents) =>
      void this.emit('web-contents-created', new PreventableEvent(), contents);
  }

  enableSandbox(): void {
    requireNotReady(this.#state, 'app.enableSandbox');
    this.sandboxed = true;
  }
  getAppPath(): string {
    return this.#state.options.appPath;
  }
  getName(): string {
    return 'Stackscape';
  }
  getVersion(): string {
    return '1.2.3';
  }
  getPath(name: string): string {
    const path = this.#state.paths.get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }
  setPath(name: string, path: string): void {
    if (name === 'sessionData') requireNotReady(this.#state, "setPath('sessionData')");
    if (!existsSync(path)) throw new Error(`Path does not exist: ${path}`);
    this.#state.paths.set(name, path);
  }
  isReady(): boolean {
    return this.#state.ready;
  }
  whenReady(): Promise<void> {
    return this.#ready.promise;
  }
  requestSingleInstanceLock(): boolean {
    if (!this.#state.paths.has('userData')) throw new Error('The lock needs the userData path.');
    this.locked = this.#state.options.firstInstance ?? true;
    return this.locked;
  }
  quit(): void {
    const { windows } = this.#state;
    this.emit('before-quit', new PreventableEvent());
    for (const window of [...windows]) if (!window.isDestroyed()) window.close();
    if (windows.length > 0) return;
    this.emit('will-quit', new PreventableEvent());
    this.exit(0);
  }
  exit(code = 0): void {
    if (this.#state.exitCode !== null) return;
    this.#state.exitCode = code;
    this.emit('quit', new PreventableEvent(), code);
  }
  relaunch(): void {
    this.#state.relaunched += 1;
  }
  setAboutPanelOptions(options: Electron.AboutPanelOptionsOptions): void {
    this.#about = options;
  }
  showAboutPanel(): void {
    this.#state.aboutPanels.push(this.#about);
  }

  becomeReady(): void {
    this.#state.ready = true;
    this.#ready.resolve();
    this.emit('ready');
  }
}
