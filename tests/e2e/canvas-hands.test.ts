import { expect, it } from 'vitest';
import { violationsOn } from './support/accessibility.ts';
import {
  card,
  cardsOf,
  createFirstStack,
  eventually,
  expectUndo,
  pasteText,
  pointOn,
  quickAdd,
} from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

describeApp('the hands on the canvas', (app) => {
  it('copies a part of one stack to another', async () => {
    const { page } = app();
    await createFirstStack(page, 'From');
    await quickAdd(page, ['HubSpot', 'Shopify']);
    await card(page, 'HubSpot').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+Alt+n');
    await page.getByRole('dialog').getByLabel('Name').fill('To');
    await page.keyboard.press('Enter');
    await eventually(() => cardsOf(page).count(), 0);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+v');
    await expectUndo(page, 'Paste 2 products');
    await card(page, 'Shopify').waitFor();
    await page.keyboard.press('Control+v');
    await page.getByText('2 products are on this stack already').first().waitFor();
    expect(await cardsOf(page).count()).toBe(2);
  });

  it('adds what is clear in a pasted list and asks about the rest', async () => {
    const { page } = app();
    await createFirstStack(page, 'List');
    await pasteText(page, 'HubSpot\nSnowflake\nshopify.com\nZzyxq Unheard Of');
    const review = page.getByRole('dialog', { name: 'What do these lines mean?' });
    await review.getByText('Zzyxq Unheard Of').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    // Several products are at that address, so it is asked about.
    await review.getByLabel('What shopify.com means').selectOption({ label: 'Shopify' });
    await review.getByRole('button', { name: 'Add 1 product' }).click();
    await review.waitFor({ state: 'detached' });
    await card(page, 'Shopify').waitFor();
    await page.keyboard.press('Control+z');
    await expectUndo(page, 'Add 2 products');
    await eventually(() => cardsOf(page).count(), 2);
  });

  it('aligns, groups and locks, and goes back in the history to any step', async () => {
    const { page } = app();
    await createFirstStack(page, 'Steps');
    await quickAdd(page, ['HubSpot', 'Shopify', 'Snowflake']);
    await card(page, 'HubSpot').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Alt+Shift+ArrowUp');
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    await expectUndo(page, 'Align 2 products');
    await page.keyboard.press('Control+g');
    await expectUndo(page, 'Group 3 products');
    await page.keyboard.press('Control+Shift+l');
    await expectUndo(page, 'Lock 3 products');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'History', exact: true }).click();
    const panel = page.getByRole('complementary', { name: 'History' });
    await panel.getByRole('button', { name: 'Add Shopify' }).click();
    await eventually(() => cardsOf(page).count(), 2);
    await panel.getByRole('button', { name: /^Lock 3 products/ }).click();
    await eventually(() => cardsOf(page).count(), 3);
    await expectUndo(page, 'Lock 3 products');
  });

  it('offers what can be done by the right button and by the menu key', async () => {
    const { page } = app();
    await createFirstStack(page, 'Menus');
    await quickAdd(page, ['HubSpot']);
    await page.locator('.react-flow__pane').click({ button: 'right', position: { x: 20, y: 400 } });
    const menu = page.getByRole('menu', { name: 'What to do on the canvas' });
    await menu.getByRole('menuitem', { name: 'Add a note' }).click();
    await page.getByRole('textbox', { name: 'Write a note' }).waitFor();
    await page.keyboard.press('Escape');
    await card(page, 'HubSpot').focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Remove selection' }).waitFor();
    await page.keyboard.press('Escape');
    await card(page, 'HubSpot').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Remove selection' }).click();
    await expectUndo(page, 'Remove HubSpot');
  });

  it('offers beside several things what is wanted for all of them', async () => {
    const { page } = app();
    await createFirstStack(page, 'Toolbar');
    await quickAdd(page, ['HubSpot', 'Shopify']);
    await card(page, 'HubSpot').focus();
    await page.keyboard.press('Control+a');
    const toolbar = page.getByRole('toolbar', { name: 'What is selected' });
    await toolbar.getByText('2 selected').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await toolbar.getByRole('button', { name: 'State of the selected products' }).click();
    await page.getByRole('menuitem', { name: 'Planned' }).click();
    await expectUndo(page, 'Change the state of 2 products');
    await toolbar.getByRole('button', { name: 'Group', exact: true }).click();
    await toolbar.getByRole('button', { name: 'Ungroup' }).waitFor();
    await toolbar.getByRole('button', { name: 'Connect the two' }).click();
    await expectUndo(page, 'Connect HubSpot and Shopify');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await toolbar.waitFor({ state: 'detached' });
  });

  it('offers on a connection what goes with it', async () => {
    const { page } = app();
    await createFirstStack(page, 'Lines');
    await quickAdd(page, ['HubSpot', 'Snowflake']);
    await card(page, 'HubSpot').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('a');
    await expectUndo(page, 'Connect HubSpot and Snowflake');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    const own = page.locator('[data-edge="user"]').first();
    const menu = page.getByRole('menu', { name: 'What to do with the connection' });
    const choose = async (name: string): Promise<void> => {
      const at = await pointOn(own);
      await page.mouse.click(at.x, at.y, { button: 'right' });
      await menu.getByRole('menuitem', { name }).click();
    };
    await choose('Mark as planned');
    await choose('Turn it round');
    await choose('Write a label');
    await page.keyboard.type('Leads');
    await page.keyboard.press('Enter');
    const label = page.locator('[data-label-of]').filter({ hasText: 'Leads' });
    await label.click({ button: 'right' });
    await menu.getByRole('menuitem', { name: 'Mark as broken' }).click();
    await label.click({ button: 'right' });
    await menu.getByRole('menuitem', { name: 'Remove connection' }).click();
    await eventually(() => page.locator('[data-edge="user"]').count(), 0);
    await page.keyboard.press('Control+z');
    await label.click();
    const panel = page.getByRole('complementary', { name: /^Connection of/ });
    await panel.getByText('Data flows from Snowflake to HubSpot.').waitFor();
    await panel.getByRole('button', { name: 'Broken' }).waitFor();
  });
});
