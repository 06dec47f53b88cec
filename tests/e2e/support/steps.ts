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

/** The middle of a line on the canvas, in pixels of the window. */
export function middleOf(line: Locator): Promise<{ readonly x: number; readonly y: number }> {
  return line.evaluate((path: SVGPathElement) => {
    const middle = path.getPointAtLength(path.getTotalLength() / 2);
    const matrix = path.getScreenCTM();
    if (!matrix) throw new Error('The line is not drawn.');
    const { x, y } = new DOMPoint(middle.x, middle.y).matrixTransform(matrix);
    return { x, y };
  });
}
