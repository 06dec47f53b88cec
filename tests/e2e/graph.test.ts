import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violationsOn } from './support/accessibility.ts';
import { createFirstStack, go, quickAdd } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

const list = (page: Page) => page.getByRole('region', { name: 'Products of the graph' });

async function choose(page: Page, label: RegExp, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function exported(page: Page, format: string): Promise<string> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ]);
  return String(await readFile(await download.path()));
}

describeApp('the integration graph', (app) => {
  it('grows by a hop, lights a way, keeps to a direction and goes along as a file', async () => {
    const { page } = app();
    await createFirstStack(page, 'Graph');
    await quickAdd(page, ['Shopify', 'Klaviyo', 'BigQuery']);
    await go(page, 'Graph');
    await page.locator('canvas').first().waitFor();
    await expect.poll(() => list(page).getByRole('listitem').count()).toBe(3);

    await choose(page, /Way from/, 'Klaviyo');
    await choose(page, /Way to/, 'BigQuery');
    const filters = page.getByRole('region', { name: 'Filters and ways' });
    await page.getByRole('button', { name: 'What is around it' }).click();
    await expect.poll(() => list(page).getByRole('listitem').count()).toBe(33);
    await filters.getByText(/^2 steps: Klaviyo – .+ – BigQuery$/).waitFor();
    expect(await violationsOn(page), 'the graph').toEqual([]);

    const graphml = await exported(page, 'GraphML (yEd, networkx)');
    expect(graphml.match(/<node /g)).toHaveLength(33);
    const before = graphml.match(/<edge /g)?.length ?? 0;
    await choose(page, /Direction of data/, 'both ways');
    const narrowed = (await exported(page, 'GraphML (yEd, networkx)')).match(/<edge /g)?.length;
    expect(narrowed).toBeLessThan(before);
    expect(await exported(page, 'Picture as SVG')).toContain('Shopify');
    await page.getByRole('button', { name: 'Only the stack' }).click();
    await expect.poll(() => list(page).getByRole('listitem').count()).toBe(3);
  });
});
