import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRouter } from '../../electron/hosts/router.ts';
import { createServices } from '../../electron/services/create-services.ts';
import type { Channel } from '../../shared/contract/channels.ts';
import { contract, events, type CallInput, type Output } from '../../shared/contract/contract.ts';
import { unwrap, type Result } from '../../shared/result.ts';
import { realCatalogue } from '../support/catalogue.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** The services as a host runs them. Every answer and event is held against the contract. */
function services(folder = tempFolder()) {
  const heard: { name: string; payload: unknown }[] = [];
  const logged: unknown[] = [];
  const opened: string[] = [];
  const running = createServices({
    catalogueFile: realCatalogue(),
    dataFolder: folder,
    host: 'cli',
    versions: {},
    emit: (name, payload) => {
      events[name].parse(payload);
      heard.push({ name, payload });
    },
    log: (error) => logged.push(error),
    openExternal: (url) => Promise.resolve(void opened.push(url)),
  });
  onTestFinished(() => running.close());
  const router = createRouter(running.handlers, (error) => logged.push(error));
  async function call<C extends Channel>(
    channel: C,
    input: CallInput<C>,
  ): Promise<Result<Output<C>>> {
    const context = { signal: new AbortController().signal, progress: () => undefined };
    const result = (await router.call(channel, input, context)) as Result<Output<C>>;
    if (result.ok) contract[channel].output.parse(result.value);
    expect(logged).toEqual([]);
    return result;
  }
  const get = async <C extends Channel>(channel: C, input: CallInput<C>): Promise<Output<C>> =>
    unwrap(await call(channel, input));
  return { folder, call, get, heard, opened, close: () => running.close() };
}

const adding = (...productIds: string[]) => ({
  type: 'add-products' as const,
  products: productIds.map((productId) => ({
    id: `node-${productId}`,
    productId,
    name: 'Whatever the caller says',
    categoryId: 'whatever',
    groupId: 'data' as const,
  })),
});

describe('adding products', () => {
  it('takes name, category and group from the catalogue, whatever the caller says', async () => {
    const { get } = services();
    const { stack } = await get('stacks:create', { name: 'Mine' });
    const change = await get('stacks:apply', { stackId: stack.id, command: adding('hubspot') });
    const [row] = await get('catalogue:rows', { ids: ['hubspot'] });
    expect(change.patch.nodes?.set[0]).toMatchObject({
      productId: 'hubspot',
      name: row?.name,
      categoryId: row?.categoryId,
      groupId: row?.groupId,
      laneId: `lane-${row?.groupId}`,
    });
    expect(change.label).toBe(`Add ${row?.name}`);
  });

  it('refuses products that the catalogue does not know, and adds none of the others', async () => {
    const { call, get } = services();
    const { stack } = await get('stacks:create', { name: 'Mine' });
    const command = adding('hubspot', 'no-such-product');
    expect(await call('stacks:apply', { stackId: stack.id, command })).toMatchObject({
      ok: false,
      error: { code: 'unknown-products', details: { ids: ['no-such-product'] } },
    });
    const state = await get('stacks:get', { id: stack.id });
    expect(state).toMatchObject({ revision: 0, stack: { nodes: {} } });
  });

  it('answers and tells everybody the same change', async () => {
    const { get, heard } = services();
    const { stack } = await get('stacks:create', { name: 'Mine' });
    const change = await get('stacks:apply', { stackId: stack.id, command: adding('hubspot') });
    expect(heard).toEqual([
      { name: 'stacks:changed', payload: {} },
      { name: 'stack:changed', payload: change },
    ]);
  });
});

describe('stacks', () => {
  it('come back with everything after a restart', async () => {
    const folder = tempFolder();
    const first = services(folder);
    const { stack } = await first.get('stacks:create', { name: '  Mine  ' });
    await first.get('stacks:apply', { stackId: stack.id, command: adding('hubspot', 'segment') });
    const connect = {
      type: 'connect' as const,
      connectionId: 'c1',
      fromNodeId: 'node-hubspot',
      toNodeId: 'node-segment',
      label: 'leads',
    };
    await first.get('stacks:apply', { stackId: stack.id, command: connect });
    await first.get('settings:set', { theme: 'dark', currentStackId: stack.id });
    const before = await first.get('stacks:get', { id: stack.id });
    first.close();

    const second = services(folder);
    expect(await second.get('stacks:get', { id: stack.id })).toEqual(before);
    expect(await second.get('stacks:list', {})).toMatchObject([
      { name: 'Mine', products: 2, connections: 1 },
    ]);
    expect(await second.get('settings:get', {})).toMatchObject({
      theme: 'dark',
      currentStackId: stack.id,
    });
  });

  it('are renamed in the list too, also by undo', async () => {
    const { get, heard } = services();
    const { stack } = await get('stacks:create', { name: 'Old' });
    const command = { type: 'rename-stack' as const, name: 'New' };
    await get('stacks:apply', { stackId: stack.id, command });
    expect(await get('stacks:list', {})).toMatchObject([{ name: 'New' }]);
    await get('stacks:undo', { stackId: stack.id });
    expect(await get('stacks:list', {})).toMatchObject([{ name: 'Old' }]);
    expect(heard.filter(({ name }) => name === 'stacks:changed')).toHaveLength(3);
  });

  it('are duplicated with everything on them and a history of their own', async () => {
    const { get } = services();
    const { stack } = await get('stacks:create', { name: 'N'.repeat(200) });
    await get('stacks:apply', { stackId: stack.id, command: adding('hubspot') });
    const copy = await get('stacks:duplicate', { id: stack.id });
    expect(copy.stack.id).not.toBe(stack.id);
    expect(copy.stack.name).toHaveLength(200);
    expect(copy.stack.name).toMatch(/N \(copy\)$/);
    expect(copy.history).toEqual({ undo: null, redo: null });
    await get('stacks:apply', {
      stackId: copy.stack.id,
      command: { type: 'remove', nodeIds: ['node-hubspot'] },
    });
    const original = await get('stacks:get', { id: stack.id });
    expect(Object.keys(original.stack.nodes)).toEqual(['node-hubspot']);
  });

  it('that are deleted can be brought back, with their history', async () => {
    const { call, get } = services();
    const { stack } = await get('stacks:create', { name: 'Mine' });
    await get('stacks:apply', { stackId: stack.id, command: adding('hubspot') });
    await get('stacks:delete', { id: stack.id });
    await get('stacks:delete', { id: stack.id });
    expect(await get('stacks:list', {})).toEqual([]);
    expect(await get('stacks:list', { deleted: true })).toMatchObject([{ name: 'Mine' }]);
    expect(await call('stacks:get', { id: stack.id })).toMatchObject({
      error: { code: 'not-found', message: 'The stack Mine was deleted; restore it first.' },
    });
    expect(await call('stacks:undo', { stackId: stack.id })).toMatchObject({ ok: false });
    expect(await get('stacks:restore', { id: stack.id })).toMatchObject({
      products: 1,
      deletedAt: null,
    });
    expect((await get('stacks:undo', { stackId: stack.id })).history.redo).toBe('Add HubSpot');
  });

  it.each(['stacks:get', 'stacks:delete', 'stacks:restore', 'stacks:duplicate'] as const)(
    'are refused by %s where there is none',
    async (channel) => {
      const { call } = services();
      expect(await call(channel, { id: 'none' })).toMatchObject({ error: { code: 'not-found' } });
    },
  );

  it('carry hostile names as they are', async () => {
    const { get } = services();
    const name = '<script>alert(1)</script> \u202egnp.exe'.slice(0, 200);
    const { stack } = await get('stacks:create', { name });
    expect((await get('stacks:get', { id: stack.id })).stack.name).toBe(name);
  });
});

describe('settings', () => {
  it('change only what is named, and tell everybody', async () => {
    const { get, heard } = services();
    const before = await get('settings:set', { theme: 'dark' });
    const settings = await get('settings:set', { currentStackId: 'abc' });
    expect(settings).toEqual({ ...before, theme: 'dark', currentStackId: 'abc' });
    expect(heard.at(-1)).toEqual({ name: 'settings:changed', payload: settings });
  });
});

describe('the application', () => {
  it('offers the backup of a damaged workspace and forgets the notice once dismissed', async () => {
    const folder = tempFolder();
    const first = services(folder);
    await first.get('stacks:create', { name: 'Mine' });
    const backup = await first.get('backup:create', {});
    first.close();
    writeFileSync(join(folder, 'workspace.db'), 'rust '.repeat(5000));

    const second = services(folder);
    const { notices } = await second.get('app:info', {});
    expect(notices).toMatchObject([{ level: 'warning', backups: [backup.name] }]);
    await second.get('app:dismiss-notice', { id: notices[0]?.id ?? '' });
    expect((await second.get('app:info', {})).notices).toEqual([]);
    await second.get('backup:restore', { name: backup.name });
    expect(second.heard.at(-1)).toEqual({ name: 'workspace:replaced', payload: {} });
    expect(await second.get('stacks:list', {})).toMatchObject([{ name: 'Mine' }]);
  });

  it('opens https addresses and nothing else', async () => {
    const { call, opened } = services();
    const refused = [
      'http://example.com',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'https:',
      'https://user:word@example.com/',
      ' not an address',
      'HTTPS//example.com',
    ];
    for (const url of refused) {
      expect(await call('app:open-external', { url })).toMatchObject({
        error: { code: 'forbidden' },
      });
    }
    await call('app:open-external', { url: 'https://example.com/a?b#c' });
    expect(opened).toEqual(['https://example.com/a?b#c']);
  });

  it('leaves saving to the page where the host cannot ask where to', async () => {
    const { get } = services();
    const file = { fileName: 'a.svg', mimeType: 'image/svg+xml', base64: '' };
    expect(await get('app:save-file', file)).toEqual({ handled: false, path: null });
  });
});
