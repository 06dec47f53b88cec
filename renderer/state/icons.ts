import { useEffect } from 'react';
import { create } from 'zustand';
import type { Icon } from '../../shared/domain/product.ts';
import { api } from '../api.ts';

interface IconState {
  readonly icons: Readonly<Record<string, Icon>>;
}

const useIconStore = create<IconState>()(() => ({ icons: {} }));
const asked = new Set<string>();
let waiting: string[] = [];

async function fetchWaiting(): Promise<void> {
  const slugs = waiting;
  waiting = [];
  const result = await api.call('catalogue:icons', { slugs });
  if (!result.ok) {
    for (const slug of slugs) asked.delete(slug);
    return;
  }
  const loaded = Object.fromEntries(result.value.map((icon) => [icon.slug, icon]));
  useIconStore.setState(({ icons }) => ({ icons: { ...icons, ...loaded } }));
}

/** Asks for icons that are not there yet; those asked for within one frame travel together. */
export function requestIcons(slugs: readonly string[]): void {
  for (const slug of slugs) {
    if (asked.has(slug)) continue;
    asked.add(slug);
    waiting.push(slug);
    if (waiting.length === 1) requestAnimationFrame(() => void fetchWaiting());
  }
}

/** The drawing of a brand icon, undefined while it is on its way or when there is none. */
export function useIcon(slug: string | null): Icon | undefined {
  useEffect(() => {
    if (slug !== null) requestIcons([slug]);
  }, [slug]);
  return useIconStore((state) => (slug === null ? undefined : state.icons[slug]));
}

/** Drawings by slug of the icons that are there; those of `slugs` that are not are asked for. */
export function useIcons(slugs: readonly string[]): IconState['icons'] {
  useEffect(() => requestIcons(slugs), [slugs]);
  return useIconStore((state) => state.icons);
}
