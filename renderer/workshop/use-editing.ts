import { useState, type KeyboardEvent } from 'react';

export interface Editing {
  readonly isOn: boolean;
  /** Whether it was on just now: the button that began it takes the keyboard again. */
  readonly hasEnded: boolean;
  readonly begin: () => void;
  readonly end: () => void;
}

/** A form in the place of what it changes. */
export function useEditing(): Editing {
  const [state, setState] = useState<'no' | 'now' | 'just ended'>('no');
  return {
    isOn: state === 'now',
    hasEnded: state === 'just ended',
    begin: () => setState('now'),
    end: () => setState('just ended'),
  };
}

/** Escape leaves a form, and nothing else. */
export function leavesBy(end: (() => void) | undefined): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Escape' || !end) return;
    event.preventDefault();
    event.stopPropagation();
    end();
  };
}
