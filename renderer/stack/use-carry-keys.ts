import { useEffect } from 'react';
import { useStacks } from '../state/stacks.ts';
import type { Way } from './canvas-nodes.ts';
import { carryOn, isCarrying, putBack, putDown } from './carry-edits.ts';

const ways: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']);

function onKeyDown(event: KeyboardEvent): void {
  if (!isCarrying() || event.isComposing || modifiers.has(event.key)) return;
  const way = ways[event.key];
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  if (way !== undefined && !hasModifier) carryOn(way);
  else if (event.key === 'Enter' || event.key === ' ') void putDown();
  else if (event.key === 'Escape') putBack();
  else if (event.key.toLowerCase() !== 'g' || hasModifier) {
    // Anything else is about something else, and finds everything where it was.
    return putBack();
  }
  event.preventDefault();
  event.stopPropagation();
}

/**
 * The keys while something is carried, before anybody else hears of them. Whatever else is done,
 * and a change of the stack from anywhere, puts back what is carried.
 */
export function useCarryKeys(): void {
  useEffect(() => {
    const letGo = (): void => putBack();
    window.addEventListener('keydown', onKeyDown, true);
    window.addEventListener('pointerdown', letGo, true);
    const unsubscribe = useStacks.subscribe(({ current }, { current: before }) => {
      if (current?.stack !== before?.stack) putBack('The stack has changed. ');
    });
    return () => {
      window.removeEventListener('keydown', onKeyDown, true);
      window.removeEventListener('pointerdown', letGo, true);
      unsubscribe();
      putBack();
    };
  }, []);
}
