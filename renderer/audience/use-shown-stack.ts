import { useEffect, useState } from 'react';
import type { StackState } from '../../shared/contract/contract.ts';
import type { Link } from '../../shared/domain/product.ts';
import { applyPatch } from '../../shared/stack/patch.ts';
import { api } from '../api.ts';

/** A stack as this window knows it. */
export interface ShownStack extends Pick<StackState, 'stack' | 'revision'> {
  readonly links: readonly Link[];
}

const productsOf = ({ stack }: Pick<StackState, 'stack'>): string[] =>
  Object.values(stack.nodes)
    .map((node) => node.productId)
    .sort();

/**
 * A stack, followed through its changes without any of the tools' own state.
 * @param isHeld it stays as it is, whatever becomes of the stack
 * @returns the last one that was there, which may be another's; null before the first
 */
export function useShownStack(stackId: string | null, isHeld: boolean): ShownStack | null {
  const [shown, setShown] = useState<ShownStack | null>(null);
  useEffect(() => {
    if (stackId === null || isHeld) return;
    let isOver = false;
    let state: StackState | null = null;
    let links: readonly Link[] = [];
    let linked = '';
    let turn = 0;

    async function show(): Promise<void> {
      if (isOver || !state) return;
      setShown({ stack: state.stack, revision: state.revision, links });
      const ids = productsOf(state);
      const key = ids.join(' ');
      if (key === linked) return;
      linked = key;
      const result = await api.call('graph:between', { ids });
      if (isOver || linked !== key || !result.ok) return;
      links = result.value;
      setShown({ stack: state.stack, revision: state.revision, links });
    }

    async function load(id: string): Promise<void> {
      turn += 1;
      const mine = turn;
      const result = await api.call('stacks:get', { id });
      if (isOver || mine !== turn || !result.ok) return;
      state = result.value;
      await show();
    }

    void load(stackId);
    const stops = [
      api.on('stack:changed', (change) => {
        if (change.stackId !== stackId) return;
        if (!state || change.revision > state.revision + 1) return void load(stackId);
        if (change.revision <= state.revision) return;
        const stack = applyPatch(state.stack, change.patch);
        state = { stack, revision: change.revision, history: change.history };
        void show();
      }),
      // It may have been missed, or be there again after it was deleted.
      api.on('stacks:changed', () => void load(stackId)),
      api.on('catalogue:changed', () => {
        linked = '';
        void load(stackId);
      }),
    ];
    return () => {
      isOver = true;
      stops.forEach((stop) => stop());
    };
  }, [stackId, isHeld]);
  return shown;
}
