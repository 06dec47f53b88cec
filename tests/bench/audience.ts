import type { Page } from 'playwright-core';
import { startSession } from '../e2e/support/app.ts';
import { findChromium, launchChromium } from '../e2e/support/chromium.ts';
import { round, spread, type BenchContext, type BenchModule } from './bench.ts';
import { frameFigures } from './frames.ts';
import { largeStack } from './large-stack.ts';
import { openServices } from './open-services.ts';

const PRODUCTS = 500;
const EDGES = 3000;
const MOVES = 60;
/** Longer than the pause between two places that are sent. */
const MOVE_MS = 40;
const CHANGES = 6;
const viewport = { width: 1920, height: 1080 };

/** What a page notes down: milliseconds since 1970 by name, and how long its frames took. */
interface Noted {
  readonly times: Readonly<Record<string, number>>;
  readonly frames: readonly number[];
}

declare global {
  interface Window {
    noted: { readonly times: Record<string, number>; readonly frames: number[] };
  }
}

/** The audience's window behind a stack that fills it. */
export const audienceBench: BenchModule = {
  name: 'audience',
  about: 'how long the audience’s window takes to show the laser pointer and a change',
  async run(context) {
    const chromium = findChromium();
    if (chromium === null) {
      return context.say('no Chromium is installed, so nothing is measured');
    }
    const services = openServices(context.catalogue, context.folder);
    await largeStack(services.handlers, PRODUCTS, EDGES);
    services.close();
    const browser = await launchChromium(chromium);
    const session = await startSession(browser, { viewport, dataFolder: context.folder });
    try {
      const { page } = session;
      await page.getByRole('navigation', { name: 'Screens' }).getByText('Stack').click();
      await page.locator('.react-flow__node-product').first().waitFor();
      const opened = page.context().waitForEvent('page');
      await page.keyboard.press('Control+Alt+a');
      const audience = await opened;
      await audience.setViewportSize(viewport);
      await audience.locator('svg[data-picture]').waitFor({ timeout: 30_000 });
      await measureLaser(page, audience, context);
      await measureChange(page, audience, context);
    } finally {
      await session.end();
      await browser.close();
    }
  },
};

/** Lets the audience's page note when what it was told stands on the screen. */
function watch(audience: Page): Promise<void> {
  return audience.evaluate(() => {
    const noted: Window['noted'] = { times: {}, frames: [] };
    window.noted = noted;
    const note = (name: string): void => {
      // The frame after the next one begins when the one with the news has been drawn.
      requestAnimationFrame(() =>
        requestAnimationFrame((now) => {
          noted.times[name] ??= performance.timeOrigin + now;
        }),
      );
    };
    const main = document.querySelector('main');
    const options = { subtree: true, childList: true, attributes: true };
    new MutationObserver(() => {
      const at = document.querySelector<SVGElement>('[data-laser]')?.dataset['laser'];
      if (at !== undefined) note(at);
    }).observe(main ?? document.body, options);
    const bare = new BroadcastChannel('bench');
    bare.onmessage = ({ data }) => note(String(data));
    let before = performance.now();
    requestAnimationFrame(function next(now) {
      noted.frames.push(now - before);
      before = now;
      requestAnimationFrame(next);
    });
  });
}

/** Moves the pointer over the canvas, or tells the audience's page as much without all that is ours. */
function move(page: Page, isBare: boolean): Promise<readonly number[]> {
  return page.evaluate(
    async ({ moves, everyMs, bareOnly }) => {
      const times: number[] = [];
      const bare = new BroadcastChannel('bench');
      for (let n = 0; n < moves; n++) {
        times.push(performance.timeOrigin + performance.now());
        if (bareOnly) bare.postMessage(`bare ${n}`);
        else {
          const at = { clientX: 500 + 5 * n, clientY: 300 + 3 * n, bubbles: true };
          window.dispatchEvent(new PointerEvent('pointermove', at));
        }
        await new Promise((resolve) => setTimeout(resolve, everyMs));
      }
      bare.close();
      return times;
    },
    { moves: MOVES, everyMs: MOVE_MS, bareOnly: isBare },
  );
}

/** Milliseconds from each move to when it stood on the other screen, by their order. */
function delays(moved: readonly number[], { times }: Noted): readonly number[] {
  const seen = Object.values(times).sort((a, b) => a - b);
  const count = Math.min(seen.length, moved.length);
  return moved.slice(-count).map((at, n) => (seen.slice(-count)[n] ?? at) - at);
}

async function measureLaser(page: Page, audience: Page, context: BenchContext): Promise<void> {
  const { report, say } = context;
  const take = async (isBare: boolean) => {
    await watch(audience);
    const moved = await move(page, isBare);
    await audience.waitForTimeout(500);
    const noted = await audience.evaluate(() => window.noted);
    return { delays: delays(moved, noted), frames: noted.frames.slice(5) };
  };
  say('the channel alone');
  const bare = spread((await take(true)).delays);
  report({ name: 'audience, channel alone (baseline)', size: PRODUCTS, unit: 'ms', ...bare });
  say('the laser pointer');
  await page.keyboard.press('k');
  await page.waitForTimeout(300);
  const laser = await take(false);
  await page.keyboard.press('k');
  const figures = spread(laser.delays);
  const toChannel = round(figures.p50 / bare.p50);
  report({ name: 'audience, laser', size: PRODUCTS, unit: 'ms', ...figures, toChannel });
  const frames = { size: PRODUCTS, unit: 'ms', ...frameFigures(laser.frames) };
  report({ name: 'audience, frames under the laser', ...frames });
}

async function measureChange(page: Page, audience: Page, context: BenchContext): Promise<void> {
  context.say('changes of the stack');
  const drawn = () => audience.locator('svg[data-picture] image').getAttribute('href');
  const exported = () =>
    page.evaluate(async () => {
      const start = performance.now();
      const ask = async (channel: string, input: object) => {
        const headers = { 'Content-Type': 'application/json' };
        const body = JSON.stringify({ input, requestId: 'bench' });
        const answer = await fetch(`/api/${channel}`, { method: 'POST', headers, body });
        return (await answer.json()) as { readonly value: readonly { readonly id: string }[] };
      };
      const [stack] = (await ask('stacks:list', {})).value;
      await ask('exchange:export-stack', { stackId: stack?.id, format: 'svg', look: 'light' });
      return performance.now() - start;
    });
  const baseline: number[] = [];
  const times: number[] = [];
  for (let n = 0; n < CHANGES; n++) {
    baseline.push(await exported());
    const before = await drawn();
    const start = performance.now();
    await page.keyboard.press(n % 2 === 0 ? 'Control+z' : 'Control+Shift+z');
    while ((await drawn()) === before) await audience.waitForTimeout(10);
    times.push(performance.now() - start);
    await page.waitForTimeout(800);
  }
  const alone = spread(baseline);
  const figures = spread(times);
  const { report } = context;
  report({ name: 'audience, export alone (baseline)', size: PRODUCTS, unit: 'ms', ...alone });
  const toExport = round(figures.p50 / alone.p50);
  report({ name: 'audience, a change shown', size: PRODUCTS, unit: 'ms', ...figures, toExport });
}
