import { describe, expect, it } from 'vitest';
import { indexOfPlace, presentSteps, stepWords } from '../../../renderer/present/steps.ts';
import type { StackItem } from '../../../shared/stack/items.ts';
import type { Stack } from '../../../shared/stack/stack.ts';
import { aNode, aStack } from '../stack-ui/builders.ts';

const frame = (id: string, change: Partial<StackItem> & { title?: string; order?: number } = {}) =>
  ({
    ...{ id, type: 'frame', title: id, order: 0, x: 0, y: 0, width: 400, height: 300 },
    ...{ locked: false, clusterId: null },
    ...change,
  }) as StackItem;

const withFrames = (stack: Stack, frames: readonly StackItem[]): Stack => ({
  ...stack,
  items: Object.fromEntries(frames.map((each) => [each.id, each])),
});

const titles = (stack: Stack) => presentSteps(stack).map(({ title }) => title);

describe('the steps of a presentation', () => {
  const stack = aStack([
    aNode('low', { x: 10, y: 200 }),
    aNode('high', { x: 10, y: 10 }),
    aNode('far', { x: 5000, y: 10, laneId: null }),
  ]);

  it('are the frames by number, then from left to right, then down', () => {
    const frames = [
      frame('last', { order: 2, x: -900 }),
      frame('right', { order: 1, x: 500 }),
      frame('left below', { order: 1, x: 0, y: 400 }),
      frame('left', { order: 1, x: 0 }),
      frame('first', { order: 0, x: 900 }),
    ];
    const expected = ['first', 'left', 'left below', 'right', 'last'];
    expect(titles(withFrames(stack, frames))).toEqual(expected);
    expect(titles(withFrames(stack, frames.toReversed()))).toEqual(expected);
  });

  it('hold the products whose middle is inside of a frame, as one reads, and show all of it', () => {
    const [step] = presentSteps(withFrames(stack, [frame('Data', { title: '  ' })]));
    expect(step?.nodes.map(({ name }) => name)).toEqual(['high', 'low']);
    expect(step?.title).toBe('Frame 1');
    const { x = 0, y = 0, width = 0, height = 0 } = step?.box ?? {};
    expect(x).toBeLessThan(0);
    // The title stands above the frame.
    expect(y).toBeLessThan(-26);
    expect(x + width).toBeGreaterThan(400);
    expect(y + height).toBeGreaterThan(300);
  });

  it('are the whole stack and each lane with products, where there is no frame', () => {
    const steps = presentSteps(stack);
    expect(steps.map(({ kind, title }) => [kind, title])).toEqual([
      ['whole', 'Test'],
      ['lane', 'Data'],
    ]);
    expect(steps[0]?.box).toBeNull();
    expect(steps[0]?.nodes).toHaveLength(3);
    expect(steps[1]?.nodes.map(({ name }) => name)).toEqual(['high', 'low']);
    // As far down as there are products, for large letters.
    const { y = 0, height = 0 } = steps[1]?.box ?? {};
    expect(y + height).toBeGreaterThan(200 + 52);
    expect(y + height).toBeLessThan(300);
  });

  it('are one for an empty stack', () => {
    expect(titles(aStack([]))).toEqual(['Test']);
  });
});

describe('the place in a presentation', () => {
  const frames = ['a', 'b', 'c'].map((id, order) => frame(id, { order }));
  const steps = presentSteps(withFrames(aStack([]), frames));

  it('stays at its step when others come before it or go', () => {
    const more = presentSteps(withFrames(aStack([]), [frame('z', { x: -50 }), ...frames]));
    expect(indexOfPlace(more, { id: 'b', index: 1 })).toBe(2);
    const fewer = presentSteps(withFrames(aStack([]), frames.slice(1)));
    expect(indexOfPlace(fewer, { id: 'b', index: 1 })).toBe(0);
  });

  it('goes to what took its place when its step is removed', () => {
    expect(indexOfPlace(steps.slice(0, 2), { id: 'c', index: 2 })).toBe(1);
    const without = steps.filter(({ id }) => id !== 'b');
    expect(indexOfPlace(without, { id: 'b', index: 1 })).toBe(1);
  });
});

describe('a step in words', () => {
  it('says where it is, its title and its products', () => {
    const steps = presentSteps(aStack([aNode('Segment')]));
    expect(stepWords(steps[1]!, 1, 2)).toBe('2 of 2: Data. 1 product: Segment.');
  });

  it('says that there is nothing, and does not read out a hundred names', () => {
    expect(stepWords(presentSteps(aStack([]))[0]!, 0, 1)).toBe('1 of 1: Test. 0 products.');
    const many = aStack(Array.from({ length: 100 }, (_, n) => aNode(`p${n}`, { y: n })));
    expect(stepWords(presentSteps(many)[0]!, 0, 2)).toMatch(/p11, 88 more\.$/);
  });
});
