import { create } from 'zustand';
import type { Snapshot } from '../../shared/versions/contract.ts';
import { api } from '../api.ts';
import { useStacks } from '../state/stacks.ts';
import { showError, useToasts } from '../state/toasts.ts';

/** The stack as it is now, among versions. */
export const NOW = 'now';

export type VersionView = 'words' | 'sides' | 'overlay';

interface VersionsState {
  readonly list: readonly Snapshot[] | null;
  /** Ids of the versions that are compared, or `NOW`. */
  readonly from: string;
  readonly to: string;
  readonly view: VersionView;
}

export const useVersions = create<VersionsState>()(() => ({
  list: null,
  from: '',
  to: NOW,
  view: 'words',
}));

const { setState: set, getState: get } = useVersions;

/** Reads the versions of a stack; what is compared stays where it is still there. */
export async function loadVersions(stackId: string): Promise<void> {
  const result = await api.call('versions:list', { stackId });
  if (!result.ok) return showError(result.error);
  const list = result.value;
  const isThere = (id: string): boolean => id === NOW || list.some((each) => each.id === id);
  const { from, to } = get();
  set({
    list,
    from: from !== '' && isThere(from) ? from : (list[0]?.id ?? ''),
    to: isThere(to) ? to : NOW,
  });
}

export async function takeVersion(stackId: string, name: string): Promise<boolean> {
  const result = await api.call('versions:take', { stackId, name });
  if (!result.ok) {
    showError(result.error);
    return false;
  }
  set({ from: result.value.id, to: NOW });
  useToasts.getState().show({ tone: 'success', text: `Kept the stack as “${name}”.` });
  return true;
}

export async function deleteVersion({ id, name }: Snapshot): Promise<void> {
  const result = await api.call('versions:delete', { id });
  if (!result.ok) return showError(result.error);
  useToasts.getState().show({
    tone: 'info',
    text: `The version “${name}” was deleted.`,
    action: {
      label: 'Undo',
      run: () =>
        void api.call('versions:undelete', { id }).then((back) => {
          if (!back.ok) showError(back.error);
        }),
    },
  });
}

export async function restoreVersion({ id, name }: Snapshot): Promise<boolean> {
  const result = await api.call('versions:restore', { id });
  if (!result.ok) {
    showError(result.error);
    return false;
  }
  useToasts.getState().show({
    tone: 'success',
    text: `The stack is as in “${name}” again. What was there before is kept as a version.`,
    action: { label: 'Undo', run: () => void useStacks.getState().undo() },
  });
  return true;
}
