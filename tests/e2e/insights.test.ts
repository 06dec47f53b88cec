import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { createFirstStack, quickAdd } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

const shop = ['Shopify', 'Braze', 'Segment', 'Asana', 'Google Analytics'];

async function openInsights(page: Page, products: readonly string[] = shop): Promise<void> {
  await createFirstStack(page, 'Shop');
  await quickAdd(page, products);
  await page.getByRole('navigation', { name: 'Screens' }).getByText('Insights').click();
}

const insight = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Insights' })
    .getByRole('button', { name, exact: true })
    .click();

describeApp('the insights of a stack', (app) => {
  it('find what is missing, show the evidence of a pair, and connect more by one click', async () => {
    const { page } = app();
    await openInsights(page);
    await page.getByRole('heading', { name: /no consent management/ }).waitFor();

    await insight(page, 'Who connects');
    await page.getByRole('gridcell', { name: /^Braze and Segment: documented/ }).click();
    const evidence = page.getByRole('complementary', { name: /Connection of Braze and Segment/ });
    await evidence.getByRole('link').first().waitFor();
    await page.keyboard.press('Escape');
    await evidence.waitFor({ state: 'detached' });

    await insight(page, 'Hubs');
    const panel = page.getByRole('main');
    await panel.getByText(/^\d+ pairs? of 10 are not connected/).waitFor();
    const add = panel.getByRole('button', { name: /^Add / }).first();
    const name = (await add.getAttribute('aria-label'))?.replace('Add ', '') ?? '';
    await add.click();
    // Six products are fifteen pairs, and what is on the stack is no longer offered.
    await panel.getByText(/of 15 are not connected|All 15 pairs/).waitFor();
    expect(await panel.getByRole('button', { name: `Add ${name}`, exact: true }).count()).toBe(0);
  });

  it('let a finding be accepted, taken back, and its rule be switched off', async () => {
    const { page } = app();
    await openInsights(page);
    const finding = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: /no consent management/ }) });
    await finding.getByRole('button', { name: 'Accept…' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('Legal decided so in May');
    await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
    const accepted = page.getByRole('region', { name: 'Accepted' });
    await accepted.getByText(/Legal decided so in May/).waitFor();

    await page.getByRole('button', { name: 'Undo' }).click();
    await accepted.waitFor({ state: 'detached' });
    await finding.getByRole('button', { name: 'Accept…' }).waitFor();

    await page.getByRole('button', { name: 'Rules…' }).click();
    await page.getByText('Consent before tracking').click();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByText('Switched off: Consent before tracking.').waitFor();
    expect(await finding.count()).toBe(0);
  });

  it('lead from a finding to the products on the canvas', async () => {
    const { page } = app();
    await openInsights(page);
    await page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: /no consent management/ }) })
      .getByRole('button', { name: 'Show on the canvas' })
      .click();
    await page.getByRole('main', { name: 'Stack' }).waitFor();
    await page.locator('.react-flow__node.selected').first().waitFor();
  });

  it('say what is enough, take costs and agreements, and lead from a figure to its evidence', async () => {
    const { page } = app();
    await openInsights(page, ['HubSpot', 'Mailchimp', 'Braze', 'Shopify']);
    await insight(page, 'Smallest stack');
    await page.getByText(/of 4 products cover/).waitFor();
    await page.getByText('Yearly costs (0 of 4 entered)').click();
    await page.getByRole('textbox', { name: 'Yearly cost of HubSpot' }).fill('12 000,50');
    await page.keyboard.press('Enter');
    await page.getByText('Yearly costs (1 of 4 entered)').waitFor();
    await page.getByRole('button', { name: /required…$/ }).click();
    await page.getByText('Public Relations').click();
    await page.getByText('Chosen for this stack.').waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('No product of this stack has Public Relations.').waitFor();

    await insight(page, 'Source of truth');
    await page.getByRole('button', { name: /Agreement with the processor: HubSpot/ }).click();
    await page.getByRole('option', { name: 'Signed' }).click();
    await page.getByText(/: 1 signed, 0 without/).waitFor();

    await insight(page, 'Brief');
    const figure = page.getByRole('button', { name: /, evidence 1$/ });
    await figure.click();
    const evidence = page.getByRole('region', { name: 'Evidence' });
    await evidence.locator('li:focus').waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as PDF' }).click();
    expect((await saved).suggestedFilename()).toBe('Shop brief.pdf');
    await evidence.getByRole('button', { name: 'Who connects' }).first().click();
    await page.getByRole('main', { name: 'Insights: Who connects' }).waitFor();
  });
});
