import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { describeApp } from './support/with-app.ts';

async function openMap(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  const map = page.getByRole('application', { name: /Map of [\d,]+ products/ });
  await map.waitFor();
  await expect.poll(() => coloursOn(map)).toBeGreaterThan(12);
  return map;
}

/** Distinct colours on the map, steps of 16 told apart: an empty map has one. */
async function coloursOn(map: Locator): Promise<number> {
  return map
    .locator('canvas')
    .first()
    .evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      const colours = new Set<number>();
      for (let at = 0; data && at < data.length; at += 4) {
        colours.add(((data[at]! >> 4) << 8) | ((data[at + 1]! >> 4) << 4) | (data[at + 2]! >> 4));
      }
      return colours.size;
    });
}

/** Mean saturation of the map, 0..1: dimmed tiles are pale, lit ones are not. */
async function saturation(map: Locator): Promise<number> {
  return map
    .locator('canvas')
    .first()
    .evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      let sum = 0;
      for (let at = 0; data && at < data.length; at += 4) {
        const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!];
        sum += (Math.max(r, g, b) - Math.min(r, g, b)) / 255;
      }
      return data ? sum / (data.length / 4) : 0;
    });
}

function spoken(map: Locator): Promise<string> {
  return map.locator('[aria-live]').innerText();
}

describeApp('the map', (app) => {
  it('shows the whole landscape and lights what the filter finds', async () => {
    const { page } = app();
    const map = await openMap(page);
    const everything = await saturation(map);
    await page.getByLabel('Search the catalogue').fill('salesforce');
    await expect.poll(() => saturation(map)).toBeLessThan(everything * 0.6);
    await page.getByText('Does not match', { exact: true }).waitFor();
    await page.getByLabel('Search the catalogue').fill('');
    await expect.poll(() => saturation(map)).toBeCloseTo(everything, 2);
  });

  it('goes by keyboard from category to category and product to product, and opens one', async () => {
    const { page } = app();
    const map = await openMap(page);
    await map.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => spoken(map)).toMatch(/^.+, [\d,]+ products\. .+, 1 of [\d,]+$/);
    const first = await spoken(map);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => spoken(map)).toMatch(/, 2 of [\d,]+$/);
    await page.keyboard.press('PageDown');
    await expect.poll(() => spoken(map)).toMatch(/, 1 of [\d,]+$/);
    expect(await spoken(map)).not.toBe(first);
    const sentence = await spoken(map);
    // "CRM, 540 products. HubSpot, Integrates with …": the name stands after the category.
    const name = /\. (.+?), (Integrates|No integration)/.exec(sentence)?.[1] ?? '';
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').getByRole('heading', { name, exact: true }).waitFor();
  });

  it('goes to the matches alone with N, and zooms out step by step with Escape', async () => {
    const { page } = app();
    const map = await openMap(page);
    await page.getByLabel('Search the catalogue').fill('snowflake');
    await page.getByText('Does not match', { exact: true }).waitFor();
    await map.focus();
    await page.keyboard.press('n');
    await expect.poll(() => spoken(map)).toMatch(/of [\d,]+ products match\. /);
    expect(await spoken(map)).not.toContain('Does not match');
    const whole = await map.locator('canvas').first().screenshot();
    await page.keyboard.press(' ');
    await page.waitForTimeout(600);
    const category = await map.locator('canvas').first().screenshot();
    expect(category.equals(whole)).toBe(false);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.waitForTimeout(600);
    await page.keyboard.press('Escape');
    await expect
      .poll(async () => (await map.locator('canvas').first().screenshot()).equals(whole))
      .toBe(true);
  });

  it('zooms with the wheel to readable tiles, tells what is under the mouse, and opens it', async () => {
    const { page } = app();
    const map = await openMap(page);
    const box = await map.boundingBox();
    if (!box) throw new Error('The map is not on the screen.');
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3);
    // About eight times as large: tiles with a monogram or an icon.
    for (let notch = 0; notch < 8; notch++) await page.mouse.wheel(0, -120);
    // Somewhere close by is a tile and not the gap between two categories.
    let name = '';
    for (let step = 0; step < 8 && name === ''; step++) {
      await page.mouse.move(
        box.x + box.width * 0.3 + step * 31,
        box.y + box.height * 0.4 + step * 23,
      );
      const told = await map.locator('strong').allInnerTexts();
      const about = await map.locator('strong ~ span').allInnerTexts();
      if (about.some((line) => /ntegrat/.test(line))) name = told[0] ?? '';
    }
    expect(name).not.toBe('');
    await page.mouse.down();
    await page.mouse.up();
    await page.getByRole('complementary').getByRole('heading', { name, exact: true }).waitFor();
  });

  it('is saved as a poster with every name in it', async () => {
    const { page } = app();
    await openMap(page);
    await page.getByRole('button', { name: 'Export the map' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Poster as SVG' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('Martech landscape.svg');
    const svg = await readFile(await file.path(), 'utf8');
    expect(svg).toContain('>HubSpot<');
    expect(svg.match(/<text /g)?.length).toBeGreaterThan(10_000);
  });
});
