import { expect, it } from 'vitest';
import { timeAfter } from '../../../electron/services/time-after.ts';

const now = new Date('2026-11-26T12:00:00.000Z');

it.each([
  [undefined, '2026-11-26T12:00:00.000Z'],
  ['2026-11-26T11:59:59.999Z', '2026-11-26T12:00:00.000Z'],
  ['2026-11-26T12:00:00.000Z', '2026-11-26T12:00:00.001Z'],
  // A clock that was set back.
  ['2026-11-27T00:00:00.000Z', '2026-11-27T00:00:00.001Z'],
])('what comes after %s in a list by time has a later one', (last, time) => {
  expect(timeAfter(last, now)).toBe(time);
});
