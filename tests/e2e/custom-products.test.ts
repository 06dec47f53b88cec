import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violationsOn } from './support/accessibility.ts';
import { card, createFirstStack, go, quickAdd } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

async function openForm(page: Page, typed: string) {
  await page.getByLabel('Search the catalogue').fill(typed);
  await page.getByRole('button', { name: 'Add it as a product of your own…' }).click();
  const form = page.getByRole('dialog', { name: 'Add a product of your own' });
  await form.waitFor();
  return form;
}

async function chooseCategory(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a category' }).click();
  await page.getByRole('option', { name, exact: true }).click();
}

describeApp('a product of one’s own', (app) => {
  it('is added from a search that finds nothing, connected, and there after a restart', async () => {
    const session = app();
    const { page } = session;
    const form = await openForm(page, 'Quibblezorp Ledgers');
    expect(await form.getByLabel('Name', { exact: true }).inputValue()).toBe('Quibblezorp Ledgers');
    await chooseCategory(page, 'CRM');
    expect(await violationsOn(page), 'the form of a product').toEqual([]);
    await form.getByRole('button', { name: 'Add product' }).click();
    await form.waitFor({ state: 'detached' });

    const panel = page.getByRole('complementary', { name: 'Quibblezorp Ledgers' });
    await panel.getByRole('button', { name: 'Add an integration…' }).click();
    await page.getByRole('combobox', { name: 'The other product' }).fill('hubspot');
    await page.getByRole('option', { name: 'HubSpot', exact: true }).click();
    expect(await violationsOn(page), 'the form of an integration').toEqual([]);
    await page.getByRole('button', { name: 'Add integration', exact: true }).click();
    await panel.getByRole('list', { name: 'Integrations of your own' }).waitFor();
    await panel.getByText('No source states it.').waitFor();

    await session.reopen('kill');
    await session.page.getByLabel('Search the catalogue').fill('quibblezorp');
    const firstRow = session.page.getByRole('grid').getByRole('row').nth(1);
    await firstRow.filter({ hasText: 'Quibblezorp Ledgers' }).waitFor();
  });

  it('is offered what the catalogue has under its name, and refuses what is no address', async () => {
    const { page } = app();
    const form = await openForm(page, 'Quibblezorp Ledgers');
    await chooseCategory(page, 'CRM');
    await form.getByLabel('Homepage').fill('javascript:alert(1)');
    await form.getByRole('button', { name: 'Add product' }).click();
    await form.getByText('An address begins with https:// or http://.').waitFor();
    await form.getByLabel('Homepage').fill('');
    await form.getByLabel('Name', { exact: true }).fill('HubSpot');
    await form.getByRole('button', { name: 'Add product' }).click();
    await form.getByText('The catalogue has this name or address already.').waitFor();
    await form.getByRole('button', { name: 'HubSpot', exact: true }).click();
    await page.getByRole('complementary', { name: 'HubSpot', exact: true }).waitFor();
  });

  it('goes straight onto the canvas when quick add does not know a name', async () => {
    const { page } = app();
    await createFirstStack(page, 'Ours');
    await page.getByRole('button', { name: 'Add products', exact: true }).click();
    await page.getByRole('combobox', { name: 'Product to add' }).fill('Quibblezorp');
    await page.getByRole('button', { name: 'Add it as a product of your own…' }).click();
    await chooseCategory(page, 'CRM');
    await page.getByRole('button', { name: 'Add product', exact: true }).click();
    await card(page, 'Quibblezorp').waitFor();

    // What it integrates with is drawn as soon as it is known.
    await quickAdd(page, ['HubSpot']);
    await page.keyboard.press('Escape');
    const edges = page.locator('[data-edge="known"]');
    expect(await edges.count()).toBe(0);
    await card(page, 'Quibblezorp').click();
    await page.getByRole('button', { name: 'Add an integration…' }).click();
    await page.getByRole('combobox', { name: 'The other product' }).fill('hubspot');
    await page.getByRole('option', { name: 'HubSpot', exact: true }).click();
    await page.getByRole('button', { name: 'Add integration', exact: true }).click();
    await edges.first().waitFor({ state: 'attached' });
  });

  it('is deleted and brought back', async () => {
    const { page } = app();
    const form = await openForm(page, 'Quibblezorp Ledgers');
    await chooseCategory(page, 'CRM');
    await form.getByRole('button', { name: 'Add product' }).click();
    const panel = page.getByRole('complementary', { name: 'Quibblezorp Ledgers' });
    await panel.getByRole('button', { name: 'Delete', exact: true }).click();
    await panel.waitFor({ state: 'detached' });
    await page.getByText('No product matches').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    const firstRow = page.getByRole('grid').getByRole('row').nth(1);
    await firstRow.filter({ hasText: 'Quibblezorp Ledgers' }).waitFor();
    await go(page, 'Library');
  });
});
