import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Way } from '../../../renderer/stack/canvas-nodes.ts';
import {
  carriedTo,
  CARRY_STEP,
  nextPlace,
  pickUp,
  placesInLane,
  placeWords,
  roomFor,
  startOf,
  type Carry,
  type CarryPlace,
} from '../../../renderer/stack/carry-places.ts';
import { FURTHEST } from '../../../renderer/stack/placement.ts';
import { groupIds } from '../../../shared/domain/catalogue.ts';
import { unwrap } from '../../../shared/result.ts';
import { applyCommand } from '../../../shared/stack/apply-command.ts';
import { StackCommand, type StackCommandInput } from '../../../shared/stack/commands.ts';
import { CARD, LANE, laneBox, nodeBox, type Box } from '../../../shared/stack/layout.ts';
import { newStack } from '../../../shared/stack/new-stack.ts';
import { applyPatch } from '../../../shared/stack/patch.ts';
import type { Lane, Stack } from '../../../shared/stack/stack.ts';
import { findTemplate, templates } from '../../../shared/stack/templates/templates.ts';
import { aNode, aStack } from './builders.ts';

const ways = ['left', 'right', 'up', 'down'] as const;

const apply = (stack: Stack, command: StackCommandInput) =>
  unwrap(applyCommand(stack, StackCommand.parse(command)));

function filled(templateId: string, groups: readonly number[]): Stack {
  const products = groups.map((group, index) => ({
    ...{ id: `n${index}`, productId: `p${index}`, name: `P${index}` },
    ...{ categoryId: 'none', groupId: groupIds[group]! },
  }));
  const stack = newStack('stack', 'Test', findTemplate(templateId));
  return apply(stack, { type: 'add-products', products }).stack;
}

/** Puts down what is carried, as the canvas does. */
function putDown(stack: Stack, carry: Carry, place: CarryPlace) {
  const moves = Array.from(carriedTo(carry, place.at), ([nodeId, at]) => ({ nodeId, ...at }));
  const lanes = carry.from.size === 1 ? [...roomFor(stack, carry.leaderId, place)] : [];
  return apply(stack, { type: 'move-nodes', moves, lanes });
}

function walked(stack: Stack, carry: Carry, steps: readonly Way[]): readonly CarryPlace[] {
  const places = [startOf(stack, carry)];
  for (const way of steps) places.push(nextPlace(stack, carry, places.at(-1)!, way) ?? places[0]!);
  return places;
}

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const anyCase = fc.record({
  templateId: fc.constantFrom(...templates.map(({ id }) => id)),
  groups: fc.array(fc.nat(groupIds.length - 1), { minLength: 1, maxLength: 30 }),
  chosen: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
  steps: fc.array(fc.constantFrom(...ways), { minLength: 1, maxLength: 14 }),
});

function column(id: string, x: number): Lane {
  const place = { x, y: 0, width: LANE.width, height: LANE.minHeight };
  return { id, title: id, groups: [], ...place, shape: 'column', categories: [] };
}

const top = LANE.header;
const inLane = (productId: string, laneId: string, x: number, row: number) =>
  aNode(productId, { laneId, x: x + LANE.padding, y: top + row * CARRY_STEP });

function twoLanes(): Stack {
  const nodes = [
    inLane('hubspot', 'Data', 0, 0),
    inLane('segment', 'Data', 0, 1),
    inLane('braze', 'Data', 0, 3),
    inLane('shopify', 'Sales', 220, 0),
  ];
  return { ...aStack(nodes), lanes: { Data: column('Data', 0), Sales: column('Sales', 220) } };
}

describe('carrying with the keyboard', () => {
  it('offers only places that are free and inside the canvas, in the lane that it says', () => {
    fc.assert(
      fc.property(anyCase, ({ templateId, groups, chosen, steps }) => {
        const stack = filled(templateId, groups);
        const ids = chosen.map((index) => `n${index % groups.length}`);
        const carry = pickUp(stack, ids[0]!, ids)!;
        for (const place of walked(stack, carry, steps)) {
          const after = putDown(stack, carry, place).stack;
          expect(after.nodes[carry.leaderId]?.laneId).toBe(place.laneId);
          const cards = Object.values(after.nodes).map(nodeBox);
          cards.forEach((a, index) => {
            expect(Math.max(Math.abs(a.x), Math.abs(a.y))).toBeLessThanOrEqual(FURTHEST);
            for (const b of cards.slice(index + 1)) expect(overlaps(a, b)).toBe(false);
          });
          const lanes = Object.values(after.lanes).map((lane) => laneBox(lane, after));
          lanes.forEach((a, index) => {
            for (const b of lanes.slice(index + 1)) expect(overlaps(a, b)).toBe(false);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is one step, and undoing it gives the stack as it was', () => {
    fc.assert(
      fc.property(anyCase, ({ templateId, groups, chosen, steps }) => {
        const stack = filled(templateId, groups);
        const ids = chosen.map((index) => `n${index % groups.length}`);
        const carry = pickUp(stack, ids[0]!, ids)!;
        const { stack: after, inverse } = putDown(
          stack,
          carry,
          walked(stack, carry, steps).at(-1)!,
        );
        expect(applyPatch(after, inverse)).toEqual(stack);
        const start = startOf(stack, carry);
        expect(putDown(stack, carry, start).stack).toEqual(stack);
      }),
      { numRuns: 60 },
    );
  });

  it('goes down a lane past what stands there, then stays at its end', () => {
    const stack = twoLanes();
    const carry = pickUp(stack, 'node-hubspot', [])!;
    const rows: number[] = [];
    let place: CarryPlace | null = startOf(stack, carry);
    for (; place; place = nextPlace(stack, carry, place, 'down')) {
      rows.push((place.at.y - top) / CARRY_STEP);
    }
    expect(rows).toEqual([0, 2, 4, 5, 6, 7, 8]);
  });

  it('goes to the place of the next lane that is nearest, and out of the lanes beyond the last', () => {
    const stack = twoLanes();
    const carry = pickUp(stack, 'node-hubspot', [])!;
    const beside = nextPlace(stack, carry, startOf(stack, carry), 'right')!;
    expect(beside).toEqual({ at: { x: 232, y: top + CARRY_STEP }, laneId: 'Sales' });
    const outside = nextPlace(stack, carry, beside, 'right')!;
    expect(outside.laneId).toBeNull();
    expect(outside.at.x).toBe(220 + LANE.width + LANE.gap);
    const further = nextPlace(stack, carry, outside, 'right')!;
    expect(further.at).toEqual({ x: outside.at.x + CARRY_STEP, y: outside.at.y });
    expect(nextPlace(stack, carry, outside, 'left')?.laneId).toBe('Sales');
  });

  it('says the place in words', () => {
    const stack = twoLanes();
    const carry = pickUp(stack, 'node-hubspot', [])!;
    const start = startOf(stack, carry);
    expect(placeWords(stack, carry, start)).toBe('Data, place 1 of 9');
    const next = nextPlace(stack, carry, start, 'down')!;
    expect(placeWords(stack, carry, next)).toBe('Data, place 3 of 9, below segment');
  });

  it('offers the place that it came from, also where that is in no line with the lane', () => {
    const stack = twoLanes();
    const nodes = {
      ...stack.nodes,
      'node-braze': aNode('braze', { laneId: 'Data', x: 3, y: 333 }),
    };
    const carry = pickUp({ ...stack, nodes }, 'node-braze', [])!;
    const places = placesInLane({ ...stack, nodes }, carry, stack.lanes['Data']!);
    expect(places).toContainEqual({ at: { x: 3, y: 333 }, laneId: 'Data' });
  });

  it('does not pick up what is locked, and leaves what is locked behind', () => {
    const stack = twoLanes();
    const locked = { ...stack.nodes['node-segment']!, locked: true };
    const content = { ...stack, nodes: { ...stack.nodes, 'node-segment': locked } };
    expect(pickUp(content, 'node-segment', ['node-hubspot'])).toBeNull();
    const carry = pickUp(content, 'node-hubspot', ['node-segment', 'node-braze'])!;
    expect([...carry.from.keys()]).toEqual(['node-hubspot', 'node-braze']);
  });

  it('carries several as they stand to each other, to where all of them find room', () => {
    const stack = twoLanes();
    const carry = pickUp(stack, 'node-hubspot', ['node-segment'])!;
    const place = nextPlace(stack, carry, startOf(stack, carry), 'down')!;
    expect(place.at.y).toBe(top + CARRY_STEP);
    const places = carriedTo(carry, place.at);
    expect(places.get('node-segment')?.y).toBe(top + 2 * CARRY_STEP);
    expect(nextPlace(stack, carry, place, 'down')?.at.y).toBe(top + 4 * CARRY_STEP);
  });

  it('stays at the edge of the canvas', () => {
    const stack = aStack([aNode('hubspot', { laneId: null, x: FURTHEST - 10, y: 0 })]);
    const carry = pickUp(stack, 'node-hubspot', [])!;
    expect(nextPlace(stack, carry, startOf(stack, carry), 'right')).toBeNull();
    expect(nextPlace(stack, carry, startOf(stack, carry), 'left')?.at.x).toBe(
      FURTHEST - 10 - CARRY_STEP,
    );
  });

  it('lets out a full lane of rows for one more, and moves the lanes below', () => {
    const rows = (id: string, y: number): Lane => ({
      ...column(id, 0),
      ...{ y, width: CARD.width + 2 * LANE.padding, height: 120, shape: 'row' },
    });
    const lanes = { Top: rows('Top', 0), Below: rows('Below', 132) };
    const nodes = [
      aNode('hubspot', { laneId: 'Top', x: 12, y: 44 }),
      aNode('segment', { laneId: 'Below', x: 12, y: 176 }),
    ];
    const stack = { ...aStack(nodes), lanes };
    const carry = pickUp(stack, 'node-segment', [])!;
    const place = nextPlace(stack, carry, startOf(stack, carry), 'up')!;
    expect(place.laneId).toBe('Top');
    const after = putDown(stack, carry, place).stack;
    expect(after.nodes['node-segment']?.laneId).toBe('Top');
    expect(after.lanes['Below']?.y).toBeGreaterThan(132);
  });
});
