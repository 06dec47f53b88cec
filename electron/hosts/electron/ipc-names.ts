import type { EventName } from '../../../shared/contract/channels.ts';

/** The page asks for a call of the contract: (channel, input, requestId) → Result. */
export const callChannel = 'stackscape:call';

/** The page no longer wants the answer to a request: (requestId). */
export const cancelChannel = 'stackscape:cancel';

/** Where the page hears of an event of the contract. */
export function eventChannel(event: EventName): string {
  return `stackscape:event:${event}`;
}
