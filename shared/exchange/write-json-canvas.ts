import type { GroupId } from '../domain/catalogue.ts';
import type { Scene, SceneEdge } from '../diagram/scene.ts';
import { edgeStyle } from '../diagram/edge-style.ts';
import { themes } from '../diagram/theme.ts';
import type { Box } from '../stack/layout.ts';
import { kindOf } from './scene-tables.ts';
import { markdownText } from './write-markdown.ts';

/** Cards there have wide margins and larger text than ours: two lines need more room. */
export const CANVAS_ZOOM = 1.7;

function place({ x, y, width, height }: Box) {
  const scaled = (value: number): number => Math.round(value * CANVAS_ZOOM);
  return { x: scaled(x), y: scaled(y), width: scaled(width), height: scaled(height) };
}

/** Colours of the light theme: a canvas is opened in themes of its own, which adapt them. */
const colourOf = (id: GroupId): string => themes.light.groups[id].accent;

/** Colours of the light theme, as readers draw on white; a live connection of one's own has none. */
function edgeColour(edge: SceneEdge): string | undefined {
  return edge.state === 'live' ? undefined : edgeStyle(themes.light, edge).colour;
}

/**
 * The stack as a JSON Canvas file, as Obsidian and others open it: lanes are groups, products are
 * cards, edges stay connected.
 * Source: JSON Canvas 1.0, jsoncanvas.org/spec/1.0.
 */
export function writeJsonCanvas(scene: Scene): string {
  const groups = scene.lanes.map((lane) => ({
    // Lanes and products may have the same id in a stack.
    id: `lane-${lane.id}`,
    type: 'group',
    ...place(lane.box),
    label: lane.fullTitle,
    color: lane.groupId === null ? undefined : colourOf(lane.groupId),
  }));
  const cards = scene.cards.map((card) => ({
    id: `product-${card.id}`,
    type: 'text',
    ...place(card.box),
    color: colourOf(card.groupId),
    text: `**${markdownText(card.fullName)}**\n${markdownText(card.fullCategory)}`,
  }));
  const edges = scene.edges.map((edge, index) => ({
    id: `edge-${index + 1}`,
    fromNode: `product-${edge.from}`,
    fromSide: edge.route.startSide,
    fromEnd: edge.direction === 'both' ? 'arrow' : 'none',
    toNode: `product-${edge.to}`,
    toSide: edge.route.endSide,
    toEnd: edge.direction === 'none' ? 'none' : 'arrow',
    color: edgeColour(edge),
    label: edge.label?.full ?? kindOf(edge),
  }));
  return `${JSON.stringify({ nodes: [...groups, ...cards], edges }, null, 2)}\n`;
}
