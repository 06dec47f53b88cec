import type { AppInfo } from '../../../shared/contract/app.ts';
import type { FileContent, Handlers } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/result.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';
import { safeExternalUrl } from './safe-external-url.ts';

export interface AppServiceOptions {
  readonly workspace: Workspace;
  readonly info: Omit<AppInfo, 'notices' | 'dataFolder' | 'platform'>;
  /** Hands an https address to the system's browser; left out where the page can do it itself. */
  readonly openExternal?: (url: string) => Promise<void>;
  /** Asks where to save a file and writes it; left out where the page downloads it. */
  readonly saveFile?: (file: FileContent) => Promise<{ path: string | null }>;
}

export function createAppHandlers(
  options: AppServiceOptions,
): Pick<Handlers, 'app:info' | 'app:dismiss-notice' | 'app:open-external' | 'app:save-file'> {
  const { workspace, info, openExternal, saveFile } = options;
  return {
    'app:info': () => ({
      ...info,
      platform: process.platform,
      dataFolder: workspace.folder,
      notices: workspace.notices.all(),
    }),
    'app:dismiss-notice': ({ id }) => {
      workspace.write(() => workspace.notices.remove(id));
      return {};
    },
    'app:open-external': async ({ url }) => {
      const safe = safeExternalUrl(url);
      if (safe === null) throw new Refusal('forbidden', 'Only https addresses are opened.');
      if (!openExternal) throw new Refusal('forbidden', 'The page opens addresses itself here.');
      await openExternal(safe);
      return {};
    },
    'app:save-file': async (file) => {
      if (!saveFile) return { handled: false, path: null };
      const { path } = await saveFile(file);
      return { handled: true, path };
    },
  };
}
