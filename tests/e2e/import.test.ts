import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { violationsOn } from './support/accessibility.ts';
import { card, go } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'stackscape-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function openImport(page: Page, path: string): Promise<void> {
  await go(page, 'Library');
  await page.getByRole('navigation', { name: 'Library' }).getByText('Import').click();
  await page.getByLabel('Table to import').setInputFiles(path);
}

const compare = (page: Page) => page.getByRole('button', { name: 'Compare with the catalogue' });
const write = (page: Page) => page.getByRole('button', { name: /^Import \d/ });

describeApp('an import', (app) => {
  it('reads a table as a spreadsheet in the West writes it, and is taken back at once', async () => {
    const { page } = app();
    const lines = [
      'Produkt;Webseite;Kategorie;Tags',
      'Müller Quibblezorp;quibblezorp.example;CRM;eigen',
      'HubSpot;hubspot.com;CRM;wichtig',
      'Hotjarr;;Analytics;',
      'Zorp Portal;kein link;Intranet;',
    ];
    await openImport(page, file('list.csv', Buffer.from(lines.join('\r\n'), 'latin1')));
    await compare(page).waitFor();
    await page.getByRole('button', { name: /Western \(Windows-1252\)/ }).waitFor();
    await page.getByText('Müller Quibblezorp').waitFor();
    expect(await violationsOn(page), 'the columns').toEqual([]);
    await compare(page).click();

    const doubtful = page.getByRole('region', { name: 'Doubtful' });
    await doubtful.getByText('Hotjarr', { exact: true }).waitFor();
    await page.getByText('Row 5, column B').waitFor();
    expect(await violationsOn(page), 'the matches').toEqual([]);
    await doubtful.getByRole('button', { name: /What Hotjarr is/ }).click();
    await page.getByRole('option', { name: 'It is a new product' }).click();
    await expect.poll(() => write(page).innerText()).toBe('Import 4 products');
    await write(page).click();

    const runs = page.getByRole('region', { name: 'Imports' });
    await runs.getByText('list.csv').waitFor();
    await go(page, 'Explore');
    await page.getByLabel('Search the catalogue').fill('quibblezorp');
    const row = page.getByRole('grid').getByRole('row').nth(1);
    await expect.poll(() => row.innerText()).toContain('Müller Quibblezorp');

    await go(page, 'Library');
    await runs.getByRole('button', { name: 'Take back' }).click();
    await runs.getByText('Taken back').waitFor();
    await go(page, 'Explore');
    await page.getByText('No product matches').waitFor();
  });

  it('makes a stack of an inventory, of products that are known and of those that are new', async () => {
    const { page } = app();
    const rows = ['Application,Website', 'HubSpot,hubspot.com', 'Quibblezorp,', 'Snowflake,'];
    await openImport(page, file('Our tools.csv', rows.join('\n')));
    await compare(page).click();
    await page.getByText('Make a stack of them').click();
    await write(page).click();
    await page.locator('.react-flow').waitFor();
    for (const name of ['HubSpot', 'Quibblezorp', 'Snowflake']) await card(page, name).waitFor();
    await page.getByRole('button', { name: 'Our tools', exact: false }).first().waitFor();
  });

  it('reads a sheet of a workbook', async () => {
    const { page } = app();
    const workbook = await writeXlsx({
      sheets: [
        { name: 'Notes', rows: [['Nothing here']] },
        {
          name: 'Links',
          rows: [
            ['From', 'To', 'Kind'],
            ['HubSpot', 'Hotjar', 'Data pipeline'],
            ['HubSpot', 'Nobody at all', ''],
          ],
        },
      ],
    });
    await openImport(page, file('links.xlsx', workbook));
    await compare(page).waitFor();
    await expect.poll(() => page.getByText('Links').count()).toBeGreaterThan(0);
    await compare(page).click();
    await page.getByText('The catalogue has no product “Nobody at all”.').waitFor();
    await write(page).click();
    await page.getByRole('region', { name: 'Imports' }).getByText('links.xlsx').waitFor();
  });

  it.each([
    ['nothing.csv', '', 'The file is empty.'],
    ['half.json', '[{"name": "A"},', 'not JSON'],
    ['broken.xlsx', Buffer.from('PK\u0003\u0004 nothing of a zip'), 'damaged'],
    ['rows.csv', `Name\n${'x\n'.repeat(200_001)}`, 'more than 200,000 rows'],
    ['quote.csv', `Name,Note\nA,"${'x'.repeat(40_000)}`, 'Row 2, column B'],
    ['bytes.csv', Buffer.from([1, 2, 0, 0, 5, 44, 0, 9, 9]), 'bytes that no text has'],
  ])('refuses with a sentence: %s', async (name, content, words) => {
    const { page } = app();
    await openImport(page, file(name, content));
    await page.getByRole('alert').getByText(words).waitFor({ timeout: 20_000 });
    // One can go on at once.
    await page.getByLabel('Table to import').waitFor({ state: 'attached' });
  });

  it('leaves nothing when it is cancelled', async () => {
    const { page } = app();
    await openImport(page, file('two.csv', 'Name\nQuibblezorp\n'));
    await compare(page).click();
    await write(page).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Choose a file…' }).waitFor();
    expect(await page.getByRole('region', { name: 'Imports' }).count()).toBe(0);
  });
});
