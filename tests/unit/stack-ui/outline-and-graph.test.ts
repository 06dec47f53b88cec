import { describe, expect, it } from 'vitest';
import {
  diameter,
  graphEdges,
  kindCounts,
  neighbours,
} from '../../../renderer/graph/graph-model.ts';
import type { Stack } from '../../../shared/stack/stack.ts';
import { ownConnections } from '../../../shared/graph/own-connections.ts';
import {
  flowSentence,
  integrationSentence,
  stepSentence,
} from '../../../renderer/stack/edge-words.ts';
import { createListMemory } from '../../../renderer/stack/list-memory.ts';
import {
  isListedAlike,
  neighbourInLane,
  outlineConnections,
  outlineLanes,
  possibleByNode,
  possibleConnections,
} from '../../../renderer/stack/outline-model.ts';
import { aConnection, aLink, aNode, aStack } from './builders.ts';

const stack = aStack(
  [
    aNode('zapier', { laneId: 'lane-business', y: 10 }),
    aNode('segment', { y: 200 }),
    aNode('amplitude', { y: 100 }),
    aNode('stray', { laneId: null }),
  ],
  [aConnection('amplitude', 'zapier', 'Alerts')],
);
const links = [
  aLink('segment', 'amplitude', 'events'),
  aLink('segment', 'amplitude', 'audience', 'both'),
];

describe('the outline', () => {
  it('names lanes from left to right and products from top to bottom, strays last', () => {
    const lanes = outlineLanes(stack).map(({ lane, nodes }) => [
      lane?.title ?? null,
      nodes.map((node) => node.name),
    ]);
    expect(lanes.slice(-3)).toEqual([
      ['Data', ['amplitude', 'segment']],
      ['Business Stack', ['zapier']],
      [null, ['stray']],
    ]);
    expect(lanes).toHaveLength(7);
  });

  it('finds who stands before and after a product, and nobody beyond the ends of its lane', () => {
    const name = (id: string, way: -1 | 1) => neighbourInLane(stack, `node-${id}`, way)?.name;
    expect(name('amplitude', 1)).toBe('segment');
    expect(name('segment', -1)).toBe('amplitude');
    expect(name('segment', 1)).toBeUndefined();
    expect(name('zapier', -1)).toBeUndefined();
    expect(name('gone', 1)).toBeUndefined();
  });

  it('tells each connection from both of its ends', () => {
    const all = outlineConnections(stack, [aLink('segment', 'amplitude', 'events')]);
    const told = (id: string) =>
      all.get(id)?.map(({ other, way, what }) => [other.name, way, what.type]);
    expect(told('node-amplitude')).toEqual([
      ['segment', 'from', 'known'],
      ['zapier', 'to', 'user'],
    ]);
    expect(told('node-segment')).toEqual([['amplitude', 'to', 'known']]);
    expect(told('node-zapier')).toEqual([['amplitude', 'from', 'user']]);
    expect(told('node-stray')).toBeUndefined();
  });

  it('keeps the list of a product as it is while others change', () => {
    const kept = createListMemory(isListedAlike);
    const told = (changed: Stack) => kept(outlineConnections(changed, links));
    const before = told(stack);
    const relabelled = {
      ...stack,
      connections: { own: { ...Object.values(stack.connections)[0]!, label: 'Reports' } },
    };
    const after = told(relabelled);
    expect(after.get('node-segment')).toBe(before.get('node-segment'));
    expect(after.get('node-zapier')).not.toBe(before.get('node-zapier'));
    expect(after).toEqual(outlineConnections(relabelled, links));
    const renamed = { ...stack.nodes['node-amplitude']!, name: 'Amplitude Analytics' };
    const last = told({ ...relabelled, nodes: { ...stack.nodes, 'node-amplitude': renamed } });
    expect(last.get('node-segment')?.map(({ other }) => other.name)).toEqual([renamed.name]);
  });

  it('tells what a hub would make possible from both ends, without what is gone', () => {
    const possible = (from: string, to: string, direction: 'forward' | 'both') => ({
      id: `~${from} ${to}`,
      ...{ from: `node-${from}`, to: `node-${to}`, via: 'node-segment', direction },
    });
    const all = [
      possible('zapier', 'amplitude', 'forward'),
      possible('stray', 'amplitude', 'both'),
      possible('gone', 'amplitude', 'both'),
    ];
    const byNode = possibleByNode(all);
    const told = (id: string) =>
      possibleConnections(stack.nodes, id, byNode.get(id) ?? []).map(({ other, way }) => [
        other.name,
        way,
      ]);
    expect(told('node-amplitude')).toEqual([
      ['stray', 'both'],
      ['zapier', 'from'],
    ]);
    expect(told('node-zapier')).toEqual([['amplitude', 'to']]);
    expect(told('node-segment')).toEqual([]);
  });
});

describe('the words for what happens', () => {
  const at = (revision: number, undo: string | null, redo: string | null) => ({
    revision,
    history: { undo, redo },
  });

  it('name the step that was made, taken back or made again', () => {
    expect(stepSentence(at(1, null, null), at(2, 'Add Braze', null))).toBe('Add Braze.');
    expect(stepSentence(at(2, 'Add Braze', null), at(3, null, 'Add Braze'))).toBe(
      'Undone: Add Braze.',
    );
    expect(stepSentence(at(3, null, 'Add Braze'), at(4, 'Add Braze', null))).toBe('Add Braze.');
  });

  it('say nothing when nothing happened', () => {
    expect(stepSentence(at(4, 'Add Braze', null), at(4, 'Add Braze', null))).toBe('');
  });

  it('do not claim a direction that no source states', () => {
    expect(flowSentence('A', 'B', 'none')).toBe('Which way data flows is not stated.');
    expect(flowSentence('A', 'B', 'forward')).toBe('Data flows from A to B.');
    const plugin = {
      from: { id: 'a', name: 'A' },
      to: { id: 'b', name: 'B' },
      kind: 'plugin',
      direction: 'none',
      confidence: 'reported',
      ends: 0,
      independent: 1,
      evidence: [{ source: 's', url: 'https://example.com/' }],
    } as const;
    expect(integrationSentence({ ...plugin, evidence: [...plugin.evidence] })).toBe(
      'A is installed in B.',
    );
  });
});

describe('the graph', () => {
  it('draws one edge for each pair and each own connection, between products', () => {
    const edges = graphEdges(links, ownConnections(stack), new Set());
    expect(edges.map(({ from, to, style }) => [from, to, style])).toEqual([
      ['amplitude', 'segment', 'audience'],
      ['amplitude', 'zapier', 'user'],
    ]);
    expect(new Set(edges.map(({ id }) => id)).size).toBe(2);
  });

  it('falls back to the next kind of a pair when one is hidden', () => {
    const [edge] = graphEdges(links, [], new Set(['audience']));
    expect(edge).toMatchObject({ style: 'events', from: 'segment', direction: 'forward' });
    expect(graphEdges(links, [], new Set(['audience', 'events']))).toEqual([]);
  });

  it('lists neighbours with every kind that joins them', () => {
    const joined = neighbours(links, ownConnections(stack));
    expect([...(joined.get('amplitude')?.get('segment') ?? [])]).toEqual(['events', 'audience']);
    expect([...(joined.get('zapier')?.keys() ?? [])]).toEqual(['amplitude']);
    expect(kindCounts(links)).toEqual([
      { kind: 'audience', pairs: 1 },
      { kind: 'events', pairs: 1 },
    ]);
  });

  it('makes circles grow with the number of integrations, within bounds', () => {
    expect(diameter(0, 0)).toBe(26);
    expect(diameter(0, 100)).toBe(26);
    expect(diameter(25, 100)).toBe(45);
    expect(diameter(100, 100)).toBe(64);
    expect(diameter(1_000, 100)).toBe(64);
  });
});
