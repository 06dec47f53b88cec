import { arrowHeads, arrowPath, type Route } from '../../../../shared/diagram/route-edge.ts';
import { SIGN_RADIUS, signPath } from '../../../../shared/diagram/edge-sign.ts';
import { looks } from '../../../../shared/diagram/looks.ts';
import type {
  LegendEntry,
  Scene,
  SceneCard,
  SceneEdge,
  SceneItem,
  SceneLane,
} from '../../../../shared/diagram/scene.ts';
import type { DiagramTheme, EdgeStyle } from '../../../../shared/diagram/theme.ts';
import type { Direction } from '../../../../shared/domain/catalogue.ts';
import type { Pdf } from './pdf-page.ts';

const CORNER = { lane: 10, card: 8, mark: 7, label: 5, note: 4, frame: 6, sign: 4 } as const;

function drawLane(pdf: Pdf, lane: SceneLane, theme: DiagramTheme): void {
  const { box, head, colours } = lane;
  pdf.rectangle(box, { fill: theme.lane }, CORNER.lane);
  pdf.clipped(head, () => pdf.rectangle(box, { fill: colours.soft }, CORNER.lane));
  const bar = { x: head.x + 4, y: head.y + 1, width: head.width - 8, height: 3 };
  pdf.rectangle(bar, { fill: colours.accent }, 1.5);
  pdf.rectangle(box, { stroke: { colour: theme.laneBorder } }, CORNER.lane);
  pdf.text(lane.title);
}

function drawLine(pdf: Pdf, route: Route, direction: Direction, style: EdgeStyle): void {
  const { colour, width, dash, cap } = style;
  pdf.path(route.path, { stroke: { colour, width, dash, cap } });
  const marks = arrowHeads(route, direction).map((mark) => arrowPath(mark, style.arrow));
  const look =
    style.arrow === 'filled'
      ? { fill: colour }
      : { stroke: { colour, width, cap: 'round' as const } };
  pdf.path(marks.join(' '), look);
}

function drawSign(pdf: Pdf, { sign, style }: SceneEdge, theme: DiagramTheme): void {
  if (!sign || !style.sign) return;
  const { colour } = style;
  const side = 2 * SIGN_RADIUS;
  const box = { x: sign.x - SIGN_RADIUS, y: sign.y - SIGN_RADIUS, width: side, height: side };
  pdf.rectangle(box, { fill: theme.card, stroke: { colour, width: 1.5 } }, SIGN_RADIUS);
  pdf.path(signPath(style.sign, sign), { stroke: { colour, width: 1.8, cap: 'round' } });
}

function drawLabel(pdf: Pdf, edge: SceneEdge, theme: DiagramTheme): void {
  if (edge.label) {
    const look = { fill: theme.card, stroke: { colour: theme.cardBorder } };
    pdf.rectangle(edge.label.box, look, CORNER.label);
  }
  drawSign(pdf, edge, theme);
  if (edge.label) pdf.text(edge.label.text);
}

function drawCard(pdf: Pdf, card: SceneCard, theme: DiagramTheme): void {
  const { x, y, height } = card.box;
  pdf.rectangle(card.box, { fill: theme.card, stroke: card.outline }, CORNER.card);
  pdf.rectangle({ x: x + 5, y: y + 7, width: 4, height: height - 14 }, { fill: card.accent }, 2);
  const { mark } = card;
  if (mark.type === 'monogram') {
    pdf.rectangle(mark.box, { fill: mark.fill }, CORNER.mark);
    pdf.text(mark.text);
  } else {
    pdf.at(mark.box.x, mark.box.y, mark.box.width / 24, () =>
      pdf.path(mark.path, { fill: mark.colour }),
    );
  }
  card.name.forEach(pdf.text);
  card.category.forEach(pdf.text);
  for (const chip of card.chips) {
    const look = { fill: theme.card, stroke: { colour: chip.line } };
    pdf.rectangle(chip.box, look, chip.box.height / 2);
    pdf.text(chip.text);
  }
}

function drawItem(pdf: Pdf, item: SceneItem): void {
  switch (item.type) {
    case 'note':
      pdf.rectangle(item.box, { fill: item.fill, stroke: { colour: item.border } }, CORNER.note);
      return item.lines.forEach(pdf.text);
    case 'heading':
      return item.lines.forEach(pdf.text);
    case 'frame':
      pdf.rectangle(item.box, { stroke: { colour: item.border, dash: [8, 5] } }, CORNER.frame);
      return pdf.text(item.title);
    case 'picture': {
      const isDrawn = item.href !== null && pdf.image(item.href, item.box);
      if (!isDrawn) pdf.rectangle(item.box, { stroke: { colour: item.border } });
      return undefined;
    }
  }
}

function drawLegend(pdf: Pdf, { sample, text }: LegendEntry): void {
  if (sample.type === 'swatch') pdf.rectangle(sample.box, { fill: sample.colour }, 1.5);
  else if (sample.type === 'mark') {
    const { box, colour, dash } = sample;
    pdf.rectangle(box, { stroke: { colour, width: 1.5, dash } }, CORNER.sign);
  } else if (sample.type === 'direction') {
    drawLine(pdf, sample.route, sample.direction, sample.style);
  } else {
    const { from, to, style } = sample;
    const { colour, width, dash, cap } = style;
    const line = `M ${from.x} ${from.y} L ${to.x} ${to.y}`;
    pdf.path(line, { stroke: { colour, width, dash, cap } });
  }
  pdf.text(text);
}

const isBehind = (item: SceneItem): boolean => item.type === 'frame' || item.type === 'picture';

/** Draws a scene on the page that was begun last, in the order in which the SVG draws it. */
export function drawScene(pdf: Pdf, scene: Scene): void {
  const theme = looks[scene.theme];
  pdf.rectangle(scene.bounds, { fill: theme.surface });
  pdf.text(scene.title);
  pdf.text(scene.subtitle);
  if (scene.logo) pdf.image(scene.logo.href, scene.logo.box);
  for (const lane of scene.lanes) drawLane(pdf, lane, theme);
  for (const item of scene.items.filter(isBehind)) drawItem(pdf, item);
  pdf.faded(scene.edgeOpacity, () => {
    for (const edge of scene.edges) {
      if (edge.kind !== 'user') drawLine(pdf, edge.route, edge.direction, edge.style);
    }
  });
  for (const edge of scene.edges) {
    if (edge.kind === 'user') drawLine(pdf, edge.route, edge.direction, edge.style);
  }
  for (const card of scene.cards) drawCard(pdf, card, theme);
  for (const edge of scene.edges) drawLabel(pdf, edge, theme);
  for (const item of scene.items) if (!isBehind(item)) drawItem(pdf, item);
  for (const entry of scene.legend) drawLegend(pdf, entry);
}
