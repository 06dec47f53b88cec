import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { canvas, cardsOf, go } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'stackscape-finder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const hosts = ['cdn.segment.com', 'static.hotjar.com', 'js.hs-scripts.com', 'www.shop-of-ann.de'];
const visit = fileOf(
  'visit.har',
  JSON.stringify({
    log: { entries: hosts.map((host) => ({ request: { url: `https://${host}/a.js?u=ann` } })) },
  }),
);
const apps = fileOf(
  'apps.csv',
  'Application,Users\nHubSpot,12\nZendesk,3\nSlack Technologies,40\n',
);

const section = (page: Page, name: string): Locator => page.getByRole('region', { name });

async function choose(page: Page, ...files: string[]): Promise<void> {
  await page.getByLabel('Files to look for products in').setInputFiles(files);
}

/** Opens the finder and gives it both lists. */
async function openWithLists(page: Page): Promise<void> {
  await go(page, 'Library');
  await page.getByRole('button', { name: 'Stack finder' }).click();
  await choose(page, visit, apps);
  await expect.poll(() => section(page, 'Found').getByRole('row').count()).toBe(5);
}

describeApp('the stack finder', (app) => {
  it('shows what two lists have seen, what is in doubt, and how many tools neither has', async () => {
    const { page } = app();
    await openWithLists(page);
    const rows = section(page, 'Found').getByRole('row');
    expect(await rows.nth(1).innerText()).toMatch(/HubSpot[\s\S]*2 of 2/);
    expect(await section(page, 'Unknown').innerText()).toContain('www.shop-of-ann.de');
    expect(
      await page.getByRole('complementary', { name: 'Tools that no list has seen' }).innerText(),
    ).toMatch(/4 tools together, 3 of them on one list only/);

    const doubtful = section(page, 'Doubtful');
    expect(await doubtful.innerText()).toContain('Slack Technologies');
    await doubtful.getByRole('button', { name: 'Accept: it is Slack' }).click();
    await expect.poll(() => rows.count()).toBe(6);
    await doubtful.waitFor({ state: 'detached' });
  });

  it('takes another product by hand, puts aside, and adds the rest to a stack', async () => {
    const { page } = app();
    await openWithLists(page);
    const unknown = section(page, 'Unknown');
    await unknown.getByRole('button', { name: 'Choose…' }).click();
    await page.getByRole('combobox', { name: 'The product that it is' }).fill('shopify');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await unknown.waitFor({ state: 'detached' });
    const found = section(page, 'Found');
    await found
      .getByRole('row')
      .filter({ hasText: 'Hotjar' })
      .getByRole('button', { name: 'Leave out' })
      .click();
    await page.getByText('1 host or name was put aside.').waitFor();
    await page.getByRole('button', { name: 'Add 4 to stack' }).click();
    await page.getByRole('button', { name: 'Add 0 to stack' }).waitFor();
    await go(page, 'Stack');
    await canvas(page).waitFor();
    await expect.poll(() => cardsOf(page).count()).toBe(4);
  });

  it('says why nothing can be found in a file, and keeps what was there', async () => {
    const { page } = app();
    await openWithLists(page);
    for (const [name, content, why] of [
      ['picture.har', Buffer.from([0x89, 0x50, 0, 0]), /binary file/],
      ['empty.csv', '', /file is empty/],
      ['cut.har', '{"log":{"entries":[{"req', /cut off or damaged/],
    ] as const) {
      await choose(page, fileOf(name, content));
      await page.getByText(why).first().waitFor();
      expect(await page.getByRole('list', { name: 'Lists' }).getByRole('listitem').count()).toBe(2);
    }
  });
});
