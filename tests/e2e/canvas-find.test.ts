import { expect, it } from 'vitest';
import { violationsOn } from './support/accessibility.ts';
import {
  canvas,
  card,
  createFirstStack,
  eventually,
  expectUndo,
  quickAdd,
} from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

describeApp('finding on the canvas', (app) => {
  it('goes through products, notes and connections, and gives the keyboard back', async () => {
    const { page } = app();
    await createFirstStack(page, 'Find');
    await quickAdd(page, ['HubSpot', 'Shopify', 'Snowflake']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Write a note' }).fill('Who pays for Shopify?');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+f');
    const bar = page.getByRole('search', { name: 'Find on the canvas' });
    await page.keyboard.type('SHOPIF');
    await bar.getByText('1 of 2').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    const announcer = page.locator('[data-announcer]');
    await page.keyboard.press('Enter');
    await bar.getByText('2 of 2').waitFor();
    await expect.poll(() => announcer.innerText()).toMatch(/2 of 2\.$/);
    await page.keyboard.press('Enter');
    await bar.getByText('1 of 2').waitFor();
    await page.keyboard.press('Shift+Enter');
    await bar.getByText('2 of 2').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Zyxwv');
    await bar.getByText('Not found').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('snow');
    await eventually(() => canvas(page).locator('.selected').count(), 1);
    await page.keyboard.press('Escape');
    await bar.waitFor({ state: 'detached' });
    const hasFocus = (): Promise<boolean> =>
      card(page, 'Snowflake').evaluate((element) => element === document.activeElement);
    await eventually(hasFocus, true);

    // A connection is found by what is written on it, and opens.
    await card(page, 'HubSpot').click();
    await card(page, 'Shopify').click({ modifiers: ['Shift'] });
    await page.keyboard.press('a');
    const panel = page.getByRole('complementary', { name: 'Connection of HubSpot and Shopify' });
    await panel.getByLabel('Label').fill('Réorders');
    await page.keyboard.press('Enter');
    await expectUndo(page, 'Label a connection');
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+f');
    await page.keyboard.type('reorders');
    await bar.getByText('1 of 1').waitFor();
    await panel.waitFor();
    await page.keyboard.press('Escape');
    await bar.waitFor({ state: 'detached' });
    const focused = (): Promise<boolean> =>
      page.evaluate(() => document.activeElement?.closest('.react-flow__node') !== null);
    await eventually(focused, true);
  });
});
