import { useEffect } from 'react';

export interface PresentKeys {
  readonly next: () => void;
  readonly previous: () => void;
  readonly first: () => void;
  readonly last: () => void;
  readonly toggleSpotlight: () => void;
  readonly toggleLaser: () => void;
  readonly toggleBlank: () => void;
  /** Leaves one level. */
  readonly escape: () => void;
}

/** What moves on and back, from a keyboard and from a clicker. */
export const stepKeys: Readonly<Record<string, 'next' | 'previous'>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  Enter: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
};

const meaning: Readonly<Record<string, keyof PresentKeys>> = {
  ...stepKeys,
  Home: 'first',
  End: 'last',
  s: 'toggleSpotlight',
  k: 'toggleLaser',
  b: 'toggleBlank',
  '.': 'toggleBlank',
  Escape: 'escape',
};

/** What a button with the keyboard on it does itself. */
const pressing = new Set([' ', 'Enter']);

/**
 * The keys of a presentation and of the clickers that send them, before anything else hears them.
 * @param keys may change from one drawing to the next
 */
export function usePresentKeys(keys: PresentKeys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target } = event;
      const isElsewhere =
        target instanceof Element &&
        target.closest('[role="dialog"]') !== null &&
        target.closest('[data-presentation]') === null;
      if (isElsewhere || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const what = meaning[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!what) return;
      if (pressing.has(event.key) && target instanceof Element && target.closest('button')) return;
      event.preventDefault();
      event.stopPropagation();
      // Shift and an arrow move the laser's dot.
      if (event.shiftKey && event.key.startsWith('Arrow')) return;
      if (event.repeat && what === 'escape') return;
      keys[what]();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [keys]);
}
