import { setImmediate } from 'node:timers/promises';
import type { CallContext } from '../../shared/contract/contract.ts';
import { Refusal } from '../../shared/result.ts';

/**
 * Between two parts of long work: says what comes next and lets whoever waits have an answer first.
 * @param fraction  done so far, 0..1
 * @throws Refusal 'cancelled' where nobody wants the rest any more
 */
export async function takeTurn(
  { signal, progress }: CallContext,
  words: string,
  fraction: number,
): Promise<void> {
  progress(words, fraction);
  await setImmediate();
  if (signal.aborted) throw new Refusal('cancelled', 'Cancelled.');
}
