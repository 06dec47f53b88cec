import { describe, expect, it } from 'vitest';
import { applyCommand as applyParsed, type Applied } from '../../../shared/stack/apply-command.ts';
import { StackCommand, type StackCommandInput } from '../../../shared/stack/commands.ts';
import { CARD, laneBox, LANE } from '../../../shared/stack/layout.ts';
import { newStack } from '../../../shared/stack/new-stack.ts';
import { applyPatch, patchBetween } from '../../../shared/stack/patch.ts';
import { Lane, Stack } from '../../../shared/stack/stack.ts';
import { unwrap } from '../../../shared/result.ts';

const apply = (stack: Stack, command: StackCommandInput) =>
  applyParsed(stack, StackCommand.parse(command));

function done(stack: Stack, ...commands: readonly StackCommandInput[]): Applied {
  const [last, ...before] = [...commands].reverse();
  if (!last) throw new Error('Nothing to do.');
  const start = before
    .reverse()
    .reduce((each, command) => unwrap(apply(each, command)).stack, stack);
  return unwrap(apply(start, last));
}

const product = (n: number, categoryId = 'cdp') => ({
  ...{ id: `node-${n}`, productId: `product-${n}`, name: `Product ${n}` },
  ...{ categoryId, groupId: 'data' as const },
});
const note = (id: string) =>
  ({ type: 'note', id, x: 0, y: 0, width: 160, height: 120, text: 'Ask IT' }) as const;

const three: StackCommandInput = {
  type: 'add-products',
  products: [product(1), product(2), product(3)],
};
const empty = newStack('stack', 'Test');

describe('what is locked', () => {
  const locked = done(empty, three, { type: 'lock', nodeIds: ['node-1'], locked: true }).stack;

  it('stays where it is while the rest of a selection moves', () => {
    const moves = [
      { nodeId: 'node-1', x: 900, y: 900 },
      { nodeId: 'node-2', x: 900, y: 900 },
    ];
    const moved = done(locked, { type: 'move-nodes', moves });
    expect(moved.stack.nodes['node-1']).toEqual(locked.nodes['node-1']);
    expect(moved.stack.nodes['node-2']).toMatchObject({ x: 900, y: 900 });
    expect(moved.label).toBe('Move Product 2');
  });

  it('says so when it alone is to be moved', () => {
    const moves = [{ nodeId: 'node-1', x: 5, y: 5 }];
    expect(apply(locked, { type: 'move-nodes', moves })).toMatchObject({
      ok: false,
      error: { code: 'conflict', message: expect.stringContaining('locked') as string },
    });
  });
});

describe('the state and the owner of products', () => {
  it('change for all that are named, as one step, and leave the rest as it was', () => {
    const { stack, label } = done(empty, three, {
      type: 'edit-nodes',
      nodeIds: ['node-1', 'node-2'],
      change: { state: 'to-retire' },
    });
    expect(Object.values(stack.nodes).map((node) => node.state)).toEqual([
      'to-retire',
      'to-retire',
      'in-use',
    ]);
    expect(stack.nodes['node-1']?.owner).toBe('');
    expect(label).toBe('Change the state of 2 products');
  });
});

describe('a swap', () => {
  it('keeps the place and the connections that a person drew, but not what the old one cost', () => {
    const before = done(
      empty,
      three,
      { type: 'connect', connectionId: 'c', fromNodeId: 'node-1', toNodeId: 'node-2' },
      { type: 'edit-nodes', nodeIds: ['node-1'], change: { yearlyCost: 1200, owner: 'Sales' } },
    ).stack;
    const { stack, label } = done(before, {
      type: 'swap-product',
      nodeId: 'node-1',
      product: { ...product(9), id: 'unused' },
    });
    expect(stack.nodes['node-1']).toEqual({
      ...before.nodes['node-1'],
      productId: 'product-9',
      name: 'Product 9',
      yearlyCost: null,
    });
    expect(stack.connections).toEqual(before.connections);
    expect(label).toBe('Swap Product 1 for Product 9');
  });

  it('refuses a product that stands on the stack already', () => {
    const before = done(empty, three).stack;
    const command = { type: 'swap-product', nodeId: 'node-1', product: product(2) } as const;
    expect(apply(before, command)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });
});

describe('notes, headings and frames', () => {
  it('are added, edited and removed, each undone exactly', () => {
    const added = done(empty, { type: 'add-items', items: [note('n')] });
    const edited = done(added.stack, { type: 'edit-item', itemId: 'n', change: { text: 'Done' } });
    const removed = done(edited.stack, { type: 'remove', itemIds: ['n'] });
    expect(edited.stack.items['n']).toMatchObject({ text: 'Done', colour: 'yellow' });
    expect(removed.stack.items).toEqual({});
    expect(applyPatch(removed.stack, removed.inverse)).toEqual(edited.stack);
    expect(applyPatch(edited.stack, edited.inverse)).toEqual(added.stack);
    expect(applyPatch(added.stack, added.inverse)).toEqual(empty);
    expect([added, edited, removed].map(({ label }) => label)).toEqual([
      'Add a note',
      'Edit a note',
      'Remove a note',
    ]);
  });

  it('refuse what does not belong to their type', () => {
    const { stack } = done(empty, { type: 'add-items', items: [note('n')] });
    expect(
      apply(stack, { type: 'edit-item', itemId: 'n', change: { title: 'A frame has this' } }),
    ).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });
});

describe('a lane of rows', () => {
  const row = (id: string, y: number, categories: string[]) =>
    Lane.parse({
      ...{ id, title: id, groups: [], categories, shape: 'row' },
      ...{ x: 0, y, width: 3 * (CARD.width + 12) + 2 * LANE.padding, height: 120 },
    });
  const layers = { cdp: row('top', 0, ['cdp']), crm: row('bottom', 200, ['crm']) };
  const stack = done(empty, {
    type: 'restructure',
    templateId: 'layers',
    title: 'Layers',
    lanes: Object.values(layers),
  }).stack;

  it('fills from left to right, then grows by a row, and no other lane grows with it', () => {
    const products = [1, 2, 3, 4].map((n) => product(n));
    const filled = done(stack, { type: 'add-products', products }).stack;
    const places = Object.values(filled.nodes).map(({ x, y }) => `${x},${y}`);
    expect(new Set(places).size).toBe(4);
    expect(new Set(Object.values(filled.nodes).map(({ y }) => y)).size).toBe(2);
    expect(laneBox(layers.cdp, filled).height).toBeGreaterThan(120);
    expect(laneBox(layers.crm, filled).height).toBe(120);
  });

  it('takes the products of its categories before any lane of their group', () => {
    const lanes = [...Object.values(empty.lanes), ...Object.values(layers)];
    const both = done(empty, { type: 'restructure', templateId: null, title: 'Both', lanes }).stack;
    const { nodes } = done(both, {
      type: 'add-products',
      products: [product(1, 'crm'), product(2, 'bi')],
    }).stack;
    expect(nodes['node-1']?.laneId).toBe('bottom');
    expect(nodes['node-2']?.laneId).toBe('lane-data');
  });
});

describe('what a lane that moves or goes does to its products', () => {
  const stack = done(empty, three).stack;

  it('takes them along', () => {
    const moved = done(stack, { type: 'edit-lane', laneId: 'lane-data', change: { y: 300 } }).stack;
    for (const [id, node] of Object.entries(stack.nodes)) {
      expect(moved.nodes[id]).toEqual({ ...node, y: node.y + 300 });
    }
    expect(moved.lanes['lane-data']).toEqual({ ...stack.lanes['lane-data'], y: 300 });
  });

  it('leaves them where they are, in no lane', () => {
    const freed = done(stack, { type: 'remove', laneIds: ['lane-data'] }).stack;
    for (const [id, node] of Object.entries(stack.nodes)) {
      expect(freed.nodes[id]).toEqual({ ...node, laneId: null });
    }
  });
});

describe('pasting', () => {
  it('leaves out what is there already, with the connections that would lack an end', () => {
    const copied = done(empty, three, {
      type: 'connect',
      connectionId: 'c',
      fromNodeId: 'node-1',
      toNodeId: 'node-2',
    }).stack;
    const target = done(empty, { type: 'add-products', products: [product(1)] }).stack;
    const fresh = (id: string) => `new-${id}`;
    const { stack, label } = done(target, {
      type: 'paste',
      nodes: Object.values(copied.nodes).map((node) => ({ ...node, id: fresh(node.id) })),
      connections: Object.values(copied.connections).map((each) => ({
        ...each,
        fromNodeId: fresh(each.fromNodeId),
        toNodeId: fresh(each.toNodeId),
      })),
      items: [note('new-note')],
    });
    expect(Object.keys(stack.nodes)).toEqual(['node-1', 'new-node-2', 'new-node-3']);
    expect(stack.connections).toEqual({});
    expect(label).toBe('Paste 3 things');
  });
});

describe('restoring a version', () => {
  it('changes only what differs and is undone exactly', () => {
    const version = done(empty, three, { type: 'add-items', items: [note('n')] }).stack;
    const later = done(
      version,
      { type: 'remove', nodeIds: ['node-2'], itemIds: ['n'] },
      { type: 'move-nodes', moves: [{ nodeId: 'node-3', x: 700, y: 700 }] },
    ).stack;
    const content = Stack.omit({ id: true, name: true }).parse(version);
    const restored = done(later, { type: 'restore', title: 'As is', content });
    expect(restored.stack).toEqual(version);
    expect(restored.patch.nodes?.set.map(({ id }) => id).sort()).toEqual(['node-2', 'node-3']);
    expect(applyPatch(restored.stack, restored.inverse)).toEqual(later);
    expect(patchBetween(version, version)).toEqual({});
  });
});
