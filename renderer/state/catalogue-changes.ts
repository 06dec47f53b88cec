import { useEffect } from 'react';
import { create } from 'zustand';
import { api } from '../api.ts';

/** Grows whenever products or integrations are not what they were; what was read before is stale. */
export const useCatalogueVersion = create<{ readonly version: number }>()(() => ({ version: 0 }));

const listeners = new Set<() => void>();

/** Runs `forget` at every change of the catalogue, before anything on screen asks again. */
export function onCatalogueChange(forget: () => void): void {
  listeners.add(forget);
}

/** Keeps every cache of the page in step with the catalogue; once, at the top. */
export function useCatalogueChanges(): void {
  useEffect(
    () =>
      api.on('catalogue:changed', () => {
        for (const forget of listeners) forget();
        useCatalogueVersion.setState(({ version }) => ({ version: version + 1 }));
      }),
    [],
  );
}
