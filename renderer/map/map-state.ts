import { create } from 'zustand';
import type { CallInput } from '../../shared/contract/contract.ts';
import { decodeMatches, type MapData } from '../../shared/landscape/map-data.ts';
import { pageOfRatio } from '../../shared/landscape/map-layout.ts';
import { buildMapModel, type MapModel } from '../../shared/landscape/map-model.ts';
import type { AppError } from '../../shared/result.ts';
import { api } from '../api.ts';
import type { ListQuery } from '../explore/product-list-store.ts';
import { isFiltering } from '../explore/filter-state.ts';
import { useApp } from '../state/app-state.ts';
import { onCatalogueChange } from '../state/catalogue-changes.ts';
import type { View } from './viewport.ts';

interface MapState {
  readonly data: MapData | null;
  /** The map laid out; there as soon as both the data and the shape of the screen are known. */
  readonly model: MapModel | null;
  /** One byte a product; null where nothing narrows the map. */
  readonly matches: Uint8Array | null;
  readonly matching: number | null;
  readonly error: AppError | null;
  /** Where the map was looked at last; null for all of it. */
  readonly view: View | null;
  load(): Promise<void>;
  /** Lays the map out for a screen of this ratio of width to height. */
  shape(ratio: number): void;
  /** Lights what a query lists. */
  follow(query: ListQuery): Promise<void>;
}

export function narrows({ text, filter }: Pick<ListQuery, 'text' | 'filter'>): boolean {
  return text.trim() !== '' || isFiltering(filter);
}

/** Difference of the ratios of width to height from which a map is laid out anew. */
const MISFIT = 0.25;

/** What of the list's question lights the map; its order does not. */
export function mapQuery({ sort: _, ...query }: ListQuery): CallInput<'catalogue:matches'> {
  return query;
}

/** The map of the catalogue; lives on while other screens are open. */
export const useMap = create<MapState>()((set, get) => {
  let wanted: ListQuery | null = null;
  return {
    data: null,
    model: null,
    matches: null,
    matching: null,
    error: null,
    view: null,

    async load() {
      if (get().data) return;
      const result = await api.call('catalogue:map', {});
      if (!result.ok) return set({ error: result.error });
      set({ data: result.value, error: null });
    },

    shape(ratio) {
      const { data, model, view } = get();
      if (!data) return;
      if (model) {
        // Who has found their way about keeps the map they know, unless it fits badly.
        const { width, height } = model.layout;
        if (view !== null || Math.abs(width / height - ratio) < MISFIT) return;
      }
      set({ model: buildMapModel(useApp.getState().taxonomy, data, pageOfRatio(ratio)) });
    },

    async follow(query) {
      wanted = query;
      if (!narrows(query)) return set({ matches: null, matching: null });
      const result = await api.call('catalogue:matches', mapQuery(query));
      // A newer question has been asked meanwhile; its answer counts.
      if (wanted !== query) return;
      if (!result.ok) return set({ error: result.error });
      const size = get().data?.ids.length ?? 0;
      set({
        matches: decodeMatches(result.value.bits, size),
        matching: result.value.total,
        error: null,
      });
    },
  };
});

onCatalogueChange(() => {
  if (!useMap.getState().data) return;
  useMap.setState({ data: null, model: null, matches: null, matching: null });
  void useMap.getState().load();
});
