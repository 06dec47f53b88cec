import type { Page } from 'playwright-core';

/**
 * Milliseconds from a key or the end of a drag until the canvas shows what it did, by the page's own
 * clock: the frame after the one in which `isDone` became true has then been painted.
 */
async function latency(
  page: Page,
  act: () => Promise<void>,
  { begins, isDone }: { readonly begins: string; readonly isDone: string },
): Promise<number> {
  const result = page.evaluate(
    ({ begins, isDone }) =>
      new Promise<number>((resolve) => {
        const check = new Function('state', `return (${isDone})(state)`) as (
          state: unknown,
        ) => boolean;
        const state = {};
        check(state);
        let start = 0;
        const onStart = (event: Event): void => {
          start = event.timeStamp;
          removeEventListener(begins, onStart, true);
          const look = (): void => {
            if (check(state)) requestAnimationFrame(() => resolve(performance.now() - start));
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        };
        addEventListener(begins, onStart, true);
      }),
    { begins, isDone },
  );
  await page.waitForTimeout(50);
  await act();
  return result;
}

/** The number of known lines, as the canvas says it, has changed since the first look. */
const edgesChanged = `(state) => {
  const now = document.querySelector('.react-flow svg[role=img]')?.getAttribute('aria-label') ?? '';
  state.before ??= now;
  return now !== '' && now !== state.before;
}`;

/** Times of edits on the open stack; all of them are undone. */
export async function editTimes(
  page: Page,
  products: readonly { readonly name: string }[],
): Promise<Readonly<Record<string, readonly number[]>>> {
  const times: Record<string, number[]> = {
    'add a product with its lines': [],
    'undo the addition': [],
  };
  for (const { name } of products) {
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: 'Add products' });
    await dialog.getByRole('combobox').fill(name);
    await dialog.getByRole('option').filter({ hasText: name }).first().waitFor();
    times['add a product with its lines']!.push(
      await latency(page, () => page.keyboard.press('Enter'), {
        begins: 'keydown',
        isDone: edgesChanged,
      }),
    );
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.waitForTimeout(600);
    times['undo the addition']!.push(
      await latency(page, () => page.keyboard.press('Control+z'), {
        begins: 'keydown',
        isDone: edgesChanged,
      }),
    );
    await page.waitForTimeout(600);
  }
  return times;
}
