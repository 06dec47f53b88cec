import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import {
  canvas,
  card,
  createFirstStack,
  eventually,
  expectUndo,
  quickAdd,
} from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

const items = (page: Page, type: string) => page.locator(`[data-item="${type}"]`);

describeApp('notes, headings, frames and pictures', (app) => {
  it('are written, moved and removed with the keyboard, and undone', async () => {
    const { page } = app();
    await createFirstStack(page, 'Items');
    await canvas(page).focus();
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Write a note' }).waitFor();
    await page.keyboard.type('Ask about the contract');
    await page.keyboard.press('Escape');
    await items(page, 'note').getByText('Ask about the contract').waitFor();
    await expectUndo(page, 'Edit a note');
    await page.keyboard.press('ArrowRight');
    await expectUndo(page, 'Move a note');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Write a note' }).fill('Ask Ana');
    await page.keyboard.press('Escape');
    await items(page, 'note').getByText('Ask Ana').waitFor();
    await page.keyboard.press('Delete');
    await eventually(() => items(page, 'note').count(), 0);
    await page.keyboard.press('Control+z');
    await items(page, 'note').getByText('Ask Ana').waitFor();
    await page.keyboard.press('t');
    await page.getByRole('textbox', { name: 'Heading' }).waitFor();
    await page.keyboard.type('As is');
    await page.keyboard.press('Enter');
    await items(page, 'heading').getByText('As is').waitFor();
  });

  it('moves what stands on a frame along with it', async () => {
    const { page } = app();
    await createFirstStack(page, 'Frames');
    await page.keyboard.press('f');
    await page.getByRole('textbox', { name: 'Name of the frame' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Write a note' }).waitFor();
    await page.keyboard.type('On the frame');
    await page.keyboard.press('Escape');
    const note = items(page, 'note');
    const before = await note.boundingBox();
    const title = await items(page, 'frame').getByText('Frame 1').boundingBox();
    if (!before || !title) throw new Error('It is not on the screen.');
    await page.mouse.move(title.x + 10, title.y + 8);
    await page.mouse.down();
    await page.mouse.move(title.x + 40, title.y + 40, { steps: 5 });
    await page.mouse.move(title.x + 70, title.y + 58, { steps: 5 });
    await page.mouse.up();
    await expectUndo(page, 'Move 2 things');
    const after = await note.boundingBox();
    const titleAfter = await items(page, 'frame').getByText('Frame 1').boundingBox();
    // As far as the frame: what is taken up before a drag begins is not part of it.
    expect((after?.x ?? 0) - before.x).toBeGreaterThan(30);
    expect((after?.x ?? 0) - before.x).toBeCloseTo((titleAfter?.x ?? 0) - title.x, 0);
    expect((after?.y ?? 0) - before.y).toBeCloseTo((titleAfter?.y ?? 0) - title.y, 0);
  });

  it('selects products and items with one frame of the pointer', async () => {
    const { page } = app();
    await createFirstStack(page, 'Marquee');
    await quickAdd(page, ['HubSpot']);
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Write a note' }).waitFor();
    await page.keyboard.type('Beside it');
    await page.keyboard.press('Escape');
    const area = await canvas(page).boundingBox();
    if (!area) throw new Error('It is not on the screen.');
    await page.mouse.move(area.x + 4, area.y + 4);
    await page.mouse.down();
    await page.mouse.move(area.x + 200, area.y + 200, { steps: 4 });
    await page.mouse.move(area.x + area.width - 10, area.y + area.height - 120, { steps: 8 });
    await page.mouse.up();
    await page.keyboard.press('Delete');
    await expectUndo(page, 'Remove 2 things');
    await page.keyboard.press('Control+z');
    await card(page, 'HubSpot').waitFor();
  });
});
