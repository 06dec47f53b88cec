import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';

/** What a person does, in the words of the screen. */

export async function go(
  page: Page,
  screen: 'Explore' | 'Stack' | 'Graph' | 'Insights' | 'Library',
) {
  await page.getByRole('navigation', { name: 'Screens' }).getByText(screen).click();
}

export async function createFirstStack(page: Page, name: string): Promise<void> {
  await go(page, 'Stack');
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Create stack' }).click();
  await canvas(page).waitFor();
}

export function canvas(page: Page): Locator {
  return page.locator('.react-flow');
}

export function cardsOf(page: Page): Locator {
  return page.locator('.react-flow__node-product');
}

export function card(page: Page, name: string): Locator {
  return cardsOf(page).filter({ has: page.getByText(name, { exact: true }) });
}

/** Finds a product in the drawer of the Stack screen. */
export async function findInDrawer(page: Page, text: string, name: string): Promise<Locator> {
  await page.getByLabel('Search products to add').fill(text);
  const row = page
    .getByRole('grid', { name: 'Products to drag onto the stack' })
    .getByRole('row')
    .filter({ has: page.getByText(name, { exact: true }) });
  await row.first().waitFor();
  return row.first();
}

export async function dragToCanvas(
  page: Page,
  text: string,
  name: string,
  at: { readonly x: number; readonly y: number },
): Promise<void> {
  const row = await findInDrawer(page, text, name);
  await row.dragTo(page.locator('.react-flow__pane'), { targetPosition: at });
  await card(page, name).waitFor();
}

/** Adds products one after the other through the quick-add dialog, without the mouse in between. */
export async function quickAdd(page: Page, names: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Add products', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Add products' });
  const field = dialog.getByRole('combobox', { name: 'Product to add' });
  for (const name of names) {
    await field.fill(name);
    await dialog.getByRole('option').filter({ hasText: name }).first().waitFor();
    await page.keyboard.press('Enter');
    await card(page, name).waitFor();
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

/** Waits until a value read from the page is as expected; the services answer in their own time. */
export async function eventually<T>(read: () => Promise<T>, expected: T): Promise<void> {
  await expect.poll(read, { timeout: 5000 }).toEqual(expected);
}

/** A point of a line on the canvas with nothing above it, the nearer to its middle the better. */
export function pointOn(line: Locator): Promise<{ readonly x: number; readonly y: number }> {
  return line.evaluate((path: SVGPathElement) => {
    const matrix = path.getScreenCTM();
    if (!matrix) throw new Error('The line is not drawn.');
    const length = path.getTotalLength();
    for (let off = 0; off < 0.45; off += 0.02) {
      for (const share of [0.5 - off, 0.5 + off]) {
        const on = path.getPointAtLength(length * share);
        const { x, y } = new DOMPoint(on.x, on.y).matrixTransform(matrix);
        if (document.elementFromPoint(x, y)?.matches('.react-flow__pane')) return { x, y };
      }
    }
    throw new Error('The line is nowhere to be pointed at.');
  });
}

/** Presses Tab until something has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator, most = 120): Promise<void> {
  await target.waitFor();
  const hasFocus = (): Promise<boolean> =>
    target.evaluate((element) => element.contains(document.activeElement));
  for (let presses = 0; presses < most; presses++) {
    if (await hasFocus()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(target)} is not reached with ${most} presses of Tab.`);
}

/** Runs an action by the palette. */
export async function runByPalette(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  await palette.waitFor();
  await page.keyboard.type(label);
  await palette.getByRole('option', { name: label }).first().waitFor();
  await page.keyboard.press('Enter');
  await palette.waitFor({ state: 'detached' });
}

/** Pastes as the system does, without asking for its clipboard. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((plain) => {
    const data = new DataTransfer();
    data.setData('text/plain', plain);
    const event = new ClipboardEvent('paste', {
      ...{ clipboardData: data, bubbles: true, cancelable: true },
    });
    document.body.dispatchEvent(event);
  }, text);
}

/** The last step of the open stack, as its undo names it. */
export const expectUndo = (page: Page, step: string): Promise<void> =>
  page.getByRole('button', { name: `Undo ${step}`, exact: true }).waitFor();

/** Where something is on the screen. */
export async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) throw new Error('It is not on the screen.');
  return box;
}

/** Waits until the canvas has so many products. */
export const expectCards = (page: Page, count: number): Promise<void> =>
  eventually(() => cardsOf(page).count(), count);
