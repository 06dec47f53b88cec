import { useEffect } from 'react';
import { useStacks } from '../state/stacks.ts';
import { useCanvas } from './canvas-state.ts';
import { stepSentence } from './edge-words.ts';

/** Says every change of the stack to assistive technology, whoever made it. */
export function useAnnouncements(): void {
  useEffect(
    () =>
      useStacks.subscribe(({ current }, { current: before }) => {
        if (!current || !before || current === before) return;
        const sentence =
          current.stack.id === before.stack.id
            ? stepSentence(before, current)
            : `Opened ${current.stack.name}.`;
        if (sentence !== '') useCanvas.getState().announce(sentence);
      }),
    [],
  );
}
