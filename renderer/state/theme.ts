import { useLayoutEffect, useSyncExternalStore } from 'react';
import { themes } from '../../shared/diagram/theme.ts';
import { useApp } from './app-state.ts';

export type Theme = 'light' | 'dark';

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');

function followSystem(listener: () => void): () => void {
  darkSystem.addEventListener('change', listener);
  return () => darkSystem.removeEventListener('change', listener);
}

/** The theme in force: the chosen one, or the system's. */
export function useTheme(): Theme {
  const chosen = useApp((state) => state.settings.theme);
  const system = useSyncExternalStore(followSystem, () => (darkSystem.matches ? 'dark' : 'light'));
  return chosen === 'system' ? system : chosen;
}

/** Puts the theme in force and the colours of the groups on the document, where the styles read them. */
export function useThemeOnDocument(): void {
  usePutOnDocument(useTheme());
}

export function usePutOnDocument(theme: Theme): void {
  useLayoutEffect(() => {
    const { dataset, style } = document.documentElement;
    dataset['theme'] = theme;
    for (const [group, colours] of Object.entries(themes[theme].groups)) {
      style.setProperty(`--group-${group}`, colours.accent);
      style.setProperty(`--group-${group}-soft`, colours.soft);
      style.setProperty(`--group-${group}-text`, colours.text);
    }
    for (const [state, colours] of Object.entries(themes[theme].states)) {
      style.setProperty(`--state-${state}`, colours.line);
      style.setProperty(`--state-${state}-text`, colours.text);
    }
  }, [theme]);
}
