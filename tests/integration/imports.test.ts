import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate, migrations } from '../../electron/store/workspace/migrations.ts';
import type { CallInput } from '../../shared/contract/contract.ts';
import { callServices, type CallServices } from '../support/call-services.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { aWorkspace } from '../support/workspace.ts';

type Call = CallServices;
type Part = Omit<CallInput<'imports:add'>, 'importId'>;

async function importAll(call: Call, kind: 'products' | 'integrations', ...parts: Part[]) {
  const { importId } = await call('imports:begin', { fileName: 'list.csv', kind });
  for (const part of parts) await call('imports:add', { importId, ...part });
  return call('imports:commit', { importId });
}

const product = (name: string) => ({ name, categories: ['crm'] });

describe('what a row is', () => {
  async function match(name: string, homepage: string | null = null, forgiving = true) {
    const { call } = callServices();
    const [only] = await call('imports:match', { items: [{ name, homepage }], forgiving });
    return { state: only?.state, first: only?.products[0]?.id };
  }

  it.each([
    ['HubSpot', 'https://www.hubspot.com/', 'same', 'hubspot'],
    ['hubspot', null, 'same', 'hubspot'],
    ['hubspot.com', null, 'same', 'hubspot'],
    ['HubSpot', 'https://hubspot.example', 'doubtful', 'hubspot'],
    ['Hotjarr', null, 'doubtful', 'hotjar'],
    ['Our very own thing', 'https://www.hubspot.com', 'doubtful', 'hubspot'],
    ['Quibblezorp Ledgers', 'https://quibblezorp.example', 'new', undefined],
  ])('is decided by its name and address: %s at %s', async (name, homepage, state, first) => {
    expect(await match(name, homepage)).toEqual({ state, first });
  });
});

describe('an import', () => {
  it('is in the catalogue when it is committed, and nothing of it before', async () => {
    const { call } = callServices();
    const { importId } = await call('imports:begin', { fileName: 'a.csv', kind: 'products' });
    await call('imports:add', { importId, products: [product('Quibblezorp')] });
    expect((await call('custom:list', {})).products).toEqual([]);
    const run = await call('imports:commit', { importId });
    expect(run).toMatchObject({ products: 1, fileName: 'a.csv', undoneAt: null });
    const [hit] = await call('catalogue:search', { text: 'quibblezorp' });
    expect(hit?.id).toBe('my--quibblezorp');
  });

  it('leaves nothing when it is cancelled', async () => {
    const { call } = callServices();
    const { importId } = await call('imports:begin', { fileName: 'a.csv', kind: 'products' });
    await call('imports:add', { importId, products: [product('Quibblezorp')] });
    await call('imports:cancel', { importId });
    await expect(call('imports:commit', { importId })).rejects.toThrow('begin it again');
    expect(await call('imports:list', {})).toEqual([]);
    expect((await call('custom:list', {})).products).toEqual([]);
  });

  it('gives two products of one name ids of their own', async () => {
    const { call } = callServices();
    await importAll(call, 'products', { products: [product('Acme!'), product('ACME')] });
    const { products } = await call('custom:list', {});
    expect(products.map(({ id }) => id)).toEqual(['my--acme', 'my--acme-2']);
  });

  it('adds tags and notes to products that are there, and keeps what they had', async () => {
    const { call } = callServices();
    await call('personal:set', { id: 'hubspot', note: 'Ours since 2019', tags: ['crm'] });
    const mark = { id: 'hubspot', tags: ['keep', 'CRM'], note: 'Renewal in May' };
    expect(await importAll(call, 'products', { marks: [mark] })).toMatchObject({ marked: 1 });
    expect(await call('personal:list', {})).toMatchObject([
      { note: 'Ours since 2019\nRenewal in May', tags: ['crm', 'keep'] },
    ]);
  });

  it('brings integrations between any products', async () => {
    const { call } = callServices();
    await importAll(call, 'products', { products: [product('Quibblezorp')] });
    const integration = { from: 'my--quibblezorp', to: 'hubspot', kind: 'pipeline' as const };
    await importAll(call, 'integrations', { integrations: [integration] });
    const [only] = await call('catalogue:integrations', { id: 'my--quibblezorp' });
    expect(only).toMatchObject({ kind: 'pipeline', to: { id: 'hubspot' } });
  });
});

describe('taking an import back', () => {
  it('restores everything as it was, after a restart as well', async () => {
    const first = callServices();
    await first.call('personal:set', { id: 'hubspot', tags: ['crm'] });
    const before = await first.call('personal:list', {});
    const run = await importAll(first.call, 'products', {
      products: [product('Quibblezorp')],
      marks: [
        { id: 'hubspot', tags: ['keep'], note: '' },
        { id: 'braze', tags: ['new'], note: '' },
      ],
    });
    const { call } = callServices(first.folder);
    expect(await call('imports:undo', { id: run.id })).toMatchObject({ id: run.id });
    expect(await call('custom:list', {})).toEqual({ products: [], integrations: [] });
    expect(await call('personal:list', {})).toEqual(before);
    await expect(call('imports:undo', { id: run.id })).rejects.toThrow('already');
  });

  it('keeps what the person has put their hand to since', async () => {
    const { call } = callServices();
    const run = await importAll(call, 'products', {
      products: [product('Kept'), product('Gone')],
      marks: [{ id: 'hubspot', tags: ['imported'], note: '' }],
    });
    const edited = { ...product('Kept and changed') };
    await call('custom:save-product', { id: 'my--kept', product: edited });
    await call('personal:set', { id: 'hubspot', note: 'Mine' });
    await call('imports:undo', { id: run.id });
    const { products } = await call('custom:list', {});
    expect(products.map(({ name }) => name)).toEqual(['Kept and changed']);
    expect(await call('personal:list', {})).toMatchObject([{ tags: ['imported'], note: 'Mine' }]);
  });
});

it('imports come to a workspace from before them, which keeps the records of its owner', () => {
  const folder = tempFolder();
  const old = new Database(join(folder, 'workspace.db'));
  migrate(
    old,
    migrations.filter(({ version }) => version < 5),
  );
  old.exec(
    `INSERT INTO own_product (id, content, import_id) VALUES ('own-mine', '{"name":"Mine"}', NULL)`,
  );
  old.close();
  const workspace = aWorkspace({ folder });
  expect(workspace.imports.all()).toEqual([]);
  expect(workspace.custom.product('own-mine')).toMatchObject({ name: 'Mine', importId: null });
});
