import { inflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { createCatalogueServices } from '../../electron/services/create-services.ts';
import { contract, type CallInput, type Output } from '../../shared/contract/contract.ts';
import type { Channel } from '../../shared/contract/channels.ts';
import { decodeMatches } from '../../shared/landscape/map-data.ts';
import { buildMapModel } from '../../shared/landscape/map-model.ts';
import { callContext } from '../support/call-context.ts';
import { hasTool, runTool } from '../support/foreign-tool.ts';
import { realCatalogue } from '../support/catalogue.ts';

const services = createCatalogueServices(realCatalogue());
afterAll(() => services.close());

type Known = Channel & keyof typeof services.handlers;

async function call<C extends Known>(
  channel: C,
  input: CallInput<C>,
  context = callContext(),
): Promise<Output<C>> {
  const handler = services.handlers[channel] as (input: unknown, context: unknown) => unknown;
  return (await handler(contract[channel].input.parse(input), context)) as Output<C>;
}

describe('the data of the map', () => {
  it('holds every product once, the best known first, in less than a megabyte', async () => {
    const map = await call('catalogue:map', {});
    const { products } = await call('catalogue:stats', {});
    expect(new Set(map.ids).size).toBe(products);
    for (const column of [map.names, map.category, map.icon, map.degree]) {
      expect(column).toHaveLength(products);
    }
    const { rows } = await call('catalogue:query', { limit: 100 });
    expect(map.ids.slice(0, 100)).toEqual(rows.map(({ id }) => id));
    rows.forEach((row, index) => {
      expect(map.names[index]).toBe(row.name);
      expect(map.categoryIds[map.category[index]!]).toBe(row.categoryId);
      expect(map.iconSlugs[map.icon[index]!] ?? null).toBe(row.icon);
      expect(map.degree[index]).toBe(row.integrations);
    });
    expect(JSON.stringify(map).length).toBeLessThan(1_000_000);
  });

  it('gives every product a tile, nearly all of the same size', async () => {
    const taxonomy = await call('catalogue:taxonomy', {});
    const model = buildMapModel(taxonomy, await call('catalogue:map', {}));
    const placed = model.blocks.reduce((sum, block) => sum + block.products.length, 0);
    expect(placed).toBe(model.data.ids.length);
    const pitches = model.blocks.map(({ pitch }) => pitch);
    const same = pitches.filter((pitch) => pitch > Math.max(...pitches) - 0.02);
    expect(same.length / pitches.length).toBeGreaterThan(0.95);
    // The tiles fill most of the page: heads, gaps and broken rows take no more than the rest.
    const { width, height } = model.layout;
    expect((placed * pitches[0]! ** 2) / (width * height)).toBeGreaterThan(0.6);
  });

  it('lights exactly what the list shows for the same question', async () => {
    const { ids } = await call('catalogue:map', {});
    const questions: CallInput<'catalogue:matches'>[] = [
      {},
      { text: 'salesforse' },
      { text: 'no such thing anywhere at all' },
      { filter: { categories: ['cdp'], oss: true } },
      { text: 'analytics', filter: { pricing: ['free', 'freemium'], hideExtensions: true } },
    ];
    for (const question of questions) {
      const { total, bits } = await call('catalogue:matches', question);
      const listed = new Set<string>();
      for (let offset = 0; offset < total || offset === 0; offset += 500) {
        const page = await call('catalogue:query', { ...question, offset, limit: 500 });
        expect(page.total).toBe(total);
        for (const row of page.rows) listed.add(row.id);
      }
      const matches = decodeMatches(bits, ids.length);
      expect(new Set(ids.filter((_, index) => matches[index] === 1))).toEqual(listed);
    }
  });
});

/** Width and height in pixels, once the picture's data has proved to be whole. */
function readPng(bytes: Buffer): { width: number; height: number } {
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.subarray(at + 4, at + 8).toString('latin1');
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  expect(inflateSync(Buffer.concat(data)).length).toBe(height * (width * 4 + 1));
  return { width, height };
}

describe('the map as a poster', () => {
  it('is one SVG with all names and its font, and refers to nothing outside', async () => {
    const file = await call('exchange:export-map', { format: 'svg' });
    expect(file).toMatchObject({ fileName: 'Martech landscape.svg', mimeType: 'image/svg+xml' });
    const svg = Buffer.from(file.base64, 'base64').toString('utf8');
    expect(svg).toContain('>HubSpot<');
    expect(svg).toContain('font/woff2;base64,');
    expect(svg.match(/(href|src)\s*=|url\((?!data:)|<script|<image/g)).toBeNull();
    const { ids } = await call('catalogue:map', {});
    expect(svg.match(/<text /g)!.length).toBeGreaterThan(ids.length);
  });

  it('tells what it lights', async () => {
    const { total } = await call('catalogue:matches', { text: 'crm' });
    const file = await call('exchange:export-map', {
      format: 'svg',
      theme: 'dark',
      query: { text: 'crm' },
    });
    const svg = Buffer.from(file.base64, 'base64').toString('utf8');
    expect(svg).toContain(`${total} match “crm”`);
  });

  // Twelve thousand names take a while to draw, and longer beside other tests.
  it('is a PNG of the size asked for', { timeout: 120_000 }, async () => {
    const file = await call('exchange:export-map', { format: 'png', scale: 1 });
    const { width, height } = readPng(Buffer.from(file.base64, 'base64'));
    expect(width).toBe(1680);
    expect(height / width).toBeCloseTo(1050 / 1680, 2);
  });

  it.skipIf(!hasTool('pdftotext'))(
    'is a PDF of one page in which names can be found',
    { timeout: 60_000 },
    async () => {
      const file = await call('exchange:export-map', { format: 'pdf' });
      const bytes = Buffer.from(file.base64, 'base64');
      const text = runTool('pdftotext', ['-layout', '-', '-'], bytes);
      for (const name of ['HubSpot', 'Shopify', 'Braze']) expect(text).toContain(name);
      expect(runTool('pdfinfo', ['-'], bytes)).toMatch(/Pages:\s+1\n/);
    },
  );

  it('is not drawn when nobody wants it any more', async () => {
    const context = { ...callContext(), signal: AbortSignal.abort() };
    await expect(call('exchange:export-map', { format: 'png' }, context)).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
