import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { violationsOn } from './support/accessibility.ts';
import { card, createFirstStack, go, quickAdd } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

/** axe looks at every element of many states, which takes its time on a busy machine. */
const LIMIT_MS = 150_000;

async function expectAccessible(page: Page, what: string): Promise<void> {
  expect(await violationsOn(page), what).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  describeApp(`assistive technology in the ${colorScheme} theme`, (app) => {
    async function inTheme(): Promise<Page> {
      const { page } = app();
      await page.emulateMedia({ colorScheme });
      // Without a graphics card Chromium may never tell an idle page that its medium has changed.
      await page.reload();
      await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
      return page;
    }

    it(
      'finds no fault with the catalogue, a product and a search without results',
      async () => {
        const page = await inTheme();
        const search = page.getByLabel('Search the catalogue');
        await page.getByRole('grid').getByRole('row').nth(1).waitFor();
        await expectAccessible(page, 'the list');
        await page.getByRole('button', { name: 'Cards', exact: true }).click();
        await expectAccessible(page, 'the cards');
        await page.getByRole('button', { name: 'Map', exact: true }).click();
        await expectAccessible(page, 'the map');
        await page.getByRole('button', { name: 'List', exact: true }).click();
        await search.fill('hubspot');
        const best = page.getByRole('grid').getByRole('row').nth(1);
        await expect.poll(() => best.innerText()).toMatch(/^HubSpot\n/);
        await best.click();
        const panel = page.getByRole('complementary', { name: 'HubSpot', exact: true });
        await panel
          .getByRole('button', { name: /evidence/ })
          .first()
          .click();
        await expectAccessible(page, 'a product with its evidence');
        await page.keyboard.press('Escape');
        await search.fill('xqzvvwq jjkqx');
        await page.getByText('0 products').waitFor();
        await expectAccessible(page, 'nothing found');
      },
      LIMIT_MS,
    );

    it(
      'finds no fault with the canvas, its panels and its dialogs',
      async () => {
        const page = await inTheme();
        await go(page, 'Stack');
        await expectAccessible(page, 'no stack yet');
        await createFirstStack(page, 'Our stack');
        await expectAccessible(page, 'an empty stack');
        await quickAdd(page, ['HubSpot', 'Segment', 'Braze', 'Snowflake', 'Shopify']);
        await expectAccessible(page, 'a stack');
        await page.keyboard.press('q');
        const adding = page.getByRole('dialog', { name: 'Add products' });
        await adding.getByRole('combobox').fill('adobe');
        await adding.getByRole('option').first().waitFor();
        await expectAccessible(page, 'adding products');
        await page.keyboard.press('Escape');
        await adding.waitFor({ state: 'detached' });

        await card(page, 'HubSpot').focus();
        await page.keyboard.press('Space');
        await page.keyboard.press('a');
        const connecting = page.getByRole('dialog', { name: /Connect/ });
        await connecting.getByRole('option').first().waitFor();
        await expectAccessible(page, 'choosing the other end of a connection');
        await connecting.getByRole('combobox').fill('Shopify');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Your connection' }).waitFor();
        await expectAccessible(page, 'a connection of one’s own');

        await page.getByRole('button', { name: 'Outline', exact: true }).click();
        const outline = page.getByRole('complementary', { name: 'Outline' });
        await outline.getByRole('button', { name: /^Braze: / }).click();
        await outline
          .getByRole('list', { name: 'Connections of Braze' })
          .getByRole('button')
          .first()
          .click();
        await page.getByRole('heading', { name: 'Known integrations' }).waitFor();
        await page.locator('a[href^="https://"]').first().waitFor();
        await expectAccessible(page, 'the outline and the evidence of an integration');
        await page.getByRole('button', { name: 'Export', exact: true }).click();
        await expectAccessible(page, 'a menu');
      },
      LIMIT_MS,
    );

    it(
      'finds no fault with graph, library and the dialogs of every screen',
      async () => {
        const page = await inTheme();
        await go(page, 'Graph');
        await expectAccessible(page, 'no graph yet');
        await go(page, 'Insights');
        await expectAccessible(page, 'no insights yet');
        await createFirstStack(page, 'Our stack');
        await quickAdd(page, ['HubSpot', 'Segment', 'Braze']);
        await go(page, 'Graph');
        await page.locator('canvas').first().waitFor();
        await page
          .getByRole('button', { name: /^Hide|^Event stream/ })
          .first()
          .click();
        await expectAccessible(page, 'the graph of a stack, one kind hidden');

        await go(page, 'Insights');
        const pages = page.getByRole('navigation', { name: 'Insights' }).getByRole('button');
        for (const label of await pages.allInnerTexts()) {
          await pages.filter({ hasText: label }).click();
          await expectAccessible(page, `insights: ${label}`);
        }
        await go(page, 'Library');
        const sections = page.getByRole('navigation', { name: 'Library' }).getByRole('button');
        for (const label of await sections.allInnerTexts()) {
          await sections.filter({ hasText: label.trim() }).click();
          await expectAccessible(page, `the library: ${label}`);
        }
        await page.keyboard.press('Control+k');
        await page.keyboard.type('export');
        await page.getByRole('option').first().waitFor();
        await expectAccessible(page, 'the palette');
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await page.keyboard.press('?');
        await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
        await expectAccessible(page, 'the shortcuts');
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await page.keyboard.press('Control+k');
        await page.keyboard.type('about');
        await page.getByRole('option', { name: /About Stackscape/ }).click();
        await page.getByRole('dialog', { name: 'About Stackscape' }).waitFor();
        await expectAccessible(page, 'the about box');
      },
      LIMIT_MS,
    );
  });
}
