import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeApp } from './support/with-app.ts';

const rowsOf = (page: Page): Locator => page.getByRole('grid').getByRole('row');
const panelOf = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'HubSpot', exact: true });

async function openHubSpot(page: Page): Promise<Locator> {
  await page.getByLabel('Search the catalogue').fill('hubspot');
  const best = rowsOf(page).nth(1);
  await expect.poll(() => best.innerText(), { timeout: 8000 }).toMatch(/^HubSpot\n/);
  await best.click();
  await panelOf(page).getByLabel('Note').waitFor();
  return panelOf(page);
}

describeApp('what a person keeps about a product', (app) => {
  it('is a note and tags, which are there again after the power was cut', async () => {
    const session = app();
    const panel = await openHubSpot(session.page);
    await panel.getByLabel('Note').fill('Contract ends in May.');
    await panel.getByLabel('Add a tag').fill('keep');
    await session.page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Remove the tag keep' }).waitFor();
    // Closing the panel keeps what was written a moment ago.
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.waitFor({ state: 'detached' });
    await session.page.waitForTimeout(300);

    await session.reopen('kill');
    const again = await openHubSpot(session.page);
    expect(await again.getByLabel('Note').inputValue()).toBe('Contract ends in May.');

    await session.page.getByLabel('Search the catalogue').fill('');
    await session.page.getByRole('checkbox', { name: /^keep/ }).click();
    await expect.poll(() => rowsOf(session.page).count()).toBe(2);
    await session.page.getByRole('button', { name: 'Remove the filter Tag: keep' }).click();
    await expect.poll(() => rowsOf(session.page).count()).toBeGreaterThan(5);
  });

  it('may be that it is hidden from lists, until it is shown again', async () => {
    const { page } = app();
    const panel = await openHubSpot(page);
    await panel.getByRole('button', { name: 'Hide from lists' }).click();
    await panel.getByText('Hidden: lists and searches leave it out.').waitFor();
    const first = rowsOf(page).nth(1);
    await expect.poll(() => first.innerText(), { timeout: 8000 }).not.toMatch(/^HubSpot\n/);
    await page.getByRole('checkbox', { name: /Show what I have hidden/ }).click();
    await expect.poll(() => first.innerText(), { timeout: 8000 }).toMatch(/^HubSpot\n/);
    await panel.getByRole('button', { name: 'Show in lists again' }).click();
    await page.getByRole('button', { name: 'Remove the filter Hidden ones too' }).click();
    await expect.poll(() => first.innerText(), { timeout: 8000 }).toMatch(/^HubSpot\n/);
  });
});
