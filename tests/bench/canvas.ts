import { openServices } from './open-services.ts';
import { bundleLinks } from '../../shared/diagram/bundle-links.ts';
import type { Browser, Page } from 'playwright-core';
import { startSession } from '../e2e/support/app.ts';
import { findChromium, launchChromium } from '../e2e/support/chromium.ts';
import { callContext } from '../support/call-context.ts';
import { round, type BenchContext, type BenchModule } from './bench.ts';
import { openBaseline } from './canvas-baseline/build.ts';
import type { BaselineGraph } from './canvas-baseline/graph.ts';
import { cardsInView, editTimes } from './canvas-edits.ts';
import { frameFigures, frameTimes, type Gesture } from './frames.ts';
import { largeStack } from './large-stack.ts';

const PRODUCTS = 500;
const EDGES = 3000;
const FRAMES = 80;
/** How often each edit is made. */
const EDITS = 8;
const viewport = { width: 1920, height: 1080 };

/**
 * Chromium draws as fast as it can, so that the time between two frames is what a frame costs and
 * not what the screen would wait for.
 */
const unlimited = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** The canvas with a stack that fills it, beside the libraries as they come. */
export const canvasBench: BenchModule = {
  name: 'canvas',
  about: 'frame times and latency of edits on 500 products and 3,000 lines, beside plain libraries',
  async run(context) {
    const chromium = findChromium();
    if (chromium === null) {
      return context.say('no Chromium is installed, so nothing is measured');
    }
    context.say('making the stack');
    const prepared = await prepare(context);
    const browser = await launchChromium(chromium, unlimited);
    try {
      const baseline = await measureBaselines(browser, context, prepared);
      await measureCanvas(browser, context, prepared, baseline);
    } finally {
      await browser.close();
    }
  },
};

interface Prepared {
  readonly graph: BaselineGraph;
  readonly edges: number;
  /** Names of products that have many lines and are not on the stack. */
  readonly further: readonly string[];
}

/** Makes the stack in the folder that the application then opens. */
async function prepare({ catalogue, folder }: BenchContext): Promise<Prepared> {
  const services = openServices(catalogue, folder);
  const { handlers } = services;
  try {
    const { stackId } = await largeStack(handlers, PRODUCTS, EDGES);
    const { stack } = await handlers['stacks:get']({ id: stackId }, callContext());
    const nodes = Object.values(stack.nodes);
    const nodeOf = new Map(nodes.map((node) => [node.productId, node.id]));
    const links = await handlers['graph:between']({ ids: [...nodeOf.keys()] }, callContext());
    const known = bundleLinks(links).flatMap(({ id, from, to }) => {
      const [source, target] = [nodeOf.get(from), nodeOf.get(to)];
      return source === undefined || target === undefined ? [] : [{ id, from: source, to: target }];
    });
    const own = Object.values(stack.connections).map(({ id, fromNodeId, toNodeId }) => ({
      ...{ id, from: fromNodeId, to: toNodeId },
    }));
    return {
      graph: {
        nodes: nodes.map(({ id, name, x, y }) => ({ id, name, x, y })),
        edges: [...known, ...own],
      },
      edges: known.length + own.length,
      further: await wellConnected(handlers, new Set(nodeOf.keys())),
    };
  } finally {
    services.close();
  }
}

async function wellConnected(
  handlers: ReturnType<typeof openServices>['handlers'],
  without: ReadonlySet<string>,
): Promise<readonly string[]> {
  const { rows } = await handlers['catalogue:query'](
    {
      ...{ text: '', sort: 'integrations', offset: 0, limit: 30 },
      filter: { categories: [], pricing: [], sources: [] },
    },
    callContext(),
  );
  return rows.flatMap(({ id, name }) => (without.has(id) ? [] : [name])).slice(0, EDITS);
}

const drag = (from: Gesture['from']): Gesture => ({
  ...{ from, button: 0, step: { x: 3, y: 2 }, frames: FRAMES },
});
const pan = (from: Gesture['from'], button: 0 | 1): Gesture => ({
  ...{ from, button, step: { x: -6, y: -4 }, frames: FRAMES },
});
const zoom = (from: Gesture['from']): Gesture => ({
  ...{ from, button: null, step: { x: 0, y: -20 }, frames: FRAMES },
});

/** The 500th product has its place in the crowd; which one it is does not matter. */
const GRABBED = 'node-250';

/** Medians of the baselines, by what is done and with which library. */
type Baselines = ReadonlyMap<string, Readonly<Record<string, number>>>;

async function measureBaselines(
  browser: Browser,
  { folder, report, say }: BenchContext,
  { graph, edges }: Prepared,
): Promise<Baselines> {
  const medians = new Map<string, Record<string, number>>();
  for (const [library, entry] of [
    ['React Flow', 'react-flow.tsx'],
    ['Cytoscape', 'cytoscape.ts'],
  ] as const) {
    say(`${library} as it comes`);
    const page = await openBaseline(browser, entry, { graph, folder, viewport });
    const at = await page.evaluate((id) => window.placeOf(id), GRABBED);
    const free = { x: 40, y: 40 };
    const gestures = { 'drag a card': drag(at), pan: pan(free, 0), zoom: zoom(free) };
    for (const [name, gesture] of Object.entries(gestures)) {
      const figures = frameFigures(await frameTimes(page, gesture));
      medians.set(name, { ...medians.get(name), [library]: figures.p50 });
      const label = `${library} (baseline), ${name}`;
      report({ name: label, size: PRODUCTS, unit: 'ms', edges, ...figures });
    }
    await page.close();
  }
  return medians;
}

async function measureCanvas(
  browser: Browser,
  { folder, report, say }: BenchContext,
  { edges, further }: Prepared,
  baselines: Baselines,
): Promise<void> {
  const session = await startSession(browser, { viewport, dataFolder: folder });
  const { page } = session;
  try {
    await page.getByRole('navigation', { name: 'Screens' }).getByText('Stack').click();
    await page.locator('.react-flow__node-product').first().waitFor();
    const frames = async (name: string, like: string, gesture: Gesture): Promise<void> => {
      say(name);
      const times = await frameTimes(page, gesture);
      const figures = frameFigures(times);
      const ratios = Object.entries(baselines.get(like) ?? {}).map(([library, median]) => [
        `to${library.replace(' ', '')}`,
        round(figures.p50 / median),
      ]);
      const line = { name: `canvas, ${name}`, size: PRODUCTS, unit: 'ms', edges };
      report({ ...line, ...figures, begins: round(times[0]!), ...Object.fromEntries(ratios) });
    };
    const edits = async (view: string): Promise<void> => {
      say(`adding, moving and undoing, ${view}`);
      await page.keyboard.press('Escape');
      for (const [name, times] of Object.entries(await editTimes(page, further))) {
        const line = { name: `canvas, ${name}, ${view}`, size: PRODUCTS, unit: 'ms', edges };
        report({ ...line, ...frameFigures(times) });
      }
    };
    for (const view of ['as opened', 'all in view', 'all in view, line by line'] as const) {
      if (view !== 'as opened') await page.keyboard.press('Shift+1');
      // So many lines are bundled by lane unless somebody wants to see each.
      if (view.endsWith('line by line')) await page.getByText('Bundle by lane').click();
      await page.waitForTimeout(1500);
      const some = await cardsInView(page);
      await frames(`drag a card, ${view}`, 'drag a card', drag(some[0]!.at));
      await settled(page);
      await page.keyboard.press('Control+a');
      await settled(page);
      await frames(`drag all cards, ${view}`, 'drag a card', drag(some[0]!.at));
      await settled(page);
      await page.keyboard.press('Escape');
      await settled(page);
      const free = await freePlace(page);
      await frames(`pan, ${view}`, 'pan', pan(free, 1));
      await frames(`zoom, ${view}`, 'zoom', zoom(free));
      await frames(`marquee, ${view}`, 'drag a card', {
        ...drag(free),
        step: { x: 14, y: 9 },
      });
      await settled(page);
      if (view !== 'all in view') await edits(view);
    }
  } finally {
    await session.end();
  }
}

const settled = (page: Page): Promise<void> => page.waitForTimeout(800);

/** A point of the canvas with nothing on it. */
function freePlace(page: Page) {
  return page.evaluate(() => {
    const { left, top, width, height } = document
      .querySelector('.react-flow')!
      .getBoundingClientRect();
    for (let y = top + 80; y < top + height; y += 7) {
      for (let x = left + width * 0.3; x < left + width; x += 7) {
        if (document.elementFromPoint(x, y)?.matches('.react-flow__pane')) return { x, y };
      }
    }
    throw new Error('There is no free place on the canvas.');
  });
}
