import { expect, it } from 'vitest';
import { createFirstStack, quickAdd } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

describeApp('the insights of a stack', (app) => {
  it('find what is missing, show the evidence of a pair, and connect more by one click', async () => {
    const { page } = app();
    await createFirstStack(page, 'Shop');
    await quickAdd(page, ['Shopify', 'Braze', 'Segment', 'Asana', 'Google Analytics']);
    await page.getByRole('navigation', { name: 'Screens' }).getByText('Insights').click();
    await page.getByRole('heading', { name: /no consent management/ }).waitFor();

    await page.getByRole('tab', { name: 'Connections', exact: true }).click();
    await page.getByRole('gridcell', { name: /^Braze and Segment: documented/ }).click();
    const evidence = page.getByRole('complementary', { name: /Connection of Braze and Segment/ });
    await evidence.getByRole('link').first().waitFor();
    await page.keyboard.press('Escape');
    await evidence.waitFor({ state: 'detached' });

    await page.getByRole('tab', { name: 'Hubs', exact: true }).click();
    const panel = page.getByRole('tabpanel');
    await panel.getByText(/^\d+ pairs? of 10 are not connected/).waitFor();
    const add = panel.getByRole('button', { name: /^Add / }).first();
    const name = (await add.getAttribute('aria-label'))?.replace('Add ', '') ?? '';
    await add.click();
    // Six products are fifteen pairs, and what is on the stack is no longer offered.
    await panel.getByText(/of 15 are not connected|All 15 pairs/).waitFor();
    expect(await panel.getByRole('button', { name: `Add ${name}`, exact: true }).count()).toBe(0);
  });
});
