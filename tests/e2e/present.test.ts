import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { violationsOn } from './support/accessibility.ts';
import { canvas, createFirstStack, eventually, go, quickAdd } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

const presentation = (page: Page) => page.getByRole('dialog', { name: /^Presentation of/ });
const title = (page: Page) => presentation(page).getByRole('heading', { level: 1 });
const viewBox = (page: Page) =>
  presentation(page).locator('svg[aria-label^="Diagram"]').getAttribute('viewBox');
const isFullScreen = (page: Page) => page.evaluate('document.fullscreenElement !== null');

async function present(page: Page): Promise<void> {
  await page.keyboard.press('Control+Alt+p');
  await presentation(page).locator('svg image').waitFor();
}

describeApp('presenting a stack', (app) => {
  it('steps through the lanes by keyboard, and Escape leaves one level at a time', async () => {
    const { page } = app();
    await createFirstStack(page, 'Room');
    await quickAdd(page, ['HubSpot', 'Segment', 'Braze']);
    await canvas(page).focus();
    await present(page);
    await eventually(() => title(page).innerText(), 'Room');
    await eventually(() => isFullScreen(page), true);
    const whole = await viewBox(page);
    const says = presentation(page).getByRole('status');
    await says.getByText(/^1 of \d+: Room\. 3 products: /).waitFor();

    await page.keyboard.press('ArrowRight');
    await says.getByText(/^2 of \d+: /).waitFor();
    expect(await title(page).innerText()).not.toBe('Room');
    await expect.poll(() => viewBox(page)).not.toBe(whole);
    await page.keyboard.press('PageUp');
    await eventually(() => title(page).innerText(), 'Room');
    await page.keyboard.press('End');
    await eventually(
      () => presentation(page).getByRole('button', { name: 'Next' }).isDisabled(),
      true,
    );
    await page.keyboard.press('Home');
    await eventually(() => title(page).innerText(), 'Room');
    await eventually(() => viewBox(page), whole);

    await page.keyboard.press('s');
    const products = presentation(page).locator('[data-product]');
    await eventually(() => products.count(), 3);
    await products.first().focus();
    await eventually(() => presentation(page).locator('rect[class*="veil"]').count(), 1);
    await page.keyboard.press('k');
    await page.locator('[data-laser]').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    // The browser's own key for it leaves one level as well.
    await page.evaluate('document.exitFullscreen()');
    await page.locator('[data-laser]').waitFor({ state: 'detached' });
    await page.keyboard.press('k');
    await page.locator('[data-laser]').waitFor();

    await page.keyboard.press('b');
    await page.locator('[data-blank]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-blank]').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.locator('[data-laser]').waitFor({ state: 'detached' });
    await eventually(() => products.count(), 3);
    await page.keyboard.press('Escape');
    await eventually(() => products.count(), 0);
    await presentation(page).waitFor();
    await page.keyboard.press('Escape');
    await presentation(page).waitFor({ state: 'detached' });
    await eventually(() => isFullScreen(page), false);
  });

  it('goes by frames where there are some, and follows the stack', async () => {
    const { page, host } = app();
    await createFirstStack(page, 'Frames');
    await page.keyboard.press('f');
    await page.getByRole('textbox', { name: 'Name of the frame' }).waitFor();
    await page.keyboard.type('As is');
    await page.keyboard.press('Enter');
    const second = await page.context().newPage();
    await second.goto(host.address);
    await page.bringToFront();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Present' }).click();
    await presentation(page).locator('svg image').waitFor();
    await eventually(() => title(page).innerText(), 'As is');
    const drawn = () => presentation(page).locator('svg image').getAttribute('href');
    const before = await drawn();

    await go(second, 'Stack');
    await canvas(second).waitFor();
    await second.keyboard.press('Control+z');
    await eventually(() => title(page).innerText(), 'Frame 1');
    await expect.poll(drawn).not.toBe(before);
    await presentation(page).getByRole('button', { name: 'End the presentation' }).click();
    await presentation(page).waitFor({ state: 'detached' });
  });
});
