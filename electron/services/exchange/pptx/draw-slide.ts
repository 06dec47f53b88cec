import type { Slide } from './pptxgen.ts';
import type { Point, Side } from '../../../../shared/diagram/route-edge.ts';
import type {
  Scene,
  SceneCard,
  SceneEdge,
  SceneItem,
  SceneLane,
} from '../../../../shared/diagram/scene.ts';
import { looks } from '../../../../shared/diagram/looks.ts';
import type { EdgeStyle } from '../../../../shared/diagram/theme.ts';
import type { Box } from '../../../../shared/stack/layout.ts';
import { connectorName } from './glue-connectors.ts';
import type { SlideScale } from './slide-scale.ts';

/** Inter is on few machines; these stand in for it everywhere and are as wide. */
const FONT = 'Arial';
const POINTS_PER_INCH = 72;
/** Smaller text is not read from the back row; PowerPoint's own least is 1. */
const LEAST_POINTS = 5;

const hex = (colour: string): string => colour.replace('#', '').toUpperCase();

/** Where an edge may be glued to a box, in the order of the shape's connection sites. */
const siteOf: Readonly<Record<Side, number>> = { top: 0, left: 1, bottom: 2, right: 3 };

function middleOf({ x, y, width, height }: Box, side: Side): Point {
  return {
    left: { x, y: y + height / 2 },
    right: { x: x + width, y: y + height / 2 },
    top: { x: x + width / 2, y },
    bottom: { x: x + width / 2, y: y + height },
  }[side];
}

/** Draws one part of a scene as native shapes that stay editable. */
export function createSlideDrawing(slide: Slide, scene: Scene, scale: SlideScale) {
  const theme = looks[scene.theme];
  const place = (box: Box) => ({
    x: scale.x(box.x),
    y: scale.y(box.y),
    w: box.width * scale.factor,
    h: box.height * scale.factor,
  });
  /** Points of a font of so many canvas units. */
  const points = (size: number): number =>
    Math.max(LEAST_POINTS, Math.round(size * scale.factor * POINTS_PER_INCH * 10) / 10);
  const lineWidth = (units: number): number =>
    Math.max(0.5, Math.round(units * scale.factor * POINTS_PER_INCH * 100) / 100);
  const radius = (units: number): number => units * scale.factor;
  const shapeName = (id: string): string => `product ${id}`;

  function lane({ box, head, fullTitle, colours }: SceneLane): void {
    slide.addShape('roundRect', {
      ...place(box),
      rectRadius: radius(10),
      fill: { color: hex(theme.lane) },
      line: { color: hex(theme.laneBorder), width: lineWidth(1) },
      objectName: `lane ${fullTitle}`,
    });
    slide.addText(fullTitle, {
      ...place(head),
      shape: 'rect',
      fill: { color: hex(colours.soft) },
      color: hex(colours.text),
      fontFace: FONT,
      fontSize: points(14),
      bold: true,
      align: 'left',
      valign: 'middle',
      margin: points(8),
      fit: 'shrink',
      objectName: `head of ${fullTitle}`,
    });
  }

  function card(each: SceneCard): void {
    const { box, fullName, fullCategory, accent, gone } = each;
    const name = { fontSize: points(each.name[0]?.font.size ?? 13), bold: true };
    slide.addText(
      [
        { text: fullName, options: { ...name, color: hex(theme.text), breakLine: true } },
        {
          text: fullCategory,
          options: { fontSize: points(10.5), color: hex(theme.mutedText) },
        },
      ],
      {
        ...place(box),
        shape: 'roundRect',
        rectRadius: radius(8),
        fill: { color: hex(theme.card) },
        line: { color: hex(accent), width: lineWidth(1.5), dashType: gone ? 'dash' : 'solid' },
        fontFace: FONT,
        align: 'left',
        valign: 'middle',
        margin: [points(8), points(4), points(2), points(2)],
        fit: 'shrink',
        objectName: shapeName(each.id),
      },
    );
    for (const chip of each.chips) {
      slide.addText(chip.full, {
        ...place(chip.box),
        shape: 'roundRect',
        rectRadius: radius(chip.box.height / 2),
        fill: { color: hex(theme.card) },
        line: { color: hex(chip.line), width: lineWidth(1) },
        color: hex(chip.text.colour),
        fontFace: FONT,
        fontSize: points(chip.text.font.size),
        bold: true,
        align: 'center',
        valign: 'middle',
        margin: 0,
        fit: 'shrink',
        objectName: `mark of ${each.id}: ${chip.full}`,
      });
    }
  }

  function item(each: SceneItem): void {
    switch (each.type) {
      case 'note':
        return void slide.addText(each.fullText, {
          ...place(each.box),
          shape: 'rect',
          fill: { color: hex(each.fill) },
          line: { color: hex(each.border), width: lineWidth(1) },
          color: hex(each.lines[0]?.colour ?? theme.text),
          fontFace: FONT,
          fontSize: points(13),
          align: 'left',
          valign: 'top',
          margin: points(8),
          fit: 'shrink',
          objectName: `note ${each.id}`,
        });
      case 'heading':
        return void slide.addText(each.fullText, {
          ...place(each.box),
          color: hex(theme.text),
          fontFace: FONT,
          fontSize: points(each.lines[0]?.font.size ?? 26),
          bold: true,
          align: 'left',
          valign: 'top',
          margin: 0,
          fit: 'shrink',
          objectName: `heading ${each.id}`,
        });
      case 'frame':
        return void slide.addShape('rect', {
          ...place(each.box),
          line: { color: hex(each.border), width: lineWidth(1), dashType: 'dash' },
          objectName: `frame ${each.fullTitle}`,
        });
      case 'picture':
        if (each.href === null) return undefined;
        return void slide.addImage({
          ...place(each.box),
          data: each.href.replace(/^data:/, ''),
          sizing: { type: 'contain', ...place(each.box) },
          altText: each.alt,
        });
    }
  }

  function edge(each: SceneEdge, boxes: ReadonlyMap<string, Box>): void {
    const from = boxes.get(each.from);
    const to = boxes.get(each.to);
    if (!from || !to) return;
    const start = middleOf(from, each.route.startSide);
    const end = middleOf(to, each.route.endSide);
    slide.addShape('line', {
      x: scale.x(Math.min(start.x, end.x)),
      y: scale.y(Math.min(start.y, end.y)),
      w: Math.abs(end.x - start.x) * scale.factor,
      h: Math.abs(end.y - start.y) * scale.factor,
      flipH: end.x < start.x,
      flipV: end.y < start.y,
      line: {
        color: hex(each.style.colour),
        width: lineWidth(each.style.width),
        dashType: dashType(each.style),
        beginArrowType: each.direction === 'both' ? 'triangle' : 'oval',
        endArrowType: each.direction === 'none' ? 'oval' : 'triangle',
      },
      objectName: connectorName(shapeName(each.from), shapeName(each.to), [
        siteOf[each.route.startSide],
        siteOf[each.route.endSide],
      ]),
    });
    if (!each.label) return;
    slide.addText(each.label.full, {
      ...place(each.label.box),
      fill: { color: hex(theme.card) },
      color: hex(theme.text),
      fontFace: FONT,
      fontSize: points(11),
      align: 'center',
      valign: 'middle',
      margin: 0,
      fit: 'shrink',
    });
  }

  return { lane, card, item, edge };
}

/** The nearest of the dashes that presentations know. */
function dashType({
  dash,
}: EdgeStyle): 'solid' | 'dash' | 'dashDot' | 'lgDash' | 'sysDot' | 'lgDashDot' | 'lgDashDotDot' {
  const [first = 0, , third] = dash;
  if (dash.length === 0) return 'solid';
  if (dash.length >= 6) return 'lgDashDotDot';
  if (third !== undefined && third < 2) return first >= 12 ? 'lgDashDot' : 'sysDot';
  if (third !== undefined) return 'lgDashDot';
  if (first < 2) return 'sysDot';
  return first >= 12 ? 'lgDash' : first <= 4 ? 'dashDot' : 'dash';
}
