import type { CallContext } from '../../shared/contract/contract.ts';

/** A caller that neither cancels nor listens to progress. */
export function callContext(): CallContext {
  return { signal: new AbortController().signal, progress: () => undefined };
}
