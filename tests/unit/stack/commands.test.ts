import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupId } from '../../../shared/domain/catalogue.ts';
import { applyCommand as applyParsed } from '../../../shared/stack/apply-command.ts';
import { Placement, StackCommand, type StackCommandInput } from '../../../shared/stack/commands.ts';
import { CARD, LANE, laneHeight, nodeBox } from '../../../shared/stack/layout.ts';
import { newStack } from '../../../shared/stack/new-stack.ts';
import { applyPatch, type StackPatch } from '../../../shared/stack/patch.ts';
import { Stack } from '../../../shared/stack/stack.ts';
import { unwrap } from '../../../shared/result.ts';
import { stackCommand } from '../../support/stack-arbitraries.ts';

/** As the router hands it on: parsed, defaults filled in. */
const applyCommand = (stack: Stack, command: StackCommandInput) =>
  applyParsed(stack, StackCommand.parse(command));

function aProduct(n: number, groupId: GroupId = 'data'): Placement {
  return Placement.parse({
    id: `node-${n}`,
    productId: `product-${n}`,
    name: `Product ${n}`,
    categoryId: 'cdp',
    groupId,
  });
}

function aStackOf(count: number, groupId: GroupId = 'data'): Stack {
  const products = Array.from({ length: count }, (_, index) => aProduct(index + 1, groupId));
  return unwrap(applyCommand(newStack('stack', 'Test'), { type: 'add-products', products })).stack;
}

describe('a command on a stack', () => {
  it('is undone exactly, whatever came before it', () => {
    fc.assert(
      fc.property(fc.array(stackCommand, { maxLength: 25 }), (commands) => {
        const first = newStack('stack', 'Test');
        let stack = first;
        const inverses: StackPatch[] = [];
        for (const command of commands) {
          const result = applyCommand(stack, command);
          if (!result.ok) continue;
          stack = result.value.stack;
          inverses.unshift(result.value.inverse);
        }
        for (const inverse of inverses) stack = applyPatch(stack, inverse);
        expect(stack).toEqual(first);
      }),
    );
  });

  it('leaves a valid stack in which every connection has both its ends', () => {
    fc.assert(
      fc.property(fc.array(stackCommand, { maxLength: 25 }), (commands) => {
        let stack = newStack('stack', 'Test');
        for (const command of commands) {
          const result = applyCommand(stack, command);
          if (result.ok) stack = result.value.stack;
        }
        expect(() => Stack.parse(stack)).not.toThrow();
        for (const { fromNodeId, toNodeId } of Object.values(stack.connections)) {
          expect(stack.nodes[fromNodeId]).toBeDefined();
          expect(stack.nodes[toNodeId]).toBeDefined();
        }
      }),
    );
  });

  it('does not change the stack it was given', () => {
    const before = aStackOf(3);
    const copy = structuredClone(before);
    applyCommand(before, { type: 'remove', nodeIds: ['node-1'], connectionIds: [] });
    applyCommand(before, { type: 'move-nodes', moves: [{ nodeId: 'node-2', x: 5, y: 5 }] });
    expect(before).toEqual(copy);
  });
});

describe('the id of a product, a lane or a connection', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', '', 'a b', 'x'.repeat(65)])(
    'is never %o',
    (nodeId) => {
      const moves = [{ nodeId, x: 0, y: 0 }];
      expect(StackCommand.safeParse({ type: 'move-nodes', moves }).success).toBe(false);
    },
  );
});

describe('adding products', () => {
  it('puts each into the lane of its group, below the last, covering none', () => {
    const stack = aStackOf(12);
    const boxes = Object.values(stack.nodes).map(nodeBox);
    for (const [index, box] of boxes.entries()) {
      expect(box.x).toBe((stack.lanes['lane-data']?.x ?? 0) + LANE.padding);
      for (const other of boxes.slice(index + 1)) {
        expect(Math.abs(other.y - box.y)).toBeGreaterThanOrEqual(CARD.height);
      }
    }
    expect(laneHeight(stack)).toBeGreaterThanOrEqual(12 * CARD.height);
  });

  it('takes the place that a removed product left free', () => {
    const stack = aStackOf(3);
    const place = stack.nodes['node-2'];
    const gap = unwrap(
      applyCommand(stack, { type: 'remove', nodeIds: ['node-2'], connectionIds: [] }),
    ).stack;
    const filled = unwrap(
      applyCommand(gap, { type: 'add-products', products: [aProduct(9)] }),
    ).stack;
    expect(filled.nodes['node-9']).toMatchObject({ x: place?.x, y: place?.y });
  });

  it('skips a product that is there and refuses when there is nothing left to add', () => {
    const stack = aStackOf(1);
    const again = { ...aProduct(1), id: 'node-7' };
    const mixed = unwrap(
      applyCommand(stack, { type: 'add-products', products: [again, aProduct(2)] }),
    );
    expect(Object.keys(mixed.stack.nodes)).toEqual(['node-1', 'node-2']);
    expect(applyCommand(stack, { type: 'add-products', products: [again] })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
  });

  it('puts a product dropped on a lane into that lane, whatever its group', () => {
    const lanes = newStack('stack', 'Test').lanes;
    const position = { x: (lanes['lane-social']?.x ?? 0) + 10, y: 200 };
    const { stack } = unwrap(
      applyCommand(newStack('stack', 'Test'), {
        type: 'add-products',
        products: [{ ...aProduct(1), position }],
      }),
    );
    expect(stack.nodes['node-1']).toMatchObject({ ...position, laneId: 'lane-social' });
  });
});

describe('removing a product', () => {
  it('takes its connections with it and brings them back on undo', () => {
    const connected = unwrap(
      applyCommand(aStackOf(2), {
        type: 'connect',
        connectionId: 'c',
        fromNodeId: 'node-1',
        toNodeId: 'node-2',
        label: 'orders',
        direction: 'forward',
      }),
    ).stack;
    const removed = unwrap(
      applyCommand(connected, { type: 'remove', nodeIds: ['node-1'], connectionIds: [] }),
    );
    expect(removed.stack.connections).toEqual({});
    expect(applyPatch(removed.stack, removed.inverse)).toEqual(connected);
  });
});

describe('a step of the history', () => {
  it.each([
    [{ type: 'add-products', products: [aProduct(8)] }, 'Add Product 8'],
    [{ type: 'add-products', products: [aProduct(8), aProduct(9)] }, 'Add 2 products'],
    [{ type: 'move-nodes', moves: [{ nodeId: 'node-1', x: 0, y: 0 }] }, 'Move Product 1'],
    [{ type: 'remove', nodeIds: ['node-1'] }, 'Remove Product 1'],
    [{ type: 'remove', nodeIds: ['node-1', 'node-2'] }, 'Remove 2 products'],
    [{ type: 'rename-lane', laneId: 'lane-data', title: 'Truth' }, 'Rename lane Data'],
  ])('has a name that people understand: %o', (command, label) => {
    const applied = unwrap(applyCommand(aStackOf(3), command as StackCommandInput));
    expect(applied.label).toBe(label);
  });
});
