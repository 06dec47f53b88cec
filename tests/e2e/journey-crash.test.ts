import { expect, it } from 'vitest';
import { calledOut } from './support/journey.ts';
import {
  card,
  createFirstStack,
  eventually,
  expectCards,
  expectUndo,
  go,
  quickAdd,
} from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

describeApp('a workshop whose application is killed in the middle', (app) => {
  it('has everything that was seen, can take it back, and goes on', async () => {
    const session = app();
    await createFirstStack(session.page, 'Workshop');
    await quickAdd(session.page, calledOut.slice(0, 12));
    await session.page.keyboard.press('Escape');
    await card(session.page, 'HubSpot').focus();
    await session.page.keyboard.press('Control+a');
    await session.page.keyboard.press('Control+Shift+l');
    await expectUndo(session.page, 'Lock 12 products');
    await session.page.keyboard.press('Escape');
    await session.page.keyboard.press('n');
    await session.page.getByRole('textbox', { name: 'Write a note' }).waitFor();
    await session.page.keyboard.type('Who owns consent?');
    await session.page.keyboard.press('Escape');
    await session.page.locator('.react-flow__node-item').getByText('Who owns consent?').waitFor();
    const undo = session.page.getByRole('button', { name: /^Undo / });
    const lastStep = await undo.getAttribute('aria-label');

    await session.reopen('kill');
    await go(session.page, 'Stack');
    await expectCards(session.page, 12);
    await session.page.locator('.react-flow__node-item').getByText('Who owns consent?').waitFor();
    const undoNow = session.page.getByRole('button', { name: /^Undo / });
    expect(await undoNow.getAttribute('aria-label')).toBe(lastStep);

    // What was done before the crash is taken back as if there had been none.
    for (let step = 0; step < 5; step++) {
      if ((await undoNow.getAttribute('aria-label')) === 'Undo Lock 12 products') break;
      const before = await undoNow.getAttribute('aria-label');
      await session.page.keyboard.press('Control+z');
      await expect.poll(() => undoNow.getAttribute('aria-label')).not.toBe(before);
    }
    await session.page.keyboard.press('Control+z');
    await expectUndo(session.page, `Add ${calledOut[11]}`);
    await session.page.keyboard.press('Control+Shift+z');
    await expectUndo(session.page, 'Lock 12 products');

    // And on it goes, through another one.
    await quickAdd(session.page, calledOut.slice(12, 15));
    await session.page.keyboard.press('Escape');
    await session.reopen('kill');
    await go(session.page, 'Stack');
    await expectCards(session.page, 15);
    await eventually(
      () => session.page.getByRole('button', { name: /^Undo / }).getAttribute('aria-label'),
      `Undo Add ${calledOut[14]}`,
    );
  }, 120_000);
});
