import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createServices } from '../../electron/services/create-services.ts';
import type { Channel, EventName } from '../../shared/contract/channels.ts';
import { contract, type CallInput, type Output } from '../../shared/contract/contract.ts';
import { OwnIntegrationFields, OwnProductFields } from '../../shared/custom/records.ts';
import { aProduct, anIntegration, writeSmallCatalogue } from '../support/small-catalogue.ts';
import { callContext } from '../support/call-context.ts';
import { realCatalogue } from '../support/catalogue.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** An application over a catalogue, asked as its router asks. */
function anApplication({ catalogue = realCatalogue(), folder = tempFolder() } = {}) {
  const events: EventName[] = [];
  const services = createServices({
    catalogueFile: catalogue,
    dataFolder: folder,
    host: 'cli',
    versions: {},
    emit: (name) => events.push(name),
    log: (error) => {
      throw error;
    },
  });
  onTestFinished(() => services.close());
  async function call<C extends Channel>(channel: C, input: CallInput<C>): Promise<Output<C>> {
    const handle = services.handlers[channel] as (input: unknown, context: unknown) => unknown;
    const parsed = contract[channel].input.parse(input);
    return contract[channel].output.parse(await handle(parsed, callContext())) as Output<C>;
  }
  const add = (fields: Partial<CallInput<'custom:save-product'>['product']> & { name: string }) =>
    call('custom:save-product', { product: { categories: ['crm'], ...fields } });
  return { call, add, events, folder };
}

describe('a product of one’s own', () => {
  it('is found, listed, counted and put on a stack like any other, from the next call on', async () => {
    const { call, add, events } = anApplication();
    const before = await call('catalogue:stats', {});
    const own = await add({
      name: 'Acme Loyalty Hub',
      categories: ['loyalty-referral', 'crm'],
      homepage: 'https://loyalty.acme.example',
      aliases: ['ALH'],
    });
    expect(own.id).toBe('my--acme-loyalty-hub');
    expect(events).toContain('catalogue:changed');
    expect((await call('catalogue:stats', {})).products).toBe(before.products + 1);
    const [hit] = await call('catalogue:search', { text: 'acme loyalty' });
    expect(hit?.id).toBe(own.id);
    const product = await call('catalogue:product', { id: own.id });
    expect(product).toMatchObject({
      name: 'Acme Loyalty Hub',
      categories: ['loyalty-referral', 'crm'],
    });
    expect(product.sourceRows).toMatchObject([{ source: 'yours' }]);
    const { rows } = await call('catalogue:query', { filter: { sources: ['yours'] } });
    expect(rows.map(({ id }) => id)).toEqual([own.id]);

    const { stack } = await call('stacks:create', { name: 'Ours' });
    const placed = { id: 'n1', productId: own.id, name: '?', categoryId: 'crm', groupId: 'data' };
    const { patch } = await call('stacks:apply', {
      stackId: stack.id,
      command: { type: 'add-products', products: [{ ...placed, groupId: 'data' as const }] },
    });
    expect(patch.nodes?.set).toMatchObject([
      { name: 'Acme Loyalty Hub', categoryId: 'loyalty-referral' },
    ]);
  });

  it('is there after a restart and survives a catalogue that is built anew', async () => {
    const folder = tempFolder();
    const catalogue = join(tempFolder(), 'catalogue.db');
    writeSmallCatalogue(catalogue, [aProduct({ id: 'one' }), aProduct({ id: 'two' })]);
    const first = anApplication({ catalogue, folder });
    const own = await first.add({ name: 'Ours' });
    await first.call('custom:save-integration', { integration: { from: own.id, to: 'one' } });
    await first.call('custom:save-integration', { integration: { from: own.id, to: 'two' } });

    const newer = join(tempFolder(), 'catalogue.db');
    writeSmallCatalogue(newer, [aProduct({ id: 'one' }), aProduct({ id: 'three' })]);
    copyFileSync(newer, catalogue);
    const second = anApplication({ catalogue: newer, folder });
    const integrations = await second.call('catalogue:integrations', { id: own.id });
    expect(integrations.map(({ to }) => to.id)).toEqual(['one']);
    const { integrations: kept } = await second.call('custom:list', {});
    expect(kept.map(({ to, isGone }) => [to, isGone]).sort()).toEqual([
      ['one', false],
      ['two', true],
    ]);
  });

  it('is refused where the catalogue has it already, unless one insists', async () => {
    const { call, add } = anApplication();
    const refused = (fields: Parameters<typeof add>[0]) =>
      expect(add(fields)).rejects.toMatchObject({
        code: 'conflict',
        details: { similar: expect.arrayContaining([expect.objectContaining({ id: 'hubspot' })]) },
      });
    await refused({ name: 'HUBSPOT' });
    await refused({ name: 'Something else', homepage: 'https://www.hubspot.com/crm' });
    const product = { name: 'HubSpot', categories: ['crm'] };
    const saved = await call('custom:save-product', { product, evenIfSimilar: true });
    expect(saved.id).toBe('my--hubspot');
    // The same record is not in its own way.
    const renamed = { id: saved.id, product: { name: 'HubSpot of ours', categories: ['crm'] } };
    expect((await call('custom:save-product', renamed)).id).toBe('my--hubspot');
  });

  it('goes with its integrations, and both come back', async () => {
    const { call, add } = anApplication();
    const own = await add({ name: 'Acme Loyalty Hub' });
    await call('custom:save-integration', {
      integration: { from: own.id, to: 'hubspot', kind: 'pipeline', direction: 'forward' },
    });
    const before = await call('custom:list', {});
    const deleted = await call('custom:delete-product', { id: own.id });
    await expect(call('catalogue:product', { id: own.id })).rejects.toThrow();
    expect((await call('custom:list', {})).integrations).toEqual([]);
    await call('custom:restore', deleted);
    expect(await call('custom:list', {})).toEqual(before);
    expect(await call('catalogue:integrations', { id: own.id })).toHaveLength(1);
  });

  it('stays on a stack as gone when it is deleted', async () => {
    const { call, add } = anApplication();
    const own = await add({ name: 'Acme Loyalty Hub' });
    const { stack } = await call('stacks:create', { name: 'Ours' });
    const product = {
      ...{ id: 'n1', productId: own.id, name: '?', categoryId: 'crm' },
      groupId: 'data' as const,
    };
    const command = { type: 'add-products' as const, products: [product] };
    await call('stacks:apply', { stackId: stack.id, command });
    await call('custom:delete-product', { id: own.id });
    const after = await call('stacks:get', { id: stack.id });
    expect(after.stack.nodes['n1']).toMatchObject({ name: 'Acme Loyalty Hub' });
    const { products } = await call('insights:health', { stackId: stack.id });
    expect(products).toMatchObject([{ id: own.id, isKnown: false }]);
  });

  it('takes tags and notes and can be hidden, and keeps them over deletion and return', async () => {
    const { call, add } = anApplication();
    const own = await add({ name: 'Acme Loyalty Hub' });
    await call('personal:set', { id: own.id, tags: ['pilot'], note: 'Ask Kim.', hidden: true });
    const listed = async (filter: CallInput<'catalogue:query'>['filter']) =>
      (await call('catalogue:query', { filter, text: 'Acme Loyalty Hub' })).rows.map(
        ({ id }) => id,
      );
    expect(await listed({ sources: ['yours'] })).toEqual([]);
    expect(await listed({ sources: ['yours'], showHidden: true })).toEqual([own.id]);
    await call('custom:restore', await call('custom:delete-product', { id: own.id }));
    expect(await call('personal:list', {})).toEqual([
      { id: own.id, tags: ['pilot'], note: 'Ask Kim.', hidden: true },
    ]);
    await call('personal:set', { id: own.id, hidden: false });
    expect(await listed({ tags: ['pilot'] })).toEqual([own.id]);
  });

  it('of another process appears here too', async () => {
    const folder = tempFolder();
    const here = anApplication({ folder });
    const there = anApplication({ folder });
    await here.call('catalogue:stats', {});
    const own = await there.add({ name: 'Acme Loyalty Hub' });
    expect((await here.call('catalogue:product', { id: own.id })).name).toBe('Acme Loyalty Hub');
  });

  it('of another process is told of once, its own changes included', async () => {
    const folder = tempFolder();
    const here = anApplication({ folder });
    const there = anApplication({ folder });
    await there.add({ name: 'Acme Loyalty Hub' });
    await here.call('catalogue:stats', {});
    await here.call('catalogue:stats', {});
    expect(here.events).toEqual(['catalogue:changed']);
    await there.call('catalogue:stats', {});
    expect(there.events).toEqual(['catalogue:changed']);
  });

  it('follows a backup that is restored, here and in another process', async () => {
    const folder = tempFolder();
    const here = anApplication({ folder });
    const there = anApplication({ folder });
    await here.add({ name: 'Before' });
    const { name } = await here.call('backup:create', {});
    await here.add({ name: 'After' });
    const names = async ({ call }: typeof here) =>
      (await call('catalogue:query', { filter: { sources: ['yours'] } })).rows.map(
        (row) => row.name,
      );
    expect(await names(there)).toEqual(['After', 'Before']);
    await here.call('backup:restore', { name });
    expect(await names(here)).toEqual(['Before']);
    // As many changes as before the restore must not look like no change.
    await here.add({ name: 'Zzz afterwards' });
    expect(await names(there)).toEqual(['Before', 'Zzz afterwards']);
  });

  it('is not written over by undoing the deletion of one of the same name', async () => {
    const { call, add } = anApplication();
    const first = await add({ name: 'Acme Loyalty Hub', vendor: 'First' });
    const deleted = await call('custom:delete-product', { id: first.id });
    const second = await add({ name: 'Acme Loyalty Hub', vendor: 'Second' });
    await expect(call('custom:restore', deleted)).rejects.toMatchObject({ code: 'conflict' });
    expect((await call('custom:list', {})).products).toEqual([second]);
  });

  it('never changes the file of the catalogue', async () => {
    const catalogue = join(tempFolder(), 'catalogue.db');
    writeSmallCatalogue(catalogue, [aProduct({ id: 'one' })]);
    const { add } = anApplication({ catalogue });
    const own = await add({ name: 'Ours' });
    const other = anApplication({ catalogue });
    await expect(other.call('catalogue:product', { id: own.id })).rejects.toThrow();
  });
});

describe('an integration of one’s own', () => {
  it('is one more witness where a source states it already', async () => {
    const catalogue = join(tempFolder(), 'catalogue.db');
    writeSmallCatalogue(
      catalogue,
      [aProduct({ id: 'one' }), aProduct({ id: 'two' })],
      [anIntegration('one', 'two')],
    );
    const { call } = anApplication({ catalogue });
    await call('custom:save-integration', {
      integration: {
        ...{ from: 'one', to: 'two', kind: 'workflow', direction: 'forward' },
        url: 'https://example.org/how',
      },
    });
    const [only, ...others] = await call('catalogue:integrations', { id: 'one' });
    expect(others).toEqual([]);
    expect(only?.evidence).toEqual([
      { source: 'one', url: expect.any(String) as string },
      { source: 'yours', url: 'https://example.org/how' },
    ]);
  });

  it('counts for both its ends', async () => {
    const { call } = anApplication();
    const pair = { from: 'hubspot', to: 'hotjar' };
    const ends = async () => (await call('catalogue:rows', { ids: Object.values(pair) })) ?? [];
    const before = await ends();
    const known = await call('catalogue:integrations', { id: pair.from, with: pair.to });
    const integration = { ...pair, kind: 'native' as const, note: 'Our agency built it.' };
    await call('custom:save-integration', { integration });
    const added = known.length === 0 ? 1 : 0;
    expect((await ends()).map((row) => row.integrations)).toEqual(
      before.map((row) => row.integrations + added),
    );
  });

  it('is refused with a sentence for a product that nobody has, and with itself', async () => {
    const { call } = anApplication();
    const connect = (from: string, to: string) =>
      call('custom:save-integration', { integration: { from, to } });
    await expect(connect('hubspot', 'no-such-thing')).rejects.toThrow('no-such-thing');
    await expect(connect('hubspot', 'hubspot')).rejects.toThrow('itself');
    expect((await call('custom:list', {})).integrations).toEqual([]);
  });
});

describe('what a person types into a record', () => {
  it.each([
    [{ name: '   ', categories: ['crm'] }],
    [{ name: 'x'.repeat(201), categories: ['crm'] }],
    [{ name: 'No category', categories: [] }],
    [{ name: 'Script', categories: ['crm'], homepage: 'javascript:alert(1)' }],
    [{ name: 'File', categories: ['crm'], homepage: 'file:///etc/passwd' }],
    [{ name: 'No address', categories: ['crm'], homepage: 'acme' }],
  ])('is refused before it is stored: %o', (fields) => {
    expect(OwnProductFields.safeParse(fields).success).toBe(false);
  });

  it('may be anything that is a name, also in other scripts', async () => {
    const { add, call } = anApplication();
    const names = ['Яндекс Внутренний', '社内ツール', '<b>bold</b>', '"; DROP TABLE product;--'];
    const ids = [];
    for (const name of names) ids.push((await add({ name })).id);
    expect(new Set(ids).size).toBe(names.length);
    const rows = await call('catalogue:rows', { ids });
    expect(rows.map(({ name }) => name)).toEqual(names);
  });

  it('may leave the address of an integration out', () => {
    const fields = OwnIntegrationFields.parse({ from: 'a', to: 'b' });
    expect(fields).toMatchObject({ kind: 'native', direction: 'none', url: null });
  });
});
