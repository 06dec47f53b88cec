import { findChromium, launchChromium } from '../e2e/support/chromium.ts';
import { startSession } from '../e2e/support/app.ts';
import { round, spread, type BenchModule } from './bench.ts';

const FRAMES = 120;

/** What a hand does, by the number of the frame; each gives a point or a turn of the wheel. */
const gestures = {
  'drag the whole map, twice enlarged': { enlarge: 3, move: 'drag' },
  'drag tiles with icons': { enlarge: 6, move: 'drag' },
  'drag tiles with names': { enlarge: 9, move: 'drag' },
  'zoom in and out': { enlarge: 0, move: 'wheel' },
} as const;

/**
 * Frame times of the map with everything shown, in Chromium without a graphics card: what the
 * page's own clock says between two frames while one drags and zooms.
 */
export const mapBench: BenchModule = {
  name: 'map',
  about: 'frame time of the map while one drags and zooms, in Chromium without a graphics card',
  async run({ report, say }) {
    const chromium = findChromium();
    if (chromium === null) return say('no Chromium is installed, so nothing is measured');
    const browser = await launchChromium(chromium);
    try {
      const session = await startSession(browser, { viewport: { width: 1920, height: 1080 } });
      const { page } = session;
      await page.getByRole('button', { name: 'Map', exact: true }).click();
      const map = page.getByRole('application');
      await map.waitFor();
      await page.waitForTimeout(1500);
      const label = (await map.getAttribute('aria-label')) ?? '';
      const size = Number(label.replace(/\D/g, ''));
      for (const [name, { enlarge, move }] of Object.entries(gestures)) {
        await map.focus();
        await page.keyboard.press('0');
        await page.waitForTimeout(500);
        const times = await map.evaluate(
          async (stage, plan) => {
            const { left, top, width, height } = stage.getBoundingClientRect();
            const at = { clientX: left + width * 0.4, clientY: top + height * 0.4 };
            const frame = (): Promise<number> => new Promise(requestAnimationFrame);
            const wheel = (deltaY: number): void =>
              void stage.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY }));
            for (let notch = 0; notch < plan.enlarge; notch++) wheel(-120);
            for (let wait = 0; wait < 40; wait++) await frame();
            // Pointer capture needs a pointer that is really down, so the drag is told to do without.
            stage.setPointerCapture = () => undefined;
            const pointer = (type: string, dx: number, dy: number): void =>
              void stage.dispatchEvent(
                new PointerEvent(type, {
                  clientX: at.clientX + dx,
                  clientY: at.clientY + dy,
                  pointerId: 77,
                  button: 0,
                }),
              );
            if (plan.move === 'drag') pointer('pointerdown', 0, 0);
            const times: number[] = [];
            let before = await frame();
            for (let n = 1; n <= plan.frames; n++) {
              if (plan.move === 'wheel') wheel(n <= plan.frames / 2 ? -40 : 40);
              else pointer('pointermove', -n * 9, -n * 5);
              const now = await frame();
              times.push(now - before);
              before = now;
            }
            if (plan.move === 'drag') pointer('pointercancel', 0, 0);
            return times;
          },
          { enlarge, move, frames: FRAMES },
        );
        const slowest = round(Math.max(...times));
        report({ name: `map, ${name}`, size, unit: 'ms', ...spread(times), slowest });
      }
      await session.end();
    } finally {
      await browser.close();
    }
  },
};
