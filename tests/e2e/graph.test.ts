import { readFileSync } from 'node:fs';
import { MultiDirectedGraph } from 'graphology';
import { parse as parseGraphml } from 'graphology-graphml';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violationsOn } from './support/accessibility.ts';
import { createFirstStack, eventually, go, quickAdd } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

const list = (page: Page) => page.getByRole('complementary', { name: 'The graph as a list' });

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page
    .getByRole('region', { name: 'Path between two products' })
    .getByRole('button', { name: new RegExp(`${label}:`) })
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Products that the drawing says it has. */
async function drawn(page: Page): Promise<number> {
  const label = await page.getByRole('img', { name: /^Graph of/ }).getAttribute('aria-label');
  return Number(/Graph of ([\d,]+)/.exec(label ?? '')?.[1]?.replace(',', ''));
}

/** What the file holds that the graph is exported to. */
async function exported(page: Page): Promise<MultiDirectedGraph> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: /GraphML/ }).click();
  const text = readFileSync(await (await saved).path(), 'utf8');
  return parseGraphml(MultiDirectedGraph, text);
}

describeApp('the integration graph', (app) => {
  it('grows by one hop, lights a way, and leaves as a file that holds what is shown', async () => {
    const { page } = app();
    await createFirstStack(page, 'Shop');
    await quickAdd(page, ['Shopify', 'Segment', 'Braze']);
    await go(page, 'Graph');
    await eventually(() => drawn(page), 3);

    await page.getByRole('button', { name: 'Around the stack' }).click();
    await eventually(() => drawn(page), 63);
    await page.getByRole('button', { name: /^[\d,]+ more$/ }).waitFor();

    await page.getByRole('button', { name: 'Path…' }).click();
    await choose(page, 'From', 'Shopify');
    await choose(page, 'To', 'Braze');
    const way = page.getByRole('region', { name: 'Path between two products' });
    await way.getByText(/^\d steps?: Shopify .* Braze$/).waitFor();
    await way.getByRole('button', { name: 'Close the path' }).click();

    expect(await violationsOn(page), 'the graph').toEqual([]);
    const graph = await exported(page);
    expect(graph.order).toBe(await drawn(page));
    expect(graph.hasNode('shopify')).toBe(true);
    expect(graph.getNodeAttribute('shopify', 'x')).toEqual(expect.any(Number));
    await page.getByRole('button', { name: /Direction:/ }).click();
    await page.getByRole('option', { name: 'Both ways', exact: true }).click();
    const narrowed = await exported(page);
    expect(narrowed.size).toBeLessThan(graph.size);
    expect(new Set(narrowed.mapEdges((_, { flow }) => String(flow)))).toEqual(new Set(['both']));
    await page.getByRole('button', { name: 'Stack only' }).click();
    await eventually(() => drawn(page), 3);
  });

  it('is all there for the keyboard: found, looked at and expanded in its list', async () => {
    const { page } = app();
    await createFirstStack(page, 'Shop');
    await quickAdd(page, ['Shopify', 'Segment', 'Braze']);
    await go(page, 'Graph');
    await page.getByRole('searchbox', { name: 'Find in the graph' }).fill('seg');
    const entry = list(page).getByRole('listitem').filter({ hasText: 'connections here' });
    await eventually(() => entry.count(), 1);
    await entry.getByRole('button', { name: 'Add the neighbours of Segment' }).focus();
    await page.keyboard.press('Enter');
    await eventually(async () => (await drawn(page)) > 20, true);
    await entry.getByRole('button', { name: /^Segment/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Segment', exact: true }).first().waitFor();
  });

  it('takes what a search finds, and ends a long layout when asked to', async () => {
    const { page } = app();
    await go(page, 'Graph');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: /graph of a product or a search/ });
    await dialog.getByRole('combobox').fill('category:crm');
    await dialog.getByRole('button', { name: /^Everything that/ }).click();
    await page.getByRole('img', { name: /^Graph of 60 products/ }).waitFor();

    // However quick the machine is: a worker whose script does not arrive takes as long as one likes.
    await page.context().route(/layout-worker/, () => undefined);
    await page.getByRole('button', { name: /At a time/ }).click();
    await page.getByRole('option', { name: '500', exact: true }).click();
    await page.getByRole('button', { name: 'Stop here' }).click();
    await page.getByText(/^Laying out/).waitFor({ state: 'detached' });
    // What there is by then is shown all the same.
    await page.getByRole('img', { name: /^Graph of \d{3,} products/ }).waitFor();
  });
});
