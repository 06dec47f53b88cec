import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupIds } from '../../../shared/domain/catalogue.ts';
import { unwrap } from '../../../shared/result.ts';
import { applyCommand } from '../../../shared/stack/apply-command.ts';
import { StackCommand, type StackCommandInput } from '../../../shared/stack/commands.ts';
import { dragLane, resizeLane, swapWithNeighbour } from '../../../shared/stack/lane-room.ts';
import { CARD, laneBox, nodeBox, type Box } from '../../../shared/stack/layout.ts';
import { newStack } from '../../../shared/stack/new-stack.ts';
import { applyPatch } from '../../../shared/stack/patch.ts';
import type { Stack } from '../../../shared/stack/stack.ts';
import { templates, findTemplate } from '../../../shared/stack/templates/templates.ts';

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function expectApart(stack: Stack): void {
  const lanes = Object.values(stack.lanes).map((lane) => laneBox(lane, stack));
  const cards = Object.values(stack.nodes).map(nodeBox);
  for (const list of [lanes, cards]) {
    list.forEach((a, index) => {
      for (const b of list.slice(index + 1)) expect(overlaps(a, b)).toBe(false);
    });
  }
}

const apply = (stack: Stack, command: StackCommandInput) =>
  unwrap(applyCommand(stack, StackCommand.parse(command)));

/** A stack of a template with so many products, added in bursts as people add them. */
function filled(templateId: string, groups: readonly number[]): Stack {
  let stack = newStack('stack', 'Test', findTemplate(templateId));
  groups.forEach((group, index) => {
    const id = `n${index}`;
    const product = { id, productId: id, name: id, categoryId: 'none', groupId: groupIds[group]! };
    stack = apply(stack, { type: 'add-products', products: [product] }).stack;
  });
  return stack;
}

const anyTemplate = fc.constantFrom(...templates.map(({ id }) => id));
const anyGroups = fc.array(fc.nat(groupIds.length - 1), { maxLength: 50 });

describe('adding to lanes of rows', () => {
  it('moves the lanes below down, so that nothing comes to lie over anything', () => {
    fc.assert(
      fc.property(anyTemplate, anyGroups, (templateId, groups) => {
        const stack = filled(templateId, groups);
        expectApart(stack);
        for (const node of Object.values(stack.nodes)) {
          const lane = stack.lanes[node.laneId ?? ''];
          expect(lane?.groups).toContain(node.groupId);
          const box = laneBox(lane!, stack);
          expect(node.y).toBeGreaterThan(box.y);
          expect(node.y + CARD.height).toBeLessThanOrEqual(box.y + box.height);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a lane of rows that grows', () => {
  it('takes the lanes beside it along, and columns that ended with it', () => {
    const stack = filled(
      'business-stack',
      Array.from({ length: 6 }, () => 3),
    );
    const box = (id: string): Box => laneBox(stack.lanes[id]!, stack);
    expect(box('lane-sales').height).toBeGreaterThan(172);
    for (const id of ['lane-marketing', 'lane-service']) {
      expect(box(id).height).toBe(box('lane-sales').height);
    }
    const end = (id: string): number => box(id).y + box(id).height;
    expect(end('lane-compliance')).toBe(end('lane-data'));
    expectApart(stack);
  });
});

describe('resizing a lane', () => {
  it('keeps every lane apart from the others, and undoes', () => {
    const change = fc.record({ width: fc.integer({ min: -80, max: 600 }), isHigh: fc.boolean() });
    fc.assert(
      fc.property(anyTemplate, anyGroups, fc.nat(20), change, (templateId, groups, which, by) => {
        const stack = filled(templateId, groups);
        const all = Object.values(stack.lanes);
        const lane = all[which % all.length]!;
        const size = by.isHigh
          ? { height: lane.height + Math.abs(by.width) }
          : { width: lane.width + Math.max(0, by.width) };
        const lanes = resizeLane(stack, lane.id, size);
        const done = apply(stack, { type: 'move-nodes', lanes });
        expect(applyPatch(done.stack, done.inverse)).toEqual(stack);
        const resized = Object.values(done.stack.lanes).map((each) => laneBox(each, done.stack));
        resized.forEach((a, index) => {
          for (const b of resized.slice(index + 1)) {
            // Columns beside bands share a height; only what was apart sideways has to stay so.
            const isBeside = a.x + a.width <= b.x || b.x + b.width <= a.x;
            if (!isBeside) expect(overlaps(a, b)).toBe(false);
          }
        });
        for (const node of Object.values(done.stack.nodes)) {
          expect(node.laneId).toBe(stack.nodes[node.id]?.laneId);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes the lanes beyond along and says what it did', () => {
    const stack = newStack('stack', 'Test');
    const [first, second] = Object.values(stack.lanes);
    const lanes = resizeLane(stack, first!.id, { width: first!.width + 100 });
    expect(lanes).toHaveLength(6);
    const done = apply(stack, { type: 'move-nodes', lanes });
    expect(done.label).toBe(`Resize lane ${first!.title}`);
    expect(done.stack.lanes[second!.id]?.x).toBe(second!.x + 100);
  });
});

describe('moving a lane', () => {
  it('exchanges it with its neighbour, products included, and stops at the end', () => {
    const stack = filled('taxonomy', [0, 0, 1]);
    const [first, second] = Object.values(stack.lanes);
    expect(swapWithNeighbour(stack, first!.id, -1)).toEqual([]);
    const lanes = swapWithNeighbour(stack, first!.id, 1);
    const done = apply(stack, { type: 'move-nodes', lanes });
    expect(done.label).toBe('Move 2 lanes');
    expect(done.stack.lanes[second!.id]?.x).toBe(first!.x);
    expect(done.stack.lanes[first!.id]?.x).toBe(second!.x);
    expectApart(done.stack);
    const gone = Object.values(done.stack.nodes).map(({ id, x }) => x - stack.nodes[id]!.x);
    expect(gone).toEqual([second!.x, second!.x, -second!.x]);
    expect(applyPatch(done.stack, done.inverse)).toEqual(stack);
  });

  it('goes past as many neighbours as it was dragged over, and stays for a small drag', () => {
    const stack = filled('taxonomy', [0, 3]);
    const order = (places: Stack['lanes']): string[] =>
      Object.values(places)
        .sort((p, q) => p.x - q.x)
        .map((lane) => lane.id);
    const [first, ...others] = order(stack.lanes);
    expect(dragLane(stack, first!, { x: 60, y: 0 })).toEqual([]);
    expect(dragLane(stack, first!, { x: -900, y: 0 })).toEqual([]);
    const lanes = dragLane(stack, first!, { x: 500, y: 40 });
    const done = apply(stack, { type: 'move-nodes', lanes });
    expect(order(done.stack.lanes)).toEqual([others[0], others[1], first, ...others.slice(2)]);
    expectApart(done.stack);
    const end = dragLane(stack, first!, { x: 90_000, y: 0 });
    expect(order(apply(stack, { type: 'move-nodes', lanes: end }).stack.lanes)).toEqual([
      ...others,
      first,
    ]);
  });

  it('exchanges layers of different height without a gap', () => {
    const stack = filled(
      'layer-cake',
      Array.from({ length: 14 }, () => 1),
    );
    const done = apply(stack, {
      type: 'move-nodes',
      lanes: swapWithNeighbour(stack, 'lane-experience', 1),
    });
    expectApart(done.stack);
    const { y, height } = laneBox(done.stack.lanes['lane-engagement']!, done.stack);
    expect(y).toBe(stack.lanes['lane-experience']!.y);
    expect(done.stack.lanes['lane-experience']!.y).toBe(y + height + 12);
  });

  it('is refused for a lane that is not there', () => {
    const stack = newStack('stack', 'Test');
    const lanes = [{ laneId: 'gone', x: 0, y: 0, width: 200, height: 200 }];
    const command = StackCommand.parse({ type: 'move-nodes', lanes });
    expect(applyCommand(stack, command)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
