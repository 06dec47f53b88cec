import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../../shared/audience/messages.ts';
import { anyMessage } from './arbitraries.ts';

describe('a message between the facilitator’s window and the audience’s', () => {
  it('arrives as it was sent, through the copy that a channel makes', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(parseMessage(structuredClone(message))).toEqual(message);
      }),
    );
  });

  it('is ignored when it is anything else', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withDate: true }), (data) => {
        expect(parseMessage(data)).toBeNull();
      }),
    );
    expect(parseMessage(undefined)).toBeNull();
    expect(parseMessage(JSON.parse('{"__proto__": {"v": 1, "type": "end"}}'))).toBeNull();
  });

  it('is ignored when a part of it is missing, foreign or of another kind', () => {
    const change = fc.constantFrom('missing', 'foreign', 'other');
    fc.assert(
      fc.property(anyMessage, change, fc.nat(), (message, what, at) => {
        const keys = Object.keys(message);
        const key = keys[at % keys.length] ?? '';
        const damaged: Record<string, unknown> = { ...message };
        if (what === 'missing') delete damaged[key];
        else if (what === 'foreign') damaged['also'] = true;
        else damaged[key] = Symbol.for(key);
        expect(parseMessage(damaged)).toBeNull();
      }),
    );
  });

  it('is ignored when it is of another version', () => {
    fc.assert(
      fc.property(anyMessage, fc.integer(), (message, v) => {
        fc.pre(v !== message.v);
        expect(parseMessage({ ...message, v })).toBeNull();
      }),
    );
  });

  it.each([
    ['a place that is no number', { at: { x: Number.NaN, y: 0 } }],
    ['an endless place', { at: { x: Infinity, y: 0 } }],
    ['a page without an id', { from: 'somebody' }],
  ])('is ignored with %s', (_name, change) => {
    const point = { v: 1, type: 'point', from: '00000001-0000-4000-8000-000000000000', at: null };
    expect(parseMessage(point)).toEqual(point);
    expect(parseMessage({ ...point, ...change })).toBeNull();
  });
});
