import { api } from '../api.ts';
import { useExploreList } from '../explore/explore-state.ts';
import { saveFile } from '../state/files.ts';
import { showError, useToasts } from '../state/toasts.ts';
import { mapQuery, narrows } from './map-state.ts';

/** Saves the landscape as a poster in the theme on screen; what narrows Explore is lit in it. */
export async function exportMap(format: 'svg' | 'png'): Promise<void> {
  const theme = document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
  const { query } = useExploreList.getState();
  if (format === 'png') {
    const note = 'Drawing the poster: some ten seconds.';
    useToasts.getState().show({ tone: 'info', text: note });
  }
  const result = await api.call('exchange:export-map', {
    format,
    theme,
    ...(narrows(query) ? { query: mapQuery(query) } : {}),
  });
  if (result.ok) await saveFile(result.value);
  else showError(result.error);
}
