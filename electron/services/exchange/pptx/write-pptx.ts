import type { Scene, SceneCard, SceneFrame } from '../../../../shared/diagram/scene.ts';
import { framesInOrder, partInFrame } from '../../../../shared/diagram/frames.ts';
import { looks } from '../../../../shared/diagram/looks.ts';
import { groupLabels } from '../../../../shared/diagram/theme.ts';
import { kindOf } from '../../../../shared/exchange/scene-tables.ts';
import { groupIds } from '../../../../shared/domain/catalogue.ts';
import type { Box } from '../../../../shared/stack/layout.ts';
import { createSlideDrawing } from './draw-slide.ts';
import { glueConnectors } from './glue-connectors.ts';
import { PptxGen, type Presentation, type Slide } from './pptxgen.ts';
import { SLIDE, slideScale } from './slide-scale.ts';

/** A finding of the health checks, as a slide shows it. */
export interface SlideFinding {
  readonly severity: string;
  readonly title: string;
  readonly detail: string;
}

export interface PptxOptions {
  readonly author: string;
  /** As people write it, or empty. */
  readonly date: string;
  readonly findings: readonly SlideFinding[];
  /** One slide only, as for the Stackies awards. */
  readonly single: boolean;
}

const MARGIN = 0.4;
const TITLE_HEIGHT = 0.75;
const BODY: Box = {
  x: MARGIN,
  y: MARGIN + TITLE_HEIGHT,
  width: SLIDE.width - 2 * MARGIN,
  height: SLIDE.height - 2 * MARGIN - TITLE_HEIGHT - 0.3,
};
const FONT = 'Arial';
const hex = (colour: string): string => colour.replace('#', '').toUpperCase();

/** Rows that fit on one slide in a size that can be read. */
const ROWS = 14;

/** The box around what is drawn, without the scene's own title and legend. */
function contentBox(scene: Scene, frame: SceneFrame | null): Box {
  if (frame) return frame.box;
  const boxes = [...scene.lanes, ...scene.cards, ...scene.items].map(({ box }) => box);
  const [first] = boxes;
  if (!first) return scene.bounds;
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * The stack as a presentation of native shapes: a slide for each frame or one for the whole, the
 * connectors glued to their products, sticky notes as speaker notes, then the numbers as tables and
 * a chart.
 * @returns the bytes of a .pptx file
 * Source: ECMA-376 (Office Open XML), written by PptxGenJS.
 */
export async function writePptx(scene: Scene, options: PptxOptions): Promise<Uint8Array> {
  const theme = looks[scene.theme];
  const pptx = new PptxGen();
  pptx.defineLayout({ name: 'WIDE', width: SLIDE.width, height: SLIDE.height });
  pptx.layout = 'WIDE';
  pptx.title = scene.name;
  pptx.author = options.author || 'Stackscape';
  pptx.company = '';

  function titled(title: string, subtitle: string): Slide {
    const slide = pptx.addSlide();
    slide.background = { color: hex(theme.surface) };
    const width = SLIDE.width - 2 * MARGIN;
    slide.addText(title, {
      ...{ x: MARGIN, y: MARGIN - 0.1, w: width, h: 0.5, margin: 0, fontFace: FONT },
      ...{ fontSize: 24, bold: true, color: hex(theme.text), fit: 'shrink' },
    });
    slide.addText(subtitle, {
      ...{ x: MARGIN, y: MARGIN + 0.36, w: width, h: 0.28, margin: 0, fontFace: FONT },
      ...{ fontSize: 12, color: hex(theme.mutedText), fit: 'shrink' },
    });
    return slide;
  }

  const signature = [options.author, options.date].filter((part) => part !== '').join(' · ');

  function legend(slide: Slide, part: Scene): void {
    const kinds = [...new Set(part.edges.map(kindOf))];
    const groups = groupIds.filter((id) => part.cards.some((card) => card.groupId === id));
    const words = [
      ...groups.map((id) => ({
        text: `■ ${groupLabels[id]}   `,
        options: { color: hex(theme.groups[id].accent) },
      })),
      ...(kinds.length > 0
        ? [
            {
              text: `Connections: ${kinds.join(', ')}   `,
              options: { color: hex(theme.mutedText) },
            },
          ]
        : []),
      { text: signature, options: { color: hex(theme.mutedText) } },
    ];
    slide.addText(words, {
      ...{ x: MARGIN, y: SLIDE.height - MARGIN - 0.2, w: SLIDE.width - 2 * MARGIN, h: 0.3 },
      ...{ margin: 0, fontFace: FONT, fontSize: 9, fit: 'shrink' },
    });
  }

  function diagram(frame: SceneFrame | null): void {
    const part = frame ? partInFrame(scene, frame) : scene;
    const slide = titled(frame?.fullTitle || scene.name, frame ? scene.name : scene.subtitle.text);
    const drawing = createSlideDrawing(slide, part, slideScale(contentBox(part, frame), BODY));
    const boxes = new Map(part.cards.map((card) => [card.id, card.box]));
    part.lanes.forEach(drawing.lane);
    part.items.filter((item) => item.type !== 'note').forEach(drawing.item);
    // Behind the products; glued to them by name, whichever comes first.
    part.edges.forEach((edge) => drawing.edge(edge, boxes));
    part.cards.forEach(drawing.card);
    const notes = part.items.filter((item) => item.type === 'note');
    notes.forEach(drawing.item);
    legend(slide, part);
    if (notes.length > 0) slide.addNotes(notes.map((note) => note.fullText).join('\n\n'));
  }

  function tables(
    title: string,
    head: readonly string[],
    rows: readonly (readonly string[])[],
    widths: readonly number[],
  ): void {
    for (let from = 0; from < rows.length; from += ROWS) {
      const pages = Math.ceil(rows.length / ROWS);
      const page = pages > 1 ? ` (${from / ROWS + 1} of ${pages})` : '';
      const slide = titled(`${title}${page}`, scene.name);
      const cell = (text: string, bold: boolean) => ({
        text,
        options: {
          ...{ bold, color: hex(bold ? theme.groups.data.text : theme.text) },
          fill: { color: hex(bold ? theme.groups.data.soft : theme.card) },
        },
      });
      slide.addTable(
        [
          head.map((text) => cell(text, true)),
          ...rows.slice(from, from + ROWS).map((row) => row.map((text) => cell(text, false))),
        ],
        {
          ...{ x: MARGIN, y: BODY.y, w: BODY.width, colW: [...widths], fontFace: FONT },
          ...{ fontSize: 11, border: { type: 'solid', pt: 0.5, color: hex(theme.laneBorder) } },
        },
      );
    }
  }

  const frames = options.single ? [] : framesInOrder(scene);
  if (frames.length === 0) diagram(null);
  else frames.forEach(diagram);

  if (!options.single && scene.cards.length > 0) {
    chart(titled('Products by group', scene.subtitle.text), pptx, scene.cards, theme.text);
    const names = new Map(scene.cards.map((card) => [card.id, card.fullName]));
    tables(
      'Connections',
      ['From', 'To', 'Kind'],
      scene.edges.map((edge) => [
        names.get(edge.from) ?? '',
        names.get(edge.to) ?? '',
        edge.label?.full || kindOf(edge),
      ]),
      [4.2, 4.2, 4.133],
    );
    tables(
      'What the health checks found',
      ['', 'Finding', 'What it means'],
      options.findings.map(({ severity, title, detail }) => [severity, title, detail]),
      [1.2, 4.2, 7.133],
    );
  }
  const written = await pptx.write({ outputType: 'uint8array', compression: false });
  if (!(written instanceof Uint8Array)) throw new Error('The presentation came as no bytes.');
  return glueConnectors(written);
}

function chart(
  slide: Slide,
  pptx: Presentation,
  cards: readonly SceneCard[],
  textColour: string,
): void {
  const counts = groupIds
    .map((id) => ({
      label: groupLabels[id],
      n: cards.filter((card) => card.groupId === id).length,
    }))
    .filter(({ n }) => n > 0)
    // Bars are drawn from the bottom up.
    .reverse();
  slide.addChart(
    pptx.ChartType.bar,
    [
      {
        name: 'Products',
        labels: counts.map(({ label }) => label),
        values: counts.map(({ n }) => n),
      },
    ],
    {
      ...{ x: BODY.x, y: BODY.y, w: BODY.width, h: BODY.height, barDir: 'bar' },
      ...{ showValue: true, catAxisLabelColor: hex(textColour), valAxisHidden: true },
      ...{
        valGridLine: { style: 'none' },
        altText: 'Products by group',
      },
    },
  );
}
