import { expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { violationsOn } from './support/accessibility.ts';
import {
  boxOf,
  card,
  cardsOf,
  createFirstStack,
  eventually,
  expectUndo,
  go,
  quickAdd,
  runByPalette,
} from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

const lane = (page: Page, title: string): Locator =>
  page.locator('[data-lane]').filter({ has: page.getByText(title, { exact: true }) });

const laneTitles = (page: Page): Promise<string[]> =>
  page.locator('[data-lane] header bdi').allTextContents();

async function startFromExample(page: Page, title: string): Promise<void> {
  await go(page, 'Stack');
  await page.getByRole('button', { name: 'Start from an example…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New stack from an example' });
  await dialog.getByRole('button', { name: title }).click();
  await dialog.waitFor({ state: 'detached' });
  await cardsOf(page).first().waitFor();
}

describeApp('the structure of a stack', (app) => {
  it('begins with an example, takes the lanes of a template and goes back in one step', async () => {
    const { page } = app();
    await startFromExample(page, 'B2B software');
    await card(page, 'Salesforce').waitFor();
    await eventually(
      () => laneTitles(page),
      ['Discover', 'Consider', 'Buy', 'Onboard', 'Grow', 'Foundation'],
    );
    await page.getByRole('button', { name: 'Structure…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Structure the stack' });
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^Virtual platform/ }).click();
    await dialog.waitFor({ state: 'detached' });
    await expectUndo(page, 'Structure as Virtual platform');
    await eventually(() => laneTitles(page), ['Experience', 'Workflow', 'Data', 'Governance']);
    await page.keyboard.press('Control+z');
    await eventually(
      async () => (await laneTitles(page)).sort(),
      ['Buy', 'Consider', 'Discover', 'Foundation', 'Grow', 'Onboard'],
    );
  });

  it('arranges products in their lanes as one step, off the page, and takes it back', async () => {
    const { page } = app();
    await startFromExample(page, 'Direct-to-consumer shop');
    const places = (): Promise<string[]> =>
      cardsOf(page).evaluateAll((cards) =>
        cards
          .map((each) => `${each.getAttribute('data-id')} ${(each as HTMLElement).style.transform}`)
          .sort(),
      );
    const before = await places();
    await runByPalette(page, 'Arrange products');
    await page.getByRole('button', { name: /^Undo Arrange \d+ products$/ }).waitFor();
    expect(await places()).not.toEqual(before);
    await page.keyboard.press('Control+z');
    await eventually(places, before);
  });

  it('has lanes that are added, named, resized, moved and removed by keyboard', async () => {
    const { page } = app();
    await createFirstStack(page, 'Lanes');
    await runByPalette(page, 'Add a lane');
    const name = page.getByLabel('Name of the lane New lane');
    await name.fill('Agencies');
    await page.keyboard.press('Enter');
    await expectUndo(page, 'Rename lane New lane');
    const width = page.getByRole('separator', { name: 'Width of the lane Agencies' });
    await width.focus();
    await page.keyboard.press('ArrowRight');
    await expectUndo(page, 'Resize lane Agencies');
    await eventually(() => width.getAttribute('aria-valuenow'), '224');

    const more = page.getByRole('button', { name: 'Options of the lane Agencies' });
    const pick = async (item: string): Promise<void> => {
      await more.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: item }).click();
    };
    await pick('Move left');
    await expectUndo(page, 'Move 2 lanes');
    await pick('What goes here…');
    const dialog = page.getByRole('dialog', { name: 'What goes into Agencies' });
    await dialog.getByText('Public Relations', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expectUndo(page, 'Change lane Agencies');
    await pick('Remove lane');
    await eventually(() => lane(page, 'Agencies').count(), 0);
  });

  it('has lanes that are dragged past their neighbours, products included, and made wider', async () => {
    const { page } = app();
    await createFirstStack(page, 'Dragged');
    await quickAdd(page, ['HubSpot']);
    await page.keyboard.press('Escape');
    const left = async (title: string): Promise<number> => (await boxOf(lane(page, title))).x;
    const before = (await boxOf(card(page, 'HubSpot'))).x;
    const title = await boxOf(lane(page, 'Social & Relationships').locator('bdi'));
    const target = await boxOf(lane(page, 'Advertising & Promotion'));
    await page.mouse.move(title.x + 20, title.y + title.height / 2);
    await page.mouse.down();
    await page.mouse.move(target.x + 60, title.y, { steps: 8 });
    await page.mouse.move(target.x + 30, title.y, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('button', { name: /^Undo Move 3 lanes$/ }).waitFor();
    await expect
      .poll(
        async () => (await left('Social & Relationships')) < (await left('Content & Experience')),
      )
      .toBe(true);
    await expect.poll(async () => (await boxOf(card(page, 'HubSpot'))).x).toBeLessThan(before);

    const edge = await boxOf(
      page.getByRole('separator', { name: 'Width of the lane Social & Relationships' }),
    );
    await page.mouse.move(edge.x + edge.width - 2, edge.y + 120);
    await page.mouse.down();
    await page.mouse.move(edge.x + 60, edge.y + 120, { steps: 6 });
    await page.mouse.up();
    await expectUndo(page, 'Resize lane Social & Relationships');
  });

  it('shows where products and connections stand, for many at once, and lets some stand out', async () => {
    const { page } = app();
    await createFirstStack(page, 'States');
    await quickAdd(page, ['HubSpot', 'Shopify', 'Slack']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+a');
    await runByPalette(page, 'Mark the selection as planned');
    await expectUndo(page, 'Change the state of 3 products');
    await eventually(() => page.getByText('3 products · 3 planned').count(), 1);
    await runByPalette(page, 'State, owner and cost of the selection');
    const dialog = page.getByRole('dialog', { name: '3 products' });
    await dialog.getByLabel('Owner').fill('Sales');
    await page.keyboard.press('Enter');
    await expectUndo(page, 'Change the owner of 3 products');
    await dialog.getByRole('button', { name: 'Done' }).click();
    expect(await card(page, 'Slack').getAttribute('aria-label')).toMatch(
      /, planned, owned by Sales$/,
    );

    await card(page, 'Slack').click();
    const panel = page.getByRole('complementary', { name: 'Slack' });
    await panel.getByRole('button', { name: /State/ }).click();
    await page.getByRole('option', { name: 'To retire' }).click();
    await expectUndo(page, 'Change the state of Slack');
    await page.keyboard.press('Escape');

    const legend = page.getByRole('region', { name: 'Legend' });
    await legend.getByRole('button', { name: /^To retire/ }).click();
    const dimmed = (name: string): Promise<string> =>
      card(page, name)
        .locator('> div')
        .evaluate((each) => getComputedStyle(each).opacity);
    expect(Number(await dimmed('HubSpot'))).toBeLessThan(0.5);
    expect(await dimmed('Slack')).toBe('1');
    await legend.getByRole('button', { name: 'Show all alike' }).click();
    expect(await dimmed('HubSpot')).toBe('1');

    // The two ends of a connection that is planned first and broken later.
    await card(page, 'HubSpot').click();
    await card(page, 'Slack').click({ modifiers: ['Shift'] });
    await page.keyboard.press('a');
    const edge = page.getByRole('complementary', { name: 'Connection of HubSpot and Slack' });
    await edge.getByRole('button', { name: /^Live State|State/ }).click();
    await page.getByRole('option', { name: 'Broken' }).click();
    await edge.getByText('Orders', { exact: true }).click();
    await eventually(
      () => page.locator('.react-flow__viewport').getByText('Orders', { exact: true }).count(),
      1,
    );
    await legend.getByRole('button', { name: /^Broken/ }).click();
    await eventually(() => page.locator('[data-edge="user"]').count(), 0);
    await legend.getByRole('button', { name: /^Broken/ }).click();
    await eventually(() => page.locator('[data-edge="user"]').count(), 1);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('bundles lines by lane when asked, and shows those of a product that is pointed at', async () => {
    const { page } = app();
    await startFromExample(page, 'B2B software');
    const known = page.locator('[data-edge="known"]');
    await known.first().waitFor();
    await page.getByText('Bundle by lane').click();
    await eventually(() => known.count(), 0);
    await page
      .getByTitle(/^\d+ connections? between Onboard and Grow|^\d+ connections? from /)
      .first()
      .waitFor();
    await page.getByTitle(/^\d+ connections within Foundation\./).waitFor();
    // What says something by itself is still drawn.
    expect(await page.locator('[data-edge="user"]').count()).toBeGreaterThan(0);
    const standingOut = page.locator('[data-standing-out] path');
    expect(await standingOut.count()).toBe(0);
    await card(page, 'Salesforce').hover();
    await expect.poll(() => standingOut.count()).toBeGreaterThan(3);
    await card(page, 'Salesforce').click();
    await page.keyboard.press('ArrowRight');
    await expectUndo(page, 'Move Salesforce');
    await page.getByText('Bundle by lane').click();
    await known.first().waitFor();
    // The box that was ticked has the keyboard, and nothing to take back.
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Nothing to undo' }).waitFor();
  });
});
