import type { Scene } from '../diagram/scene.ts';
import { graphmlText, type GraphmlKey } from './graphml.ts';
import { groupOf, kindOf } from './scene-tables.ts';

const keys: readonly GraphmlKey[] = [
  { id: 'title', on: 'graph', name: 'title', type: 'string' },
  { id: 'label', on: 'node', name: 'label', type: 'string' },
  { id: 'product', on: 'node', name: 'product', type: 'string' },
  { id: 'category', on: 'node', name: 'category', type: 'string' },
  { id: 'group', on: 'node', name: 'group', type: 'string' },
  { id: 'lane', on: 'node', name: 'lane', type: 'string' },
  { id: 'x', on: 'node', name: 'x', type: 'double' },
  { id: 'y', on: 'node', name: 'y', type: 'double' },
  { id: 'kind', on: 'edge', name: 'kind', type: 'string' },
  { id: 'edgeLabel', on: 'edge', name: 'label', type: 'string' },
  { id: 'flow', on: 'edge', name: 'flow', type: 'string' },
  { id: 'known', on: 'edge', name: 'known', type: 'boolean' },
  { id: 'furtherKinds', on: 'edge', name: 'furtherKinds', type: 'int' },
];

/**
 * The stack as a graph for yEd, Gephi, networkx and the like; `flow` says where data flows both
 * ways or no flow is stated.
 */
export function writeGraphml(scene: Scene): string {
  const lanes = new Map(scene.lanes.map((lane) => [lane.id, lane.fullTitle]));
  return graphmlText({
    id: 'stack',
    keys,
    values: { title: scene.name },
    nodes: scene.cards.map((card) => ({
      id: card.id,
      values: {
        label: card.fullName,
        product: card.productId,
        category: card.fullCategory,
        group: groupOf(card),
        lane: (card.laneId === null ? undefined : lanes.get(card.laneId)) ?? '',
        x: card.box.x + card.box.width / 2,
        y: card.box.y + card.box.height / 2,
      },
    })),
    edges: scene.edges.map((edge) => ({
      from: edge.from,
      to: edge.to,
      values: {
        kind: kindOf(edge),
        edgeLabel: edge.label?.full ?? '',
        flow: edge.direction,
        known: edge.kind !== 'user',
        furtherKinds: edge.furtherKinds,
      },
    })),
  });
}
