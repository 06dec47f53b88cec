import type { StackItem } from '../stack/items.ts';
import { displayText, truncateText, type FontStyle } from './measure-text.ts';
import type { SceneItem, SceneText } from './scene.ts';
import { theNotes, type DiagramTheme } from './theme.ts';
import { wrapText } from './wrap-text.ts';

/** The inside of notes and frames, in canvas units, the same on the canvas and in every export. */
export const NOTE = { padding: 10, lineHeight: 18, font: { size: 13, weight: 400 } } as const;
export const FRAME = { titleHeight: 26, font: { size: 14, weight: 600 } } as const;
export const HEADING_FONTS = {
  small: { size: 18, weight: 600 },
  medium: { size: 26, weight: 600 },
  large: { size: 40, weight: 600 },
} as const satisfies Record<string, FontStyle>;

function textLines(
  lines: readonly string[],
  at: { readonly x: number; readonly y: number },
  lineHeight: number,
  font: FontStyle,
  colour: string,
): SceneText[] {
  return lines.map((text, index) => ({
    text,
    at: { x: at.x, y: at.y + index * lineHeight },
    font,
    colour,
    anchor: 'start',
  }));
}

/** Pictures as data URIs by the hash of their bytes; what is missing is drawn as an empty frame. */
export type Pictures = ReadonlyMap<string, string>;

export function buildItem(item: StackItem, theme: DiagramTheme, pictures: Pictures): SceneItem {
  const { id, x, y, width, height } = item;
  const place = { id, box: { x, y, width, height } };
  switch (item.type) {
    case 'note': {
      const colours = theNotes(theme.name)[item.colour];
      const room = Math.floor((height - 2 * NOTE.padding) / NOTE.lineHeight);
      const lines = wrapText(item.text, width - 2 * NOTE.padding, NOTE.font, room);
      const start = { x: x + NOTE.padding, y: y + NOTE.padding + NOTE.font.size };
      return {
        ...place,
        type: 'note',
        fill: colours.fill,
        border: colours.border,
        lines: textLines(lines, start, NOTE.lineHeight, NOTE.font, colours.text),
        fullText: item.text,
      };
    }
    case 'heading': {
      const font = HEADING_FONTS[item.size];
      const lineHeight = Math.round(font.size * 1.25);
      const room = Math.max(1, Math.floor(height / lineHeight));
      const lines = wrapText(item.text, width, font, room);
      return {
        ...place,
        type: 'heading',
        lines: textLines(lines, { x, y: y + font.size }, lineHeight, font, theme.text),
        fullText: displayText(item.text),
      };
    }
    case 'frame': {
      const fullTitle = displayText(item.title);
      return {
        ...place,
        type: 'frame',
        border: theme.mutedText,
        order: item.order,
        title: {
          text: truncateText(fullTitle, width, FRAME.font),
          at: { x, y: y - 8 },
          font: FRAME.font,
          colour: theme.mutedText,
          anchor: 'start',
        },
        fullTitle,
      };
    }
    case 'picture':
      return {
        ...place,
        type: 'picture',
        href: pictures.get(item.pictureId) ?? null,
        alt: displayText(item.alt),
        border: theme.cardBorder,
      };
  }
}

/** Back to front: frames, then pictures, then what is written. */
const layers = ['frame', 'picture', 'heading', 'note'] as const;

export function byLayer(p: SceneItem, q: SceneItem): number {
  return (
    layers.indexOf(p.type) - layers.indexOf(q.type) ||
    p.box.x - q.box.x ||
    p.box.y - q.box.y ||
    (p.id < q.id ? -1 : 1)
  );
}
