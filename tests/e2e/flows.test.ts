import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violationsOn } from './support/accessibility.ts';
import { go } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

async function startFromExample(page: Page): Promise<void> {
  await go(page, 'Stack');
  await page.getByRole('button', { name: 'Start from an example…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New stack from an example' });
  await dialog.getByText('Direct-to-consumer shop').first().click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.react-flow').waitFor();
}

describeApp('data and the landscape', (app) => {
  it('flow from left to right, and what goes round in a circle is told', async () => {
    const { page } = app();
    await startFromExample(page);
    await go(page, 'Insights');
    await page.getByRole('navigation', { name: 'Insights' }).getByText('Data flow').click();
    const picture = page.getByRole('group', { name: 'Picture of the data flow' });
    await page.getByRole('button', { name: /^Profiles/ }).click();
    const shopify = picture.getByRole('button', { name: /^Shopify ?; sends 3 flows, gets 0/ });
    await shopify.waitFor();
    await picture.getByRole('button', { name: /^Segment.*source of truth for profiles/ }).waitFor();
    const loops = page.getByRole('region', { name: 'Loops' });
    expect(await loops.innerText()).toContain('Profiles: Segment and BigQuery');
    const left = async (name: RegExp): Promise<number> =>
      (await picture.getByRole('button', { name }).boundingBox())?.x ?? Number.NaN;
    expect(await left(/^Shopify/)).toBeLessThan(await left(/^Segment/));
    expect(await left(/^Segment/)).toBeLessThan(await left(/^Klaviyo/));
    await page.getByText('The same as a table').click();
    await page.getByRole('row', { name: 'Shopify Klaviyo Profiles Stated by you' }).waitFor();
    expect(await violationsOn(page), 'the data flow').toEqual([]);
    await shopify.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Shopify' }).waitFor();
  });

  it('can be read in numbers, and its map of categories by keyboard', async () => {
    const { page } = app();
    await go(page, 'Library');
    await page.getByRole('navigation', { name: 'Library' }).getByText('Numbers').click();
    await page.getByText('Numbers and their sources').click();
    await page.getByRole('row', { name: /^2026 15,505/ }).waitFor();
    const map = page.getByRole('application', { name: /Heat map/ });
    await map.focus();
    await page.keyboard.press('Enter');
    const pairs = page.getByRole('complementary', { name: 'Pairs of two categories' });
    await pairs.getByRole('heading', { name: 'Display & Programmatic Advertising' }).waitFor();
    await pairs.getByRole('listitem').first().waitFor();
    await page.keyboard.press('ArrowRight');
    await page
      .getByText(/^Display & Programmatic Advertising and Search & Social Advertising:/)
      .waitFor();
    await page.getByText('Only one catalogue is installed').waitFor();
    expect(await violationsOn(page), 'the numbers').toEqual([]);
  });
});
