import { nativeTheme, type WebPreferences } from 'electron';

/** What every window of the application needs to be made. */
export interface WindowOptions {
  readonly preloadFile: string;
  readonly dataFolder: string;
  readonly developerTools: boolean;
  readonly log: (error: unknown) => void;
}

/** What a window shows before its page has drawn, so that it does not flash. */
const backgrounds = { light: '#f7f8fa', dark: '#14171c' } as const;

export function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light;
}

/** The page of every window runs in the sandbox, isolated and without Node. */
export function securePreferences(
  options: Pick<WindowOptions, 'preloadFile' | 'developerTools'>,
): WebPreferences {
  return {
    preload: options.preloadFile,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: options.developerTools,
  };
}
