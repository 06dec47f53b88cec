import { z } from 'zod';
import { channels, type Channel } from '../../shared/contract/channels.ts';
import { contract, type CallContext, type Handlers } from '../../shared/contract/contract.ts';
import { fail, Refusal, succeed, type AppError, type Result } from '../../shared/result.ts';

export interface Router {
  /** Answers a call of the contract. Never throws and never rejects. */
  call(channel: string, raw: unknown, context: CallContext): Promise<Result<unknown>>;
}

const known: ReadonlySet<string> = new Set(channels);

function isChannel(name: string): name is Channel {
  return known.has(name);
}

function refusalOfInput(error: z.ZodError): { readonly ok: false; readonly error: AppError } {
  const tooLarge = error.issues.find(
    (issue) => issue.code === 'too_big' && issue.path.at(-1) === 'base64',
  );
  if (tooLarge) return fail('too-large', tooLarge.message);
  return fail('invalid-input', z.prettifyError(error));
}

/**
 * The one way from a host to the services: input is parsed by the contract before a handler sees it,
 * refusals become failed results, and bugs go to the log without details for the caller.
 */
export function createRouter(handlers: Partial<Handlers>, log: (error: unknown) => void): Router {
  return {
    async call(channel, raw, context) {
      if (!isChannel(channel) || !handlers[channel])
        return fail('invalid-input', 'There is no call of that name.');
      if (context.signal.aborted) return fail('cancelled', 'Cancelled.');
      try {
        const input = contract[channel].input.safeParse(raw);
        if (!input.success) return refusalOfInput(input.error);
        // The cast is safe: the schema of this very channel has just accepted the value.
        const handle = handlers[channel] as (input: unknown, context: CallContext) => unknown;
        return succeed(await handle(input.data, context));
      } catch (error) {
        if (error instanceof Refusal) return fail(error.code, error.message, error.details);
        if (context.signal.aborted) return fail('cancelled', 'Cancelled.');
        log(error);
        return fail('internal', 'Something went wrong; the log has the details.');
      }
    },
  };
}
