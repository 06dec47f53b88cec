import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { writePack } from '../../electron/services/packs/pack-file.ts';
import { aProduct, writeSmallCatalogue } from '../support/small-catalogue.ts';
import { violationsOn } from './support/accessibility.ts';
import { card, createFirstStack, go, quickAdd } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'stackscape-packs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A pack in which HubSpot is still there and Braze is not. */
function aPack(): string {
  const catalogue = join(folder, 'small.db');
  rmSync(catalogue, { force: true });
  writeSmallCatalogue(catalogue, [
    aProduct({ id: 'hubspot', name: 'HubSpot' }),
    aProduct({ id: 'quibblezorp', name: 'Quibblezorp' }),
  ]);
  const file = join(folder, 'small.stackpack');
  writeFileSync(file, writePack(catalogue, 'A small landscape'));
  return file;
}

async function openPacks(page: Page): Promise<void> {
  await go(page, 'Library');
  await page.getByRole('navigation', { name: 'Library' }).getByText('Packs').click();
  await page.getByText('The catalogue of this release').waitFor();
}

describeApp('a catalogue pack', (app) => {
  it('says what it touches, is used, keeps the work, and can be left again', async () => {
    const session = app();
    const { page } = session;
    await createFirstStack(page, 'Ours');
    await quickAdd(page, ['HubSpot', 'Braze']);
    await page.keyboard.press('Escape');
    await openPacks(page);
    await page.getByLabel('Pack to install', { exact: true }).setInputFiles(aPack());
    const touches = page.getByRole('region', { name: 'What touches your work' });
    await touches.getByText('Braze').waitFor();
    expect(await violationsOn(page), 'a pack to install').toEqual([]);
    await page.getByRole('button', { name: 'Install and use' }).click();
    await page
      .getByRole('row')
      .filter({ hasText: 'A small landscape' })
      .getByText('In use')
      .waitFor();

    await session.reopen('kill');
    const again = session.page;
    await again.getByText('2 products').waitFor();
    await go(again, 'Stack');
    await card(again, 'HubSpot').waitFor();
    await card(again, 'Braze').waitFor();

    await openPacks(again);
    await again
      .getByRole('row')
      .filter({ hasText: 'The catalogue of this release' })
      .getByRole('button', { name: 'Use', exact: true })
      .click();
    await go(again, 'Explore');
    await again.getByText(/\d\d,\d{3} products/).waitFor();
  });

  it('that is damaged is refused with a sentence, and the catalogue stays', async () => {
    const { page } = app();
    const file = join(folder, 'bad.stackpack');
    writeFileSync(file, 'PK\u0003\u0004 and nothing more');
    await openPacks(page);
    await page.getByLabel('Pack to install', { exact: true }).setInputFiles(file);
    await page.getByRole('alert').getByText('damaged').waitFor();
    await go(page, 'Explore');
    await page.getByText(/\d\d,\d{3} products/).waitFor();
  });
});
