import type { BrowserWindowDouble, WebContentsDouble } from './windows.ts';
import type { MenuItemConstructorOptions, OpenDialogOptions } from 'electron';
import { IpcMainDouble } from './ipc.ts';
import type { SessionDouble } from './session.ts';

export interface ElectronDoubleOptions {
  /** Root of the application, as `app.getAppPath()` gives it. */
  readonly appPath: string;
  readonly isPackaged?: boolean;
  /** False plays a second start while a first one is running. */
  readonly firstInstance?: boolean;
  readonly displays?: readonly { readonly id: number; readonly workArea: Electron.Rectangle }[];
}

export interface DialogCall {
  readonly kind: 'message' | 'error' | 'save';
  readonly options: Electron.MessageBoxOptions & OpenDialogOptions & { readonly content?: string };
}

/** What all parts of the double know of one another. */
export interface DoubleState {
  readonly options: ElectronDoubleOptions;
  ready: boolean;
  exitCode: number | null;
  quitting: boolean;
  relaunched: number;
  readonly switches: Map<string, string>;
  readonly privilegedSchemes: Map<string, Electron.Privileges>;
  readonly paths: Map<string, string>;
  readonly windows: BrowserWindowDouble[];
  readonly ipcMain: IpcMainDouble;
  readonly dialogs: DialogCall[];
  readonly openedExternally: string[];
  readonly aboutPanels: Electron.AboutPanelOptionsOptions[];
  session: SessionDouble | null;
  menu: readonly MenuItemConstructorOptions[] | null;
  /** How the person answers the dialogs, in turn. */
  readonly messageAnswers: number[];
  readonly saveAnswers: (string | null)[];
  announceContents: (contents: WebContentsDouble) => void;
}

export function createState(options: ElectronDoubleOptions): DoubleState {
  return {
    options,
    ready: false,
    exitCode: null,
    quitting: false,
    relaunched: 0,
    switches: new Map(),
    privilegedSchemes: new Map(),
    paths: new Map(),
    windows: [],
    ipcMain: new IpcMainDouble(),
    dialogs: [],
    openedExternally: [],
    aboutPanels: [],
    session: null,
    menu: null,
    messageAnswers: [],
    saveAnswers: [],
    announceContents: () => undefined,
  };
}

export function requireReady(state: DoubleState, what: string): void {
  if (!state.ready) throw new Error(`${what} can only be used after the app is ready.`);
}

export function requireNotReady(state: DoubleState, what: string): void {
  if (state.ready) throw new Error(`${what} has to come before the app is ready.`);
}
