import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { violationsOn } from './support/accessibility.ts';
import { canvas, card, createFirstStack, eventually, go, quickAdd } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

const bar = (page: Page) => page.getByRole('complementary', { name: 'Audience' });
const tool = (page: Page, name: string | RegExp) => bar(page).getByRole('button', { name });
const title = (audience: Page) => audience.getByRole('heading', { level: 1 });
const picture = (audience: Page) => audience.locator('svg[data-picture]');
const drawn = (audience: Page) => picture(audience).locator('image').getAttribute('href');
const viewBox = (audience: Page) => picture(audience).getAttribute('viewBox');
const laser = (audience: Page) => audience.locator('[data-laser]');

/** The services, and the other window, answer in their own time. */
const within = { timeout: 5000 };

/** Opens the audience's window by the action's own key. */
async function openAudience(page: Page, errors: string[] = []): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await page.keyboard.press('Control+Alt+a');
  const audience = await opened;
  audience.on('pageerror', (error) => errors.push(error.message));
  audience.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await bar(page).getByText('Live', { exact: true }).waitFor();
  return audience;
}

/** The middle of what a picture shows, in canvas units. */
async function middle(audience: Page): Promise<{ readonly x: number; readonly y: number }> {
  const [x = 0, y = 0, width = 0, height = 0] = ((await viewBox(audience)) ?? '')
    .split(' ')
    .map(Number);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Asks the services as the page does. */
async function call<T>(page: Page, channel: string, input: object): Promise<T> {
  const text = await page.evaluate<string, readonly [string, string]>(
    async ([name, body]) => {
      const headers = { 'Content-Type': 'application/json' };
      return (await fetch(`/api/${name}`, { method: 'POST', headers, body })).text();
    },
    [channel, JSON.stringify({ input, requestId: channel })],
  );
  const result = JSON.parse(text) as { readonly ok: boolean; readonly value: T };
  expect(result, text).toMatchObject({ ok: true });
  return result.value;
}

describeApp('the audience’s window', (app) => {
  it('opens from the canvas, shows the stack alone and follows its changes', async () => {
    const { page, pageErrors } = app();
    await createFirstStack(page, 'Room');
    await quickAdd(page, ['HubSpot', 'Segment']);
    const audience = await openAudience(page, pageErrors);
    await eventually(() => title(audience).innerText(), 'Room');
    await picture(audience).waitFor();
    expect(new URL(audience.url()).pathname).toBe('/audience.html');
    await eventually(() => audience.getByRole('navigation').count(), 0);
    expect(await violationsOn(audience)).toEqual([]);
    expect(await violationsOn(page)).toEqual([]);

    const before = await drawn(audience);
    await quickAdd(page, ['Braze']);
    await expect.poll(() => drawn(audience), within).not.toBe(before);
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Name' }).fill('Our room');
    await page.keyboard.press('Enter');
    await eventually(() => title(audience).innerText(), 'Our room');

    // Asked for again, it is the same one.
    await canvas(page).focus();
    await page.keyboard.press('Control+Alt+a');
    await page.getByText('The audience’s window is open already.').waitFor();
    expect(page.context().pages()).toHaveLength(2);
  });

  it('follows the view, the steps, the spotlight and the laser pointer', async () => {
    const { page, pageErrors } = app();
    await createFirstStack(page, 'Room');
    await quickAdd(page, ['HubSpot', 'Segment', 'Braze']);
    const audience = await openAudience(page, pageErrors);
    await picture(audience).waitFor();
    const whole = await viewBox(audience);

    await tool(page, 'My view').click();
    await expect.poll(() => viewBox(audience), within).not.toBe(whole);
    const seen = await middle(audience);
    await canvas(page).hover();
    await page.mouse.wheel(0, -600);
    await expect.poll(async () => (await middle(audience)).y, within).not.toBe(seen.y);

    await page.keyboard.press('Control+Alt+p');
    await eventually(() => title(audience).innerText(), 'Room');
    const counter = audience.locator('[data-counter]');
    await expect.poll(() => counter.innerText(), within).toMatch(/1 \/ \d/);
    await page.keyboard.press('PageDown');
    await expect.poll(() => counter.innerText(), within).toMatch(/2 \/ \d/);
    const first = await title(audience).innerText();
    const steps = bar(page).getByRole('group', { name: 'Steps' });
    await steps.getByText(first, { exact: true }).waitFor();
    // A clicker that is heard by the audience's window moves on as well.
    await audience.keyboard.press('PageDown');
    await expect.poll(() => counter.innerText(), within).toMatch(/3 \/ \d/);
    await steps.getByRole('button', { name: 'Previous step' }).click();
    await eventually(() => title(audience).innerText(), first);

    await page.keyboard.press('Shift+1');
    await page.keyboard.press('s');
    const lit = () => audience.locator('rect[class*="lit"]').count();
    await card(page, 'Braze').hover();
    await eventually(lit, 1);
    // It is not on this step.
    await card(page, 'Segment').hover();
    await eventually(lit, 0);
    await tool(page, 'Whole stack').click();
    await card(page, 'Segment').hover();
    await eventually(lit, 1);
    await page.keyboard.press('s');
    await eventually(lit, 0);

    await page.keyboard.press('k');
    const {
      x = 0,
      y = 0,
      width = 0,
      height = 0,
    } = (await card(page, 'Segment').boundingBox()) ?? {};
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 5 });
    const target = (await card(page, 'Segment').getAttribute('style')) ?? '';
    const [left = 0, top = 0] =
      /translate\(([-\d.]+)px, ?([-\d.]+)px\)/.exec(target)?.slice(1).map(Number) ?? [];
    // In the units of the canvas, whatever the zoom of either window.
    await expect
      .poll(async () => {
        const [px = 0, py = 0] = ((await laser(audience).getAttribute('data-laser')) ?? '')
          .split(' ')
          .map(Number);
        return [Math.round(px - left - 92), Math.round(py - top - 26)];
      }, within)
      .toEqual([0, 0]);
    // Nobody moves it, so it only covers what is below.
    await laser(audience).waitFor({ state: 'detached' });
    await page.mouse.move(x + width / 2 + 9, y + height / 2);
    await laser(audience).waitFor({ state: 'attached' });
    await page.keyboard.press('k');
    await laser(audience).waitFor({ state: 'detached' });
  });

  it('goes blank, and keeps its picture while the facilitator prepares', async () => {
    const { page, pageErrors } = app();
    await createFirstStack(page, 'Room');
    await quickAdd(page, ['HubSpot']);
    const audience = await openAudience(page, pageErrors);
    await picture(audience).waitFor();
    await canvas(page).focus();
    await page.keyboard.press('b');
    await audience.locator('[data-blank]').waitFor();
    await bar(page).getByText('Blank', { exact: true }).waitFor();
    expect(await violationsOn(audience)).toEqual([]);
    await page.keyboard.press('b');
    await audience.locator('[data-blank]').waitFor({ state: 'detached' });

    await page.keyboard.press('Shift+B');
    await bar(page).getByText('Frozen', { exact: true }).waitFor();
    const held = await drawn(audience);
    await quickAdd(page, ['Segment']);
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Name' }).fill('Prepared');
    await page.keyboard.press('Enter');
    await bar(page).getByRole('button', { name: 'Step by step' }).click();
    await page.reload();
    await bar(page).getByText('Frozen', { exact: true }).waitFor();
    expect(await title(audience).innerText()).toBe('Room');
    expect(await drawn(audience)).toBe(held);
    expect(await audience.getByText('Waiting for the facilitator').count()).toBe(0);

    await go(page, 'Stack');
    await canvas(page).focus();
    await page.keyboard.press('Shift+B');
    await eventually(() => title(audience).innerText(), 'Prepared');
    await expect.poll(() => drawn(audience), within).not.toBe(held);
  });

  it('says calmly that its facilitator is gone, and goes on with the one who comes', async () => {
    const { page, host, pageErrors } = app();
    await createFirstStack(page, 'Room');
    await quickAdd(page, ['HubSpot']);
    const audience = await openAudience(page, pageErrors);
    await picture(audience).waitFor();
    await page.reload();
    await bar(page).getByText('Live', { exact: true }).waitFor();
    await audience.reload();
    await eventually(() => title(audience).innerText(), 'Room');
    await picture(audience).waitFor();

    const other = await page.context().newPage();
    await other.goto(host.address);
    await other.getByRole('navigation', { name: 'Screens' }).waitFor();
    await page.close();
    await audience.getByText('Waiting for the facilitator').waitFor();
    // The picture stays.
    await picture(audience).waitFor();
    await go(other, 'Stack');
    await canvas(other).focus();
    await other.keyboard.press('Control+Alt+a');
    await bar(other).getByText('Live', { exact: true }).waitFor();
    await audience.getByText('Waiting for the facilitator').waitFor({ state: 'detached' });

    await other.getByRole('button', { name: 'More', exact: true }).click();
    await other.getByRole('menuitem', { name: 'Delete stack' }).click();
    await audience.getByRole('heading', { name: 'No stack is open' }).waitFor();
    await other.getByRole('button', { name: 'Undo' }).click();
    await eventually(() => title(audience).innerText(), 'Room');

    await audience.close();
    await other.getByText('The audience’s window was closed.').waitFor();
    await eventually(() => bar(other).count(), 0);
  });

  it('follows one of two tabs that lead alike, as after duplicating one', async () => {
    const { page, host, pageErrors } = app();
    await createFirstStack(page, 'Room');
    const audience = await openAudience(page, pageErrors);
    const kept = await page.evaluate<string>('JSON.stringify(Object.entries(sessionStorage))');
    const twin = await page.context().newPage();
    await twin.addInitScript(
      `for (const [key, value] of ${kept}) sessionStorage.setItem(key, value);`,
    );
    await twin.goto(host.address);
    await twin.getByRole('navigation', { name: 'Screens' }).waitFor();
    const bars = async () => (await bar(page).count()) + (await bar(twin).count());
    await eventually(bars, 1);
    const leader = (await bar(page).count()) === 1 ? page : twin;
    await tool(leader, 'Blank the screen').click();
    await audience.locator('[data-blank]').waitFor();
  });

  it('outlives a crash of the facilitator’s page', async () => {
    const { page, host, pageErrors } = app();
    await createFirstStack(page, 'Room');
    await quickAdd(page, ['HubSpot']);
    const audience = await openAudience(page, pageErrors);
    await picture(audience).waitFor();
    const crashed = page.waitForEvent('crash');
    // It never arrives anywhere.
    void page.goto('chrome://crash').catch(() => {});
    await crashed;
    await audience.getByText('Waiting for the facilitator').waitFor();
    expect(await title(audience).innerText()).toBe('Room');
    await picture(audience).waitFor();
    const next = await page.context().newPage();
    await next.goto(host.address);
    await go(next, 'Stack');
    await canvas(next).focus();
    await next.keyboard.press('Control+Alt+a');
    await quickAdd(next, ['Segment']);
    const before = await drawn(audience);
    await quickAdd(next, ['Braze']);
    await expect.poll(() => drawn(audience), within).not.toBe(before);
  });

  it('shows the agenda with its time, and a vote whose result stays hidden until it is revealed', async () => {
    const { page, pageErrors } = app();
    await createFirstStack(page, 'Room');
    const audience = await openAudience(page, pageErrors);
    const [{ id: stackId }] = await call<[{ id: string }]>(page, 'stacks:list', {});
    const agenda = [{ title: 'Collect the tools', minutes: 10 }];
    const begin = { stackId, name: 'Workshop', agenda };
    const { id } = await call<{ id: string }>(page, 'workshops:begin', begin);
    const step = (command: object) => call(page, 'workshops:apply', { id, command });
    await step({ type: 'start-next' });
    await audience.getByText('Collect the tools').waitFor();
    const timer = audience.getByRole('timer');
    await expect.poll(() => timer.innerText(), within).toMatch(/^9:\d\d$/);
    await step({ type: 'pause' });
    await expect.poll(() => timer.innerText(), within).toMatch(/paused$/);
    await tool(page, 'Agenda and time').click();
    await timer.waitFor({ state: 'detached' });
    await tool(page, 'Agenda and time').click();
    await timer.waitFor();

    const options = ['Keep', 'Replace'].map((label) => ({
      ...{ id: label.toLowerCase(), label, productId: null },
    }));
    const rules = { budget: 2, isOnePerOption: false, people: 9, method: 'hands' };
    const question = 'What about the old mailer?';
    await step({ type: 'open-vote', voteId: 'vote-1', question, options, ...rules });
    const vote = audience.getByRole('region', { name: 'Vote' });
    await vote.getByRole('heading', { name: question }).waitFor();
    await step({ type: 'count-hands', voteId: 'vote-1', optionId: 'keep', dots: 3 });
    await step({ type: 'count-hands', voteId: 'vote-1', optionId: 'replace', dots: 5 });
    await tool(page, `Vote: ${question}`).click();
    await vote.waitFor({ state: 'detached' });
    await tool(page, `Vote: ${question}`).click();
    expect(await vote.getByRole('listitem').allInnerTexts()).toEqual(['Keep', 'Replace']);
    expect(await violationsOn(audience)).toEqual([]);

    await step({ type: 'reveal-vote', voteId: 'vote-1' });
    await vote.getByText('Replace is first with 5 dots.').waitFor();
    expect(await vote.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^Replace\s+5/),
      expect.stringMatching(/^Keep\s+3/),
    ]);
    expect(await violationsOn(audience)).toEqual([]);
    await call(page, 'workshops:end', { id });
    await vote.waitFor({ state: 'detached' });
    await timer.waitFor({ state: 'detached' });
  });

  it('closes when the facilitator is done', async () => {
    const { page } = app();
    await createFirstStack(page, 'Room');
    const audience = await openAudience(page);
    const closed = audience.waitForEvent('close');
    await tool(page, 'Close the audience’s window').click();
    await closed;
    await eventually(() => bar(page).count(), 0);
  });

  it('can be opened by hand where the browser blocks it', async () => {
    const { page } = app();
    await createFirstStack(page, 'Room');
    await page.evaluate('window.open = () => null; 0');
    await page.keyboard.press('Control+Alt+a');
    const link = bar(page).getByRole('link', { name: 'Open it by hand' });
    await link.waitFor();
    expect(await violationsOn(page)).toEqual([]);
    const opened = page.context().waitForEvent('page');
    await link.click();
    await eventually(async () => title(await opened).innerText(), 'Room');
    await bar(page).getByText('Live', { exact: true }).waitFor();
  });
});
