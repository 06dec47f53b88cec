import type { Dialog, MessageBoxOptions, SaveDialogOptions } from 'electron';
import { AppDouble } from './electron-double/app.ts';
import { createContextBridge, IpcRendererDouble } from './electron-double/ipc.ts';
import { allItems, createMenuDouble } from './electron-double/menu.ts';
import { SessionDouble } from './electron-double/session.ts';
import {
  createState,
  requireNotReady,
  requireReady,
  type DoubleState,
  type ElectronDoubleOptions,
} from './electron-double/state.ts';
import { strict } from './electron-double/strict.ts';
import {
  BrowserWindowDouble,
  type FrameDouble,
  type WebContentsDouble,
} from './electron-double/windows.ts';

export type { BrowserWindowDouble, ElectronDoubleOptions, FrameDouble, WebContentsDouble };

/** Removes a leading window, which Electron's dialogs take or leave. */
function optionsOf<T>(args: readonly unknown[]): T {
  return (args[0] instanceof BrowserWindowDouble ? args[1] : args[0]) as T;
}

function createDialog(state: DoubleState): Dialog {
  return strict('dialog', {
    async showMessageBox(...args: unknown[]) {
      requireReady(state, 'dialog.showMessageBox');
      const options = optionsOf<MessageBoxOptions>(args);
      state.dialogs.push({ kind: 'message', options });
      const response = state.messageAnswers.shift();
      if (response === undefined) return new Promise<never>(() => undefined);
      if (response >= (options.buttons?.length ?? 1)) throw new Error('There is no such button.');
      return { response, checkboxChecked: false };
    },
    showErrorBox(title: string, content: string) {
      state.dialogs.push({ kind: 'error', options: { message: title, content } });
    },
    async showSaveDialog(...args: unknown[]) {
      requireReady(state, 'dialog.showSaveDialog');
      const options = optionsOf<SaveDialogOptions>(args);
      state.dialogs.push({ kind: 'save', options: options as never });
      const path = state.saveAnswers.shift() ?? null;
      return { canceled: path === null, filePath: path ?? '' };
    },
  } satisfies Record<string, unknown>) as unknown as Dialog;
}

/** The area that two rectangles share; negative the farther they are apart. */
function overlap(a: Electron.Rectangle, b: Electron.Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : Math.min(width, 0) + Math.min(height, 0);
}

function createNativeTheme(): Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors'> {
  let source: Electron.NativeTheme['themeSource'] = 'system';
  return strict('nativeTheme', {
    get themeSource() {
      return source;
    },
    set themeSource(value) {
      if (!['system', 'light', 'dark'].includes(value))
        throw new Error(`No theme ${String(value)}`);
      source = value;
    },
    get shouldUseDarkColors() {
      return source === 'dark';
    },
  });
}

/**
 * A strict double of the electron module. What the real one would refuse throws here too: an unknown
 * API or event, a step in the wrong order, a value that cannot cross between processes.
 */
export function createElectronDouble(options: ElectronDoubleOptions) {
  const state = createState(options);
  for (const name of ['documents', 'home']) state.paths.set(name, options.appPath);
  const appObject = new AppDouble(state);
  const session = new SessionDouble(state);
  state.session = session;
  const strictSession = strict('Session', session);
  const displays = options.displays ?? [
    { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } },
  ];

  class BrowserWindow extends BrowserWindowDouble {
    constructor(windowOptions?: Electron.BrowserWindowConstructorOptions) {
      super(state, windowOptions);
    }
    static getAllWindows(): BrowserWindowDouble[] {
      return [...state.windows];
    }
    static getFocusedWindow(): BrowserWindowDouble | null {
      return state.windows[0] ?? null;
    }
  }

  const nativeTheme = createNativeTheme();
  const main = strict('electron', {
    app: strict('app', appObject),
    BrowserWindow,
    dialog: createDialog(state),
    ipcMain: strict('ipcMain', state.ipcMain),
    Menu: createMenuDouble(state),
    nativeTheme,
    protocol: strict('protocol', {
      registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
        requireNotReady(state, 'protocol.registerSchemesAsPrivileged');
        if (state.privilegedSchemes.size > 0) throw new Error('It can be called only once.');
        for (const { scheme, privileges } of schemes) {
          state.privilegedSchemes.set(scheme, privileges ?? {});
        }
      },
    }),
    screen: strict('screen', {
      getPrimaryDisplay() {
        requireReady(state, 'screen');
        return displays[0];
      },
      getAllDisplays() {
        requireReady(state, 'screen');
        return displays;
      },
      getDisplayMatching(bounds: Electron.Rectangle) {
        requireReady(state, 'screen');
        const shared = displays.map(({ workArea }) => overlap(workArea, bounds));
        return displays[shared.indexOf(Math.max(...shared))];
      },
    }),
    session: strict('session', {
      get defaultSession() {
        requireReady(state, 'session.defaultSession');
        return strictSession;
      },
    }),
    shell: strict('shell', {
      async openExternal(url: string): Promise<void> {
        state.openedExternally.push(new URL(url).href);
      },
    }),
  });

  /** The electron module as a sandboxed preload of a page sees it. */
  function preloadSide(
    contents: WebContentsDouble,
    channels: readonly string[],
    frame: () => FrameDouble | null = () => contents.mainFrame,
  ) {
    const page: Record<string, unknown> = {};
    const ipcRenderer = new IpcRendererDouble(state.ipcMain, contents, frame, channels);
    contents.onSend(
      (channel, args) => void ipcRenderer.emit(channel, { sender: ipcRenderer }, ...args),
    );
    const electron = strict('electron', {
      contextBridge: createContextBridge(page),
      ipcRenderer: strict('ipcRenderer', ipcRenderer),
    });
    return { electron, page };
  }

  return {
    main,
    state,
    app: appObject,
    session,
    nativeTheme,
    preloadSide,
    window(): BrowserWindowDouble {
      const [window] = state.windows;
      if (!window) throw new Error('No window is open.');
      return window;
    },
    menuItems: () => allItems(state.menu ?? []),
    becomeReady: () => appObject.becomeReady(),
  };
}
export type ElectronDouble = ReturnType<typeof createElectronDouble>;
