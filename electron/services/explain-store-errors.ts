import type { Handlers } from '../../shared/contract/contract.ts';
import { explainStoreError } from '../store/workspace/store-errors.ts';

type Handler = (input: unknown, context: unknown) => unknown;

/**
 * The same handlers, but a full disk, a read-only folder or a damaged workspace comes out as a
 * refusal with a sentence instead of a bug.
 * @param folder the user-data folder, named in the sentence
 */
export function explainStoreErrors<H extends Partial<Handlers>>(handlers: H, folder: string): H {
  const explained = Object.entries(handlers as Record<string, Handler>).map(([channel, handle]) => [
    channel,
    async (input: unknown, context: unknown) => {
      try {
        return await handle(input, context);
      } catch (error) {
        throw explainStoreError(error, folder);
      }
    },
  ]);
  // Same channels, same inputs and answers; only what is thrown changes.
  return Object.fromEntries(explained) as H;
}
