import { useEffect } from 'react';
import { momentText } from '../product/words.ts';
import { useToasts } from '../state/toasts.ts';
import { useLibrary } from './library-state.ts';

/** Restoring loads the page anew; what is to be said afterwards waits here meanwhile. */
const KEY = 'stackscape.restored';

export function noteRestored(createdAt: string): void {
  window.sessionStorage.setItem(KEY, createdAt);
}

export function forgetRestored(): void {
  window.sessionStorage.removeItem(KEY);
}

/** Says, once, that a backup has been restored, and shows the list that it came from. */
export function useRestoredNote(): void {
  useEffect(() => {
    const createdAt = window.sessionStorage.getItem(KEY);
    if (createdAt === null) return;
    forgetRestored();
    useLibrary.getState().show('backups');
    const text = `Restored the backup of ${momentText(createdAt)}.`;
    useToasts.getState().show({ tone: 'success', text });
  }, []);
}
