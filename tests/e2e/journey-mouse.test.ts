import { expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import {
  boxOf,
  card,
  cardsOf,
  eventually,
  expectCards,
  expectUndo,
  go,
  pointOn,
} from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

const rowsOf = (page: Page): Locator =>
  page.getByRole('grid', { name: 'Products to drag onto the stack' }).getByRole('row');

/** The rows of the drawer that can still be added, from the top. */
const freeRows = (page: Page): Locator =>
  rowsOf(page).filter({ has: page.getByRole('button', { name: /^Add / }) });

async function chooseCategory(page: Page, name: string): Promise<void> {
  await page
    .getByRole('button', { name: /Category$/ })
    .first()
    .click();
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
}

async function dragBetween(
  page: Page,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

async function centreOf(locator: Locator) {
  const { x, y, width, height } = await boxOf(locator);
  return { x: x + width / 2, y: y + height / 2 };
}

describeApp('a workshop with the mouse', (app) => {
  it('puts forty products on a stack, says how they stand, connects and moves them, and keeps it', async () => {
    const session = app();
    const { page } = session;
    await page.setViewportSize({ width: 1920, height: 1080 });
    await go(page, 'Stack');
    await page.getByRole('button', { name: 'Create stack' }).click();
    await page.getByRole('button', { name: 'Structure…' }).click();
    await page.getByRole('button', { name: /^Groups of the landscape/ }).click();
    await expectUndo(page, 'Structure as Groups of the landscape');

    // Some are dragged to where they are wanted…
    for (let dragged = 1; dragged <= 8; dragged++) {
      await freeRows(page)
        .first()
        .dragTo(page.locator('.react-flow__pane'), {
          targetPosition: { x: 188 * dragged - 90, y: 760 },
        });
      await expectCards(page, dragged);
    }
    // …and of some categories the best known are taken.
    for (const category of ['CRM', 'Email Marketing', 'Customer Data Platforms', 'SEO']) {
      await chooseCategory(page, category);
      for (let taken = 0; taken < 8; taken++) {
        const before = await cardsOf(page).count();
        await freeRows(page).first().getByRole('button', { name: /^Add / }).click();
        await expectCards(page, before + 1);
      }
    }
    await expectCards(page, 40);

    // All into view, and some of them framed and marked.
    await page.getByRole('button', { name: 'Zoom to fit' }).click();
    const canvas = await boxOf(page.locator('.react-flow'));
    await page.waitForTimeout(400);
    await dragBetween(
      page,
      { x: canvas.x + 4, y: canvas.y + 4 },
      { x: canvas.x + canvas.width * 0.45, y: canvas.y + canvas.height * 0.6 },
    );
    const toolbar = page.getByRole('toolbar', { name: 'What is selected' });
    await toolbar.getByRole('button', { name: 'State of the selected products' }).click();
    await page.getByRole('menuitem', { name: 'Candidate' }).click();
    await page.getByRole('button', { name: /^Undo Change the state of \d+ products$/ }).waitFor();
    await page.locator('.react-flow__pane').click({ position: { x: 4, y: 4 } });
    await toolbar.waitFor({ state: 'detached' });

    // One is joined to another, from its dot.
    const [first, second] = [cardsOf(page).nth(0), cardsOf(page).nth(5)];
    await first.hover();
    await dragBetween(
      page,
      await centreOf(first.locator('.react-flow__handle-bottom')),
      await centreOf(second),
    );
    await page.getByRole('button', { name: /^Undo Connect / }).waitFor();
    const panel = page.getByRole('complementary', { name: /^Connection of/ });
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.waitFor({ state: 'detached' });
    const line = page.locator('[data-edge="user"]').first();
    const at = await pointOn(line);
    await page.mouse.click(at.x, at.y, { button: 'right' });
    await page.getByRole('menuitem', { name: 'Mark as broken' }).click();
    await page.getByRole('button', { name: 'Undo Change a connection' }).waitFor();

    // One goes to another lane, and is put back.
    const name = (await cardsOf(page).nth(12).locator('bdi').first().innerText()).trim();
    const before = await boxOf(card(page, name));
    await dragBetween(page, await centreOf(card(page, name)), {
      x: canvas.x + canvas.width * 0.8,
      y: canvas.y + canvas.height * 0.7,
    });
    await expectUndo(page, `Move ${name}`);
    await page.getByRole('button', { name: `Undo Move ${name}` }).click();
    await eventually(
      async () => Math.round((await boxOf(card(page, name))).x),
      Math.round(before.x),
    );

    await page.getByRole('button', { name: 'Arrange products' }).click();
    await page.getByRole('button', { name: /^Undo Arrange \d+ products$/ }).waitFor();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: /^Versions and comparison/ }).click();
    const versions = page.getByRole('dialog', { name: 'Versions' });
    await versions.getByRole('button', { name: 'Keep' }).waitFor();

    await session.reopen();
    await go(session.page, 'Stack');
    await expectCards(session.page, 40);
    expect(await session.page.locator('[data-edge="user"]').count()).toBe(1);
  }, 240_000);
});
