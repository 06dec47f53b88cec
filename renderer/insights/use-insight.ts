import { useEffect, useState } from 'react';
import type { Channel } from '../../shared/contract/channels.ts';
import type { CallInput, Output } from '../../shared/contract/contract.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { api } from '../api.ts';
import { useCatalogueVersion } from '../state/catalogue-changes.ts';
import { useStacks } from '../state/stacks.ts';

export interface Asked<T> {
  /** The last answer; it stays while a new one is on its way. */
  readonly value: T | null;
  readonly failure: string | null;
  /** What is being done, where it takes long enough to be said. */
  readonly progress: string | null;
  /** Ends what is being done; null where nothing is. */
  readonly stop: (() => void) | null;
}

const nothing = { value: null, failure: null, progress: null, stop: null };

/** What answers depend on: what there is and what was said of it, not where it lies. */
function contentKey({ id, nodes, connections, lanes, templateId }: Stack): string {
  const products = Object.values(nodes).map(
    ({ productId, name, state, owner, yearlyCost, hasProcessorAgreement, laneId }) =>
      [productId, name, state, owner, yearlyCost, hasProcessorAgreement, laneId].join(':'),
  );
  const drawn = Object.values(connections).map(
    ({ fromNodeId, toNodeId, direction, state, dataKinds }) =>
      `${fromNodeId}>${toNodeId}:${direction}:${state}:${dataKinds.join('+')}`,
  );
  const parts = Object.values(lanes).map((lane) =>
    [lane.id, lane.title, ...lane.groups, ...lane.categories].join(':'),
  );
  return [id, templateId, ...products.sort(), ...drawn.sort(), ...parts.sort()].join(' ');
}

/** Grows whenever something was accepted, set or needed that concerns the stack. */
function useDecisions(stackId: string | null): number {
  const [count, setCount] = useState(0);
  useEffect(
    () =>
      api.on('insights:changed', (change) => {
        if (change.stackId === null || change.stackId === stackId) setCount((now) => now + 1);
      }),
    [stackId],
  );
  return count;
}

/** Asks for something about the current stack, again whenever its content has changed. */
export function useInsight<C extends Extract<Channel, `insights:${string}`>>(
  channel: C,
  input: Omit<CallInput<C>, 'stackId'> | null,
): Asked<Output<C>> {
  const stack = useStacks((state) => state.current?.stack ?? null);
  const [asked, setAsked] = useState<Asked<Output<C>>>(nothing);
  const decided = useDecisions(stack?.id ?? null);
  const version = useCatalogueVersion((state) => state.version);
  const key =
    stack && input ? `${contentKey(stack)} ${JSON.stringify(input)} ${decided} ${version}` : null;
  const stackId = stack?.id ?? '';
  const question = JSON.stringify(input);
  useEffect(() => {
    if (key === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    const whole = { stackId, ...JSON.parse(question) } as CallInput<C>;
    const stop = (): void => {
      controller.abort();
      setAsked({
        ...nothing,
        failure: 'Stopped. Change the stack or come back here to ask again.',
      });
    };
    const onProgress = ({ message }: { readonly message: string }): void => {
      if (!signal.aborted)
        setAsked(({ value }) => ({ ...nothing, value, progress: message, stop }));
    };
    void api.call(channel, whole, { signal, onProgress }).then((result) => {
      if (signal.aborted) return;
      if (result.ok) setAsked({ ...nothing, value: result.value });
      else setAsked({ ...nothing, failure: result.error.message });
    });
    return () => controller.abort();
  }, [channel, key, stackId, question]);
  return key === null ? nothing : asked;
}
