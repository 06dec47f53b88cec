import { create } from 'zustand';
import type { AppInfo, Settings } from '../../shared/contract/app.ts';
import type { Category, CategoryGroup } from '../../shared/domain/product.ts';
import { api } from '../api.ts';
import { onCatalogueChange } from './catalogue-changes.ts';
import { showError } from './toasts.ts';

interface AppState {
  readonly info: AppInfo | null;
  readonly settings: Settings;
  readonly taxonomy: readonly CategoryGroup[];
  readonly categories: ReadonlyMap<string, Category>;
  /** Why the application could not load, if it could not. */
  readonly failure: string | null;
  load(): Promise<void>;
  setSettings(change: Partial<Settings>): Promise<void>;
  dismissNotice(id: string): Promise<void>;
}

/** What every screen needs and that hardly changes: the host, the settings, the taxonomy. */
export const useApp = create<AppState>()((set, get) => ({
  info: null,
  settings: { theme: 'system', currentStackId: null, updateAddress: '', exportOptions: null },
  taxonomy: [],
  categories: new Map(),
  failure: null,

  async load() {
    const [info, settings, taxonomy] = await Promise.all([
      api.call('app:info', {}),
      api.call('settings:get', {}),
      api.call('catalogue:taxonomy', {}),
    ]);
    for (const result of [info, settings, taxonomy]) {
      if (!result.ok) return set({ failure: result.error.message });
    }
    if (!info.ok || !settings.ok || !taxonomy.ok) return;
    const categories = taxonomy.value.flatMap((group) => group.categories);
    set({
      info: info.value,
      settings: settings.value,
      taxonomy: taxonomy.value,
      categories: new Map(categories.map((category) => [category.id, category])),
      failure: null,
    });
  },

  async setSettings(change) {
    const before = get().settings;
    set({ settings: { ...before, ...change } });
    const result = await api.call('settings:set', change);
    if (result.ok) return set({ settings: result.value });
    set({ settings: before });
    showError(result.error);
  },

  async dismissNotice(id) {
    const { info } = get();
    if (info)
      set({ info: { ...info, notices: info.notices.filter((notice) => notice.id !== id) } });
    await api.call('app:dismiss-notice', { id });
  },
}));

/** Counts of products are part of the taxonomy, and of what the host says of itself. */
onCatalogueChange(() => {
  if (useApp.getState().info) void useApp.getState().load();
});

export function useCategoryName(id: string): string {
  return useApp((state) => state.categories.get(id)?.name ?? id);
}
