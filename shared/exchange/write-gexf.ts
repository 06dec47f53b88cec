import { parseHex } from '../diagram/colour.ts';
import { escapeXml } from '../diagram/escape-xml.ts';
import type { Scene } from '../diagram/scene.ts';
import { edgeStyle } from '../diagram/edge-style.ts';
import { themes } from '../diagram/theme.ts';
import { groupOf, kindOf } from './scene-tables.ts';

const attribute = (name: string, value: string | number): string =>
  ` ${name}="${escapeXml(String(value))}"`;

const values = (of: Readonly<Record<string, string | number>>): string =>
  `<attvalues>${Object.entries(of)
    .map(([key, value]) => `<attvalue${attribute('for', key)}${attribute('value', value)}/>`)
    .join('')}</attvalues>`;

function colour(hex: string): string {
  const [r, g, b] = parseHex(hex) ?? [0, 0, 0];
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`;
}

/**
 * The stack as a graph for Gephi, with places and colours.
 * Source: GEXF 1.3 primer, "Nodes", "Edges", "Attributes" and the viz module.
 */
export function writeGexf(scene: Scene): string {
  const theme = themes.light;
  const lanes = new Map(scene.lanes.map((lane) => [lane.id, lane.fullTitle]));
  const nodes = scene.cards.map((card) => {
    const own = values({
      product: card.productId,
      category: card.fullCategory,
      group: groupOf(card),
      lane: (card.laneId === null ? undefined : lanes.get(card.laneId)) ?? '',
    });
    const x = card.box.x + card.box.width / 2;
    // Gephi's y axis points up.
    const y = -(card.box.y + card.box.height / 2);
    return [
      `      <node${attribute('id', card.id)}${attribute('label', card.fullName)}>`,
      own,
      `<viz:position x="${x}" y="${y}" z="0"/>`,
      `${colour(theme.groups[card.groupId].accent)}</node>`,
    ].join('');
  });
  const edges = scene.edges.map((edge, index) => {
    const type = { forward: 'directed', both: 'mutual', none: 'undirected' }[edge.direction];
    const ends = attribute('source', edge.from) + attribute('target', edge.to);
    const style = edgeStyle(theme, edge);
    const own = values({ kind: kindOf(edge), known: String(edge.kind !== 'user') });
    const label = attribute('label', edge.label?.full ?? '');
    return `      <edge id="e${index + 1}"${ends} type="${type}"${label}>${own}${colour(style.colour)}</edge>`;
  });
  const keys = (list: readonly (readonly [string, string])[]): string[] =>
    list.map(([id, type]) => `      <attribute id="${id}" title="${id}" type="${type}"/>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `  <meta><title>${escapeXml(scene.name)}</title><creator>Stackscape</creator></meta>`,
    '  <graph mode="static" defaultedgetype="directed">',
    '    <attributes class="node">',
    ...keys([
      ['product', 'string'],
      ['category', 'string'],
      ['group', 'string'],
      ['lane', 'string'],
    ]),
    '    </attributes>',
    '    <attributes class="edge">',
    ...keys([
      ['kind', 'string'],
      ['known', 'boolean'],
    ]),
    '    </attributes>',
    '    <nodes>',
    ...nodes,
    '    </nodes>',
    '    <edges>',
    ...edges,
    '    </edges>',
    '  </graph>',
    '</gexf>',
    '',
  ].join('\n');
}
