import { useEffect, useState } from 'react';
import type { Channel } from '../../shared/contract/channels.ts';
import type { CallInput, Output } from '../../shared/contract/contract.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { api } from '../api.ts';
import { useStacks } from '../state/stacks.ts';

export interface Asked<T> {
  /** The last answer; it stays while a new one is on its way. */
  readonly value: T | null;
  readonly failure: string | null;
}

/** What answers depend on: which products there are and what was drawn, not where they lie. */
function contentKey({ id, nodes, connections }: Stack): string {
  const products = Object.values(nodes).map((node) => node.productId);
  const drawn = Object.values(connections).map(
    ({ fromNodeId, toNodeId, direction }) => `${fromNodeId}>${toNodeId}:${direction}`,
  );
  return [id, ...products.sort(), ...drawn.sort()].join(' ');
}

/** Asks for something about the current stack, again whenever its content has changed. */
export function useInsight<C extends Extract<Channel, `insights:${string}`>>(
  channel: C,
  input: Omit<CallInput<C>, 'stackId'> | null,
): Asked<Output<C>> {
  const stack = useStacks((state) => state.current?.stack ?? null);
  const [asked, setAsked] = useState<Asked<Output<C>>>({ value: null, failure: null });
  const key = stack && input ? `${contentKey(stack)} ${JSON.stringify(input)}` : null;
  const stackId = stack?.id ?? '';
  const question = JSON.stringify(input);
  useEffect(() => {
    if (key === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    const whole = { stackId, ...JSON.parse(question) } as CallInput<C>;
    void api.call(channel, whole, { signal }).then((result) => {
      if (signal.aborted) return;
      if (result.ok) setAsked({ value: result.value, failure: null });
      else setAsked({ value: null, failure: result.error.message });
    });
    return () => controller.abort();
  }, [channel, key, stackId, question]);
  return key === null ? { value: null, failure: null } : asked;
}
