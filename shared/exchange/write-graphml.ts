import { escapeXml } from '../diagram/escape-xml.ts';
import type { Scene } from '../diagram/scene.ts';
import { groupOf, kindOf } from './scene-tables.ts';

interface Key {
  readonly id: string;
  readonly on: 'graph' | 'node' | 'edge';
  readonly name: string;
  readonly type: 'string' | 'double' | 'int' | 'boolean';
}

const keys: readonly Key[] = [
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

const data = (key: string, value: string | number | boolean): string =>
  `<data key="${key}">${escapeXml(String(value))}</data>`;

/**
 * The stack as a graph for yEd, Gephi, networkx and the like. All edges are directed,
 * as readers refuse a mixture; `flow` says where data flows both ways or no flow is stated.
 * Source: GraphML Primer, "graph", "node", "edge" and attributes.
 */
export function writeGraphml(scene: Scene): string {
  const lanes = new Map(scene.lanes.map((lane) => [lane.id, lane.fullTitle]));
  const nodes = scene.cards.map((card) => {
    const values = [
      data('label', card.fullName),
      data('product', card.productId),
      data('category', card.fullCategory),
      data('group', groupOf(card)),
      data('lane', (card.laneId === null ? undefined : lanes.get(card.laneId)) ?? ''),
      data('x', card.box.x + card.box.width / 2),
      data('y', card.box.y + card.box.height / 2),
    ];
    return `    <node id="${escapeXml(card.id)}">${values.join('')}</node>`;
  });
  const edges = scene.edges.map((edge, index) => {
    const values = [
      data('kind', kindOf(edge)),
      data('edgeLabel', edge.label?.full ?? ''),
      data('flow', edge.direction),
      data('known', edge.kind !== 'user'),
      data('furtherKinds', edge.furtherKinds),
    ];
    const ends = `source="${escapeXml(edge.from)}" target="${escapeXml(edge.to)}"`;
    return `    <edge id="edge-${index + 1}" ${ends}>${values.join('')}</edge>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys.map(
      ({ id, on, name, type }) =>
        `  <key id="${id}" for="${on}" attr.name="${name}" attr.type="${type}"/>`,
    ),
    '  <graph id="stack" edgedefault="directed">',
    `    ${data('title', scene.name)}`,
    ...nodes,
    ...edges,
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}
