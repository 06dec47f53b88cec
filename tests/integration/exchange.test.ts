import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices, type Services } from '../../electron/services/create-services.ts';
import { pngScale } from '../../electron/services/exchange/render-png.ts';
import type { CallContext, FileContent, StackState } from '../../shared/contract/contract.ts';
import { writeStackFile } from '../../shared/exchange/stack-file.ts';
import { Refusal, type ErrorCode } from '../../shared/result.ts';
import { realCatalogue } from '../support/catalogue.ts';
import { aStackContent } from '../support/stack-files.ts';
import { ExportOptions } from '../../shared/exchange/export-options.ts';
import { Placement } from '../../shared/stack/commands.ts';

const context: CallContext = { signal: new AbortController().signal, progress: () => undefined };

const dataFolder = mkdtempSync(join(tmpdir(), 'stackscape-'));
let services: Services;
beforeAll(() => {
  services = createServices({
    catalogueFile: realCatalogue(),
    dataFolder,
    host: 'cli',
    versions: {},
    emit: () => undefined,
    log: (error) => {
      throw error;
    },
  });
});
afterAll(() => {
  services.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** The best connected products there are, as many of each group. */
function realProducts(count: number) {
  const db = new Database(realCatalogue(), { readonly: true });
  const rows = db
    .prepare<[number], { productId: string; name: string; categoryId: string; groupId: 'data' }>(
      `SELECT productId, name, categoryId, groupId FROM (
         SELECT product.id AS productId, product.name, category_id AS categoryId, degree,
           category.group_id AS groupId,
           row_number() OVER (PARTITION BY category.group_id ORDER BY degree DESC, product.id) AS place
         FROM product JOIN category ON category.id = category_id)
       ORDER BY place, degree DESC LIMIT ?`,
    )
    .all(count);
  db.close();
  return rows.map((row, index) => Placement.parse({ id: `node-${index}`, ...row }));
}

async function aStack(name: string, count: number): Promise<StackState> {
  const { handlers } = services;
  const { stack } = await handlers['stacks:create']({ name }, context);
  await handlers['stacks:apply'](
    { stackId: stack.id, command: { type: 'add-products', products: realProducts(count) } },
    context,
  );
  return handlers['stacks:get']({ id: stack.id }, context);
}

function exportAs(
  id: string,
  format: 'json' | 'svg' | 'png',
  options: { look?: 'light' | 'dark'; scale?: number } = {},
): Promise<FileContent> | FileContent {
  return services.handlers['exchange:export-stack'](
    { ...ExportOptions.parse({ format, scale: 1, ...options }), stackId: id },
    context,
  );
}

async function importText(text: string | Uint8Array, keepUnknown = false): Promise<StackState> {
  return services.handlers['exchange:import-stack'](
    { fileName: 'x.json', base64: Buffer.from(text).toString('base64'), keepUnknown },
    context,
  );
}

const textOf = (file: FileContent): string => Buffer.from(file.base64, 'base64').toString('utf8');

async function refusal(promise: Promise<unknown>): Promise<{ code: ErrorCode; message: string }> {
  const error: unknown = await promise.then(
    () => new Error('It was not refused.'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw error;
  return error;
}

async function stackCount(): Promise<number> {
  return (await services.handlers['stacks:list']({ deleted: false }, context)).length;
}

/** Width, height and the bytes behind the filters of a PNG file of 8 bits and four channels. */
function readPng(file: FileContent): { width: number; height: number; different: number } {
  const bytes = Buffer.from(file.base64, 'base64');
  expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    if (bytes.toString('latin1', at + 4, at + 8) !== 'IDAT') continue;
    data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const pixels = inflateSync(Buffer.concat(data));
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    different: new Set(pixels).size,
  };
}

describe('a stack of real products', () => {
  it('becomes an SVG that names every product and needs no other file', async () => {
    const { stack } = await aStack('Überblick: 40/2026', 40);
    const file = await exportAs(stack.id, 'svg');
    expect(file).toMatchObject({ fileName: 'Überblick-40-2026.svg', mimeType: 'image/svg+xml' });
    const svg = textOf(file);
    for (const node of Object.values(stack.nodes)) {
      expect(svg).toContain(`<title>${node.name.replaceAll('&', '&amp;')} (`);
    }
    expect(svg.match(/https?:\/\/[^"'<]+/g)).toEqual(['http://www.w3.org/2000/svg']);
    expect(svg.match(/url\((?!data:font\/woff2;base64,)/g)).toBeNull();
    expect(svg.match(/ → [^<]*: /g)?.length).toBeGreaterThan(40);
  });

  it('becomes a PNG of the same size as the SVG, times the scale', async () => {
    const { stack } = await aStack('Picture', 24);
    const [, svgWidth, svgHeight] =
      / width="([\d.]+)" height="([\d.]+)"/.exec(textOf(await exportAs(stack.id, 'svg'))) ?? [];
    for (const scale of [1, 2]) {
      const { width, height, different } = readPng(await exportAs(stack.id, 'png', { scale }));
      expect(Math.abs(width - Number(svgWidth) * scale)).toBeLessThanOrEqual(scale);
      expect(Math.abs(height - Number(svgHeight) * scale)).toBeLessThanOrEqual(scale);
      expect(different).toBeGreaterThan(100);
    }
  });

  it('is drawn in the theme asked for', async () => {
    const { stack } = await aStack('Themes', 6);
    const light = await exportAs(stack.id, 'svg', { look: 'light' });
    const dark = await exportAs(stack.id, 'svg', { look: 'dark' });
    expect([textOf(light).includes('#f3f4f7'), textOf(dark).includes('#111419')]).toEqual([
      true,
      true,
    ]);
  });

  it('is drawn with 200 products and all their edges in less than a second as SVG', async () => {
    const { stack } = await aStack('Large', 200);
    await exportAs(stack.id, 'svg');
    const start = performance.now();
    const svg = textOf(await exportAs(stack.id, 'svg'));
    expect(performance.now() - start).toBeLessThan(1000);
    expect(svg.match(/<g><title>/g)?.length).toBeGreaterThan(1000);
  });

  it('comes back from its file as it was, under a new id and a new name', async () => {
    const { stack } = await aStack('Round trip', 30);
    const text = textOf(await exportAs(stack.id, 'json'));
    const first = (await importText(text)).stack;
    const second = (await importText(text)).stack;
    expect(new Set([stack.id, first.id, second.id]).size).toBe(3);
    expect([first.name, second.name]).toEqual(['Round trip (2)', 'Round trip (3)']);
    expect({ ...first, id: stack.id, name: stack.name }).toEqual(stack);
    const again = (await services.handlers['stacks:get']({ id: second.id }, context)).stack;
    expect(again).toEqual(second);
  });

  it('says what is missing when there is no such stack', async () => {
    const error = await refusal(Promise.resolve().then(() => exportAs('nowhere', 'svg')));
    expect(error.code).toBe('not-found');
  });
});

describe('a picture that nobody wants any more', () => {
  it('is not finished', async () => {
    const { stack } = await aStack('Cancelled', 60);
    const controller = new AbortController();
    const picture = Promise.resolve(
      services.handlers['exchange:export-stack'](
        { ...ExportOptions.parse({ format: 'png', scale: 4 }), stackId: stack.id },
        { signal: controller.signal, progress: () => undefined },
      ),
    );
    setTimeout(() => controller.abort(), 20);
    expect((await refusal(picture)).code).toBe('cancelled');
  });
});

describe('an imported file', () => {
  const withProducts = (ids: readonly string[]): string => {
    const content = aStackContent();
    const node = content.nodes['b']!;
    const nodes = ids.map((productId, index) => ({
      ...node,
      ...{ id: `n${index}`, productId, name: `Name of ${productId}` },
    }));
    return writeStackFile({
      ...content,
      nodes: Object.fromEntries(nodes.map((each) => [each.id, each])),
      connections: {},
    });
  };
  const ghosts = ['ghost-1', 'ghost-2', 'ghost-3', 'ghost-4', 'ghost-5', 'ghost-6', 'ghost-7'];

  it('with unknown products is refused, naming up to five of them', async () => {
    const before = await stackCount();
    const { code, message } = await refusal(importText(withProducts(['hubspot', ...ghosts])));
    expect(code).toBe('unknown-products');
    expect(message).toBe(
      'This catalogue does not know “Name of ghost-1”, “Name of ghost-2”, “Name of ghost-3”, ' +
        '“Name of ghost-4”, “Name of ghost-5” and 2 more; nothing was imported.',
    );
    const one = await refusal(importText(withProducts(['ghost-1'])));
    expect(one.message).toContain('does not know “Name of ghost-1”; nothing');
    expect(await stackCount()).toBe(before);
  });

  it('is refused in a sentence that no hostile name can reorder', async () => {
    const hostile = withProducts(['ghost-1']).replace('Name of', '<b>\u202Eevil');
    const { message } = await refusal(importText(hostile));
    expect(message).toBe('This catalogue does not know “<b>evil ghost-1”; nothing was imported.');
  });

  it('keeps unknown products where that is wanted, and draws them as gone', async () => {
    const { stack } = await importText(withProducts(['hubspot', 'ghost-1']), true);
    const names = Object.values(stack.nodes).map((node) => node.name);
    // The catalogue's word goes before the file's, where it has one.
    expect(names).toEqual(['HubSpot', 'Name of ghost-1']);
    expect(textOf(await exportAs(stack.id, 'svg'))).toContain('No longer in the catalogue');
  });

  it('that is no stack is refused with a sentence, and nothing changes', async () => {
    const before = await stackCount();
    const broken: readonly (readonly [content: string | Uint8Array, sentence: RegExp])[] = [
      ['', /empty/],
      ['{"format": "stackscape-stack", "ver', /not JSON/],
      [new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), /not text in UTF-8/],
      [Buffer.alloc(3_000_000, '[{"a":'), /too deeply/],
      [Buffer.alloc(20 * 1024 * 1024 + 1, ' '), /larger than 20 MB/],
    ];
    for (const [content, sentence] of broken) {
      expect((await refusal(importText(content))).message).toMatch(sentence);
    }
    const incomplete = Promise.resolve().then(() =>
      services.handlers['exchange:import-stack'](
        { fileName: 'x', base64: 'eyJm*', keepUnknown: false },
        context,
      ),
    );
    expect((await refusal(incomplete)).message).toMatch(/arrived incomplete/);
    expect(await stackCount()).toBe(before);
  });
});

describe('the scale of a picture', () => {
  it('is the one asked for while the picture stays within bounds', () => {
    expect(pngScale({ width: 1400, height: 900 }, 4)).toBe(4);
  });

  it('is reduced where products stand so far apart that no program opens the picture', () => {
    const size = { width: 200_000, height: 100_000 };
    const scale = pngScale(size, 4);
    expect(size.width * scale * size.height * scale).toBeLessThanOrEqual(64_000_001);
    expect(size.width * scale).toBeLessThanOrEqual(16_384);
  });

  it('still gives a picture of a stack as wide as a canvas can be', async () => {
    const content = aStackContent();
    const far = { ...content.nodes['c']!, x: 100_000 };
    const wide = { ...content, nodes: { ...content.nodes, c: far } };
    const { stack } = await importText(writeStackFile(wide));
    const { width, height } = readPng(await exportAs(stack.id, 'png', { scale: 4 }));
    expect(width).toBeGreaterThan(16_000);
    expect(width).toBeLessThanOrEqual(16_384);
    expect(height).toBeGreaterThan(50);
  });
});
