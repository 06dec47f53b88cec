import fc from 'fast-check';
import {
  versioned,
  type AudienceMessage,
  type ScenePoint,
  type Show,
} from '../../../shared/audience/messages.ts';
import { EdgeFilter } from '../../../shared/diagram/edge-filter.ts';

/** Few pages, so that several lead in turn. */
export const pageIds = [1, 2, 3].map((n) => `0000000${n}-0000-4000-8000-000000000000`);

const from = fc.constantFrom(...pageIds);
const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const point: fc.Arbitrary<ScenePoint> = fc.record({ x: number, y: number });
const extent = fc.double({ min: 0.1, max: 1e6, noNaN: true });

export const anyShow: fc.Arbitrary<Show> = fc
  .record({
    from,
    since: fc.integer({ min: 0, max: 5 }),
    stackId: fc.option(fc.constantFrom('stack-1', 'stack-2')),
    title: fc.string({ maxLength: 40, unit: 'grapheme' }),
    theme: fc.constantFrom('light' as const, 'dark' as const),
    hidden: fc.subarray([...EdgeFilter.options]),
    view: fc.option(fc.record({ x: number, y: number, width: extent, height: extent })),
    step: fc.option(
      fc.record({ index: fc.nat({ max: 100 }), count: fc.integer({ min: 1, max: 100 }) }),
    ),
    voteId: fc.option(fc.constantFrom('vote-1', 'vote-2')),
    hasAgenda: fc.boolean(),
    lit: fc.option(fc.constantFrom('node-1', 'node-2')),
    isBlank: fc.boolean(),
    isFrozen: fc.boolean(),
  })
  .map((rest) => versioned({ type: 'show', ...rest }) as Show);

export const anyMessage: fc.Arbitrary<AudienceMessage> = fc.oneof(
  anyShow,
  fc.record({ from, at: fc.option(point) }).map((rest) => versioned({ type: 'point', ...rest })),
  fc
    .record({ from, type: fc.constantFrom('end' as const, 'who' as const, 'here' as const) })
    .map((rest) => versioned(rest)),
  fc
    .record({ from, key: fc.constantFrom('next' as const, 'previous' as const, 'blank' as const) })
    .map((rest) => versioned({ type: 'press', ...rest })),
);
