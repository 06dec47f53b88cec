import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { describeApp } from './support/with-app.ts';
import { createFirstStack, go, quickAdd } from './support/steps.ts';

const box = (page: Page) => page.getByLabel('Search the catalogue');
async function shown(page: Page): Promise<number> {
  const count = page.getByRole('status').filter({ hasText: /^[\d,]+ products?$/ });
  return Number((await count.innerText()).replace(/\D/g, ''));
}
const bestRow = (page: Page) => page.getByRole('grid').getByRole('row').nth(1);

describeApp('finding', (app) => {
  it('completes a term by keyboard, shows it as understood, and takes it away again', async () => {
    const { page } = app();
    await expect.poll(() => shown(page)).toBeGreaterThan(5000);
    const everything = await shown(page);
    await box(page).pressSequentially('cate');
    const options = page.getByRole('option');
    await options.filter({ hasText: 'category:' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await box(page).inputValue()).toBe('category:');
    await page.keyboard.type('"customer da');
    await options.filter({ hasText: 'Customer Data Platforms' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await box(page).inputValue()).toBe('category:cdp ');
    const chip = page.getByRole('button', {
      name: 'Remove the filter Category: Customer Data Platforms',
    });
    await chip.waitFor();
    expect(await shown(page)).toBeLessThan(everything / 10);
    await chip.click();
    await expect.poll(() => shown(page)).toBe(everything);
    expect(await box(page).inputValue()).toBe('');
  });

  it('finds products to integrate with by name, and closes the list on Escape without clearing', async () => {
    const { page } = app();
    await box(page).pressSequentially('integrates:hubsp');
    const option = page.getByRole('option').filter({ hasText: 'hubspot.com' }).first();
    await option.waitFor();
    await page.keyboard.press('Escape');
    await option.waitFor({ state: 'hidden' });
    expect(await box(page).inputValue()).toBe('integrates:hubsp');
    await page.keyboard.type('o');
    await option.click();
    expect(await box(page).inputValue()).toBe('integrates:hubspot ');
    await page.getByRole('button', { name: /Integrates with HubSpot$/ }).waitFor();
  });

  it('explains the terms, puts a clicked example in, and says what it did not understand', async () => {
    const { page } = app();
    await page.getByRole('button', { name: 'What the search understands' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /oss:yes/ })
      .click();
    expect(await box(page).inputValue()).toBe('oss:yes');
    await page.getByRole('button', { name: 'Remove the filter Open source' }).waitFor();
    await box(page).fill('oss:yes category:nonsense');
    await page.getByText('No category is called “nonsense”.').waitFor();
    await page.getByRole('button', { name: 'Remove the filter Open source' }).waitFor();
  });

  it('tells how much of the stack a product works with, sorts and narrows by it', async () => {
    const { page } = app();
    await createFirstStack(page, 'Ours');
    await quickAdd(page, ['HubSpot', 'Segment', 'Shopify', 'Snowflake']);
    await go(page, 'Explore');
    await box(page).fill('kind:product');
    await page.getByRole('button', { name: /Sort by/ }).click();
    await page.getByRole('option', { name: 'Works with my stack' }).click();
    await expect.poll(() => bestRow(page).innerText()).toMatch(/[34] of [34]\b/);
    const all = await shown(page);
    await page.getByRole('checkbox', { name: /With 3 or more of my stack/ }).check();
    await expect.poll(() => shown(page)).toBeLessThan(all / 5);
    // One more on the stack is one more to work with.
    const kept = await shown(page);
    await page.getByRole('grid').getByRole('button', { name: /^Add/ }).first().click();
    await page.getByText(/^Added /).waitFor();
    await expect.poll(() => shown(page)).toBeGreaterThanOrEqual(kept);
    await expect.poll(() => bestRow(page).innerText()).toMatch(/of [45]\b/);
  });

  it('says why a product is an alternative, and lists more like it', async () => {
    const { page } = app();
    await box(page).fill('segment');
    await expect.poll(() => bestRow(page).innerText()).toMatch(/\bSegment\n/);
    await bestRow(page).click();
    const panel = page.getByRole('complementary', { name: 'Segment', exact: true });
    await panel
      .getByText(/^Same main category.*such as .+ and .+\.$/)
      .first()
      .waitFor();
    const first = panel.getByRole('button').filter({ hasText: 'Same main category' }).first();
    const name = (await first.innerText()).split('\n').find((line) => line.length > 2);
    await panel
      .getByRole('button', { name: /evidence: / })
      .first()
      .click();
    await panel.getByText(/(Confirmed|Documented): .*documentation of/).waitFor();
    await panel.getByRole('button', { name: 'More like this' }).click();
    expect(await box(page).inputValue()).toBe('like:segment');
    await page.getByRole('button', { name: 'Remove the filter Like Segment' }).waitFor();
    await expect.poll(() => bestRow(page).innerText()).toContain(name);
  });

  it('saves a search under a name, asks it again after a restart, and brings a deleted one back', async () => {
    await box(app().page).fill('category:cdp oss:yes');
    await app().page.getByRole('button', { name: 'Remove the filter Open source' }).waitFor();
    const found = await shown(app().page);
    await app().page.getByRole('button', { name: 'Save this search' }).click();
    await app().page.getByLabel('Name of the search').fill('Open CDPs');
    await app().page.keyboard.press('Enter');
    await app().page.getByRole('button', { name: 'Open CDPs', exact: true }).waitFor();
    await app().reopen();
    const { page } = app();
    const saved = page.getByRole('button', { name: 'Open CDPs', exact: true });
    await saved.click();
    await expect.poll(() => shown(page)).toBe(found);
    expect(await box(page).inputValue()).toBe('category:cdp oss:yes');
    await page.getByRole('button', { name: 'Rename Open CDPs' }).click();
    await page.getByLabel('New name').fill('CDPs to host');
    await page.keyboard.press('Enter');
    const renamed = page.getByRole('button', { name: 'CDPs to host', exact: true });
    await renamed.waitFor();
    await page.getByRole('button', { name: 'Delete CDPs to host' }).click();
    await renamed.waitFor({ state: 'detached' });
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await renamed.waitFor();
  });
});
