import { create } from 'zustand';
import type { SavedQuery, SavedSearch } from '../../shared/domain/saved-search.ts';
import { displayText } from '../../shared/diagram/measure-text.ts';
import { api } from '../api.ts';
import { showError, useToasts } from './toasts.ts';

interface SavedSearchesState {
  readonly list: readonly SavedSearch[];
  refresh(): Promise<void>;
  /** @returns why not, in a sentence; null if it was saved */
  save(name: string, query: SavedQuery): Promise<string | null>;
  rename(id: string, name: string): Promise<string | null>;
  remove(id: string): Promise<void>;
}

/** The searches that the person keeps. */
export const useSavedSearches = create<SavedSearchesState>()((set, get) => ({
  list: [],

  async refresh() {
    const result = await api.call('searches:list', {});
    if (result.ok) set({ list: result.value });
    else showError(result.error);
  },

  async save(name, query) {
    const result = await api.call('searches:save', { name, query });
    if (!result.ok) return result.error.message;
    await get().refresh();
    return null;
  },

  async rename(id, name) {
    const result = await api.call('searches:rename', { id, name });
    if (!result.ok) return result.error.message;
    await get().refresh();
    return null;
  },

  async remove(id) {
    const result = await api.call('searches:delete', { id });
    if (!result.ok) return showError(result.error);
    await get().refresh();
    const restore = async (): Promise<void> => {
      const restored = await api.call('searches:restore', result.value);
      if (!restored.ok) return showError(restored.error);
      await get().refresh();
    };
    useToasts.getState().show({
      tone: 'info',
      text: `The saved search “${displayText(result.value.name).slice(0, 80)}” was deleted.`,
      action: { label: 'Undo', run: () => void restore() },
    });
  },
}));

let isFollowing = false;

/** Loads the list once and follows what other windows change. */
export function followSavedSearches(): void {
  if (isFollowing) return;
  isFollowing = true;
  const { refresh } = useSavedSearches.getState();
  api.on('searches:changed', () => void refresh());
  void refresh();
}
