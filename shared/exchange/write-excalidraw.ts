import { measureText } from '../diagram/measure-text.ts';
import type { Scene, SceneCard, SceneEdge, SceneText } from '../diagram/scene.ts';
import type { Point } from '../diagram/route-edge.ts';
import { edgeStyle } from '../diagram/edge-style.ts';
import { themes } from '../diagram/theme.ts';
import type { Box } from '../stack/layout.ts';

type Element = Readonly<Record<string, unknown>> & { readonly id: string };

/** A number that follows from the id, as the format wants one and equal input gives equal output. */
function seedOf(id: string): number {
  let hash = 7;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 2_147_483_647;
  return hash;
}

function common(id: string, type: string, box: Box, changes: object): Element {
  return {
    id,
    type,
    x: box.x,
    y: box.y,
    width: box.width,
    height: box.height,
    angle: 0,
    strokeColor: '#1e1e1e',
    backgroundColor: 'transparent',
    fillStyle: 'solid',
    strokeWidth: 1,
    strokeStyle: 'solid',
    roughness: 0,
    opacity: 100,
    groupIds: [],
    frameId: null,
    roundness: null,
    seed: seedOf(id),
    version: 1,
    versionNonce: seedOf(`${id}.`),
    isDeleted: false,
    boundElements: [],
    updated: 1,
    link: null,
    locked: false,
    ...changes,
  };
}

/** Helvetica in the format's own numbering: its hand-written default would not fit our boxes. */
const FONT_FAMILY = 2;

function textElement(id: string, lines: readonly SceneText[], changes: object): Element {
  const [first] = lines;
  const font = first?.font ?? { size: 14, weight: 400 };
  const text = lines.map((line) => line.text).join('\n');
  const width = Math.max(1, ...lines.map((line) => measureText(line.text, line.font)));
  const lineHeight = 1.25;
  const box = {
    x: first?.at.x ?? 0,
    y: (first?.at.y ?? 0) - font.size,
    width,
    height: lines.length * font.size * lineHeight,
  };
  return common(id, 'text', box, {
    strokeColor: first?.colour ?? '#1e1e1e',
    fontSize: font.size,
    fontFamily: FONT_FAMILY,
    text,
    originalText: text,
    textAlign: 'left',
    verticalAlign: 'top',
    containerId: null,
    lineHeight,
    autoResize: true,
    ...changes,
  });
}

/** The name stands in the middle of its box and moves with it. */
function cardElements(card: SceneCard, arrows: readonly string[]): Element[] {
  const colours = themes.light.groups[card.groupId];
  const id = `product-${card.id}`;
  const textId = `${id}-name`;
  const lines = card.name;
  const font = lines[0]?.font ?? { size: 14, weight: 600 };
  const height = lines.length * font.size * 1.25;
  const width = Math.max(1, ...lines.map((line) => measureText(line.text, line.font)));
  return [
    common(id, 'rectangle', card.box, {
      strokeColor: colours.accent,
      backgroundColor: '#ffffff',
      strokeStyle: card.gone ? 'dashed' : 'solid',
      roundness: { type: 3 },
      boundElements: [
        { id: textId, type: 'text' },
        ...arrows.map((arrow) => ({ id: arrow, type: 'arrow' })),
      ],
      customData: { product: card.productId },
    }),
    textElement(textId, lines, {
      x: card.box.x + (card.box.width - width) / 2,
      y: card.box.y + (card.box.height - height) / 2,
      width,
      height,
      textAlign: 'center',
      verticalAlign: 'middle',
      containerId: id,
    }),
  ];
}

const strokes = (edge: SceneEdge): string => {
  if (edge.style.dash.length === 0) return 'solid';
  return (edge.style.dash[0] ?? 0) <= 4 ? 'dotted' : 'dashed';
};

function edgeElement(edge: SceneEdge, id: string): Element {
  const { start, end, middle } = edge.route;
  const relative = (point: Point): [number, number] => [point.x - start.x, point.y - start.y];
  const style = edgeStyle(themes.light, edge);
  const box = {
    x: start.x,
    y: start.y,
    width: Math.abs(end.x - start.x),
    height: Math.abs(end.y - start.y),
  };
  return common(id, 'arrow', box, {
    strokeColor: style.colour,
    strokeStyle: strokes(edge),
    strokeWidth: edge.kind === 'user' ? 2 : 1,
    roundness: { type: 2 },
    points: [[0, 0], relative(middle), relative(end)],
    lastCommittedPoint: null,
    startBinding: { elementId: `product-${edge.from}`, focus: 0, gap: 1 },
    endBinding: { elementId: `product-${edge.to}`, focus: 0, gap: 1 },
    startArrowhead: edge.direction === 'both' ? 'triangle' : null,
    endArrowhead: edge.direction === 'none' ? null : 'triangle',
  });
}

/**
 * The stack as an Excalidraw file: boxes with their names, arrows that stay connected, lanes behind.
 * Source: Excalidraw developer documentation, "JSON Schema".
 */
export function writeExcalidraw(scene: Scene): string {
  const arrowIds = scene.edges.map((_, index) => `edge-${index + 1}`);
  const arrowsOf = new Map<string, string[]>();
  scene.edges.forEach((edge, index) => {
    for (const end of [edge.from, edge.to]) {
      arrowsOf.set(end, [...(arrowsOf.get(end) ?? []), arrowIds[index] ?? '']);
    }
  });
  const lanes = scene.lanes.flatMap((lane) => [
    common(`lane-${lane.id}`, 'rectangle', lane.box, {
      strokeColor: themes.light.laneBorder,
      backgroundColor: themes.light.lane,
      roundness: { type: 3 },
    }),
    textElement(`lane-${lane.id}-title`, [lane.title], {}),
  ]);
  const items = scene.items.flatMap((item): Element[] => {
    const id = `item-${item.id}`;
    if (item.type === 'frame') {
      return [common(id, 'frame', item.box, { name: item.fullTitle, strokeColor: '#bbbbbb' })];
    }
    if (item.type === 'picture') return [];
    const text = item.lines.length > 0 ? [textElement(`${id}-text`, item.lines, {})] : [];
    if (item.type === 'heading') return text;
    const note = { strokeColor: item.border, backgroundColor: item.fill };
    return [common(id, 'rectangle', item.box, note), ...text];
  });
  const elements = [
    textElement('title', [scene.title], {}),
    ...lanes,
    ...items,
    ...scene.cards.flatMap((card) => cardElements(card, arrowsOf.get(card.id) ?? [])),
    ...scene.edges.map((edge, index) => edgeElement(edge, arrowIds[index] ?? '')),
  ];
  const file = {
    type: 'excalidraw',
    version: 2,
    source: 'stackscape',
    elements,
    appState: { gridSize: null, viewBackgroundColor: '#ffffff' },
    files: {},
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
