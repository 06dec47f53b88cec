import type { Page } from 'playwright-core';

/** What an edit changes: products with their lines, or where the selected one stands. */
type Change = 'content' | 'place';

const GIVEN_UP_AFTER_MS = 15_000;

/**
 * Milliseconds from a key until the canvas has painted what it did, by the page's own clock.
 * @throws when nothing of it is seen within {@link GIVEN_UP_AFTER_MS}
 */
async function latency(page: Page, key: string, change: Change): Promise<number> {
  const result = page.evaluate(
    async ({ change, limit }) => {
      const look = (): readonly unknown[] => {
        const cards = document.querySelectorAll('.react-flow__node-product').length;
        const lines = document.querySelector('.react-flow svg[role=img]');
        const selected = document.querySelector<HTMLElement>('.react-flow__node.selected');
        return change === 'content'
          ? [cards, lines?.getAttribute('aria-label')]
          : [selected?.style.transform];
      };
      const isChanged = (): boolean => look().every((each, at) => each !== before[at]);
      const frame = (): Promise<number> => new Promise(requestAnimationFrame);
      const before = look();
      const start = await new Promise<number>((resolve) => {
        addEventListener('keydown', ({ timeStamp }) => resolve(timeStamp), {
          ...{ capture: true, once: true },
        });
      });
      while (!isChanged()) {
        if (performance.now() - start > limit) return null;
        await frame();
      }
      // What comes after the callbacks of a frame comes after it was painted.
      await new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      });
      return performance.now() - start;
    },
    { change, limit: GIVEN_UP_AFTER_MS },
  );
  // The page listens before the key is pressed.
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.keyboard.press(key);
  const ms = await result;
  if (ms === null) throw new Error(`${key} changed nothing on the canvas.`);
  return ms;
}

const settled = (page: Page): Promise<void> => page.waitForTimeout(900);

/** Cards whose middle can be grabbed. */
export function cardsInView(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('.react-flow__node-product')].flatMap((card) => {
      const { x, y, width, height } = card.getBoundingClientRect();
      const at = { x: x + width / 2, y: y + height / 2 };
      const id = card.getAttribute('data-id') ?? '';
      return card.contains(document.elementFromPoint(at.x, at.y)) ? [{ id, at }] : [];
    }),
  );
}

/**
 * Times of edits on the open stack, each undone.
 * @param products such as have many lines to the stack and are not on it
 */
export async function editTimes(
  page: Page,
  products: readonly string[],
): Promise<Readonly<Record<string, readonly number[]>>> {
  const times = {
    'add a product with its lines': [] as number[],
    'undo the addition': [] as number[],
    'move by a key': [] as number[],
    'undo the move': [] as number[],
  };
  for (const name of products) {
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: 'Add products' });
    await dialog.getByRole('combobox').fill(name);
    await dialog.getByRole('option').filter({ hasText: name }).first().waitFor();
    times['add a product with its lines'].push(await latency(page, 'Enter', 'content'));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await settled(page);
    times['undo the addition'].push(await latency(page, 'Control+z', 'content'));
    await settled(page);
  }
  const [card] = await cardsInView(page);
  await page.mouse.click(card!.at.x, card!.at.y);
  for (let time = 0; time < products.length; time++) {
    times['move by a key'].push(await latency(page, 'ArrowRight', 'place'));
    await settled(page);
    times['undo the move'].push(await latency(page, 'Control+z', 'place'));
    await settled(page);
  }
  return times;
}
