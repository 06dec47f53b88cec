import { describe, expect, it } from 'vitest';
import { carriedBy, carriedPlaces, withClusters } from '../../../renderer/stack/carry.ts';
import { createItemCache, itemWords } from '../../../renderer/stack/item-nodes.ts';
import type { StackItem } from '../../../shared/stack/items.ts';
import { aNode } from './builders.ts';

const nodeOf = (id: string, more: Parameters<typeof aNode>[1] = {}) => aNode(id, { ...more, id });
const place = { x: 0, y: 0, width: 100, height: 60, locked: false, clusterId: null };
const note = (id: string, more: Partial<StackItem> = {}) =>
  ({ ...place, ...more, id, type: 'note', text: 'Ask', colour: 'yellow' }) as StackItem;
const frame = {
  ...place,
  id: 'f',
  type: 'frame',
  title: 'Page',
  order: 0,
  width: 600,
  height: 400,
};
const byId = <T extends { readonly id: string }>(all: readonly T[]): Record<string, T> =>
  Object.fromEntries(all.map((each) => [each.id, each]));

describe('what moves together', () => {
  const stack = {
    nodes: byId([nodeOf('in', { x: 50, y: 50 }), nodeOf('out', { x: 900, y: 50 })]),
    items: byId([frame as StackItem, note('on', { x: 300, y: 300 }), note('off', { x: -500 })]),
  };

  it('takes along what stands on a frame, and nothing else', () => {
    expect([...carriedBy(stack, ['f'])].sort()).toEqual(['f', 'in', 'on']);
    expect([...carriedBy(stack, ['in'])]).toEqual(['in']);
  });

  it('moves what is carried by as much as the frame', () => {
    const places = carriedPlaces(stack, new Map([['f', { x: 10, y: -20 }]]));
    expect(places.get('on')).toEqual({ x: 310, y: 280 });
    expect(places.get('in')).toEqual({ x: 60, y: 30 });
    expect(places.has('off')).toBe(false);
  });

  it('leaves what is locked where it is', () => {
    const locked = {
      ...stack,
      items: { ...stack.items, on: note('on', { x: 300, locked: true }) },
    };
    expect(carriedBy(locked, ['f', 'on']).has('on')).toBe(false);
  });

  it('chooses a group as a whole', () => {
    const grouped = {
      nodes: byId([nodeOf('p', { clusterId: 'c' }), nodeOf('q')]),
      items: byId([note('n', { clusterId: 'c' })]),
    };
    expect([...withClusters(grouped, ['n'])].sort()).toEqual(['n', 'p']);
    expect([...withClusters(grouped, ['q'])]).toEqual(['q']);
  });
});

describe('items on the canvas', () => {
  it('draws again only what has changed', () => {
    const cached = createItemCache();
    const items = byId([note('a'), note('b')]);
    const input = { items, selection: new Set<string>(), moving: new Set<string>() };
    const before = cached(input);
    const after = cached({ ...input, items: byId([note('a', { x: 5 }), items.b!]) });
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });

  it('says what an item is and whether it is locked', () => {
    expect(itemWords(note('a'))).toBe('Note: Ask');
    expect(itemWords(note('a', { locked: true }))).toBe('Note: Ask, locked');
  });
});
