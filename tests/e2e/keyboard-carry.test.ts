import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { card, createFirstStack, eventually, quickAdd } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

const said = (page: Page): Promise<string> => page.locator('[data-announcer]').innerText();

async function placeOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  const transform = await card(page, name).evaluate((element) => element.style.transform);
  const [x, y] = (transform.match(/-?[\d.]+/g) ?? []).map(Number);
  return { x: x ?? NaN, y: y ?? NaN };
}

const isFocused = (page: Page, name: string): Promise<boolean> =>
  card(page, name).evaluate((element) => element === document.activeElement);

const expectUndo = (page: Page, step: string): Promise<void> =>
  page.getByRole('button', { name: `Undo ${step}`, exact: true }).waitFor();

describeApp('carrying with the keyboard', (app) => {
  it('picks a card up, carries it to another lane, and puts it down as one step', async () => {
    const { page } = app();
    await createFirstStack(page, 'By keyboard');
    await quickAdd(page, ['HubSpot', 'Segment']);
    const before = await placeOf(page, 'HubSpot');
    await card(page, 'HubSpot').focus();
    await page.keyboard.press('g');
    await expect.poll(() => said(page)).toMatch(/^Carrying HubSpot\. .+, place 1 of \d+\./);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => said(page)).toMatch(/^Carrying HubSpot\. .+, place 2 of \d+\.$/);
    expect((await placeOf(page, 'HubSpot')).y).toBe(before.y + 64);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expectUndo(page, 'Move HubSpot');
    await expect.poll(() => said(page)).toMatch(/^HubSpot put down\. .+, place \d+ of \d+/);
    expect(await isFocused(page, 'HubSpot')).toBe(true);
    const after = await placeOf(page, 'HubSpot');
    expect(after.x).toBeGreaterThan(before.x);
    await page.keyboard.press('Control+z');
    await eventually(() => placeOf(page, 'HubSpot'), before);
    await expectUndo(page, 'Add Segment');
  });

  it('puts back with Escape, Tab and a click elsewhere, and stores nothing', async () => {
    const { page } = app();
    await createFirstStack(page, 'Back');
    await quickAdd(page, ['HubSpot']);
    const before = await placeOf(page, 'HubSpot');
    const pane = page.locator('.react-flow__pane');
    for (const letGo of [
      () => page.keyboard.press('Escape'),
      () => page.keyboard.press('Tab'),
      () => pane.click({ position: { x: 30, y: 560 } }),
    ]) {
      await card(page, 'HubSpot').focus();
      await page.keyboard.press('g');
      await expect.poll(() => said(page)).toMatch(/^Carrying HubSpot/);
      await page.keyboard.press('ArrowDown');
      expect(await placeOf(page, 'HubSpot')).not.toEqual(before);
      await letGo();
      await expect.poll(() => said(page)).toBe('HubSpot is back where it was.');
      expect(await placeOf(page, 'HubSpot')).toEqual(before);
    }
    await expectUndo(page, 'Add HubSpot');
  });

  it('carries the whole selection, and refuses what is locked in words', async () => {
    const { page } = app();
    await createFirstStack(page, 'Several');
    await quickAdd(page, ['HubSpot', 'Segment']);
    await card(page, 'HubSpot').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('g');
    await expect.poll(() => said(page)).toMatch(/^Carrying HubSpot and 1 more\./);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expectUndo(page, 'Move 2 products');
    await page.keyboard.press('Control+Shift+l');
    await expectUndo(page, 'Lock 2 products');
    await page.keyboard.press('g');
    await page.getByText('HubSpot is locked. Unlock it to carry it.').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await expectUndo(page, 'Lock 2 products');
  });

  it('follows with the view where it carries a card out of sight', async () => {
    const { page } = app();
    await createFirstStack(page, 'Far');
    await quickAdd(page, ['HubSpot']);
    await card(page, 'HubSpot').focus();
    await page.keyboard.press('Control+0');
    await page.keyboard.press('g');
    for (let step = 0; step < 14; step++) await page.keyboard.press('ArrowRight');
    await expect
      .poll(async () => {
        const box = await card(page, 'HubSpot').boundingBox();
        return box !== null && box.x > 0 && box.x + box.width <= 1280;
      })
      .toBe(true);
    await page.keyboard.press('Enter');
    await expectUndo(page, 'Move HubSpot');
    expect(await said(page)).toMatch(/^HubSpot put down\. Outside the lanes/);
  });
});
