import { z } from 'zod';
import { HiddenEdges } from '../diagram/edge-filter.ts';
import { EntityId } from '../domain/ids.ts';

/**
 * What the facilitator's window and the audience's window tell one another. It is where one looks,
 * not what there is: the stack itself each of them asks of the services.
 */

/** Name of the channel on which both windows of one origin meet. */
export const audienceChannel = 'stackscape-audience';

/** Page of the audience's window, beside the application's own. */
export const audiencePage = 'audience.html';

/** Counted up when a message means something else than before. */
const VERSION = 1;

const v = z.literal(VERSION);

/** Each load of a page has an id of its own. */
export const PageId = z.uuid();

/** Canvas units. A view may reach far beyond what may stand on a canvas. */
const Far = z.number().min(-10_000_000).max(10_000_000);
const Extent = z.number().positive().max(20_000_000);

const Point = z.strictObject({ x: Far, y: Far });
export type ScenePoint = z.output<typeof Point>;

const View = z.strictObject({ x: Far, y: Far, width: Extent, height: Extent });

/** Steps; a place among them is counted from 0. */
const Count = z.number().int().min(0).max(10_000);

/** What the audience is to see. Always whole: whoever comes later needs nothing that was said before. */
const Show = z.strictObject({
  v,
  type: z.literal('show'),
  /** Page that leads. */
  from: PageId,
  /** When it took the lead, in milliseconds since 1970: the later one wins. */
  since: z.number().int().min(0),
  /** Null while no stack is open. */
  stackId: EntityId.nullable(),
  title: z.string().max(400),
  theme: z.enum(['light', 'dark']),
  /** Integrations and connections that are not drawn. */
  hidden: HiddenEdges,
  /** The part to fill the screen with; null for the whole stack. */
  view: View.nullable(),
  /** Where a presentation is, whose step the view then is; null without one. */
  step: z.strictObject({ index: Count, count: Count }).nullable(),
  /** Vote of the running workshop that is shown in the place of the picture. */
  voteId: EntityId.nullable(),
  /** Whether the running workshop's agenda is shown, with its time. */
  hasAgenda: z.boolean(),
  /** Node under the spotlight. */
  lit: EntityId.nullable(),
  isBlank: z.boolean(),
  /** The picture stays as it is, whatever becomes of the stack. */
  isFrozen: z.boolean(),
});
export type Show = z.output<typeof Show>;

const audienceKeys = ['next', 'previous', 'blank'] as const;
export type AudienceKey = (typeof audienceKeys)[number];

const AudienceMessage = z.discriminatedUnion('type', [
  Show,
  /** The laser pointer, in canvas units; null where it is switched off. */
  z.strictObject({ v, type: z.literal('point'), from: PageId, at: Point.nullable() }),
  /** The facilitator is done; the audience's window may close. */
  z.strictObject({ v, type: z.literal('end'), from: PageId }),
  /** A facilitator's page asks who is there. */
  z.strictObject({ v, type: z.literal('who'), from: PageId }),
  /** An audience's window is there and asks for what to show. */
  z.strictObject({ v, type: z.literal('here'), from: PageId }),
  /** A key of the presenter's that the audience's window has got. */
  z.strictObject({ v, type: z.literal('press'), from: PageId, key: z.enum(audienceKeys) }),
]);
export type AudienceMessage = z.output<typeof AudienceMessage>;

type Unversioned<T> = T extends unknown ? Omit<T, 'v'> : never;

/** A message as it is sent. */
export function versioned(message: Unversioned<AudienceMessage>): AudienceMessage {
  return { v: VERSION, ...message } as AudienceMessage;
}

/** What came over the channel, or null for whatever is not a message of ours. */
export function parseMessage(data: unknown): AudienceMessage | null {
  const parsed = AudienceMessage.safeParse(data);
  return parsed.success ? parsed.data : null;
}
