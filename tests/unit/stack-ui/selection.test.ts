import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignedTo, distributed } from '../../../renderer/stack/align.ts';
import { clipOf, clipText, pastingOf, readClip } from '../../../renderer/stack/clip.ts';
import { stepsTo } from '../../../renderer/stack/history-steps.ts';
import { readLines } from '../../../renderer/stack/read-lines.ts';
import { applyCommand } from '../../../shared/stack/apply-command.ts';
import { StackCommand } from '../../../shared/stack/commands.ts';
import { newStack } from '../../../shared/stack/new-stack.ts';
import type { Connection, Stack } from '../../../shared/stack/stack.ts';
import { aNode } from './builders.ts';

const whole = fc.integer({ min: -5000, max: 5000 });
const length = fc.integer({ min: 24, max: 600 });
const boxes = fc
  .array(fc.record({ x: whole, y: whole, width: length, height: length }), {
    minLength: 3,
    maxLength: 20,
  })
  .map((all) => new Map(all.map((box, index) => [String(index), box])));

describe('aligning and distributing', () => {
  it('puts everything in line with the outermost, and moves it no other way', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const left = Math.min(...[...all.values()].map(({ x }) => x));
        for (const [id, at] of alignedTo(all, 'left')) {
          expect(at).toEqual({ x: left, y: all.get(id)?.y });
        }
        const ends = [...alignedTo(all, 'down')].map(
          ([id, at]) => at.y + (all.get(id)?.height ?? 0),
        );
        expect(new Set(ends).size).toBe(1);
      }),
    );
  });

  it('leaves the same gap between all of them, to a unit', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const placed = [...distributed(all, 'across')].map(([id, at]) => ({
          x: at.x,
          end: at.x + (all.get(id)?.width ?? 0),
        }));
        const gaps = placed.slice(1).map(({ x }, index) => x - (placed[index]?.end ?? 0));
        expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(2);
      }),
    );
  });
});

const connection: Connection = {
  id: 'c1',
  fromNodeId: 'node-a',
  toNodeId: 'node-b',
  label: 'Orders',
  direction: 'forward',
  state: 'live',
  dataKinds: [],
};

function stackWith(id: string, products: readonly string[]): Stack {
  const nodes = products.map((product) => aNode(product, { laneId: null }));
  return {
    ...newStack(id, id),
    id,
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
  };
}

describe('copying and pasting', () => {
  const from = { ...stackWith('from', ['a', 'b']), connections: { c1: connection } };
  let count = 0;
  const newId = (): string => `new-${(count += 1)}`;

  it('carries products with the connections among them to another stack', () => {
    const clip = readClip(JSON.stringify(clipOf(from, new Set(['node-a', 'node-b']))));
    if (!clip) throw new Error('The clip cannot be read.');
    const to = stackWith('to', []);
    const { command } = pastingOf(to, clip, 0, newId);
    const applied = applyCommand(to, StackCommand.parse(command));
    if (!applied.ok) throw new Error(applied.error.message);
    const { nodes, connections } = applied.value.stack;
    expect(Object.values(nodes).map(({ productId }) => productId)).toEqual(['a', 'b']);
    expect(Object.values(connections).map(({ label }) => label)).toEqual(['Orders']);
  });

  it('names a product that is there already and hangs the connection on it', () => {
    const to = stackWith('to', ['b']);
    const clip = clipOf(from, new Set(['node-a', 'node-b']));
    const { command, present } = pastingOf(to, clip, 0, newId);
    expect(present).toEqual(['b']);
    expect(command.connections?.[0]?.toNodeId).toBe('node-b');
    const again = pastingOf(from, clip, 24, newId);
    expect(again.ids).toEqual([]);
    expect(again.command.connections).toEqual([]);
  });

  it('gives other programs the names, and takes nothing that is not its own', () => {
    expect(clipText(clipOf(from, new Set(['node-a', 'node-b'])))).toBe('a\nb');
    expect(readClip('{"nodes":[]}')).toBeNull();
    expect(readClip('HubSpot')).toBeNull();
  });
});

it('reads a list as people write it, each line once', () => {
  expect(readLines('- HubSpot\r\n2. Segment\n\n• segment.com\nHubSpot\n')).toEqual([
    'HubSpot',
    'Segment',
    'segment.com',
  ]);
});

it('goes back by undoing and forward by redoing', () => {
  expect(stepsTo(7, 3)).toEqual({ way: 'undo', count: 4 });
  expect(stepsTo(3, 7)).toEqual({ way: 'redo', count: 4 });
});
