import type { Page } from 'playwright-core';
import { round, spread } from './bench.ts';

/** What a hand does, one step a frame, from a point of the window. */
export interface Gesture {
  readonly from: { readonly x: number; readonly y: number };
  /** The button held down, as the DOM numbers them; null: the wheel is turned instead. */
  readonly button: 0 | 1 | null;
  /** Pixels a frame; it goes forth for half of the frames, and back. */
  readonly step: { readonly x: number; readonly y: number };
  readonly frames: number;
}

/**
 * Milliseconds between two frames of a page while a hand does something, by the page's own clock.
 * The first figure is the frame in which it begins.
 */
export function frameTimes(page: Page, gesture: Gesture): Promise<readonly number[]> {
  return page.evaluate(async ({ from, button, step, frames }) => {
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    const under = document.elementFromPoint(from.x, from.y) ?? document.body;
    const fire = (type: string, dx: number, dy: number): void => {
      const at = {
        ...{ clientX: from.x + dx, clientY: from.y + dy, view: window },
        ...{ bubbles: true, cancelable: true, composed: true },
        button: button ?? 0,
        buttons: button === null || type.endsWith('up') ? 0 : button === 1 ? 4 : 1,
      };
      // Both kinds, as a browser sends them: libraries listen to one or the other.
      const pointer = { ...at, pointerId: 1, isPrimary: true, pointerType: 'mouse' };
      under.dispatchEvent(new PointerEvent(`pointer${type}`, pointer));
      under.dispatchEvent(new MouseEvent(`mouse${type}`, at));
    };
    // Pointer capture needs a pointer that is really down.
    Element.prototype.setPointerCapture = () => undefined;
    const times: number[] = [];
    for (let wait = 0; wait < 20; wait++) await frame();
    let before = await frame();
    if (button !== null) fire('down', 0, 0);
    for (let n = 1; n <= frames; n++) {
      const back = n <= frames / 2 ? n : frames - n;
      if (button !== null) fire('move', step.x * back, step.y * back);
      else {
        const turn = n <= frames / 2 ? step.y : -step.y;
        const at = { clientX: from.x, clientY: from.y, deltaY: turn, bubbles: true, view: window };
        under.dispatchEvent(new WheelEvent('wheel', { ...at, cancelable: true }));
      }
      const now = await frame();
      times.push(now - before);
      before = now;
    }
    if (button !== null) fire('up', 0, 0);
    // What was moved takes the click that ends it; without one it would take the next.
    if (button === 0)
      under.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    for (let wait = 0; wait < 5; wait++) await frame();
    return times;
  }, gesture);
}

/** Frame times as a result tells them, in milliseconds. */
export function frameFigures(times: readonly number[]) {
  return { ...spread(times), longest: round(Math.max(...times)) };
}
