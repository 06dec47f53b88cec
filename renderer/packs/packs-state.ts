import { create } from 'zustand';
import type { Output } from '../../shared/contract/contract.ts';
import { MAX_PACK_BYTES, type Pack, type PackChanges } from '../../shared/packs/contract.ts';
import { api } from '../api.ts';
import { saveFile, toBase64 } from '../state/files.ts';
import { showError, useToasts } from '../state/toasts.ts';

/** A pack that was looked at and not yet installed, with the file that it is in. */
export interface Candidate {
  readonly fileName: string;
  readonly base64: string;
  readonly found: Output<'packs:check'>;
}

interface PackState {
  readonly packs: readonly Pack[] | null;
  readonly candidate: Candidate | null;
  /** What differs between the pack in use and the one named. */
  readonly comparison: { readonly pack: Pack; readonly changes: PackChanges } | null;
  readonly busy: { readonly text: string; readonly fraction: number | null } | null;
  readonly failure: string | null;
}

export const usePacks = create<PackState>()(() => ({
  packs: null,
  candidate: null,
  comparison: null,
  busy: null,
  failure: null,
}));

const { setState: set, getState: get } = usePacks;
let controller: AbortController | null = null;

export async function loadPacks(): Promise<void> {
  const result = await api.call('packs:list', {});
  if (result.ok) set({ packs: result.value });
  else showError(result.error);
}

export function cancelPackWork(): void {
  controller?.abort();
  controller = null;
  set({ busy: null, candidate: null, comparison: null, failure: null });
}

/** Looks into a file; nothing is installed. */
export async function checkPack(file: File): Promise<void> {
  cancelPackWork();
  if (file.size > MAX_PACK_BYTES) {
    return set({ failure: 'The file is larger than 60 MB; no pack is.' });
  }
  set({ busy: { text: 'Checking the file', fraction: null } });
  const own = (controller = new AbortController());
  const base64 = await toBase64(file);
  const input = { fileName: file.name, base64 };
  const result = await api.call('packs:check', input, { signal: own.signal });
  if (own.signal.aborted) return;
  if (result.ok) set({ busy: null, candidate: { ...input, found: result.value } });
  else set({ busy: null, failure: result.error.message });
}

export async function installCandidate(): Promise<void> {
  const { candidate } = get();
  if (!candidate) return;
  const { fileName, base64 } = candidate;
  set({ busy: { text: 'Installing', fraction: null } });
  const result = await api.call('packs:install', { fileName, base64 });
  if (!result.ok) return set({ busy: null, failure: result.error.message });
  set({ busy: null, candidate: null });
  await loadPacks();
  const text = `“${result.value.name.slice(0, 80)}” is in use now.`;
  useToasts.getState().show({ tone: 'success', text });
}

export async function switchTo(id: string): Promise<void> {
  const result = await api.call('packs:use', { id });
  if (!result.ok) return showError(result.error);
  await loadPacks();
}

export async function removePack(id: string): Promise<void> {
  const result = await api.call('packs:remove', { id });
  if (!result.ok) return showError(result.error);
  await loadPacks();
}

export async function exportPack(id: string): Promise<void> {
  set({ busy: { text: 'Packing the catalogue', fraction: null } });
  const result = await api.call('packs:export', { id });
  set({ busy: null });
  if (result.ok) await saveFile(result.value);
  else showError(result.error);
}

export async function comparePack(pack: Pack): Promise<void> {
  const inUse = get().packs?.find((each) => each.isInUse);
  if (!inUse) return;
  set({ busy: { text: 'Comparing', fraction: null }, candidate: null, comparison: null });
  const result = await api.call('packs:compare', { from: inUse.id, to: pack.id });
  if (result.ok) set({ busy: null, comparison: { pack, changes: result.value } });
  else set({ busy: null, failure: result.error.message });
}

/** Fetches from the address that was set; only ever because somebody pressed the button. */
export async function updateNow(): Promise<void> {
  cancelPackWork();
  const own = (controller = new AbortController());
  set({ busy: { text: 'Fetching the update', fraction: null } });
  const result = await api.call(
    'packs:update',
    {},
    {
      signal: own.signal,
      onProgress: ({ message, fraction }) => set({ busy: { text: message, fraction } }),
    },
  );
  if (own.signal.aborted) return;
  set({ busy: null });
  if (!result.ok) return set({ failure: result.error.message });
  await loadPacks();
  const text =
    result.value.state === 'installed'
      ? `Updated to ${result.value.pack?.catalogueVersion ?? 'a newer catalogue'}.`
      : 'There is nothing newer.';
  useToasts.getState().show({ tone: 'success', text });
}
