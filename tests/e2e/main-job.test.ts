import { strFromU8, unzipSync } from 'fflate';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { describeApp } from './support/with-app.ts';
import {
  canvas,
  card,
  cardsOf,
  createFirstStack,
  dragToCanvas,
  eventually,
  findInDrawer,
  go,
  pointOn,
  quickAdd,
} from './support/steps.ts';

describeApp('the main job', (app) => {
  it('searches with a typo, narrows by category and opens the product with its evidence', async () => {
    const { page } = app();
    await page.getByLabel('Search the catalogue').fill('salesforse');
    // The first row below the head, once the answer to the last letter stands.
    const best = page.getByRole('grid').getByRole('row').nth(1);
    await expect.poll(() => best.innerText()).toMatch(/\bSalesforce\n/);
    await best.click();
    const panel = page.getByRole('complementary', { name: 'Salesforce', exact: true });
    await panel.waitFor();
    await panel.getByText('CRM', { exact: true }).filter({ visible: true }).first().waitFor();
    expect(await panel.getByRole('link', { name: /salesforce\.com/ }).count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });

    await page.getByLabel('Search the catalogue').fill('');
    const count = page.getByRole('status').filter({ hasText: /^[\d,]+ products/ });
    const shown = async (): Promise<number> => Number((await count.innerText()).replace(/\D/g, ''));
    await expect.poll(shown).toBeGreaterThanOrEqual(8000);
    const everything = await shown();
    await page.getByRole('treeitem', { name: /Business Stack/ }).click();
    await expect.poll(shown).toBeLessThan(everything / 2);
  });

  it('drags products onto a stack, shows why they integrate, and keeps it all over a restart', async () => {
    const { page } = app();
    await createFirstStack(page, 'Our stack');
    await dragToCanvas(page, 'hubspot', 'HubSpot', { x: 420, y: 300 });
    await dragToCanvas(page, 'segmnt', 'Segment', { x: 560, y: 200 });
    await quickAdd(page, ['Snowflake', 'Braze', 'Shopify']);
    await eventually(() => cardsOf(page).count(), 5);

    // A real drag of a card is one step that can be undone.
    const hubspot = card(page, 'HubSpot');
    const before = await hubspot.boundingBox();
    if (!before) throw new Error('HubSpot is not on the screen.');
    await page.mouse.move(before.x + 60, before.y + 15);
    await page.mouse.down();
    await page.mouse.move(before.x + 100, before.y + 80, { steps: 5 });
    await page.mouse.move(before.x + 160, before.y + 115, { steps: 5 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Undo Move HubSpot' }).waitFor();
    const moved = await hubspot.boundingBox();
    // The drag begins a few pixels late, so that a click is no move.
    expect(moved?.x).toBeGreaterThan(before.x + 80);
    expect(moved?.y).toBeGreaterThan(before.y + 80);

    // The edge between Segment and Braze opens to its evidence.
    const edge = page.locator('[data-edge-id*="segment"][data-edge-id*="braze"]').first();
    const point = await pointOn(edge);
    await page.mouse.click(point.x, point.y);
    const evidence = page.locator('a[href^="https://"]');
    await expect.poll(() => evidence.count()).toBeGreaterThan(0);

    await app().reopen();
    await go(app().page, 'Stack');
    await eventually(() => cardsOf(app().page).count(), 5);
    await app().page.getByRole('button', { name: 'Undo Move HubSpot' }).click();
    const back = await card(app().page, 'HubSpot').boundingBox();
    expect(back).not.toBeNull();
    await app()
      .page.getByRole('button', { name: /^Undo Add Shopify/ })
      .click();
    await eventually(() => cardsOf(app().page).count(), 4);
    await app().page.keyboard.press('Control+Shift+Z');
    await eventually(() => cardsOf(app().page).count(), 5);
  });

  it('keeps an acknowledged change although the process is killed a moment later', async () => {
    const { page } = app();
    await createFirstStack(page, 'Crash');
    await quickAdd(page, ['HubSpot', 'Segment']);
    await app().reopen('kill');
    await go(app().page, 'Stack');
    await eventually(() => cardsOf(app().page).count(), 2);
  });

  it('removes several products by keyboard and brings them back with one undo', async () => {
    const { page } = app();
    await createFirstStack(page, 'Selection');
    await quickAdd(page, ['HubSpot', 'Segment', 'Braze']);
    await canvas(page).click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await eventually(() => cardsOf(page).count(), 0);
    await page.keyboard.press('Control+z');
    await eventually(() => cardsOf(page).count(), 3);
  });

  it('exports the stack as SVG, PNG and a file that imports again without loss', async () => {
    const { page } = app();
    await createFirstStack(page, 'Export me');
    await quickAdd(page, ['HubSpot', 'Segment', 'Braze']);

    async function exportAs(item: string): Promise<Buffer> {
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: item }).click(),
      ]);
      // A menu that is still closing takes the next key for itself.
      await page.getByRole('menu').waitFor({ state: 'detached' });
      return readFile(await download.path());
    }

    const svg = String(await exportAs('Diagram as SVG'));
    expect(svg).toMatch(/^<(\?xml|svg)/);
    for (const name of ['HubSpot', 'Segment', 'Braze']) expect(svg).toContain(name);
    const png = await exportAs('Diagram as PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const file = await exportAs('Stack file');

    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.keyboard.press('Control+o'),
    ]);
    await chooser.setFiles({ name: 'x.stackscape', mimeType: 'application/zip', buffer: file });
    await page.getByText('Imported “Export me (2)”.').waitFor();
    await eventually(() => cardsOf(page).count(), 3);
    const stackIn = (archive: Buffer): { nodes: unknown } =>
      JSON.parse(strFromU8(unzipSync(archive)['stack.json'] ?? new Uint8Array())) as {
        nodes: unknown;
      };
    const again = stackIn(await exportAs('Stack file'));
    expect(again.nodes).toEqual(stackIn(file).nodes);
  });

  it('refuses a file that is no stack with a sentence, and changes nothing', async () => {
    const { page } = app();
    await createFirstStack(page, 'Untouched');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.keyboard.press('Control+o'),
    ]);
    const buffer = Buffer.from('<html>not a stack</html>');
    await chooser.setFiles({ name: 'page.json', mimeType: 'application/json', buffer });
    await page
      .getByRole('status')
      .getByText(/not|JSON/i)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await page.getByText('Untouched').first().isVisible()).toBe(true);
  });

  it('deletes a stack and brings it back', async () => {
    const { page } = app();
    await createFirstStack(page, 'Short-lived');
    await quickAdd(page, ['HubSpot']);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Delete stack' }).click();
    await page.getByRole('button', { name: 'Create stack' }).waitFor();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await eventually(() => cardsOf(page).count(), 1);
  });

  it('draws the graph of a stack and of one product', async () => {
    const { page } = app();
    await createFirstStack(page, 'Graph');
    await quickAdd(page, ['HubSpot', 'Segment', 'Braze']);
    await go(page, 'Graph');
    await page.locator('canvas').first().waitFor();
    await expect.poll(() => page.getByText('Segment', { exact: true }).count()).toBeGreaterThan(0);
  });

  it('adds a product from Explore, and the drawer marks it as present', async () => {
    const { page } = app();
    await createFirstStack(page, 'From Explore');
    await go(page, 'Explore');
    await page.getByLabel('Search the catalogue').fill('klaviyo');
    const row = page
      .getByRole('grid')
      .getByRole('row')
      .filter({ has: page.getByText('Klaviyo', { exact: true }) });
    await row.getByRole('button', { name: /Add/ }).click();
    await go(page, 'Stack');
    await card(page, 'Klaviyo').waitFor();
    const inDrawer = await findInDrawer(page, 'klaviyo', 'Klaviyo');
    expect(await inDrawer.getByText('In stack').count()).toBe(1);
  });
});
