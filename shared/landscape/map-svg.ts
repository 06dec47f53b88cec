import { escapeXml } from '../diagram/escape-xml.ts';
import { breakLines } from '../diagram/fit-name.ts';
import {
  displayText,
  FONT_STACK,
  measureText,
  truncateText,
  type FontStyle,
} from '../diagram/measure-text.ts';
import { monogram } from '../diagram/monogram.ts';
import { themes, type ThemeName } from '../diagram/theme.ts';
import { tint } from '../diagram/tint.ts';
import { fontFaces, type EmbeddedFont } from '../diagram/write-svg.ts';
import type { Icon } from '../domain/product.ts';
import type { Box } from '../stack/layout.ts';
import { levelLabels, mapColours, type TileColours } from './map-colours.ts';
import { MAP, tileBox } from './map-layout.ts';
import { countMatches, type Level, type MapModel, type ModelBlock } from './map-model.ts';

export interface MapPicture {
  readonly model: MapModel;
  readonly theme: ThemeName;
  readonly title: string;
  readonly subtitle: string;
  /** Drawings by slug; a product whose icon is missing gets its monogram. */
  readonly icons: ReadonlyMap<string, Icon>;
  /** One byte a product, 1 for a match; null where nothing was asked for. */
  readonly matches: Uint8Array | null;
  /** Without any, the viewer's own fonts step in. */
  readonly fonts?: readonly EmbeddedFont[];
}

const MARGIN = { side: 40, top: 92, bottom: 58 } as const;

/** Size of the poster in map units. */
export const posterSize = {
  width: MAP.width + 2 * MARGIN.side,
  height: MAP.height + MARGIN.top + MARGIN.bottom,
} as const;

/** The part of the map's plane that the poster shows. */
export const posterView = { x: -MARGIN.side, y: -MARGIN.top, ...posterSize } as const;

const fonts = {
  title: { size: 30, weight: 600 },
  subtitle: { size: 14, weight: 400 },
  group: { size: 13, weight: 600 },
  category: { size: 10.5, weight: 600 },
  count: { size: 9.5, weight: 400 },
  legend: { size: 11, weight: 400 },
} as const satisfies Record<string, FontStyle>;

/** Parts of a tile's side. */
const NAME_SIZE = 0.185;
const MONOGRAM_SIZE = 0.32;
const ICON_SIZE = 0.4;

const number = (value: number): string => String(Math.round(value * 100) / 100);
const counts = new Intl.NumberFormat('en');

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const text = typeof value === 'number' ? number(value) : escapeXml(value ?? '');
      return ` ${name}="${text}"`;
    })
    .join('');
}

function group(values: Parameters<typeof attributes>[0], content: readonly string[]): string {
  return content.length > 0 ? `<g${attributes(values)}>${content.join('')}</g>` : '';
}

function rectangle({ x, y, width, height }: Box, rx: number, fill: string): string {
  return `<rect${attributes({ x, y, width, height, rx, fill })}/>`;
}

function text(
  value: string,
  x: number,
  y: number,
  rest: { readonly font?: FontStyle; readonly fill?: string; readonly anchor?: string } = {},
): string {
  const style = attributes({
    'font-size': rest.font?.size,
    'font-weight': rest.font?.weight,
    fill: rest.fill,
    'text-anchor': rest.anchor,
  });
  return `<text x="${number(x)}" y="${number(y)}"${style}>${escapeXml(value)}</text>`;
}

/** Many tiles of one colour are one path: a twelfth of the bytes that as many rectangles take. */
function tilePath(boxes: readonly Box[], fill: string): string {
  if (boxes.length === 0) return '';
  const d = boxes
    .map(({ x, y, width, height }) => {
      const corner = Math.min(width, height) * 0.12;
      const turn = (dx: number, dy: number): string =>
        `a${number(corner)} ${number(corner)} 0 0 1 ${number(dx * corner)} ${number(dy * corner)}`;
      const across = number(width - 2 * corner);
      const down = number(height - 2 * corner);
      return (
        `M${number(x + corner)} ${number(y)}h${across}${turn(1, 1)}v${down}` +
        `${turn(-1, 1)}h-${across}${turn(-1, -1)}v-${down}${turn(1, -1)}z`
      );
    })
    .join('');
  return `<path d="${d}" fill="${fill}"/>`;
}

interface TileParts {
  readonly marks: string[];
  readonly monograms: string[];
  readonly names: string[];
}

function drawTile(
  { model, theme, icons }: MapPicture,
  product: number,
  { x, y, width, height }: Box,
  into: TileParts,
): void {
  const name = displayText(model.data.names[product] ?? '');
  const slug = model.data.iconSlugs[model.data.icon[product] ?? -1];
  const icon = slug === undefined ? undefined : icons.get(slug);
  const middle = x + width / 2;
  if (icon) {
    const side = width * ICON_SIZE;
    const transform =
      `translate(${number(middle - side / 2)} ${number(y + height * 0.1)}) ` +
      `scale(${(side / 24).toFixed(4)})`;
    into.marks.push(
      `<path transform="${transform}" d="${escapeXml(icon.path)}" fill="${tint(icon.hex, theme)}"/>`,
    );
  } else {
    into.monograms.push(text(monogram(name), middle, y + height * 0.42));
  }
  const font: FontStyle = { size: width * NAME_SIZE, weight: 500 };
  const lines = breakLines(name, width * 0.94, font);
  const first = y + height * (lines.length > 1 ? 0.7 : 0.8);
  const drawn = lines.map((line, at) => text(line, middle, first + at * font.size * 1.14));
  const isCut = lines.join(' ') !== name;
  into.names.push(
    isCut ? `<g><title>${escapeXml(name)}</title>${drawn.join('')}</g>` : drawn.join(''),
  );
}

function tiles(picture: MapPicture, block: ModelBlock, colours: TileColours): string {
  const { model, matches } = picture;
  const levels: Record<Level, Box[]> = { 0: [], 1: [], 2: [], 3: [] };
  const out: Box[] = [];
  const lit: TileParts = { marks: [], monograms: [], names: [] };
  const dimmed: TileParts = { marks: [], monograms: [], names: [] };
  block.products.forEach((product, at) => {
    const box = tileBox(block, at);
    const isLit = matches === null || matches[product] === 1;
    (isLit ? levels[(model.levels[product] ?? 0) as Level] : out).push(box);
    drawTile(picture, product, box, isLit ? lit : dimmed);
  });
  const side = tileBox(block, 0).width;
  const details = ({ marks, monograms, names }: TileParts, opacity?: number): string =>
    group({ opacity, 'text-anchor': 'middle', fill: colours.text }, [
      ...marks,
      group({ 'font-size': side * MONOGRAM_SIZE, 'font-weight': 600 }, monograms),
      group({ 'font-size': side * NAME_SIZE, 'font-weight': 500 }, names),
    ]);
  // With a filter in force its matches stand out as they do on the screen.
  const behind = matches === null ? colours.behind : litBehind(colours);
  return [
    tilePath(out, colours.dimmed),
    ...([0, 1, 2, 3] as const).map((level) => tilePath(levels[level], behind[level])),
    dimmed.names.length > 0 ? details(dimmed, 0.35) : '',
    lit.names.length > 0 ? details(lit) : '',
  ].join('');
}

function litBehind({ behind }: TileColours): TileColours['behind'] {
  return { 0: behind[3], 1: behind[3], 2: behind[3], 3: behind[3] };
}

function head(picture: MapPicture, block: ModelBlock, matching: number | null): string {
  const theme = themes[picture.theme];
  const { x, y, width } = block.box;
  const all = counts.format(block.products.length);
  const count = matching === null ? all : `${counts.format(matching)} of ${all}`;
  const countWidth = measureText(count, fonts.count);
  const baseline = y + Math.min(MAP.categoryHeader, block.box.height * 0.4) - 5.5;
  const room = width - 2 * MAP.categoryPadding;
  const name = displayText(block.category.name);
  // A name cut to a few letters says less than the number beside it.
  const showsCount = room - countWidth - 6 >= Math.min(40, measureText(name, fonts.category));
  const nameRoom = showsCount ? room - countWidth - 6 : room;
  return [
    `<title>${escapeXml(`${name} (${all})`)}</title>`,
    text(truncateText(name, nameRoom, fonts.category), x + MAP.categoryPadding, baseline, {
      font: fonts.category,
      fill: theme.text,
    }),
    showsCount
      ? text(count, x + width - MAP.categoryPadding, baseline, {
          font: fonts.count,
          fill: matching ? mapColours[picture.theme][block.groupId].text : theme.mutedText,
          anchor: 'end',
        })
      : '',
  ].join('');
}

function groups({ model, theme }: MapPicture): string[] {
  return model.layout.groups.map(({ group: { id, name, categories }, box }) => {
    const colours = mapColours[theme][id];
    const inside = new Set(categories.map((category) => category.id));
    const products = model.blocks
      .filter((block) => inside.has(block.category.id))
      .reduce((sum, block) => sum + block.products.length, 0);
    const band = { ...box, height: MAP.groupHeader };
    const count = counts.format(products);
    const room = box.width - 20 - measureText(count, fonts.count);
    return [
      rectangle(box, 5, colours.soft),
      rectangle({ ...band, height: 3 }, 1.5, colours.accent),
      text(truncateText(displayText(name), room, fonts.group), box.x + 6, box.y + 17.5, {
        font: fonts.group,
        fill: colours.text,
      }),
      text(count, box.x + box.width - 6, box.y + 17, {
        font: fonts.count,
        fill: colours.text,
        anchor: 'end',
      }),
    ].join('');
  });
}

function legend({ theme: themeName, matches }: MapPicture): string {
  const theme = themes[themeName];
  const y = MAP.height + 26;
  const samples = mapColours[themeName].business;
  let x = 0;
  const parts: string[] = [];
  const put = (label: string, gap: number): void => {
    parts.push(text(label, x, y + 9, { font: fonts.legend, fill: theme.mutedText }));
    x += measureText(label, fonts.legend) + gap;
  };
  const swatch = (fill: string): void => {
    parts.push(rectangle({ x, y, width: 11, height: 11 }, 2, fill));
    x += 16;
  };
  if (matches !== null) {
    swatch(samples.behind[3]);
    put('Matches the filter', 18);
    swatch(samples.dimmed);
    put('Does not match', 18);
  } else {
    put('Documented integrations:', 10);
    for (const level of [0, 1, 2, 3] as const) {
      swatch(samples.behind[level]);
      put(levelLabels[level], 18);
    }
  }
  const note = 'Each product stands once, in its main category, the best known first.';
  parts.push(
    text(note, MAP.width, y + 9, { font: fonts.legend, fill: theme.mutedText, anchor: 'end' }),
  );
  return parts.join('');
}

/** Every text that the poster draws, to know which alphabets it needs. */
export function posterTexts({ model, title, subtitle }: Omit<MapPicture, 'fonts'>): string[] {
  return [title, subtitle, ...model.data.names.map(displayText)];
}

/**
 * The whole landscape as one SVG poster that needs nothing else: every product with its icon or
 * monogram and its name, as text. Small as names are on a screenful, a vector picture can be
 * enlarged or printed until they are read with ease.
 */
export function writeMapSvg(picture: MapPicture): string {
  const { model, matches, title, subtitle } = picture;
  const theme = themes[picture.theme];
  const { width, height } = posterSize;
  const matching = matches && countMatches(model, matches);
  const blocks = model.blocks.map((block, index) =>
    group({}, [
      rectangle(block.box, 3, theme.card),
      tiles(picture, block, mapColours[picture.theme][block.groupId]),
      group({}, [head(picture, block, matching ? (matching[index] ?? 0) : null)]),
    ]),
  );
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `${posterView.x} ${posterView.y} ${width} ${height}`,
    role: 'img',
    'aria-labelledby': 'map-title map-description',
    'font-family': FONT_STACK,
  });
  const parts = [
    `<title id="map-title">${escapeXml(title)}</title>`,
    `<desc id="map-description">${escapeXml(subtitle)}</desc>`,
    fontFaces(picture.fonts ?? []),
    rectangle(posterView, 0, theme.surface),
    text(truncateText(title, MAP.width, fonts.title), 0, -46, {
      font: fonts.title,
      fill: theme.text,
    }),
    text(truncateText(subtitle, MAP.width, fonts.subtitle), 0, -20, {
      font: fonts.subtitle,
      fill: theme.mutedText,
    }),
    ...groups(picture),
    ...blocks,
    legend(picture),
  ].filter((part) => part !== '');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<svg${root}>\n${parts.join('\n')}\n</svg>\n`;
}
