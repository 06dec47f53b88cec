import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { CARD } from '../../shared/stack/layout.ts';
import { newStack } from '../../shared/stack/new-stack.ts';
import { writeStackFile } from '../../shared/exchange/stack-file.ts';
import { Connection, StackNode } from '../../shared/stack/stack.ts';
import { cardsOf, eventually, go } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

const markup = '<img src=x onerror="globalThis.wasRun=1"><script>globalThis.wasRun=1</script>';
/** Turns the reading direction of whatever follows it. */
const turned = 'Invoice \u202egnp.exe';
const endless = 'W'.repeat(10_000);
const stacked = 'Z\u0335\u0321\u0322'.repeat(2000);
const names = [markup, turned, endless, stacked, ' \n\t', '${7*7}{{7*7}}'];

function hostileFile(): Buffer {
  const stack = newStack('stack', markup.slice(0, 200));
  const [lane] = Object.values(stack.lanes);
  if (!lane) throw new Error('A new stack has lanes.');
  const nodes = names.map((name, index) =>
    StackNode.parse({
      id: `node-${index}`,
      productId: `hostile-${index}`,
      name,
      categoryId: 'crm',
      groupId: 'social',
      laneId: lane.id,
      x: lane.x + 12,
      y: lane.y + 44 + index * 64,
    }),
  );
  return Buffer.from(
    writeStackFile({
      name: stack.name,
      lanes: { ...stack.lanes, [lane.id]: { ...lane, title: markup.slice(0, 200) } },
      nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
      connections: {
        one: Connection.parse({
          id: 'one',
          fromNodeId: 'node-0',
          toNodeId: 'node-1',
          label: markup.slice(0, 200),
          direction: 'forward',
        }),
      },
      items: {},
      templateId: null,
    }),
  );
}

async function importHostile(page: Page): Promise<void> {
  await page.getByRole('grid').getByRole('row').nth(1).waitFor();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard.press('Control+o'),
  ]);
  await chooser.setFiles({
    name: `${markup.slice(0, 20).replaceAll('/', '')}.json`,
    mimeType: 'application/json',
    buffer: hostileFile(),
  });
  await page.getByRole('button', { name: 'Import anyway' }).click();
  await eventually(() => cardsOf(page).count(), names.length);
}

/** Nothing of a name became an element or ran, and nothing pushed the page out of its window. */
async function expectHarmless(page: Page, what: string): Promise<void> {
  const found = await page.evaluate(() => ({
    wasRun: 'wasRun' in globalThis,
    images: document.querySelectorAll('img[src="x"]').length,
    scripts: document.querySelectorAll('#root script').length,
    isWide: document.documentElement.scrollWidth > window.innerWidth,
    isTall: document.documentElement.scrollHeight > window.innerHeight,
  }));
  expect(found, what).toEqual({
    wasRun: false,
    images: 0,
    scripts: 0,
    isWide: false,
    isTall: false,
  });
}

describeApp('a stack of hostile names', (app) => {
  it('is shown as text on every screen, runs nothing and breaks no layout', async () => {
    const { page } = app();
    await importHostile(page);
    await expectHarmless(page, 'the canvas');
    const toolbar = page.getByRole('button', { name: 'Add products', exact: true });
    expect(await toolbar.isVisible()).toBe(true);
    // Every card has the one size of all cards, and its words stay within.
    const shapes = await cardsOf(page).evaluateAll((cards) =>
      cards.map((card) => ({
        width: (card as HTMLElement).offsetWidth,
        height: (card as HTMLElement).offsetHeight,
        isWithin: [...card.querySelectorAll('bdi, bdi + span')].every((words) => {
          const [inner, outer] = [words.getBoundingClientRect(), card.getBoundingClientRect()];
          return inner.top >= outer.top && inner.bottom <= outer.bottom;
        }),
      })),
    );
    for (const shape of shapes) expect(shape).toEqual({ ...CARD, isWithin: true });
    expect(await cardsOf(page).first().innerText()).toContain('<img');
    // A name cannot turn what stands after it around.
    expect(await cardsOf(page).nth(1).innerText()).not.toContain('\u202e');

    await page.getByRole('button', { name: 'Outline', exact: true }).click();
    await expectHarmless(page, 'the outline');
    await page.getByRole('button', { name: /^More for <img/ }).click();
    await expectHarmless(page, 'the menu of a product');
    await page.getByRole('menuitem', { name: 'Connect to…' }).click();
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    await expectHarmless(page, 'the dialog to connect');
    await page.keyboard.press('Escape');
    const entry = page.locator('[data-outline-node="node-0"]');
    await entry.getByRole('button', { expanded: false }).first().click();
    await entry.getByRole('list').getByRole('button').first().click();
    await page.getByRole('heading', { name: 'Your connection' }).waitFor();
    await expectHarmless(page, 'the panel of a connection');
    await page.getByRole('button', { name: /Remove connection/ }).click();
    await page.getByRole('button', { name: /^Undo Remove/ }).hover();
    await expectHarmless(page, 'the name of a step');

    await go(page, 'Graph');
    await page.locator('canvas').first().waitFor();
    await expectHarmless(page, 'the graph');
    await go(page, 'Library');
    const library = page.getByRole('navigation', { name: 'Library' });
    await library.getByText('Stacks', { exact: true }).click();
    await page.getByRole('cell').filter({ hasText: '<img' }).first().waitFor();
    await expectHarmless(page, 'the list of stacks');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('<img');
    await page.getByRole('option').filter({ hasText: '<img' }).first().waitFor();
    await expectHarmless(page, 'the palette');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await go(page, 'Explore');
    await page.getByLabel('Search the catalogue').fill(markup);
    await page.getByText('0 products').waitFor();
    await expectHarmless(page, 'the search');
  });

  it('is exported as text, too', async () => {
    const { page } = app();
    await importHostile(page);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Diagram as SVG' }).click(),
    ]);
    const svg = String(await readFile(await download.path()));
    expect(svg).not.toContain('<img');
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u202e');
    expect(svg).toContain('&lt;img');
    expect(svg.length).toBeLessThan(1_000_000);
  });

  it('comes back unharmed after a restart', async () => {
    await importHostile(app().page);
    await app().reopen();
    const { page } = app();
    await go(page, 'Stack');
    await eventually(() => cardsOf(page).count(), names.length);
    await expectHarmless(page, 'the canvas after a restart');
  });
});
