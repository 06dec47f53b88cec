import { api } from '../api.ts';
import { useExploreList } from '../explore/explore-state.ts';
import { saveFile } from '../state/files.ts';
import { showError, useToasts } from '../state/toasts.ts';
import { mapQuery, narrows } from './map-state.ts';

/** Says that a poster is being drawn, with a way to stop it. @returns takes the words away again */
function announceDrawing(controller: AbortController): () => void {
  const { show } = useToasts.getState();
  const text = 'Drawing the poster of the whole landscape…';
  const action = { label: 'Cancel', run: () => controller.abort() };
  show({ tone: 'info', text, action, stays: true });
  const id = useToasts.getState().toasts.at(-1)?.id;
  return () => {
    if (id !== undefined) useToasts.getState().dismiss(id);
  };
}

/** Saves the landscape as a poster in the theme on screen; what narrows Explore is lit in it. */
export async function exportMap(format: 'svg' | 'png' | 'pdf'): Promise<void> {
  const theme = document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
  const { query } = useExploreList.getState();
  const controller = new AbortController();
  const done = format === 'svg' ? () => undefined : announceDrawing(controller);
  const result = await api.call(
    'exchange:export-map',
    { format, theme, ...(narrows(query) ? { query: mapQuery(query) } : {}) },
    { signal: controller.signal },
  );
  done();
  if (result.ok) await saveFile(result.value);
  else showError(result.error);
}
