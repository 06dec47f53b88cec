import { escapeXml } from '../diagram/escape-xml.ts';
import type { Scene, SceneCard, SceneEdge, SceneItem, SceneLane } from '../diagram/scene.ts';
import { edgeStyle } from '../diagram/edge-style.ts';
import { themes, type EdgeStyle } from '../diagram/theme.ts';
import type { Box } from '../stack/layout.ts';
import { groupOf, kindOf } from './scene-tables.ts';

const theme = themes.light;

/** `key=value;` pairs, as draw.io keeps the look of a cell. */
const styleOf = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([key, value]) => `${key}=${value};`)
    .join('');

const attribute = (name: string, value: string | number): string =>
  ` ${name}="${escapeXml(String(value))}"`;

const round = (value: number): number => Math.round(value * 10) / 10;

function geometry({ x, y, width, height }: Box): string {
  const values = { x, y, width, height };
  const text = Object.entries(values).map(([name, value]) => attribute(name, round(value)));
  return `<mxGeometry${text.join('')} as="geometry"/>`;
}

interface Cell {
  readonly id: string;
  readonly parent: string;
  readonly label: string;
  readonly style: string;
  readonly box: Box;
  /** Kept with the shape: shown in its tooltip and found when the file is opened again. */
  readonly data?: Readonly<Record<string, string>>;
}

/** Labels are plain text (no `html=1`), so a name is never taken for markup. */
function vertex({ id, parent, label, style, box, data = {} }: Cell): string {
  const cell = `<mxCell${attribute('style', style)} vertex="1"${attribute('parent', parent)}>${geometry(box)}</mxCell>`;
  const named = attribute('id', id) + attribute('label', label);
  const own = Object.entries(data).map(([name, value]) => attribute(name, value));
  return `<UserObject${named}${own.join('')}>${cell}</UserObject>`;
}

function laneCell(lane: SceneLane): string {
  const colours = lane.groupId === null ? null : theme.groups[lane.groupId];
  return vertex({
    id: `lane-${lane.id}`,
    parent: '1',
    label: lane.fullTitle,
    style: `swimlane;${styleOf({
      startSize: lane.head.height,
      fillColor: colours?.soft ?? theme.card,
      swimlaneFillColor: theme.lane,
      strokeColor: theme.laneBorder,
      fontColor: colours?.text ?? theme.text,
      rounded: 1,
      arcSize: 4,
      collapsible: 0,
      whiteSpace: 'wrap',
    })}`,
    box: lane.box,
  });
}

function cardCell(card: SceneCard, lanes: ReadonlyMap<string, SceneLane>): string {
  const lane = card.laneId === null ? undefined : lanes.get(card.laneId);
  const { x, y } = lane?.box ?? { x: 0, y: 0 };
  return vertex({
    id: `product-${card.id}`,
    parent: lane ? `lane-${lane.id}` : '1',
    label: card.fullName,
    style: `rounded=1;${styleOf({
      whiteSpace: 'wrap',
      arcSize: 15,
      fillColor: theme.card,
      strokeColor: theme.groups[card.groupId].accent,
      fontColor: theme.text,
      fontStyle: 1,
      ...(card.gone ? { dashed: 1 } : {}),
    })}`,
    // A shape inside a lane is placed from the lane's corner.
    box: { ...card.box, x: card.box.x - x, y: card.box.y - y },
    data: {
      product: card.productId,
      category: card.fullCategory,
      group: groupOf(card),
      ...(card.gone ? { note: 'No longer in the catalogue' } : {}),
    },
  });
}

function itemCell(item: SceneItem): string {
  const at = { id: `item-${item.id}`, parent: '1', box: item.box };
  switch (item.type) {
    case 'note': {
      const style = styleOf({
        ...{ whiteSpace: 'wrap', align: 'left', verticalAlign: 'top', spacing: 8 },
        ...{ fillColor: item.fill, strokeColor: item.border },
      });
      return vertex({ ...at, label: item.fullText, style: `shape=note;size=10;${style}` });
    }
    case 'heading': {
      const size = item.lines[0]?.font.size ?? 26;
      const style = styleOf({ fontSize: size, fontStyle: 1, align: 'left', whiteSpace: 'wrap' });
      return vertex({ ...at, label: item.fullText, style: `text;${style}` });
    }
    case 'frame': {
      const style = styleOf({
        ...{ fillColor: 'none', dashed: 1, strokeColor: theme.mutedText, pointerEvents: 0 },
        ...{ align: 'left', verticalAlign: 'bottom', verticalLabelPosition: 'top' },
      });
      return vertex({ ...at, label: item.fullTitle, style });
    }
    case 'picture': {
      // draw.io reads data URIs in styles without ";base64", which would end the value.
      const image = item.href?.replace(';base64,', ',') ?? '';
      return vertex({ ...at, label: '', style: `shape=image;imageAspect=1;image=${image};` });
    }
  }
}

const sides = {
  left: { x: 0, y: 0.5 },
  right: { x: 1, y: 0.5 },
  top: { x: 0.5, y: 0 },
  bottom: { x: 0.5, y: 1 },
} as const;

function edgeCell(edge: SceneEdge, id: string): string {
  const style: EdgeStyle = edgeStyle(theme, edge);
  const start = sides[edge.route.startSide];
  const end = sides[edge.route.endSide];
  const head = style.arrow === 'open' ? 'open' : 'block';
  const look = styleOf({
    curved: 1,
    strokeColor: style.colour,
    strokeWidth: style.width,
    ...(style.dash.length > 0 ? { dashed: 1, dashPattern: style.dash.join(' ') } : {}),
    startArrow: edge.direction === 'both' ? head : 'oval',
    endArrow: edge.direction === 'none' ? 'oval' : head,
    startSize: 5,
    endSize: 5,
    ...{ exitX: start.x, exitY: start.y, entryX: end.x, entryY: end.y },
  });
  const ends =
    attribute('source', `product-${edge.from}`) + attribute('target', `product-${edge.to}`);
  const named = attribute('id', id) + attribute('label', edge.label?.full ?? '');
  const data = attribute('kind', kindOf(edge)) + attribute('flow', edge.direction);
  return (
    `<UserObject${named}${data}><mxCell${attribute('style', look)} edge="1" parent="1"${ends}>` +
    '<mxGeometry relative="1" as="geometry"/></mxCell></UserObject>'
  );
}

/**
 * The stack as a draw.io file: lanes are swimlanes, products are shapes in them, edges stay
 * connected.
 * Source: draw.io documentation, "mxfile" and "Shape styles".
 */
export function writeDrawio(scene: Scene): string {
  const lanes = new Map(scene.lanes.map((lane) => [lane.id, lane]));
  const cells = [
    '<mxCell id="0"/>',
    '<mxCell id="1" parent="0"/>',
    ...scene.lanes.map(laneCell),
    ...scene.items.map(itemCell),
    ...scene.cards.map((card) => cardCell(card, lanes)),
    ...scene.edges.map((edge, index) => edgeCell(edge, `edge-${index + 1}`)),
  ];
  const page = `<mxGraphModel grid="1" gridSize="10" guides="1" tooltips="1" connect="1" arrows="1" page="0" math="0"><root>\n${cells.join('\n')}\n</root></mxGraphModel>`;
  return `<mxfile host="Stackscape"><diagram id="stack"${attribute('name', scene.name || 'Stack')}>\n${page}\n</diagram></mxfile>\n`;
}
