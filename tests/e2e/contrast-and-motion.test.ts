import { expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { card, createFirstStack, quickAdd } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

const outlineOf = (element: Locator): Promise<string> =>
  element.evaluate((each) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle === 'none' ? 'none' : outlineWidth;
  });

const viewOf = (page: Page): Promise<string> =>
  page.locator('.react-flow__viewport').evaluate((element) => element.style.transform);

describeApp('high contrast and less motion', (app) => {
  it('shows by lines what is selected, carried and focused, where colours are not its own', async () => {
    const { page } = app();
    await createFirstStack(page, 'Contrast');
    await quickAdd(page, ['HubSpot', 'Segment']);
    await page.emulateMedia({ forcedColors: 'active' });
    await page.keyboard.press('Escape');
    const inside = (name: string) => card(page, name).locator('> div');
    await card(page, 'HubSpot').focus();
    await page.keyboard.press('Space');
    expect(await outlineOf(inside('HubSpot'))).toBe('3px');
    expect(await outlineOf(inside('Segment'))).toBe('none');
    expect(await outlineOf(card(page, 'HubSpot'))).toBe('3px');
    await page.keyboard.press('g');
    await expect.poll(() => outlineOf(inside('HubSpot'))).toBe('5px');
    await page.keyboard.press('Escape');
    await page.keyboard.press('o');
    const row = page.locator('[data-outline-row]').filter({ hasText: 'HubSpot' });
    await expect.poll(() => outlineOf(row)).toBe('2px');
  });

  it('glides nowhere where less motion is asked for', async () => {
    const { page } = app();
    await createFirstStack(page, 'Still');
    await quickAdd(page, ['HubSpot']);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const key of ['Control+0', 'Control+=', 'Control+-', 'Shift+Digit1', 'Shift+Digit2']) {
      await page.keyboard.press(key);
      const views = await page.evaluate(async () => {
        const seen = new Set<string>();
        for (let frame = 0; frame < 20; frame++) {
          await new Promise(requestAnimationFrame);
          const view = document.querySelector<HTMLElement>('.react-flow__viewport');
          if (frame > 3) seen.add(view?.style.transform ?? '');
        }
        return [...seen];
      });
      expect(views, key).toEqual([await viewOf(page)]);
    }
  });
});
