import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { violationsOn } from './support/accessibility.ts';
import {
  card,
  cardsOf,
  createFirstStack,
  eventually,
  expectUndo,
  quickAdd,
  tabTo,
} from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

const outlineOf = (page: Page) => page.getByRole('complementary', { name: 'Outline' });
const regionOf = (page: Page, lane: string) =>
  outlineOf(page).getByRole('region', { name: lane, exact: true });

/** What the row that has the keyboard says; empty where no row has it. */
const rowWithFocus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const row = document.activeElement?.closest('[data-outline-row]');
    return row?.querySelector('[data-outline-main]')?.textContent ?? '';
  });

/** Walks down from the top, as a person does who knows nothing of the mouse. */
async function walkTo(page: Page, row: RegExp, walk = ''): Promise<void> {
  await page.keyboard.press(`${walk}Home`);
  for (let step = 0; step < 60; step++) {
    if (row.test(await rowWithFocus(page))) return;
    await page.keyboard.press(`${walk}ArrowDown`);
  }
  throw new Error(`No row ${row}; the last is ${await rowWithFocus(page)}.`);
}

async function choose(page: Page, row: RegExp, entry: string, walk = ''): Promise<void> {
  await walkTo(page, row, walk);
  await page.keyboard.press('Shift+F10');
  const item = page.getByRole('menuitem', { name: entry, exact: true });
  await item.waitFor();
  for (let step = 0; step < 40; step++) {
    if (await item.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect
    .poll(() => item.evaluate((element) => element === document.activeElement))
    .toBe(true);
  await page.keyboard.press('Enter');
  await item.waitFor({ state: 'detached' });
  // A closing menu gives the keyboard back a moment later; a person waits for that without knowing.
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { activeElement: active, body } = document;
        return active !== body && active?.closest('[role="menu"]') === null;
      }),
    )
    .toBe(true);
}

const expectFocus = (page: Page, row: RegExp): Promise<void> =>
  expect.poll(() => rowWithFocus(page)).toMatch(row);

/** Opens the outline from the canvas, with the keyboard in its first row. */
async function openOutline(page: Page): Promise<void> {
  await page.keyboard.press('o');
  await outlineOf(page).waitFor();
  await expect.poll(() => rowWithFocus(page)).not.toBe('');
}

const undo = (page: Page) => page.keyboard.press('Control+z');

/** Adding leads a long way; what the outline does begins with three products. */
async function begin(page: Page): Promise<void> {
  await createFirstStack(page, 'Without a mouse');
  await quickAdd(page, ['HubSpot', 'Segment', 'Braze']);
  await page.keyboard.press('Escape');
}

describeApp('the outline', (app) => {
  it('sets what is said of a product, locks it, and undoes it, with the keyboard in its row', async () => {
    const { page } = app();
    await begin(page);
    await openOutline(page);
    await choose(page, /^\S*HubSpot/, 'State, owner and cost…');
    const details = page.getByRole('dialog', { name: 'HubSpot' });
    await details.waitFor();
    await tabTo(page, details.getByRole('button', { name: /State/ }));
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Planned' }).waitFor();
    await page.keyboard.type('Planned');
    await page.keyboard.press('Enter');
    await expectUndo(page, 'Change the state of HubSpot');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Marketing');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await details.waitFor({ state: 'detached' });
    await expectFocus(page, /HubSpot, Planned, owned by Marketing/);
    await choose(page, /HubSpot/, 'Lock');
    await expectUndo(page, 'Lock HubSpot');
    await expectFocus(page, /HubSpot.*, locked/);
    expect(await violationsOn(page)).toEqual([]);
    await undo(page);
    await expectFocus(page, /HubSpot, Planned, owned by Marketing(?!, locked)/);
  });

  it('moves a product to another lane, within it and by carrying, and keeps the keyboard on it', async () => {
    const { page } = app();
    await begin(page);
    await openOutline(page);
    await choose(page, /Segment/, 'Move to Social & Relationships');
    await expectUndo(page, 'Move Segment');
    await regionOf(page, 'Social & Relationships').getByText('Segment', { exact: true }).waitFor();
    await expectFocus(page, /Segment/);
    const names = () =>
      regionOf(page, 'Social & Relationships').getByRole('listitem').locator('bdi').allInnerTexts();
    const before = await names();
    const first = before[0] ?? '';
    await choose(page, new RegExp(first), 'Later in its lane');
    await eventually(names, [...before].reverse());
    await expectFocus(page, new RegExp(first));
    await undo(page);
    await eventually(names, before);
    await choose(page, /Segment/, 'Carry with the arrow keys');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expectUndo(page, 'Move Segment');
    await regionOf(page, 'Commerce & Sales').getByText('Segment', { exact: true }).waitFor();
    await expectFocus(page, /Segment/);
  });

  it('connects, writes on a connection, turns and marks it, and removes it', async () => {
    const { page } = app();
    await begin(page);
    await openOutline(page);
    await choose(page, /HubSpot/, 'Connect to…');
    const dialog = page.getByRole('dialog', { name: /Connect HubSpot/ });
    await dialog.waitFor();
    await page.keyboard.type('Braze');
    await dialog.getByRole('option', { name: /Braze/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Connection of HubSpot and Braze' }).waitFor();
    await page.keyboard.press('Escape');
    await expectFocus(page, /HubSpot/);
    await page.keyboard.press('ArrowRight');
    const own = /Braze(Your connection|Leads)/;
    await choose(page, own, 'Write a label');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.type('Leads');
    await page.keyboard.press('Enter');
    await outlineOf(page).getByText('Leads').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expectFocus(page, /BrazeLeads/);
    await choose(page, own, 'Mark as planned');
    await expectFocus(page, /to BrazeLeads, planned/);
    await choose(page, own, 'Turn it round');
    await expectFocus(page, /from BrazeLeads, planned/);
    await choose(page, own, 'Both ways');
    await expectFocus(page, /both ways with BrazeLeads/);
    await choose(page, own, 'Details');
    const panel = page.getByRole('complementary', { name: /^Connection of/ });
    await expect.poll(() => panel.evaluate((each) => each === document.activeElement)).toBe(true);
    for (let step = 0; step < 20; step++) {
      if (
        await page
          .getByRole('checkbox')
          .first()
          .evaluate((e) => e === document.activeElement)
      )
        break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Space');
    await expect.poll(() => page.getByRole('checkbox').first().isChecked()).toBe(true);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await expectFocus(page, /BrazeLeads/);
    await page.keyboard.press('Delete');
    await outlineOf(page).getByText('Leads').waitFor({ state: 'detached' });
    await expect.poll(() => rowWithFocus(page)).not.toBe('');
    expect(await cardsOf(page).count()).toBe(3);
    await undo(page);
    await outlineOf(page).getByText('Leads, planned').first().waitFor();
  });

  it('lists what a hub would make possible, says why, and draws it as planned', async () => {
    const { page } = app();
    await begin(page);
    await openOutline(page);
    await walkTo(page, /HubSpot/);
    await page.keyboard.press('ArrowRight');
    await walkTo(page, /Possible through a hub1/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expectFocus(page, /Brazevia Segment/);
    expect(await violationsOn(page)).toEqual([]);
    await choose(page, /Brazevia Segment/, 'Why it is possible');
    const panel = page.getByRole('complementary', { name: /^Connection of/ });
    await panel.getByText(/Segment is on this stack and integrates with both/).waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await expectFocus(page, /Brazevia Segment/);
    await choose(page, /Brazevia Segment/, 'Draw as planned');
    await outlineOf(page).getByText('via Segment, planned').first().waitFor();
    // It is nothing that is only possible any more, and the keyboard has stayed in the outline.
    expect(await outlineOf(page).getByText('Possible through a hub').count()).toBe(0);
    await expect.poll(() => rowWithFocus(page)).not.toBe('');
    await undo(page);
    await outlineOf(page).getByText('Possible through a hub').first().waitFor();
  });

  it('selects several, groups and removes them, and leaves the keyboard to the next row', async () => {
    const { page } = app();
    await begin(page);
    await openOutline(page);
    await walkTo(page, /HubSpot/);
    await walkTo(page, /Braze/, 'Control+');
    await choose(page, /Braze/, 'Add to the selection', 'Control+');
    await choose(page, /Braze/, 'Group the selection', 'Control+');
    await expectUndo(page, 'Group 2 products');
    await expectFocus(page, /Braze.*, in a group/);
    await choose(page, /HubSpot/, 'Ungroup');
    await choose(page, /HubSpot/, 'Remove');
    await expectUndo(page, 'Remove HubSpot');
    await expect.poll(() => rowWithFocus(page)).not.toBe('');
    await undo(page);
    await card(page, 'HubSpot').waitFor();
    await choose(page, /HubSpot/, 'Swap for another product…');
    const swap = page.getByRole('dialog');
    await swap.waitFor();
    await page.keyboard.press('Escape');
    await swap.waitFor({ state: 'detached' });
    await expectFocus(page, /HubSpot/);
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: 'HubSpot', exact: true });
    await expect.poll(() => panel.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await expectFocus(page, /HubSpot/);
  });

  it('renames, moves, fills and removes lanes, and writes in, carries and removes notes', async () => {
    const { page } = app();
    await begin(page);
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Write a note' }).waitFor();
    await page.keyboard.type('Ask sales');
    await page.keyboard.press('Escape');
    await openOutline(page);
    await choose(page, /^Data/, 'Rename');
    await outlineOf(page).getByRole('textbox', { name: 'Name of the lane Data' }).waitFor();
    await page.keyboard.type('Truth');
    await page.keyboard.press('Enter');
    await expectUndo(page, 'Rename lane Data');
    await expectFocus(page, /^Truth/);
    await choose(page, /^Truth/, 'Move left');
    await eventually(
      async () => (await outlineOf(page).locator('[data-level="1"] bdi').allInnerTexts())[3],
      'Truth',
    );
    await expectFocus(page, /^Truth/);
    await choose(page, /^Truth/, 'What goes here…');
    await page.getByRole('dialog', { name: 'What goes into Truth' }).waitFor();
    await page.keyboard.press('Escape');
    await expectFocus(page, /^Truth/);
    await choose(page, /^Truth/, 'Remove lane');
    await expectUndo(page, 'Remove a lane');
    await expect.poll(() => rowWithFocus(page)).not.toBe('');
    await undo(page);
    await regionOf(page, 'Truth').waitFor();

    await choose(page, /^Note: Ask sales/, 'Write in it');
    await outlineOf(page)
      .getByRole('textbox', { name: /Words of Note/ })
      .waitFor();
    await page.keyboard.type('Ask support');
    await page.keyboard.press('Control+Enter');
    await expectFocus(page, /^Note: Ask support/);
    await choose(page, /^Note: Ask support/, 'Carry with the arrow keys');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Undo Move / }).waitFor();
    await expectFocus(page, /^Note: Ask support/);
    expect(await violationsOn(page)).toEqual([]);
    await choose(page, /^Note: Ask support/, 'Remove');
    await outlineOf(page).getByText('Ask support').waitFor({ state: 'detached' });
    await expect.poll(() => rowWithFocus(page)).not.toBe('');
  });
});
