import type { Scene } from '../diagram/scene.ts';
import { edgeStyle } from '../diagram/edge-style.ts';
import { themes } from '../diagram/theme.ts';
import { gexfText } from './gexf.ts';
import { groupOf, kindOf } from './scene-tables.ts';

/** The stack as a graph for Gephi, with places and colours. */
export function writeGexf(scene: Scene): string {
  const theme = themes.light;
  const lanes = new Map(scene.lanes.map((lane) => [lane.id, lane.fullTitle]));
  return gexfText({
    title: scene.name,
    nodeKeys: [
      ['product', 'string'],
      ['category', 'string'],
      ['group', 'string'],
      ['lane', 'string'],
    ],
    edgeKeys: [
      ['kind', 'string'],
      ['known', 'boolean'],
    ],
    nodes: scene.cards.map((card) => ({
      id: card.id,
      label: card.fullName,
      values: {
        product: card.productId,
        category: card.fullCategory,
        group: groupOf(card),
        lane: (card.laneId === null ? undefined : lanes.get(card.laneId)) ?? '',
      },
      at: { x: card.box.x + card.box.width / 2, y: card.box.y + card.box.height / 2 },
      colour: theme.groups[card.groupId].accent,
    })),
    edges: scene.edges.map((edge) => ({
      from: edge.from,
      to: edge.to,
      direction: edge.direction,
      label: edge.label?.full ?? '',
      values: { kind: kindOf(edge), known: String(edge.kind !== 'user') },
      colour: edgeStyle(theme, edge).colour,
    })),
  });
}
