import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { throttled } from '../../../renderer/audience/throttled.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells the first value at once and the last one in the end, never two within the while', () => {
  const pauses = fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(pauses, (list) => {
      const told: { readonly value: number; readonly at: number }[] = [];
      const tell = throttled((value: number) => told.push({ value, at: Date.now() }), 33);
      list.forEach((pause, value) => {
        tell(value);
        vi.advanceTimersByTime(pause);
      });
      vi.advanceTimersByTime(1000);
      expect(told[0]?.value).toBe(0);
      expect(told.at(-1)?.value).toBe(list.length - 1);
      told.slice(1).forEach((each, index) => {
        expect(each.at - told[index]!.at).toBeGreaterThanOrEqual(33);
        expect(each.value).toBeGreaterThan(told[index]!.value);
      });
    }),
  );
});

it('forgets what it has not told when it is cancelled, and begins anew', () => {
  const told: number[] = [];
  const tell = throttled((value: number) => told.push(value), 33);
  tell(1);
  tell(2);
  tell.cancel();
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([1]);
  tell(3);
  expect(told).toEqual([1, 3]);
});
