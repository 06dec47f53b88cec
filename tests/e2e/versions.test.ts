import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violationsOn } from './support/accessibility.ts';
import { card, createFirstStack, quickAdd } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Versions' });

describeApp('versions of a stack', (app) => {
  it('are kept, compared in words and pictures, and brought back', async () => {
    const { page } = app();
    await createFirstStack(page, 'Our stack');
    await quickAdd(page, ['HubSpot', 'Segment', 'Mailchimp']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Alt+v');
    await dialogOf(page).getByText('No version is kept yet').waitFor();
    await page.keyboard.type('As is');
    await page.keyboard.press('Enter');
    await dialogOf(page).getByRole('listitem').getByText('As is', { exact: true }).waitFor();
    await dialogOf(page).getByText('The two are alike').waitFor();
    await page.keyboard.press('Escape');
    await dialogOf(page).waitFor({ state: 'detached' });

    await card(page, 'Mailchimp').click();
    await page.keyboard.press('Delete');
    await card(page, 'Mailchimp').waitFor({ state: 'detached' });
    await quickAdd(page, ['Snowflake']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Alt+v');
    const comparison = dialogOf(page).getByRole('region', { name: 'Comparison' });
    const part = (name: string) => comparison.getByRole('region', { name, exact: true });
    await part('Added').getByText('Snowflake').waitFor();
    await part('Removed').getByText('Mailchimp').waitFor();
    await part('Connections lost')
      .getByText('Segment – Mailchimp')
      .or(part('Connections lost').getByText('Mailchimp – Segment'))
      .first()
      .waitFor();
    expect(await violationsOn(page), 'the comparison').toEqual([]);
    await comparison.getByRole('button', { name: 'Overlay' }).click();
    await comparison.getByRole('img', { name: /As is → As it is now/ }).waitFor();
    await comparison.getByRole('button', { name: 'Side by side' }).click();
    await expect.poll(() => comparison.getByRole('img').count()).toBe(2);

    await dialogOf(page).getByRole('button', { name: 'Restore As is' }).click();
    await dialogOf(page).waitFor({ state: 'detached' });
    await card(page, 'Mailchimp').waitFor();
    await page.getByRole('button', { name: 'Undo Restore As is', exact: true }).waitFor();
    await page.keyboard.press('Control+Alt+v');
    await dialogOf(page)
      .getByRole('listitem')
      .getByText('Before restoring As is', { exact: true })
      .waitFor();
  });

  it('are kept before a product is swapped, which says beforehand what it costs', async () => {
    const { page } = app();
    await createFirstStack(page, 'Our stack');
    await quickAdd(page, ['Segment', 'Braze', 'Amplitude', 'Snowflake']);
    await page.keyboard.press('Escape');
    await card(page, 'Segment').focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Swap for another product…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Swap Segment' });
    const suggestions = dialog.getByRole('list', { name: /^Suggestions/ });
    const best = suggestions.getByRole('listitem').first();
    expect(await best.innerText()).toMatch(/RudderStack[\s\S]*Keeps 3[\s\S]*Loses 0/);
    expect(await violationsOn(page), 'the swap').toEqual([]);
    await dialog.getByRole('combobox', { name: 'Another product' }).fill('Tealium');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await dialog
      .getByRole('option', { name: /Tealium/ })
      .first()
      .click();
    await dialog.getByRole('list', { name: 'The product you named' }).getByText('Keeps').waitFor();
    await best.getByRole('button', { name: 'Swap in RudderStack' }).click();
    await dialog.waitFor({ state: 'detached' });
    await card(page, 'RudderStack').waitFor();
    await page.getByRole('button', { name: 'Undo Swap Segment for RudderStack' }).waitFor();
  });
});
