import type { FileContent } from '../../shared/contract/contract.ts';
import { MAX_IMPORT_BYTES } from '../../shared/contract/contract.ts';
import { displayText } from '../../shared/diagram/measure-text.ts';
import { api } from '../api.ts';
import { useStacks } from './stacks.ts';
import { showError, useToasts } from './toasts.ts';
import { useView } from './view.ts';

function toBytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** The bytes of a file as base64. */
export async function toBase64(file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')));
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(',') + 1);
}

function download(file: FileContent): void {
  const url = URL.createObjectURL(new Blob([toBytes(file.base64)], { type: file.mimeType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.fileName;
  link.click();
  // The browser has taken the blob over by the next turn.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Hands a file to the person: by the desktop's Save dialog, or as a download in the browser. */
export async function saveFile(file: FileContent): Promise<void> {
  const saved = await api.call('app:save-file', file);
  if (!saved.ok) return showError(saved.error);
  if (!saved.value.handled) download(file);
  else if (saved.value.path === null) return;
  useToasts.getState().show({
    tone: 'success',
    text: saved.value.path ? `Saved ${saved.value.path}` : `Saved ${file.fileName}`,
  });
}

/** Hands a text to the person as a file, in UTF-8. */
export async function saveText(fileName: string, mimeType: string, text: string): Promise<void> {
  const base64 = await toBase64(new File([text], fileName, { type: mimeType }));
  await saveFile({ fileName, mimeType, base64 });
}

/** Exports a stack in the theme on screen, with nothing else chosen. */
export async function exportStack(
  stackId: string,
  format: 'stackscape' | 'svg' | 'png',
): Promise<void> {
  const look = document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
  const result = await api.call('exchange:export-stack', { stackId, format, look });
  if (result.ok) await saveFile(result.value);
  else showError(result.error);
}

function pickFile(accept: string): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

export async function importStackFile(file: File, keepUnknown = false): Promise<void> {
  if (file.size > MAX_IMPORT_BYTES) {
    const text = `“${displayText(file.name)}” is larger than 20 MB; no stack file is. Nothing was changed.`;
    return useToasts.getState().show({ tone: 'error', text });
  }
  const base64 = await toBase64(file);
  const result = await api.call('exchange:import-stack', {
    fileName: file.name,
    base64,
    keepUnknown,
  });
  if (result.ok) {
    await useStacks.getState().adopt(result.value);
    await useStacks.getState().refreshList();
    useView.getState().go('stack');
    const text = `Imported “${displayText(result.value.stack.name)}”.`;
    useToasts.getState().show({ tone: 'success', text });
  } else if (result.error.code === 'unknown-products') {
    useToasts.getState().show({
      tone: 'error',
      text: result.error.message,
      action: { label: 'Import anyway', run: () => void importStackFile(file, true) },
    });
  } else showError(result.error);
}

export async function importStack(): Promise<void> {
  const file = await pickFile('.json,.stackscape,.drawio,.canvas,.xml,.txt,application/json');
  if (file) await importStackFile(file);
}
