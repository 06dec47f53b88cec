import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import Database from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import { MultiDirectedGraph } from 'graphology';
import * as graphml from 'graphology-graphml';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices, type Services } from '../../electron/services/create-services.ts';
import type { CallContext, StackState } from '../../shared/contract/contract.ts';
import { ExportOptions, type ExportOptionsInput } from '../../shared/exchange/export-options.ts';
import { exportFormats, formats, type ExportFormat } from '../../shared/exchange/formats.ts';
import { StackCommand, type StackCommandInput } from '../../shared/stack/commands.ts';
import { realCatalogue } from '../support/catalogue.ts';
import { hasTool, runTool } from '../support/foreign-tool.ts';

const context: CallContext = { signal: new AbortController().signal, progress: () => undefined };
const folder = mkdtempSync(join(tmpdir(), 'stackscape-exports-'));
let services: Services;
let state: StackState;

const names = ['HubSpot', 'Salesforce', 'Segment', 'Braze', 'Shopify', 'Snowflake'];

async function apply(...commands: readonly StackCommandInput[]): Promise<void> {
  for (const command of commands) {
    const parsed = StackCommand.parse(command);
    await services.handlers['stacks:apply']({ stackId: state.stack.id, command: parsed }, context);
  }
}

beforeAll(async () => {
  services = createServices({
    catalogueFile: realCatalogue(),
    dataFolder: join(folder, 'data'),
    host: 'cli',
    versions: {},
    emit: () => undefined,
    log: (error) => {
      throw error;
    },
  });
  const db = new Database(realCatalogue(), { readonly: true });
  const rows = names.map((name) =>
    db
      .prepare<[string], { productId: string; name: string; categoryId: string }>(
        'SELECT id AS productId, name, category_id AS categoryId FROM product WHERE name = ?',
      )
      .get(name),
  );
  db.close();
  state = await services.handlers['stacks:create']({ name: 'Plan <B> & "more"' }, context);
  await apply(
    {
      type: 'add-products',
      products: rows.flatMap((row, index) =>
        row ? [{ id: `n${index}`, groupId: 'data' as const, ...row }] : [],
      ),
    },
    {
      type: 'add-items',
      items: [
        {
          ...{ type: 'note', id: 'note', x: 0, y: 640, width: 200, height: 120 },
          text: 'Ask about the renewal',
        },
        {
          ...{ type: 'frame', id: 'one', x: -20, y: -20, width: 700, height: 600 },
          ...{ title: 'First page', order: 1 },
        },
        {
          ...{ type: 'frame', id: 'two', x: 640, y: -20, width: 720, height: 600 },
          ...{ title: 'Second page', order: 2 },
        },
      ],
    },
    {
      type: 'connect',
      connectionId: 'c',
      fromNodeId: 'n0',
      toNodeId: 'n4',
      label: 'leads nightly',
    },
    {
      type: 'edit-nodes',
      nodeIds: ['n0', 'n1'],
      change: { owner: 'Sales', yearlyCost: 12_000.5 },
    },
  );
  state = await services.handlers['stacks:get']({ id: state.stack.id }, context);
});
afterAll(() => {
  services.close();
  rmSync(folder, { recursive: true, force: true });
});

async function exported(format: ExportFormat, options: Partial<ExportOptionsInput> = {}) {
  const file = await services.handlers['exchange:export-stack'](
    { ...ExportOptions.parse({ format, ...options }), stackId: state.stack.id },
    context,
  );
  const path = join(folder, `stack.${formats[format].extension}`);
  const bytes = Buffer.from(file.base64, 'base64');
  writeFileSync(path, bytes);
  return { path, bytes, text: bytes.toString('utf8') };
}

function officeConverts(path: string, to: string): string {
  const out = mkdtempSync(join(folder, 'office-'));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  runTool('soffice', [profile, '--headless', '--convert-to', to, '--outdir', out, path]);
  return out;
}

describe('every format', () => {
  it.each(exportFormats)('gives a file that is not empty: %s', async (format) => {
    expect((await exported(format)).bytes.length).toBeGreaterThan(200);
  });

  it('stops when the caller no longer wants it', async () => {
    const cancelled = { ...context, signal: AbortSignal.abort() };
    for (const format of ['svg', 'png', 'pdf', 'pptx', 'xlsx'] as const) {
      const input = { ...ExportOptions.parse({ format }), stackId: state.stack.id };
      await expect(services.handlers['exchange:export-stack'](input, cancelled)).rejects.toThrow(
        'cancelled',
      );
    }
  });
});

describe('the PDF', () => {
  it.skipIf(!hasTool('pdftotext'))('holds every name as text that can be found', async () => {
    const { path } = await exported('pdf', { author: 'Ana', date: '26 November 2026' });
    const text = runTool('pdftotext', ['-layout', path, '-']).replace(/\s+/g, ' ');
    for (const name of [...names, 'Ask about the renewal', 'leads nightly', 'Ana']) {
      expect(text).toContain(name);
    }
    expect(runTool('pdfinfo', [path])).toMatch(/Title:\s+Plan <B> & "more"/);
    expect(runTool('pdffonts', [path])).toMatch(/Inter.*yes yes/);
  });

  it.skipIf(!hasTool('pdfinfo'))('has a page for each frame, on the paper asked for', async () => {
    const { path } = await exported('pdf', { frames: true, paper: 'a4' });
    const info = runTool('pdfinfo', [path]);
    expect(info).toMatch(/Pages:\s+2/);
    expect(info).toMatch(/Page size:\s+841\.89 x 595\.28 pts \(A4\)/);
  });
});

describe('the presentation', () => {
  it('glues each connector to the shapes at its ends', async () => {
    const { bytes } = await exported('pptx', { single: true });
    const slide = strFromU8(unzipSync(bytes)['ppt/slides/slide1.xml'] ?? new Uint8Array());
    const ids = new Set(Array.from(slide.matchAll(/<p:cNvPr id="(\d+)"/g), ([, id]) => id));
    const glued = [...slide.matchAll(/<a:stCxn id="(\d+)" idx="\d"\/><a:endCxn id="(\d+)"/g)];
    expect(glued.length).toBeGreaterThan(5);
    for (const [, start, end] of glued) {
      expect(ids).toContain(start);
      expect(ids).toContain(end);
      expect(start).not.toBe(end);
    }
    expect(slide).not.toContain('stackscape-edge');
  });

  it.skipIf(!hasTool('soffice'))(
    'opens in an office program with a slide for each frame and the tables',
    { timeout: 120_000 },
    async () => {
      const { path } = await exported('pptx');
      const out = officeConverts(path, 'pdf');
      const pdf = join(out, 'stack.pdf');
      const pages = Number(/Pages:\s+(\d+)/.exec(runTool('pdfinfo', [pdf]))?.[1]);
      expect(pages).toBeGreaterThanOrEqual(4);
      const text = runTool('pdftotext', ['-layout', pdf, '-']);
      for (const word of [...names, 'First page', 'Second page', 'Connections']) {
        expect(text).toContain(word);
      }
    },
  );
});

describe('the workbook', () => {
  it('has six sheets with numbers as numbers and a name never as a formula', async () => {
    const { bytes } = await exported('xlsx');
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual([
      ...['Products', 'Integrations', 'Matrix', 'Costs', 'RACI', 'Checks'],
    ]);
    const [products] = sheets;
    expect(products?.rows).toHaveLength(names.length + 1);
    expect(products?.rows.flat()).toContain(12_000.5);
  });

  it.skipIf(!hasTool('soffice'))(
    'opens in an office program with the same numbers',
    { timeout: 120_000 },
    async () => {
      const { path } = await exported('xlsx');
      // The last number of the filter's options means: every sheet, each as a file of its own.
      const filter =
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
      const out = officeConverts(path, filter);
      expect(readdirSync(out).sort()).toEqual(
        ['Checks', 'Costs', 'Integrations', 'Matrix', 'Products', 'RACI'].map(
          (sheet) => `stack-${sheet}.csv`,
        ),
      );
      const costs = readFileSync(join(out, 'stack-Costs.csv'), 'utf8');
      expect(costs).toMatch(/Total,,"?24,?001/);
    },
  );
});

describe('graphs', () => {
  it.skipIf(!hasTool('dot'))('are laid out by Graphviz with every product and edge', async () => {
    const { path } = await exported('dot');
    const graph = JSON.parse(runTool('dot', ['-Tjson', path])) as {
      objects: { label?: string }[];
      edges: unknown[];
    };
    const labels = graph.objects.map(({ label }) => label);
    for (const name of names) expect(labels).toContain(name);
    const { text } = await exported('graphml');
    expect(graph.edges).toHaveLength(text.match(/<edge /g)?.length ?? -1);
  });

  it('are read by a graph library with the products and what joins them', async () => {
    const { text } = await exported('graphml');
    const graph = graphml.parse(MultiDirectedGraph, text);
    expect(graph.order).toBe(names.length);
    expect(graph.size).toBe(text.match(/<edge /g)?.length);
  });

  it.skipIf(!hasTool('xmllint'))('and models are well-formed to somebody else', async () => {
    for (const format of ['drawio', 'gexf', 'graphml', 'archimate', 'svg'] as const) {
      const { path } = await exported(format);
      expect(() => runTool('xmllint', ['--noout', path])).not.toThrow();
    }
  });

  it.skipIf(!hasTool('xmllint')).each(['drawio', 'archimate'] as const)(
    'keep to the schema of %s, references included',
    async (format) => {
      const { path, text } = await exported(format);
      const schema = join(import.meta.dirname, `../support/schemas/${format}.xsd`);
      const holds = (file: string) =>
        runTool('xmllint', ['--noout', '--nonet', '--schema', schema, file]);
      expect(() => holds(path)).not.toThrow();
      // A schema that takes everything would prove nothing.
      const broken = join(folder, `broken.${format}`);
      writeFileSync(
        broken,
        text.replace(/ (identifier|id)="[^"]*" (xsi:type|label)/, ' odd="1" $2'),
      );
      expect(() => holds(broken)).toThrow();
    },
  );

  it('keep to the specification of JSON Canvas', async () => {
    const { text } = await exported('canvas');
    const schema = join(import.meta.dirname, '../support/schemas/json-canvas.json');
    const holds = new Ajv({ strict: false }).compile(
      JSON.parse(readFileSync(schema, 'utf8')) as object,
    );
    const canvas = JSON.parse(text) as { nodes: { id: string; x: unknown }[]; edges: object[] };
    expect(holds(canvas), JSON.stringify(holds.errors)).toBe(true);
    const ids = new Set(canvas.nodes.map(({ id }) => id));
    for (const edge of canvas.edges as { fromNode: string; toNode: string }[]) {
      expect(ids.has(edge.fromNode) && ids.has(edge.toNode)).toBe(true);
    }
    expect(holds({ ...canvas, nodes: [{ ...canvas.nodes[0], x: 'left' }] })).toBe(false);
  });
});

describe('the stack file', () => {
  it('comes back exactly, pictures included', async () => {
    const { bytes } = await exported('stackscape');
    const again = await services.handlers['exchange:import-stack'](
      { fileName: 'x.stackscape', base64: bytes.toString('base64'), keepUnknown: false },
      context,
    );
    expect({ ...again.stack, id: '', name: '' }).toEqual({ ...state.stack, id: '', name: '' });
  });
});

describe('diagrams that are opened again', () => {
  it.each(['drawio', 'canvas'] as const)(
    'give the same products in their places: %s',
    async (format) => {
      const { bytes } = await exported(format);
      const again = await services.handlers['exchange:import-stack'](
        { fileName: `again.${format}`, base64: bytes.toString('base64'), keepUnknown: false },
        context,
      );
      const places = (stack: StackState['stack']) =>
        Object.values(stack.nodes)
          .map(({ productId, x, y }) => `${productId} ${x} ${y}`)
          .sort();
      expect(places(again.stack)).toEqual(places(state.stack));
      expect(Object.values(again.stack.connections)).toMatchObject([{ label: 'leads nightly' }]);
    },
  );

  it('make a stack of a list of names and domains, what is not sure being kept as a note', async () => {
    const list = '- HubSpot\n- braze.com\n- Our own thing\n';
    const { stack } = await services.handlers['exchange:import-stack'](
      { fileName: 'tools.txt', base64: Buffer.from(list).toString('base64'), keepUnknown: false },
      context,
    );
    const ids = Object.values(stack.nodes).map(({ productId }) => productId);
    expect(ids.sort()).toEqual(['braze', 'hubspot']);
    expect(Object.values(stack.items)).toMatchObject([{ type: 'note', text: 'Our own thing' }]);
    expect(stack.name).toBe('tools');
  });
});
