/**
 * `npm run screenshots`: draws docs/screenshots from the real application, driven as a person would.
 * Every screen, light and dark, at the size of a laptop; the stack and the map also at full HD.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startSession } from '../tests/e2e/support/app.ts';
import { findChromium, launchChromium } from '../tests/e2e/support/chromium.ts';
import { createFirstStack, go, quickAdd } from '../tests/e2e/support/steps.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'screenshots');
const laptop = { width: 1280, height: 800 } as const;
const fullHd = { width: 1920, height: 1080 } as const;

/** A plausible stack of a shop that also sells to businesses. */
const exampleStack = [
  'Google Ads',
  'Meta Ads',
  'Contentful',
  'Klaviyo',
  'Braze',
  'HubSpot',
  'Zendesk',
  'Intercom',
  'Shopify',
  'Stripe',
  'Segment',
  'Amplitude',
  'Google Analytics',
  'Snowflake',
  'Fivetran',
  'Slack',
  'Zapier',
];

/** Lets transitions, icons and layouts come to rest. */
const SETTLED_MS = 900;

async function drawEverything(page: Page, suffix: string): Promise<void> {
  const shot = async (name: string): Promise<void> => {
    await page.waitForTimeout(SETTLED_MS);
    await page.screenshot({ path: join(folder, `${name}-${suffix}.png`) });
  };
  const search = page.getByLabel('Search the catalogue');

  await shot('explore');
  await search.fill('customer data');
  await page.getByRole('button', { name: 'Cards', exact: true }).click();
  await shot('explore-cards');
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await search.fill('segmnt');
  // Only once the answer to the last letter stands there is the row under the mouse the right one.
  await page.waitForTimeout(SETTLED_MS);
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: 'segment.com' }).first();
  await row.click();
  await shot('product');
  await page.keyboard.press('Escape');
  await search.fill('');
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await shot('map');
  await page.setViewportSize(fullHd);
  await shot('map-full-hd');
  await page.setViewportSize(laptop);
  await page.getByRole('button', { name: 'List', exact: true }).click();

  await go(page, 'Stack');
  await shot('stack-empty');
  await createFirstStack(page, 'Shop, as it is');
  await quickAdd(page, exampleStack);
  await page.keyboard.press('Shift+!');
  await shot('stack');
  await page.setViewportSize(fullHd);
  await page.getByRole('button', { name: 'Zoom to fit' }).click();
  await shot('stack-full-hd');
  await page.setViewportSize(laptop);
  await page.getByRole('button', { name: 'Zoom to fit' }).click();

  await go(page, 'Graph');
  await shot('graph');
  await go(page, 'Insights');
  await shot('insights');
  await page.getByRole('button', { name: 'Who connects' }).click();
  await shot('insights-connections');
  await page.getByRole('button', { name: 'Replaceability' }).click();
  await shot('insights-replaceability');
  await go(page, 'Library');
  await shot('library');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('export');
  await shot('palette');
  await page.keyboard.press('Escape');
}

const chromium = findChromium();
if (chromium === null) {
  console.error('No Chromium is installed; the screenshots need one.');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const browser = await launchChromium(chromium);
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const session = await startSession(browser, { viewport: laptop, colorScheme });
    try {
      await drawEverything(session.page, colorScheme);
    } finally {
      await session.end();
    }
  }
} finally {
  await browser.close();
}
