import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import type { Source } from '../../shared/domain/product.ts';
import { api } from '../api.ts';
import { onCatalogueChange } from './catalogue-changes.ts';
import { showError } from './toasts.ts';

const useSourceStore = create<{ readonly sources: readonly Source[] | null }>()(() => ({
  sources: null,
}));
let isAsked = false;

async function loadSources(): Promise<void> {
  if (isAsked) return;
  isAsked = true;
  const result = await api.call('catalogue:sources', {});
  if (result.ok) return useSourceStore.setState({ sources: result.value });
  isAsked = false;
  showError(result.error);
}

onCatalogueChange(() => {
  isAsked = false;
  if (useSourceStore.getState().sources) void loadSources();
});

/** The sources of the catalogue; null until they are there. */
export function useSources(): readonly Source[] | null {
  useEffect(() => void loadSources(), []);
  return useSourceStore((state) => state.sources);
}

export function useSourcesById(): ReadonlyMap<string, Source> {
  const sources = useSources();
  return useMemo(() => new Map(sources?.map((source) => [source.id, source])), [sources]);
}
