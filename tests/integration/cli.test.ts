import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Backup } from '../../shared/contract/app.ts';
import { Integration } from '../../shared/domain/product.ts';
import { SearchHit } from '../../shared/domain/query.ts';
import { StackSummary } from '../../shared/stack/stack.ts';
import { realCatalogue } from '../support/catalogue.ts';
import { tempFolder } from '../support/temp-folder.ts';

const main = fileURLToPath(new URL('../../electron/hosts/cli/main.ts', import.meta.url));

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(folder: string, parameters: readonly string[], stdin = ''): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...parameters], {
      env: { ...process.env, STACKSCAPE_DATA: folder, NO_COLOR: '1' },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('close', (status) =>
      resolve({
        status,
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(err).toString(),
      }),
    );
    child.stdin.end(stdin);
  });
}

/** A terminal over a data folder of its own and the real catalogue. */
function terminal() {
  const folder = join(tempFolder(), 'data');
  const catalogue = realCatalogue();
  const cli = (...parameters: string[]): Promise<Outcome> =>
    run(folder, [...parameters, '--catalogue', catalogue]);
  /** The one JSON value that the command prints. */
  async function json<T extends z.ZodType>(
    shape: T,
    ...parameters: string[]
  ): Promise<z.output<T>> {
    const { status, stdout, stderr } = await cli(...parameters, '--json');
    expect({ status, stderr }).toMatchObject({ status: 0 });
    return shape.parse(JSON.parse(stdout));
  }
  /** The sentence with which the command is refused. */
  async function refusal(...parameters: string[]): Promise<string> {
    const { status, stdout, stderr } = await cli(...parameters);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).not.toContain('    at ');
    return stderr.trim();
  }
  return { folder, catalogue, cli, json, refusal };
}

const End = z.strictObject({ id: z.string(), name: z.string() });

describe('reading the catalogue', () => {
  it('counts it, without making a user-data folder', async () => {
    const { folder, json } = terminal();
    const count = z.number().int().positive();
    const stats = await json(
      z.strictObject({
        products: count,
        categories: count,
        integrations: count,
        evidence: count,
        sources: count,
        aliases: count,
      }),
      'catalogue',
      'stats',
    );
    expect(stats.products).toBeGreaterThanOrEqual(8000);
    expect(stats.categories).toBe(56);
    expect(existsSync(folder)).toBe(false);
  });

  it('searches by terms, with or without words, and says what it does not understand', async () => {
    const { json, refusal } = terminal();
    const hits = z.array(z.object({ id: z.string(), category: z.string() }));
    const open = await json(hits, 'search', 'category:cdp', 'oss:yes');
    expect(open.map((hit) => hit.id)).toContain('snowplow');
    const others = await json(hits, 'search', 'category:cdp', '-oss:yes', '--limit', '200');
    expect(others.length).toBeGreaterThan(open.length);
    expect(others.map((hit) => hit.id)).not.toContain('snowplow');
    const named = await json(hits, 'search', 'vendor:Adobe', 'category:Customer Data Platforms');
    expect(named.map((hit) => hit.id)).toContain('adobe-experience-platform');
    expect(await refusal('search', 'mail', 'category:nonsense')).toContain(
      'No category is called “nonsense”.',
    );
  });

  it('searches with a typo, within a category, up to a limit', async () => {
    const { json } = terminal();
    const hits = z.array(z.strictObject(SearchHit.shape));
    expect((await json(hits, 'search', 'hubspto'))[0]?.name).toBe('HubSpot');
    const crm = await json(hits, 'search', 'sales', 'force', '--category', 'crm', '--limit', '3');
    expect(crm.length).toBeGreaterThan(0);
    expect(crm.length).toBeLessThanOrEqual(3);
    expect(crm.every((hit) => hit.categories.includes('crm'))).toBe(true);
  });

  it('shows a product with facts, categories, aliases, integrations by kind and sources', async () => {
    const { json, cli } = terminal();
    const Shape = z.object({
      id: z.literal('hubspot'),
      name: z.literal('HubSpot'),
      category: z.string(),
      categories: z.array(z.string()).min(1),
      aliases: z.array(z.object({ alias: z.string(), kind: z.string() })),
      facts: z.array(z.object({ key: z.string(), value: z.string(), source: z.string() })),
      integrations: z.record(z.string(), z.number().int().positive()),
      sources: z.array(z.object({ source: z.string(), key: z.string(), why: z.string() })).min(2),
    });
    const product = await json(Shape, 'product', 'hubspot');
    expect(Object.keys(product.integrations).length).toBeGreaterThan(0);
    const { stdout } = await cli('product', 'hubspot');
    expect(stdout).toContain('HubSpot');
    expect(() => JSON.parse(stdout) as unknown).toThrow();
  });

  it('lists integrations with evidence, also with one other product', async () => {
    const { json } = terminal();
    const Shape = z.array(z.strictObject({ ...Integration.shape, from: End, to: End }));
    const all = await json(Shape, 'integrations', 'hubspot');
    expect(all.length).toBeGreaterThan(5);
    const first = all[0];
    const other = first?.from.id === 'hubspot' ? first.to.id : (first?.from.id ?? '');
    const some = await json(Shape, 'integrations', 'hubspot', '--with', other);
    expect(some.length).toBeGreaterThan(0);
    for (const { from, to } of some)
      expect([from.id, to.id].sort()).toEqual([other, 'hubspot'].sort());
  });

  it('explains which source rows make up a product', async () => {
    const { json } = terminal();
    const rows = await json(
      z.array(z.object({ source: z.string(), key: z.string(), name: z.string(), why: z.string() })),
      'catalogue',
      'explain',
      'hubspot',
    );
    expect(rows.length).toBeGreaterThan(1);
  });

  it('refuses what does not exist with a sentence', async () => {
    const { folder, refusal } = terminal();
    expect(await refusal('product', 'no-such-product')).toContain('no-such-product');
    expect(await refusal('product', 'Not A Slug')).toContain('Not A Slug');
    expect(await refusal('product', 'sendinblue')).toContain('Did you mean Brevo (brevo)?');
    const other = await refusal('integrations', 'hubspot', '--with', 'sendinblue');
    expect(other).toContain('Did you mean Brevo (brevo)?');
    expect(await refusal('integrations', 'hubspot', '--with', 'no-such-product')).not.toBe('');
    expect(await refusal('search', 'mail', '--category', 'no-such-category')).not.toBe('');
    const missing = join(folder, 'catalogue.db');
    const outcome = await run(folder, ['catalogue', 'stats', '--catalogue', missing]);
    expect(outcome).toMatchObject({ status: 1, stdout: '' });
    expect(outcome.stderr).toContain('catalogue is missing');
  });
});

describe('stacks from a terminal', () => {
  it('are made, filled, shown, exported and imported', async () => {
    const { folder, json, cli } = terminal();
    const Summary = z.strictObject(StackSummary.shape);
    const made = await json(Summary, 'stack', 'create', 'My stack');
    expect(made).toMatchObject({ name: 'My stack', products: 0 });
    const added = await json(
      z.object({
        id: z.string(),
        revision: z.number(),
        added: z.array(z.object({ id: z.string() })),
      }),
      ...['stack', 'add', 'My stack', 'hubspot', 'segment'],
    );
    expect(added).toMatchObject({ id: made.id, revision: 1 });
    expect(added.added.map(({ id }) => id)).toEqual(['hubspot', 'segment']);
    expect(await json(z.array(Summary), 'stack', 'list')).toMatchObject([{ products: 2 }]);

    const Shown = z.object({
      id: z.string(),
      name: z.string(),
      products: z.array(z.object({ id: z.string(), name: z.string(), category: z.string() })),
      connections: z.array(z.object({ from: End, to: End })),
      integrations: z.array(z.object({ from: End, to: End, kind: z.string() })),
    });
    const shown = await json(Shown, 'stack', 'show', made.id);
    expect(shown.products.map(({ id }) => id)).toEqual(['hubspot', 'segment']);

    const Written = z.object({ file: z.string(), format: z.string(), bytes: z.number() });
    const out = join(folder, '..');
    for (const format of ['json', 'svg', 'png']) {
      const file = join(out, `stack.${format}`);
      const written = await json(
        Written,
        'stack',
        'export',
        'My stack',
        '--format',
        format,
        '--out',
        file,
      );
      expect(written).toMatchObject({ file, format, bytes: readFileSync(file).length });
    }
    expect(readFileSync(join(out, 'stack.svg'), 'utf8')).toContain('HubSpot');
    expect(readFileSync(join(out, 'stack.png')).subarray(1, 4).toString()).toBe('PNG');
    expect(readdirSync(out).sort()).toEqual(['data', 'stack.json', 'stack.png', 'stack.svg']);

    const again = await json(Summary, 'stack', 'import', join(out, 'stack.json'));
    expect(again.products).toBe(2);
    expect(again.id).not.toBe(made.id);
    const copy = await json(Shown, 'stack', 'show', again.id);
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
    expect(copy.products.sort(byId)).toEqual(shown.products.sort(byId));

    const piped = await cli('stack', 'export', made.id, '--format', 'json', '--out', '-');
    expect(JSON.parse(piped.stdout)).toEqual(
      JSON.parse(readFileSync(join(out, 'stack.json'), 'utf8')),
    );
  });

  it('are exported all at once, in several formats and under names made of a template', async () => {
    const { json, folder, cli } = terminal();
    for (const name of ['One', 'Two/..', 'one']) await cli('stack', 'create', name);
    const out = join(folder, '..', 'batch');
    const Batch = z.object({
      written: z.array(z.object({ file: z.string() })),
      failed: z.tuple([]),
    });
    const formats = ['--format', 'svg,markdown', '--author', 'Ana', '--hide', 'legend'] as const;
    const { written } = await json(
      Batch,
      ...['stack', 'export', '--all', ...formats, '--out-dir', out, '--name', '{stack} {format}'],
    );
    expect(written).toHaveLength(6);
    expect(readdirSync(out).sort()).toEqual(
      [
        'One markdown (2).md',
        'One svg (2).svg',
        'Two-.. markdown.md',
        'Two-.. svg.svg',
        'one markdown.md',
        'one svg.svg',
      ].sort(),
    );
    expect(readFileSync(join(out, 'one svg.svg'), 'utf8')).toContain('Ana');
    const { status, stderr } = await cli(
      ...['stack', 'export', 'One', '--format', 'all', '--out-dir', out, '--name', '{year}'],
    );
    expect(status).toBe(1);
    expect(stderr).toContain('{stack}');
  });

  it('are kept as versions, compared and brought back', async () => {
    const { cli } = terminal();
    await cli('stack', 'create', 'Mine');
    await cli('stack', 'add', 'Mine', 'hubspot', 'segment');
    await cli('stack', 'keep', 'Mine', 'As is');
    expect((await cli('stack', 'swap', 'Mine', 'segment', 'rudderstack')).stdout).toContain(
      'Swapped.',
    );
    const { stdout } = await cli('stack', 'compare', 'Mine', 'As is');
    expect(stdout).toMatch(/replaced +Segment → RudderStack/);
    expect(stdout).toMatch(/lost +Segment – HubSpot/);
    expect((await cli('stack', 'restore', 'Mine', 'As is')).stdout).toBe('Restored As is.\n');
    expect(await cli('stack', 'compare', 'Mine', 'none')).toMatchObject({ status: 1 });
  });

  it('begin with an example and the lanes of a template where that is asked for', async () => {
    const { json, cli } = terminal();
    const Made = z.object({ products: z.number() });
    const from = ['--from', 'non-profit', '--template', 'layer-cake'] as const;
    const made = await json(Made, 'stack', 'create', 'Charity', ...from);
    expect(made.products).toBeGreaterThan(15);
    const Lanes = z.object({ products: z.array(z.object({ lane: z.string().nullable() })) });
    const { products } = await json(Lanes, 'stack', 'show', 'Charity');
    expect(new Set(products.map(({ lane }) => lane))).toEqual(
      new Set(['Experience', 'Engagement', 'Decision', 'Data']),
    );
    const { stdout } = await cli('stack', 'show', 'Charity');
    expect(stdout).toMatch(/Donorbox .*To retire +Fundraising/);
    expect(stdout).toContain('drawn, broken: Profiles');
    expect(await cli('stack', 'create', 'Charity', '--from', 'no-such')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('b2b-software') as string,
    });
  });

  it('with the same name are told apart by id', async () => {
    const { json, refusal } = terminal();
    const Id = z.object({ id: z.string() });
    const first = await json(Id, 'stack', 'create', 'Twin');
    const second = await json(Id, 'stack', 'create', 'Twin');
    const sentence = await refusal('stack', 'show', 'Twin');
    expect(sentence).toContain(first.id);
    expect(sentence).toContain(second.id);
    expect((await json(Id, 'stack', 'show', second.id)).id).toBe(second.id);
  });

  it('refuse what cannot be done, and stay as they were', async () => {
    const { folder, json, refusal } = terminal();
    await json(z.object({}), 'stack', 'create', 'Mine');
    expect(await refusal('stack', 'add', 'Mine', 'hubspot', 'no-such-product')).toContain(
      'no-such-product',
    );
    expect(await refusal('stack', 'add', 'Nobody', 'hubspot')).toContain('Nobody');
    expect(await refusal('stack', 'create', '   ')).toContain('name');
    expect(await refusal('stack', 'import', '/no/such/file')).toContain('/no/such/file');
    expect(await refusal('stack', 'import', folder)).toContain('folder');
    const garbage = join(folder, '..', 'garbage.json');
    writeFileSync(garbage, '{ not json');
    expect(await refusal('stack', 'import', garbage)).not.toBe('');
    writeFileSync(garbage, Buffer.alloc(100 * 1024 * 1024, 'x'));
    expect(await refusal('stack', 'import', garbage)).toContain('20 MB');
    const target = join(folder, '..', 'folder');
    mkdirSync(target);
    expect(await refusal('stack', 'export', 'Mine', '--format', 'svg', '--out', target)).toContain(
      target,
    );
    expect(readdirSync(target)).toEqual([]);
    const list = await json(z.array(z.strictObject(StackSummary.shape)), 'stack', 'list');
    expect(list).toMatchObject([{ name: 'Mine', products: 0 }]);
  });

  it('show hostile names as text, without control characters', async () => {
    const { cli } = terminal();
    await cli('stack', 'create', 'evil\u001b[31m\u202ename');
    const { stdout } = await cli('stack', 'list');
    expect(stdout).toContain('evil');
    for (const control of ['\u001b', '\u202e']) expect(stdout).not.toContain(control);
  });

  it('say so when the folder cannot be written', async () => {
    const { folder, refusal } = terminal();
    writeFileSync(folder, 'a file in the way');
    expect(await refusal('stack', 'create', 'Mine')).toContain(folder);
  });
});

describe('backups from a terminal', () => {
  it('are made, listed and restored', async () => {
    const { json, refusal } = terminal();
    await json(z.object({}), 'stack', 'create', 'Then');
    const made = await json(Backup, 'backup', 'create');
    await json(z.object({}), 'stack', 'create', 'Now');
    expect((await json(z.array(Backup), 'backup', 'list')).map(({ name }) => name)).toContain(
      made.name,
    );
    const restored = await json(z.object({ stacks: z.number() }), 'backup', 'restore', made.name);
    expect(restored.stacks).toBe(1);
    expect(await refusal('backup', 'restore', '../workspace.db')).toContain('no backup');
  });

  it('are offered on standard error after damage, and the answer stays clean', async () => {
    const { folder, json, cli } = terminal();
    await json(z.object({}), 'stack', 'create', 'Mine');
    const made = await json(Backup, 'backup', 'create');
    writeFileSync(join(folder, 'workspace.db'), 'rust '.repeat(5000));
    const { status, stdout, stderr } = await cli('stack', 'list', '--json');
    expect({ status, list: JSON.parse(stdout) as unknown }).toEqual({ status: 0, list: [] });
    expect(stderr).toContain(`backup restore ${made.name}`);
  });
});

describe('usage', () => {
  it.each([
    [],
    ['frobnicate'],
    ['stack'],
    ['stack', 'frobnicate'],
    ['search'],
    ['search', 'x', '--limit', 'many'],
    ['search', 'x', '--limit', '0'],
    ['search', 'x', '--frobnicate'],
    ['product', 'a', 'b'],
    ['stack', 'export', 'a', '--out', 'b'],
    ['stack', 'export', 'a', '--format', 'gif', '--out', 'b'],
    ['stack', 'export', 'a', '--format', 'svg', '--out', '-', '--json'],
    ['stack', 'export', 'a', 'b', '--format', 'svg', '--out', 'c'],
    ['stack', 'export', 'a', '--format', 'svg,png', '--out', 'c'],
    ['stack', 'export', '--format', 'svg', '--out-dir', 'c'],
    ['stack', 'export', 'a', '--all', '--format', 'svg', '--out-dir', 'c'],
    ['stack', 'export', 'a', '--format', 'svg', '--out', 'b', '--out-dir', 'c'],
  ])('that is wrong ends with status 2 and nothing on standard output: %j', async (...words) => {
    const { status, stdout, stderr } = await run(tempFolder(), words as string[]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).not.toBe('');
  });

  it('is explained for every command', async () => {
    const { cli } = terminal();
    for (const words of [
      [],
      ['catalogue'],
      ['catalogue', 'stats'],
      ['search'],
      ['product'],
      ['integrations'],
      ['stack'],
      ['stack', 'export'],
      ['backup', 'restore'],
    ]) {
      const { status, stdout } = await cli(...words, '--help');
      expect({ words, status }).toEqual({ words, status: 0 });
      expect(stdout).toContain('Usage:');
    }
  });

  it('takes the common options before the command as well, and --data before the environment', async () => {
    const { folder, catalogue } = terminal();
    const other = join(folder, '..', 'other');
    const common = ['--json', '--data', other, '--catalogue', catalogue];
    const { stdout } = await run(folder, [...common, 'stack', 'create', 'Mine']);
    expect(JSON.parse(stdout)).toMatchObject({ name: 'Mine' });
    expect(existsSync(join(other, 'workspace.db'))).toBe(true);
    expect(existsSync(folder)).toBe(false);
  });
});
