import { expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import {
  boxOf,
  canvas,
  card,
  cardsOf,
  createFirstStack,
  eventually,
  expectUndo,
  go,
  quickAdd,
} from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

const ownConnections = (page: Page): Locator => page.locator('[data-edge="user"]');

describeApp('the canvas', (app) => {
  it('draws a connection with the mouse, labels it, removes it and brings it back', async () => {
    const { page } = app();
    await createFirstStack(page, 'Mouse');
    await quickAdd(page, ['HubSpot', 'Shopify']);
    await page.keyboard.press('Escape');
    await card(page, 'HubSpot').hover();
    const handle = await boxOf(card(page, 'HubSpot').locator('.react-flow__handle-bottom'));
    const target = await boxOf(card(page, 'Shopify'));
    await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await page.mouse.down();
    await page.mouse.move(target.x + 20, target.y + 60, { steps: 6 });
    await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 6 });
    await page.mouse.up();
    await expectUndo(page, 'Connect HubSpot and Shopify');
    await eventually(() => ownConnections(page).count(), 1);

    const panel = page.getByRole('complementary', { name: 'Connection of HubSpot and Shopify' });
    await panel.getByLabel('Label').fill('Orders');
    await page.keyboard.press('Enter');
    await expectUndo(page, 'Label a connection');
    await canvas(page).getByText('Orders', { exact: true }).waitFor();
    // Escape takes back what was typed, and leaves the panel open.
    await panel.getByLabel('Label').fill('Never');
    await page.keyboard.press('Escape');
    expect(await panel.getByLabel('Label').inputValue()).toBe('Orders');

    await panel.getByRole('button', { name: /Remove connection/ }).click();
    await eventually(() => ownConnections(page).count(), 0);
    await panel.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await canvas(page).getByText('Orders', { exact: true }).waitFor();
    await page.keyboard.press('Control+z');
    await expectUndo(page, 'Connect HubSpot and Shopify');
    expect(await canvas(page).getByText('Orders', { exact: true }).count()).toBe(0);
    await page.keyboard.press('Control+z');
    await eventually(() => ownConnections(page).count(), 0);
  });

  it('adds, selects, connects and removes with the keyboard alone', async () => {
    const { page } = app();
    await createFirstStack(page, 'Keys');
    await page.keyboard.press('q');
    const adding = page.getByRole('dialog', { name: 'Add products' });
    await adding.waitFor();
    for (const name of ['HubSpot', 'Shopify', 'Snowflake']) {
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await card(page, name).waitFor();
    }
    await page.keyboard.press('Escape');
    await adding.waitFor({ state: 'detached' });

    await card(page, 'HubSpot').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('a');
    await page.getByRole('dialog', { name: /Connect/ }).waitFor();
    await page.keyboard.type('snow');
    await page.keyboard.press('Enter');
    await expectUndo(page, 'Connect HubSpot and Snowflake');
    await page.getByRole('complementary', { name: /HubSpot and Snowflake/ }).waitFor();
    await page.keyboard.press('Escape');

    await card(page, 'Shopify').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Delete');
    await eventually(() => cardsOf(page).count(), 2);
    await eventually(() => ownConnections(page).count(), 1);
  });

  it('closes one thing with each Escape: the dialog, the panel, then the selection', async () => {
    const { page } = app();
    await createFirstStack(page, 'Escape');
    await quickAdd(page, ['HubSpot', 'Shopify']);
    await card(page, 'HubSpot').click();
    const panel = page.getByRole('complementary', { name: 'HubSpot', exact: true });
    await panel.waitFor();
    const selected = page.locator('.react-flow__node.selected');
    await page.keyboard.press('q');
    const adding = page.getByRole('dialog', { name: 'Add products' });
    await adding.waitFor();

    await page.keyboard.press('Escape');
    await adding.waitFor({ state: 'detached' });
    await panel.waitFor();
    expect(await selected.count()).toBe(1);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await selected.count()).toBe(1);
    await page.keyboard.press('Escape');
    await eventually(() => selected.count(), 0);
    expect(await cardsOf(page).count()).toBe(2);
  });

  it('renames a lane once, keeps the old name on Escape, and returns the keyboard to it', async () => {
    const { page } = app();
    await createFirstStack(page, 'Lanes');
    const lane = (name: string): Locator => canvas(page).getByRole('button', { name, exact: true });
    await lane('Data').dblclick();
    await page.getByLabel('Name of the lane Data').fill('Warehouse');
    await page.keyboard.press('Enter');
    await lane('Warehouse').waitFor();
    expect(await lane('Warehouse').evaluate((title) => title === document.activeElement)).toBe(
      true,
    );

    await page.keyboard.press('F2');
    await page.getByLabel('Name of the lane Warehouse').fill('Never');
    await page.keyboard.press('Escape');
    await lane('Warehouse').waitFor();
    expect(await lane('Warehouse').evaluate((title) => title === document.activeElement)).toBe(
      true,
    );
    await page.keyboard.press('Control+z');
    await lane('Data').waitFor();
    await page.getByRole('button', { name: 'Nothing to undo' }).waitFor();
  });

  it('moves what is selected together, as one step', async () => {
    const { page } = app();
    await createFirstStack(page, 'Together');
    await quickAdd(page, ['HubSpot', 'Shopify', 'Snowflake']);
    await page.keyboard.press('Escape');
    await card(page, 'HubSpot').click();
    await page.keyboard.press('Escape');
    await card(page, 'Shopify').click({ modifiers: ['Shift'] });
    await eventually(() => page.locator('.react-flow__node.selected').count(), 2);
    const names = ['HubSpot', 'Shopify', 'Snowflake'] as const;
    const places = () =>
      Promise.all(
        names.map(async (name) => {
          const { x, y } = await boxOf(card(page, name));
          return { x: Math.round(x), y: Math.round(y) };
        }),
      );
    const [hubspot, shopify, snowflake] = await places();
    const grip = await boxOf(card(page, 'HubSpot'));
    await page.mouse.move(grip.x + 60, grip.y + 10);
    await page.mouse.down();
    await page.mouse.move(grip.x + 70, grip.y + 60, { steps: 4 });
    await page.mouse.move(grip.x + 62, grip.y + 160, { steps: 6 });
    await page.mouse.up();
    await expectUndo(page, 'Move 2 products');
    const [h, s, other] = await places();
    expect(h!.y - hubspot!.y).toBeGreaterThan(100);
    expect(Math.abs(s!.y - shopify!.y - (h!.y - hubspot!.y))).toBeLessThanOrEqual(1);
    expect(other).toEqual(snowflake);

    await page.keyboard.press('Control+z');
    await eventually(places, [hubspot!, shopify!, snowflake!]);
  });

  it('stores a burst of arrow keys as one step, even when the screen is left at once', async () => {
    const { page } = app();
    await createFirstStack(page, 'Arrows');
    await quickAdd(page, ['HubSpot']);
    await card(page, 'HubSpot').focus();
    await page.keyboard.press('Space');
    const before = await boxOf(card(page, 'HubSpot'));
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+1');
    await page.getByLabel('Search the catalogue').waitFor();
    await go(page, 'Stack');
    await expectUndo(page, 'Move HubSpot');
    expect((await boxOf(card(page, 'HubSpot'))).y).toBeGreaterThan(before.y + 10);
    await page.keyboard.press('Control+z');
    await expectUndo(page, 'Add HubSpot');
  });

  it('shows known connections again when the only stack is deleted and brought back', async () => {
    const { page } = app();
    await createFirstStack(page, 'Back again');
    await quickAdd(page, ['Segment', 'Braze']);
    const known = page.locator('[data-edge="known"]');
    await expect.poll(() => known.count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Delete stack' }).click();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await eventually(() => cardsOf(page).count(), 2);
    await expect.poll(() => known.count()).toBeGreaterThan(0);
  });
});
