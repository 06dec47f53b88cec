import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { broughtAlong, calledOut, ownTool } from './support/journey.ts';
import { card, expectCards, expectUndo, pasteText, runByPalette, tabTo } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

/** Types a name into the open palette of products and takes what is offered first. */
async function callOut(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Add products' });
  await page.keyboard.type(name);
  await dialog.getByRole('option').first().getByText(name, { exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByText(new RegExp(`^Added ${name}\\b`)).waitFor();
}

describeApp('a workshop without a mouse', (app) => {
  it('puts forty products on a stack, says how they stand, connects and moves them, and keeps it', async () => {
    const session = app();
    const { page } = session;
    await page.keyboard.press('Control+2');
    await page.getByRole('button', { name: 'Create stack' }).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Workshop');
    await page.keyboard.press('Enter');

    await runByPalette(page, 'Structure…');
    const structure = page.getByRole('dialog', { name: 'Structure the stack' });
    await tabTo(page, structure.getByRole('button', { name: /^Customer journey/ }));
    await page.keyboard.press('Enter');
    await expectUndo(page, 'Structure as Customer journey');

    // Called out one by one.
    await page.keyboard.press('Control+Enter');
    for (const name of calledOut) await callOut(page, name);
    await page.keyboard.type(ownTool);
    await tabTo(page, page.getByRole('button', { name: 'Add it as a product of your own…' }));
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Add a product of your own' });
    await tabTo(page, form.getByRole('button', { name: 'Add a category' }));
    await page.keyboard.press('Enter');
    await page.keyboard.type('CRM');
    await page.keyboard.press('Enter');
    await tabTo(page, form.getByRole('button', { name: 'Add product' }));
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    await card(page, ownTool).waitFor();
    await expectCards(page, calledOut.length + 1);

    // A list that somebody brought along.
    await pasteText(page, broughtAlong.join('\n'));
    await expectUndo(page, `Add ${broughtAlong.length} products`);
    await expectCards(page, 40);

    // What has just been added is selected, and is still to come.
    await runByPalette(page, 'Mark the selection as planned');
    await expectUndo(page, `Change the state of ${broughtAlong.length} products`);

    // From card to card, two of them joined, and the line named.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.press('Control+Shift+ArrowDown');
    await expect.poll(() => page.locator('.react-flow__node.selected').count()).toBe(2);
    await page.keyboard.press('a');
    const panel = page.getByRole('complementary', { name: /^Connection of/ });
    await tabTo(page, panel.getByLabel('Label'));
    await page.keyboard.type('Leads');
    await page.keyboard.press('Enter');
    await expectUndo(page, 'Label a connection');
    await page.locator('[data-label-of]').getByText('Leads', { exact: true }).waitFor();
    // Out of the field, and out of the panel.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });

    // To another lane, back and there again.
    await page.keyboard.press('o');
    const outline = page.getByRole('complementary', { name: 'Outline' });
    const lane = (name: string) => outline.getByRole('region', { name, exact: true });
    await tabTo(page, outline.getByRole('button', { name: 'More for Hootsuite' }));
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Move to Grow' }).waitFor();
    await page.keyboard.type('Move to Grow');
    await page.keyboard.press('Enter');
    await expectUndo(page, 'Move Hootsuite');
    await lane('Grow').getByText('Hootsuite', { exact: true }).waitFor();
    await page.keyboard.press('Control+z');
    await lane('Grow').getByText('Hootsuite', { exact: true }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+z');
    await lane('Grow').getByText('Hootsuite', { exact: true }).waitFor();

    await runByPalette(page, 'Arrange products');
    await page.getByRole('button', { name: /^Undo Arrange \d+ products$/ }).waitFor();
    await page.keyboard.press('Control+Alt+v');
    const versions = page.getByRole('dialog', { name: 'Versions' });
    await versions.waitFor();
    await page.keyboard.type('After the workshop');
    await page.keyboard.press('Enter');
    await versions.getByRole('listitem').getByText('After the workshop', { exact: true }).waitFor();

    await session.reopen();
    await session.page.keyboard.press('Control+2');
    await expectCards(session.page, 40);
    await session.page.getByRole('button', { name: /^Undo Arrange \d+ products$/ }).waitFor();
  }, 240_000);
});
