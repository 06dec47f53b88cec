import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violationsOn } from './support/accessibility.ts';
import { card, createFirstStack, eventually, go, quickAdd } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Workshop' });
const tab = (page: Page, name: string) => panelOf(page).getByRole('tab', { name }).click();
const button = (page: Page, name: string) =>
  panelOf(page).getByRole('button', { name, exact: true });

/** Seconds that the timer shows as left. */
async function secondsLeft(page: Page): Promise<number> {
  const shown = await panelOf(page).getByRole('timer').innerText();
  const [minutes = 0, seconds = 0] = (/(\d+):(\d+)/.exec(shown) ?? []).slice(1).map(Number);
  return minutes * 60 + seconds;
}

/** The same, and between which two moments it was read, however long that took. */
async function readTimer(page: Page) {
  const from = Date.now();
  const left = await secondsLeft(page);
  return { left, from, to: Date.now() };
}

async function begin(page: Page): Promise<void> {
  await createFirstStack(page, 'Shop');
  await quickAdd(page, ['Braze', 'Mailchimp', 'Segment']);
  await page.keyboard.press('w');
  await panelOf(page).getByLabel('Name of the workshop').fill('Our workshop');
  await page.keyboard.press('Enter');
  await button(page, 'Start “Collect what we use”').click();
  await panelOf(page).getByRole('timer').waitFor();
}

async function openVote(page: Page, question: string, method: string): Promise<void> {
  await panelOf(page).getByRole('textbox', { name: 'Question' }).fill(question);
  await panelOf(page).getByLabel('Options, one a line').fill('Braze\nMailchimp\nNeither');
  await panelOf(page).getByText(method, { exact: true }).click();
  await button(page, 'Open the vote').click();
  await panelOf(page)
    .getByRole('region', { name: `Open vote: ${question}` })
    .waitFor();
}

async function castBallot(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'It is my turn' }).click();
  await page.getByText('Your dots: 3 left').waitFor();
  await page.getByRole('button', { name: `Give a dot to ${label}` }).click();
  await page.getByRole('button', { name: `Give a dot to ${label}` }).click();
  await page.getByRole('button', { name: 'Cast the ballot, 1 dot unused' }).click();
  await page.getByRole('heading', { name: 'Thank you. Hand on to the next person.' }).waitFor();
}

describeApp('a workshop', (app) => {
  it('is led from agenda to minutes: votes by key and by silent ballot, points and decisions', async () => {
    const { page } = app();
    await begin(page);
    await quickAdd(page, ['Klaviyo']);
    await button(page, '5 min').click();
    await panelOf(page).getByText('left of 25 min').waitFor();

    // By key: what comes is hidden from everybody until it is revealed.
    await tab(page, 'Votes');
    await openVote(page, 'What stays?', 'By key');
    await panelOf(page).getByRole('application').waitFor();
    await page.keyboard.type('1123');
    await panelOf(page).getByText('4 of 30 dots given').waitFor();
    await page.keyboard.press('Backspace');
    await panelOf(page).getByText('3 of 30 dots given').waitFor();
    expect(await card(page, 'Braze').count(), 'keys reach the vote alone').toBe(1);
    expect(await violationsOn(page), 'the open vote').toEqual([]);
    await button(page, 'Reveal the result').click();
    await panelOf(page).getByText('Braze is first with 2 dots.').waitFor();

    await button(page, 'New vote…').click();
    await openVote(page, 'What goes?', 'Silent ballot');
    await button(page, 'Hand the screen around').click();
    expect(await violationsOn(page), 'the cover').toEqual([]);
    await castBallot(page, 'Mailchimp');
    // Between two people nothing of the ballot is left on the screen.
    expect(await page.getByRole('dialog').innerText()).not.toMatch(/Mailchimp|Braze|●/);
    await castBallot(page, 'Neither');
    await page.getByRole('button', { name: 'Back to the facilitator' }).click();
    await panelOf(page).getByText('2 of 10 have voted').waitFor();
    await button(page, 'Reveal the result').click();
    await panelOf(page)
      .getByText('A tie: Mailchimp and Neither are first with 2 dots each.')
      .waitFor();
    expect(await violationsOn(page), 'the results').toEqual([]);

    await tab(page, 'Notes');
    await panelOf(page).getByLabel('Not for now').fill('Ask legal');
    await page.keyboard.press('Enter');
    await panelOf(page).getByLabel('Not for now').fill('Typed by mistake');
    await page.keyboard.press('Enter');
    await button(page, 'Remove Typed by mistake').click();
    await button(page, 'Add a decision…').click();
    await panelOf(page).getByRole('textbox', { name: 'Decision' }).fill('Keep Braze');
    await panelOf(page).getByLabel('Who sees to it').fill('Ana');
    await page.keyboard.press('Enter');
    await panelOf(page).getByText('Keep Braze').waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await eventually(focused, 'Add a decision…');
    expect(await violationsOn(page), 'the notes').toEqual([]);
    await button(page, 'Edit Keep Braze').click();
    await page.keyboard.type(' to the end');
    await page.keyboard.press('Escape');
    await button(page, 'Edit Keep Braze').waitFor();

    await tab(page, 'Missing');
    const round = panelOf(page).getByRole('region', { name: 'What is missing?' });
    await round.getByRole('heading', { name: 'Nothing for Advertising & Promotion.' }).waitFor();
    await round.getByRole('button', { name: 'We need this' }).click();
    await panelOf(page).getByRole('region', { name: 'Answered' }).waitFor();
    expect(await violationsOn(page), 'the round').toEqual([]);

    await tab(page, 'Minutes');
    const minutes = panelOf(page).getByRole('article', { name: 'Minutes' });
    await minutes.getByText('Added Klaviyo').waitFor();
    expect(await violationsOn(page), 'the minutes').toEqual([]);
    await button(page, 'End').click();
    await minutes.getByText(/\(0 min\)|\(1 min\)|\(2 min\)/).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Markdown').click(),
    ]);
    expect(download.suggestedFilename()).toBe('Our workshop minutes.md');
    const text = readFileSync(await download.path(), 'utf8');
    for (const part of [
      '# Our workshop',
      '| Collect what we use | 20 min + 5 |',
      '| 1 | Braze | 2 |',
      '| Keep Braze | Ana |',
      '- Ask legal',
      '- Added Klaviyo',
      'Find a product: nothing for Advertising & Promotion',
      'Klaviyo – Segment',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Typed by mistake');
    await page.getByRole('button', { name: 'Undo Add Klaviyo' }).waitFor();
  });

  it('lets its agenda be changed while it runs, and gives back what was taken off', async () => {
    const { page } = app();
    await begin(page);
    const agenda = panelOf(page).getByRole('list', { name: 'Agenda' });
    const titles = () => agenda.locator('bdi').allInnerTexts();
    await panelOf(page).getByRole('textbox', { name: 'Item' }).fill('Lunch');
    await page.keyboard.press('Enter');
    await agenda.getByText('Lunch').waitFor();
    await button(page, 'Move Lunch up').focus();
    await page.keyboard.press('Enter');
    await eventually(async () => (await titles()).indexOf('Lunch'), 4);
    await button(page, 'Edit Vote').click();
    await panelOf(page).getByRole('textbox', { name: 'Item' }).first().fill('Vote on it');
    await page.keyboard.press('Enter');
    await agenda.getByText('Vote on it').waitFor();
    await button(page, 'Remove Connect it').click();
    await agenda.getByText('Connect it').waitFor({ state: 'detached' });
    await button(page, 'Next: What is missing?').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await button(page, 'Next: Connect it').waitFor();
    await button(page, 'Start Lunch').click();
    await panelOf(page).getByRole('timer', { name: 'Time for Lunch' }).waitFor();
    await eventually(titles, [
      'Collect what we use',
      'Connect it',
      'What is missing?',
      'Vote on it',
      'Lunch',
      'Decide who does what',
    ]);
    await page.getByRole('button', { name: 'Undo Add Segment' }).waitFor();
  });

  it('counts hands no further than there are dots, and brings a removed vote back', async () => {
    const { page } = app();
    await begin(page);
    await tab(page, 'Votes');
    await openVote(page, 'What stays?', 'Show of hands');
    const dots = (label: string) =>
      panelOf(page).getByRole('textbox', { name: `Dots for ${label}` });
    await dots('Braze').fill('20');
    await page.keyboard.press('Enter');
    await dots('Neither').fill('11');
    await page.keyboard.press('Enter');
    await page.getByText('there are 30 dots altogether, and they are given').waitFor();
    await dots('Neither').fill('10');
    await page.keyboard.press('Enter');
    await button(page, 'Close').click();
    await panelOf(page).getByText('The result is hidden until it is revealed.').waitFor();
    await button(page, 'Remove What stays?').click();
    await panelOf(page).getByText('Removed (1)').click();
    await button(page, 'Bring back What stays?').click();
    await button(page, 'Reveal the result').click();
    await panelOf(page).getByText('Braze is first with 20 dots.').waitFor();
    const results = panelOf(page).getByRole('region', { name: 'Vote: What stays?' });
    expect(await results.getByRole('listitem').allInnerTexts()).toMatchObject([
      expect.stringMatching(/Braze\s+20/),
      expect.stringMatching(/Neither\s+10/),
      expect.stringMatching(/Mailchimp\s+0/),
    ]);
  });

  it('is where it was when the power fails in the middle, the time included', async () => {
    const { page } = app();
    await begin(page);
    await tab(page, 'Votes');
    await openVote(page, 'What stays?', 'By key');
    await page.keyboard.type('12');
    await panelOf(page).getByText('2 of 30 dots given').waitFor();
    const before = await readTimer(page);

    await app().reopen('kill');
    const again = app().page;
    await go(again, 'Stack');
    await panelOf(again).getByText('Collect what we use').first().waitFor();
    const after = await readTimer(again);
    // As much as went by between the two readings, to the second that each shows and the moment it is drawn late.
    const counted = (before.left - after.left) * 1000;
    expect(counted).toBeGreaterThanOrEqual(after.from - before.to - 2000);
    expect(counted).toBeLessThanOrEqual(after.to - before.from + 2000);
    await tab(again, 'Votes');
    await panelOf(again).getByText('2 of 30 dots given').waitFor();
    await panelOf(again).getByRole('application').focus();
    await again.keyboard.press('Backspace');
    await panelOf(again).getByText('1 of 30 dots given').waitFor();
  });

  it('is gone back through by keyboard, and the stack stays as it is', async () => {
    const { page } = app();
    await begin(page);
    await quickAdd(page, ['Klaviyo']);
    await card(page, 'Segment').click();
    await page.keyboard.press('Delete');
    await card(page, 'Segment').waitFor({ state: 'detached' });
    await tab(page, 'Rewind');
    const slider = panelOf(page).getByRole('slider', { name: 'Step of the session' });
    await panelOf(page)
      .getByText(/step 2 of 2/)
      .waitFor();
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await panelOf(page).getByText('Add Klaviyo', { exact: true }).waitFor();
    expect(await slider.getAttribute('aria-valuetext')).toContain('Step 1 of 2: Add Klaviyo');
    await page.keyboard.press('Home');
    await panelOf(page).getByText('As it was at the beginning').waitFor();
    await panelOf(page)
      .getByRole('img', { name: /As it was at the beginning/ })
      .waitFor();
    expect(await violationsOn(page), 'the rewind').toEqual([]);
    await button(page, 'Play the session').click();
    await panelOf(page)
      .getByText(/step 2 of 2/)
      .waitFor();
    await button(page, 'Play the session').waitFor();
    expect(await card(page, 'Segment').count()).toBe(0);
    expect(await card(page, 'Klaviyo').count()).toBe(1);
  });

  it('says aloud and in words when the time is nearly up and when it is', async () => {
    const { page } = app();
    await begin(page);
    await page.clock.install();
    await page.reload();
    await go(page, 'Stack');
    await panelOf(page).getByRole('timer').waitFor();
    const said = (words: string) =>
      page
        .getByRole('status')
        .filter({ hasText: `${words} “Collect what we use”` })
        .waitFor();
    await page.clock.fastForward('15:00');
    await said('5 minutes left for');
    await page.clock.fastForward('04:00');
    await said('1 minute left for');
    await panelOf(page).getByText('Last minute of 20 min').waitFor();
    await page.clock.fastForward('02:00');
    await said('The time for');
    await panelOf(page).getByText('Time is up: over its 20 min').waitFor();
    expect(await violationsOn(page), 'over time').toEqual([]);
    await page.keyboard.press('w');
    await page.getByRole('button', { name: /^Collect what we use .*over/ }).click();
    await button(page, 'Next: Connect it').click();
    await panelOf(page).getByRole('timer', { name: 'Time for Connect it' }).waitFor();
  });

  it('is followed by a second window', async () => {
    const { page, host } = app();
    await begin(page);
    const other = await page.context().newPage();
    await other.goto(host.address);
    await go(other, 'Stack');
    await panelOf(other).getByRole('timer').waitFor();
    await button(page, 'Pause').click();
    await button(other, 'Go on').waitFor();
    const [here, there] = [await secondsLeft(page), await secondsLeft(other)];
    expect(here).toBe(there);
    await tab(other, 'Notes');
    await panelOf(other).getByLabel('Not for now').fill('From the second window');
    await other.keyboard.press('Enter');
    await tab(page, 'Notes');
    await panelOf(page).getByText('From the second window').waitFor();
    await button(other, 'End').click();
    await eventually(() => button(page, 'Go on').count(), 1);
    await other.close();
  });
});
