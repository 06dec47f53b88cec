import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violationsOn } from './support/accessibility.ts';
import { createFirstStack, quickAdd } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

async function openDialog(page: Page) {
  await createFirstStack(page, 'Take "me" along');
  await quickAdd(page, ['HubSpot', 'Segment', 'Braze']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('img', { name: 'The diagram as it will be' }).waitFor();
  return dialog;
}

async function exportAs(page: Page, format: string): Promise<Buffer> {
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: new RegExp(`^${format}`) }).check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: new RegExp(`^Export ${format}`) }).click(),
  ]);
  await dialog.waitFor({ state: 'detached' });
  return readFile(await download.path());
}

describeApp('the export dialog', (app) => {
  it('shows what comes out, says what is lost, and keeps the choices of the last time', async () => {
    const session = app();
    const { page } = session;
    const dialog = await openDialog(page);
    expect(await violationsOn(page), 'the export dialog').toEqual([]);
    await dialog.getByRole('radio', { name: /^Graphviz DOT/ }).check();
    await dialog.getByText(/Places and notes are left out/).waitFor();
    await dialog.getByRole('radio', { name: /^PDF/ }).check();
    await dialog.getByRole('button', { name: /Paper/ }).click();
    await page.getByRole('option', { name: 'A3' }).click();
    await dialog.getByLabel('Author').fill('Ana');
    const pdf = await exportAs(page, 'PDF');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

    await session.reopen();
    await session.page.getByRole('navigation', { name: 'Screens' }).getByText('Stack').click();
    await session.page.locator('.react-flow').waitFor();
    await session.page.keyboard.press('Control+Shift+E');
    const again = session.page.getByRole('dialog', { name: 'Export' });
    await expect.poll(() => again.getByRole('radio', { name: /^PDF/ }).isChecked()).toBe(true);
    expect(await again.getByLabel('Author').inputValue()).toBe('Ana');
  });

  it('writes Mermaid that Mermaid’s own parser reads', async () => {
    const { page } = app();
    await openDialog(page);
    const source = String(await exportAs(page, 'Mermaid'));
    const mermaid = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js');
    // In a page of its own: the application lets no foreign script in.
    const other = await page.context().newPage();
    await other.goto('about:blank');
    await other.addScriptTag({ path: mermaid });
    const type = await other.evaluate(async (text) => {
      const { mermaid: parser } = globalThis as unknown as {
        mermaid: { parse(text: string): Promise<{ diagramType: string }> };
      };
      return (await parser.parse(text)).diagramType;
    }, source);
    expect(type).toMatch(/^flowchart/);
    expect(source).toContain('HubSpot');
    await other.close();
  });

  it('draws the same SVG in the browser and PNG by itself, but for a few edges of letters', async () => {
    const { page } = app();
    await openDialog(page);
    const png = await exportAs(page, 'PNG');
    await page.keyboard.press('Control+Shift+E');
    await page.getByRole('dialog', { name: 'Export' }).waitFor();
    const svg = await exportAs(page, 'SVG');
    const other = await page.context().newPage();
    await other.goto('about:blank');
    const difference = await other.evaluate(
      async ([left, right]) => {
        const draw = async (uri: string, width: number, height: number) => {
          const image = new Image();
          image.src = uri;
          await image.decode();
          const canvas = document.createElement('canvas');
          canvas.width = width || image.naturalWidth;
          canvas.height = height || image.naturalHeight;
          const context = canvas.getContext('2d');
          context?.drawImage(image, 0, 0, canvas.width, canvas.height);
          const data = context?.getImageData(0, 0, canvas.width, canvas.height).data;
          return { width: canvas.width, height: canvas.height, data };
        };
        const a = await draw(left ?? '', 0, 0);
        const b = await draw(right ?? '', a.width, a.height);
        if (!a.data || !b.data) return 1;
        let differing = 0;
        for (let at = 0; at < a.data.length; at += 4) {
          const off = [0, 1, 2].some(
            (part) => Math.abs((a.data?.[at + part] ?? 0) - (b.data?.[at + part] ?? 0)) > 64,
          );
          if (off) differing++;
        }
        return differing / (a.data.length / 4);
      },
      [
        `data:image/png;base64,${png.toString('base64')}`,
        `data:image/svg+xml;base64,${svg.toString('base64')}`,
      ],
    );
    expect(difference).toBeLessThan(0.02);
    await other.close();
  });

  it('writes one HTML file that says everything by itself', async () => {
    const { page } = app();
    await openDialog(page);
    const report = String(await exportAs(page, 'HTML'));
    const other = await page.context().newPage();
    const asked: string[] = [];
    const errors: string[] = [];
    other.on('request', (request) => asked.push(request.url()));
    other.on('pageerror', (error) => errors.push(String(error)));
    await other.setContent(report);
    await other
      .getByRole('heading', { name: /Take "me" along/ })
      .first()
      .waitFor();
    await other.getByRole('cell', { name: 'HubSpot' }).first().waitFor();
    expect(await other.locator('svg').count()).toBeGreaterThan(0);
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
    expect(errors).toEqual([]);
    expect(await violationsOn(other), 'the report').toEqual([]);
    await other.close();
  });

  it('copies a stack as a picture and as data, which another stack takes', async () => {
    const { page } = app();
    await openDialog(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy as picture' }).click();
    await page.getByText('Copied the diagram as a picture and as data.').first().waitFor();
    const types = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return [...(item?.types ?? [])].sort();
    });
    expect(types).toEqual(['image/png', 'text/html', 'text/plain']);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Alt+n');
    await page.getByRole('dialog').getByLabel('Name').fill('Another');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+v');
    await page.getByRole('button', { name: 'Undo Paste 3 products', exact: true }).waitFor();
  });
});
