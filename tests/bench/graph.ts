import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { findChromium, launchChromium } from '../e2e/support/chromium.ts';
import { startSession } from '../e2e/support/app.ts';
import { go } from '../e2e/support/steps.ts';
import { round, spread, type BenchModule, type Measurement } from './bench.ts';

const PRODUCTS = 2000;
const MOVES = 60;

/**
 * Frame times of the integration graph while one pans and zooms, in Chromium without a graphics
 * card, beside a bare Cytoscape that shows the same number of nodes and edges with its own defaults.
 */
export const graphBench: BenchModule = {
  name: 'graph',
  about:
    'pan and zoom a graph of 2,000 products with all that connects them, beside a bare Cytoscape',
  async run({ report, say }) {
    const chromium = findChromium();
    if (chromium === null) return say('no Chromium is installed, so nothing is measured');
    const browser = await launchChromium(chromium);
    try {
      const viewport = { width: 1920, height: 1080 };
      const session = await startSession(browser, { viewport });
      const { page } = session;
      say('laying out');
      await go(page, 'Graph');
      // The best connected of all products that stand by themselves.
      await page.keyboard.press('/');
      const dialog = page.getByRole('dialog', { name: /graph of a product or a search/ });
      await dialog.getByRole('combobox').fill('-kind:extension');
      await dialog.getByRole('button', { name: /^Everything that/ }).click();
      await page.getByRole('img', { name: /^Graph of 60/ }).waitFor();
      await page.getByRole('button', { name: /At a time/ }).click();
      const start = performance.now();
      await page.getByRole('option', { name: '2000', exact: true }).click();
      const drawing = page.getByRole('img', { name: /^Graph of 2,?000 products and [1-9]/ });
      await page.getByText(/^Laying out 2000/).waitFor({ timeout: 60_000 });
      await page.getByText(/^Laying out/).waitFor({ state: 'detached', timeout: 300_000 });
      const layout = round(performance.now() - start);
      const label = (await drawing.getAttribute('aria-label')) ?? '';
      const edges = Number(/([\d,]+) known/.exec(label)?.[1]?.replace(',', ''));
      report({
        name: 'graph, asked for, laid out and drawn',
        size: PRODUCTS,
        unit: 'ms',
        edges,
        total: layout,
      });
      say('panning and zooming');
      const measured = await gestures(page, [1100, 560]);
      const bare = await browser.newPage({ viewport });
      await bareCytoscape(bare, PRODUCTS, edges);
      const baseline = await gestures(bare, [960, 540]);
      for (const [name, times] of Object.entries(measured)) {
        report(line(`graph, ${name}`, edges, times, baseline[name] ?? []));
      }
      for (const [name, times] of Object.entries(baseline)) {
        report(line(`bare Cytoscape, ${name} (baseline)`, edges, times, times));
      }
      await session.end();
    } finally {
      await browser.close();
    }
  },
};

function line(
  name: string,
  edges: number,
  times: readonly number[],
  baseline: readonly number[],
): Measurement {
  // A bare graph draws few frames, and each of them late: what a hand feels is the slow end.
  const ratio = round(spread(times).p95 / spread(baseline).p95);
  const slowest = round(Math.max(...times));
  return { name, size: PRODUCTS, unit: 'ms', edges, ...spread(times), slowest, ratio };
}

/** What the page's clock says between two frames while a hand drags the ground and turns the wheel. */
async function gestures(
  page: Page,
  [x, y]: readonly [number, number],
): Promise<Readonly<Record<string, number[]>>> {
  const record = (): Promise<void> =>
    page.evaluate(() => {
      const times: number[] = [];
      let last = performance.now();
      const frame = (): void => {
        const now = performance.now();
        times.push(now - last);
        last = now;
        if (document.documentElement.dataset['recording'] === 'yes') requestAnimationFrame(frame);
      };
      document.documentElement.dataset['recording'] = 'yes';
      Object.assign(window, { frameTimes: times });
      requestAnimationFrame(frame);
    });
  const stop = (): Promise<number[]> =>
    page.evaluate(() => {
      document.documentElement.dataset['recording'] = 'no';
      return (window as unknown as { frameTimes: number[] }).frameTimes.slice(1);
    });
  await page.waitForTimeout(1000);
  await page.mouse.move(x, y);
  await record();
  await page.mouse.down();
  for (let move = 1; move <= MOVES; move++) await page.mouse.move(x - move * 6, y + move * 2);
  await page.mouse.up();
  const pan = await stop();
  await page.waitForTimeout(500);
  await record();
  for (let turn = 0; turn < MOVES / 2; turn++) {
    await page.mouse.wheel(0, turn < MOVES / 4 ? -60 : 60);
  }
  await page.waitForTimeout(200);
  return { pan, zoom: await stop() };
}

/** A page with nothing but Cytoscape and as many nodes and edges, in the look that it comes with. */
async function bareCytoscape(page: Page, nodes: number, edges: number): Promise<void> {
  const script = createRequire(import.meta.url).resolve('cytoscape/dist/cytoscape.min.js');
  await page.setContent('<style>html,body,#cy{margin:0;height:100%}</style><div id="cy"></div>');
  await page.addScriptTag({ content: readFileSync(script, 'utf8') });
  await page.evaluate(
    ({ count, lines }) => {
      const elements: { data: Record<string, string> }[] = [];
      for (let node = 0; node < count; node++) {
        elements.push({ data: { id: `n${node}`, label: `Product ${node}` } });
      }
      for (let edge = 0; edge < lines; edge++) {
        const source = (edge * 7919) % count;
        const target = (source + 1 + ((edge * 104_729) % (count - 1))) % count;
        elements.push({ data: { source: `n${source}`, target: `n${target}` } });
      }
      const start = (window as unknown as { cytoscape: (options: object) => unknown }).cytoscape;
      start({
        container: document.getElementById('cy'),
        elements,
        style: [{ selector: 'node', style: { label: 'data(label)' } }],
        layout: { name: 'grid' },
      });
    },
    { count: nodes, lines: edges },
  );
}
