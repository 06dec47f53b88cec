import { create } from 'zustand';
import { ExportOptions } from '../../shared/exchange/export-options.ts';
import { formats } from '../../shared/exchange/formats.ts';
import { api } from '../api.ts';
import { clipText, wholeClip } from '../stack/clip.ts';
import { clipHtml } from '../stack/clip-html.ts';
import { useApp } from '../state/app-state.ts';
import { saveFile } from '../state/files.ts';
import { useStacks } from '../state/stacks.ts';
import { showError, useToasts } from '../state/toasts.ts';

interface ExportState {
  readonly options: ExportOptions;
  readonly busy: string | null;
  readonly failure: string | null;
}

const today = (): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date());

/** The choices of the export dialog; those of the last time come back. */
export const useExport = create<ExportState>()(() => ({
  options: ExportOptions.parse({ format: 'svg' }),
  busy: null,
  failure: null,
}));

const { setState: set, getState: get } = useExport;
let controller: AbortController | null = null;

/** What was chosen last, dated today where it was dated at all. */
export function recallOptions(): void {
  const last = useApp.getState().settings.exportOptions;
  if (!last) return set({ failure: null });
  set({ options: { ...last, date: last.date === '' ? '' : today() }, failure: null });
}

export function changeOptions(change: Partial<ExportOptions>): void {
  set({ options: { ...get().options, ...change } });
}

export function changeShow(change: Partial<ExportOptions['show']>): void {
  const { options } = get();
  set({ options: { ...options, show: { ...options.show, ...change } } });
}

export function setDated(isDated: boolean): void {
  changeOptions({ date: isDated ? today() : '' });
}

export function cancelExport(): void {
  controller?.abort();
  controller = null;
  set({ busy: null });
}

async function make(stackId: string, options: ExportOptions, text: string) {
  const own = (controller = new AbortController());
  set({ busy: text, failure: null });
  const result = await api.call(
    'exchange:export-stack',
    { ...options, stackId },
    { signal: own.signal, onProgress: ({ message }) => set({ busy: message }) },
  );
  if (own.signal.aborted) return null;
  set({ busy: null });
  if (result.ok) return result.value;
  if (result.error.code !== 'cancelled') set({ failure: result.error.message });
  return null;
}

/** Writes the file and remembers the choices. @returns whether it was written */
export async function exportNow(stackId: string): Promise<boolean> {
  const { options } = get();
  const file = await make(stackId, options, `Writing ${formats[options.format].label}`);
  if (!file) return false;
  void useApp.getState().setSettings({ exportOptions: options });
  await saveFile(file);
  return true;
}

function blobOf(base64: string, type: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], { type });
}

/**
 * Puts the diagram on the clipboard: as a picture for programs that take one, as a table and as
 * names for others, and as the stack itself for another window of ours.
 */
export async function copyPicture(stackId: string): Promise<void> {
  const options = { ...get().options, format: 'png' as const };
  const file = await make(stackId, options, 'Drawing the picture');
  const stack = useStacks.getState().current?.stack;
  if (!file || stack?.id !== stackId) return;
  const clip = wholeClip(stack);
  try {
    const item = new ClipboardItem({
      'image/png': blobOf(file.base64, 'image/png'),
      'text/html': new Blob([clipHtml(clip)], { type: 'text/html' }),
      'text/plain': new Blob([clipText(clip)], { type: 'text/plain' }),
    });
    await navigator.clipboard.write([item]);
    useToasts
      .getState()
      .show({ tone: 'success', text: 'Copied the diagram as a picture and as data.' });
  } catch {
    showError({
      code: 'forbidden',
      message: 'The clipboard takes no picture here. Export it as PNG instead.',
    });
  }
}

/** Puts the stack on the clipboard in the chosen format, where that is text. */
export async function copyText(stackId: string): Promise<void> {
  const { options } = get();
  const file = await make(stackId, options, 'Writing');
  if (!file) return;
  const text = await blobOf(file.base64, 'text/plain').text();
  try {
    await navigator.clipboard.writeText(text);
    const { label } = formats[options.format];
    useToasts.getState().show({ tone: 'success', text: `Copied the stack as ${label}.` });
  } catch {
    showError({ code: 'forbidden', message: 'The clipboard takes no text here. Export it.' });
  }
}

/** The diagram as it will be, as a picture for the dialog, or null where it cannot be drawn. */
export async function drawPreview(
  stackId: string,
  options: ExportOptions,
  signal: AbortSignal,
): Promise<string | null> {
  const input = { ...options, format: 'svg' as const, stackId };
  const result = await api.call('exchange:export-stack', input, { signal });
  if (!result.ok) return null;
  return URL.createObjectURL(blobOf(result.value.base64, 'image/svg+xml'));
}
