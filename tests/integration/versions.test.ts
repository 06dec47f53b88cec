import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate, migrations } from '../../electron/store/workspace/migrations.ts';
import { MOST_AUTOMATIC } from '../../shared/versions/automatic.ts';
import { callServices, type CallServices } from '../support/call-services.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { aWorkspace } from '../support/workspace.ts';

type Call = CallServices;

const placement = (productId: string) => ({
  id: `node-${productId}`,
  productId,
  name: productId,
  categoryId: 'crm',
  groupId: 'social' as const,
});

async function aStack(call: Call, ...ids: string[]): Promise<string> {
  const { stack } = await call('stacks:create', { name: 'Mine' });
  await call('stacks:apply', {
    stackId: stack.id,
    command: { type: 'add-products', products: ids.map(placement) },
  });
  return stack.id;
}
const remove = (call: Call, stackId: string, ...ids: string[]) =>
  call('stacks:apply', {
    stackId,
    command: { type: 'remove', nodeIds: ids.map((id) => `node-${id}`) },
  });
const current = (stackId: string) => ({ type: 'current' as const, stackId });
const kept = (id: string) => ({ type: 'snapshot' as const, id });

describe('versions of a stack', () => {
  it('are kept by name, renamed, deleted and brought back, after a restart as well', async () => {
    const first = callServices();
    const stackId = await aStack(first.call, 'hubspot', 'segment');
    const asIs = await first.call('versions:take', { stackId, name: 'As is' });
    expect(asIs).toMatchObject({ name: 'As is', isAutomatic: false, products: 2 });
    await first.call('versions:rename', { id: asIs.id, name: 'As it was' });
    await first.call('versions:delete', { id: asIs.id });
    expect(await first.call('versions:list', { stackId })).toEqual([]);
    await first.call('versions:undelete', { id: asIs.id });
    first.close();
    const { call } = callServices(first.folder);
    expect(await call('versions:list', { stackId })).toMatchObject([{ name: 'As it was' }]);
  });

  it('tell what came, went, was replaced and moved, and which integrations that cost', async () => {
    const { call } = callServices();
    const stackId = await aStack(call, 'hubspot', 'segment', 'mailchimp');
    const asIs = await call('versions:take', { stackId, name: 'As is' });
    await call('stacks:apply', {
      stackId,
      command: {
        type: 'swap-product',
        nodeId: 'node-segment',
        product: { ...placement('rudderstack'), name: 'whatever' },
      },
    });
    await remove(call, stackId, 'mailchimp');
    await call('stacks:apply', {
      stackId,
      command: { type: 'add-products', products: [placement('snowflake')] },
    });
    const changes = await call('versions:compare', { from: kept(asIs.id), to: current(stackId) });
    expect(changes).toMatchObject({
      from: 'As is',
      to: 'As it is now',
      added: [{ id: 'snowflake' }],
      removed: [{ id: 'mailchimp' }],
      replaced: [{ before: { id: 'segment' }, after: { id: 'rudderstack', name: 'RudderStack' } }],
    });
    const pairs = (list: typeof changes.gained) => list.map(({ a, b }) => [a, b].sort().join(' '));
    expect(pairs(changes.lost)).toContain('hubspot segment');
    expect(pairs(changes.gained)).toContain('rudderstack snowflake');
    const back = await call('versions:compare', { from: current(stackId), to: kept(asIs.id) });
    expect(back.added).toEqual(changes.removed);
    expect(pairs(back.gained).sort()).toEqual(pairs(changes.lost).sort());
    const { svg } = await call('versions:picture', {
      from: kept(asIs.id),
      to: current(stackId),
      which: 'overlay',
    });
    for (const word of ['+ Added', '− Removed', '⇄ New here', 'Mailchimp', 'Snowflake']) {
      expect(svg).toContain(word);
    }
  });

  it('come back as one step, and what was there is kept before', async () => {
    const { call } = callServices();
    const stackId = await aStack(call, 'hubspot', 'segment');
    const before = await call('stacks:get', { id: stackId });
    const asIs = await call('versions:take', { stackId, name: 'As is' });
    await remove(call, stackId, 'hubspot');
    await call('versions:restore', { id: asIs.id });
    const restored = await call('stacks:get', { id: stackId });
    expect(restored.stack).toEqual(before.stack);
    expect(restored.history.undo).toBe('Restore As is');
    const [newest] = await call('versions:list', { stackId });
    expect(newest).toMatchObject({
      name: 'Before restoring As is',
      isAutomatic: true,
      products: 1,
    });
    await call('stacks:undo', { stackId });
    expect(Object.keys((await call('stacks:get', { id: stackId })).stack.nodes)).toEqual([
      'node-segment',
    ]);
  });

  it('are kept by themselves before large changes only, the newest of them', async () => {
    const { call } = callServices();
    const stackId = await aStack(call, 'hubspot', 'segment', 'mailchimp');
    await remove(call, stackId, 'mailchimp');
    expect(await call('versions:list', { stackId })).toEqual([]);
    const others = ['snowflake', 'bigquery'];
    for (let turn = 0; turn < MOST_AUTOMATIC + 3; turn++) {
      const state = await call('stacks:get', { id: stackId });
      const productId = others[turn % 2]!;
      const nodeId = Object.keys(state.stack.nodes)[0]!;
      const product = placement(productId);
      await call('stacks:apply', { stackId, command: { type: 'swap-product', nodeId, product } });
    }
    const list = await call('versions:list', { stackId });
    expect(list).toHaveLength(MOST_AUTOMATIC);
    expect(list.every(({ isAutomatic }) => isAutomatic)).toBe(true);
  });

  it('are gone with their stack’s last trace only, and never another stack’s', async () => {
    const { call } = callServices();
    const stackId = await aStack(call, 'hubspot');
    const other = await aStack(call, 'segment');
    await call('versions:take', { stackId, name: 'One' });
    expect(await call('versions:list', { stackId: other })).toEqual([]);
    await expect(call('versions:restore', { id: 'none' })).rejects.toThrow('not kept any more');
  });
});

describe('swapping a product', () => {
  it('says what would be kept, lost and gained, the best that keeps most first', async () => {
    const { call } = callServices();
    const stackId = await aStack(call, 'segment', 'braze', 'amplitude', 'snowflake', 'mixpanel');
    const answer = await call('versions:swap-options', { stackId, nodeId: 'node-segment' });
    expect(answer.product.id).toBe('segment');
    const [best, ...rest] = answer.options;
    expect(best?.product.id).toBe('rudderstack');
    for (const option of answer.options) {
      expect(option.kept.length + option.lost.length).toBe(best!.kept.length + best!.lost.length);
    }
    for (const option of rest) {
      expect(option.kept.length).toBeLessThanOrEqual(best!.kept.length);
    }
    const one = await call('versions:swap-options', {
      stackId,
      nodeId: 'node-segment',
      productId: 'tealium',
    });
    expect(one.options.map(({ product }) => product.id)).toEqual(['tealium']);
  });
});

it('versions come to a workspace from before them, which keeps its stacks', () => {
  const folder = tempFolder();
  const old = new Database(join(folder, 'workspace.db'));
  migrate(
    old,
    migrations.filter(({ version }) => version < 10),
  );
  old.exec(
    "INSERT INTO stack (id, name, created_at, updated_at, revision, position) VALUES ('s', 'From before', '2026-01-01', '2026-01-01', 0, 0)",
  );
  old.close();
  const workspace = aWorkspace({ folder });
  expect(workspace.snapshots.list('s')).toEqual([]);
  expect(workspace.stacks.find('s')?.stack.name).toBe('From before');
});
