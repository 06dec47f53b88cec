import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupIds } from '../../../shared/domain/catalogue.ts';
import { unwrap } from '../../../shared/result.ts';
import { applyCommand } from '../../../shared/stack/apply-command.ts';
import { arrange } from '../../../shared/stack/arrange/arrange.ts';
import { countCrossings } from '../../../shared/stack/arrange/crossings.ts';
import type { ArrangeEdge } from '../../../shared/stack/arrange/lane-order.ts';
import { StackCommand, type StackCommandInput } from '../../../shared/stack/commands.ts';
import { CARD, laneBox, nodeBox, type Box } from '../../../shared/stack/layout.ts';
import { newStack } from '../../../shared/stack/new-stack.ts';
import { applyPatch } from '../../../shared/stack/patch.ts';
import type { Stack } from '../../../shared/stack/stack.ts';
import { findTemplate, templates } from '../../../shared/stack/templates/templates.ts';
import { elkEngine } from '../../support/elk-engine.ts';

const layout = elkEngine();

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const apply = (stack: Stack, command: StackCommandInput) =>
  unwrap(applyCommand(stack, StackCommand.parse(command)));

function filled(templateId: string, groups: readonly number[]): Stack {
  const stack = newStack('stack', 'Test', findTemplate(templateId));
  if (groups.length === 0) return stack;
  const products = groups.map((group, index) => ({
    ...{ id: `n${index}`, productId: `p${index}`, name: `P${index}` },
    ...{ categoryId: 'none', groupId: groupIds[group]! },
  }));
  return apply(stack, { type: 'add-products', products }).stack;
}

async function arranged(stack: Stack, edges: readonly ArrangeEdge[], nodeIds?: readonly string[]) {
  const request = { stack, edges, ...(nodeIds ? { nodeIds: new Set(nodeIds) } : {}) };
  const moves = await arrange(request, layout);
  if (moves.length === 0) return { stack, moves, inverse: {} };
  const done = apply(stack, { type: 'move-nodes', reason: 'arrange', moves });
  return { stack: done.stack, moves, inverse: done.inverse };
}

function expectNoneCovered(stack: Stack): void {
  const cards = Object.values(stack.nodes).map(nodeBox);
  const lanes = Object.values(stack.lanes).map((lane) => laneBox(lane, stack));
  for (const list of [cards, lanes]) {
    list.forEach((a, index) => {
      for (const b of list.slice(index + 1)) expect(overlaps(a, b)).toBe(false);
    });
  }
}

const anyCase = fc
  .record({
    templateId: fc.constantFrom(...templates.map(({ id }) => id)),
    groups: fc.array(fc.nat(groupIds.length - 1), { minLength: 1, maxLength: 40 }),
  })
  .chain(({ templateId, groups }) => {
    const end = fc.nat(groups.length - 1).map((index) => `n${index}`);
    return fc.record({
      templateId: fc.constant(templateId),
      groups: fc.constant(groups),
      edges: fc.array(fc.record({ from: end, to: end }), { maxLength: 80 }),
      chosen: fc.subarray(groups.map((_, index) => `n${index}`)),
    });
  });

describe('arranging a stack', () => {
  it('covers no product and leaves each in its lane, as one step that undoes', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ templateId, groups, edges }) => {
        const before = filled(templateId, groups);
        const { stack, moves, inverse } = await arranged(before, edges);
        expectNoneCovered(stack);
        for (const node of Object.values(stack.nodes)) {
          expect(node.laneId).toBe(before.nodes[node.id]?.laneId);
        }
        if (moves.length > 0) expect(applyPatch(stack, inverse)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it('moves only what was chosen, and nothing that is locked', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ templateId, groups, edges, chosen }) => {
        const all = filled(templateId, groups);
        const before =
          groups.length > 3
            ? apply(all, { type: 'lock', nodeIds: ['n0'], locked: true }).stack
            : all;
        const { stack, moves } = await arranged(before, edges, chosen);
        expectNoneCovered(stack);
        for (const { nodeId } of moves) {
          expect(chosen).toContain(nodeId);
          expect(before.nodes[nodeId]?.locked).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('draws products that stand in no lane in layers along the flow of data', async () => {
    const stack = filled('taxonomy', [0, 1, 2, 3]);
    const free: Stack = {
      ...stack,
      lanes: {},
      nodes: Object.fromEntries(
        Object.values(stack.nodes).map((node) => [node.id, { ...node, laneId: null, x: 5, y: 5 }]),
      ),
    };
    const edges = [
      { from: 'n0', to: 'n1' },
      { from: 'n1', to: 'n2' },
      { from: 'n0', to: 'n3' },
    ];
    const { stack: after } = await arranged(free, edges);
    expectNoneCovered(after);
    const x = (id: string): number => after.nodes[id]!.x;
    expect(x('n1')).toBeGreaterThanOrEqual(x('n0') + CARD.width);
    expect(x('n2')).toBeGreaterThanOrEqual(x('n1') + CARD.width);
    expect(x('n3')).toBe(x('n1'));
  });

  it('covers no product that stands in no lane either, few edges or many', async () => {
    const count = fc.record({ size: fc.integer({ min: 2, max: 30 }), edges: fc.nat(120) });
    await fc.assert(
      fc.asyncProperty(count, fc.infiniteStream(fc.nat(29)), async ({ size, edges }, ends) => {
        const stack = filled(
          'taxonomy',
          Array.from({ length: size }, (_, index) => index % 6),
        );
        const nodes = Object.values(stack.nodes).map((node) => ({ ...node, laneId: null }));
        const free = {
          ...stack,
          lanes: {},
          nodes: Object.fromEntries(nodes.map((n) => [n.id, n])),
        };
        const end = (): string => `n${(ends.next().value as number) % size}`;
        const drawn = Array.from({ length: edges }, () => ({ from: end(), to: end() }));
        expectNoneCovered((await arranged(free, drawn)).stack);
      }),
      { numRuns: 30 },
    );
  });

  it('undoes the crossings of a ladder that was turned upside down', async () => {
    const stack = filled('taxonomy', [...Array(8).fill(0), ...Array(8).fill(1)] as number[]);
    const edges = Array.from({ length: 8 }, (_, index) => ({
      from: `n${index}`,
      to: `n${15 - index}`,
    }));
    expect(countCrossings(stack.nodes, edges)).toBe(28);
    const { stack: after } = await arranged(stack, edges);
    expect(countCrossings(after.nodes, edges)).toBe(0);
  });

  it('has nothing to say on an empty stack, and the same whenever it is asked', async () => {
    expect(await arrange({ stack: newStack('s', 'Empty'), edges: [] }, layout)).toEqual([]);
    const stack = filled('layer-cake', [0, 1, 2, 3, 4, 5, 0, 1, 2]);
    const edges = [
      { from: 'n0', to: 'n4' },
      { from: 'n5', to: 'n1' },
    ];
    const once = await arranged(stack, edges);
    expect((await arranged(stack, edges)).moves).toEqual(once.moves);
  });
});
