import type { Direction } from '../domain/catalogue.ts';
import type { Box } from '../stack/layout.ts';
import { SIGN_RADIUS, signPath } from './edge-sign.ts';
import { escapeXml } from './escape-xml.ts';
import { FONT_STACK } from './measure-text.ts';
import { arrowHeads, arrowPath, type Point, type Route } from './route-edge.ts';
import type {
  LegendEntry,
  Scene,
  SceneCard,
  SceneChip,
  SceneEdge,
  SceneItem,
  SceneLane,
  SceneText,
} from './scene.ts';
import { looks } from './looks.ts';
import { dashArray, type DiagramTheme, type EdgeStyle } from './theme.ts';

/** A font that travels inside the file. */
export interface EmbeddedFont {
  /** `data:font/woff2;base64,…` */
  readonly dataUri: string;
  /** CSS unicode-range: the characters the file covers. */
  readonly unicodeRange: string;
}

export interface SvgOptions {
  /** Without any, the viewer's own fonts step in. */
  readonly fonts?: readonly EmbeddedFont[];
  /** No page behind the drawing. */
  readonly transparent?: boolean;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

const CORNER = { lane: 10, card: 8, mark: 7, label: 5 } as const;

/** Two decimals: a hundredth of a pixel is below what anyone sees, and files stay small. */
const number = (value: number): string => String(Math.round(value * 100) / 100);

function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const text = typeof value === 'number' ? number(value) : escapeXml(value ?? '');
      return ` ${name}="${text}"`;
    })
    .join('');
}

function element(name: string, attributes: Attributes, content?: readonly string[]): string {
  const start = `<${name}${attributesOf(attributes)}`;
  return content ? `${start}>${content.join('')}</${name}>` : `${start}/>`;
}

const titled = (text: string): string => element('title', {}, [escapeXml(text)]);

function rectangle({ x, y, width, height }: Box, attributes: Attributes): string {
  return element('rect', { x, y, width, height, ...attributes });
}

function textElement(text: SceneText): string {
  return element(
    'text',
    {
      x: text.at.x,
      y: text.at.y,
      'font-size': text.font.size,
      'font-weight': text.font.weight,
      fill: text.colour,
      'text-anchor': text.anchor === 'middle' ? 'middle' : undefined,
    },
    [escapeXml(text.text)],
  );
}

function laneElement({ box, head, title, fullTitle, colours }: SceneLane, theme: DiagramTheme) {
  const { x, y, width, height } = head;
  const corner = CORNER.lane;
  // Round at the top only, where the head follows the lane's own corners.
  const headPath =
    `M ${number(x)} ${number(y + height)} V ${number(y + corner)} ` +
    `Q ${number(x)} ${number(y)} ${number(x + corner)} ${number(y)} ` +
    `H ${number(x + width - corner)} ` +
    `Q ${number(x + width)} ${number(y)} ${number(x + width)} ${number(y + corner)} ` +
    `V ${number(y + height)} Z`;
  return element('g', {}, [
    titled(fullTitle),
    rectangle(box, { rx: corner, fill: theme.lane }),
    element('path', { d: headPath, fill: colours.soft }),
    rectangle(
      { x: x + 4, y: y + 1, width: width - 8, height: 3 },
      { rx: 1.5, fill: colours.accent },
    ),
    rectangle(box, { rx: corner, fill: 'none', stroke: theme.laneBorder }),
    textElement(title),
  ]);
}

function strokeOf(style: EdgeStyle): Attributes {
  return {
    fill: 'none',
    stroke: style.colour,
    'stroke-width': style.width,
    'stroke-dasharray': dashArray(style),
    'stroke-linecap': style.cap === 'round' ? 'round' : undefined,
  };
}

function lineElements(route: Route, direction: Direction, style: EdgeStyle): string[] {
  const marks = arrowHeads(route, direction).map((mark) => arrowPath(mark, style.arrow));
  const filled = style.arrow === 'filled';
  return [
    element('path', { d: route.path, ...strokeOf(style) }),
    element('path', {
      d: marks.join(' '),
      fill: filled ? style.colour : 'none',
      stroke: filled ? undefined : style.colour,
      'stroke-width': filled ? undefined : style.width,
      'stroke-linecap': filled ? undefined : 'round',
      'stroke-linejoin': filled ? undefined : 'round',
    }),
  ];
}

function edgeElement({ description, route, direction, style }: SceneEdge): string {
  return element('g', {}, [titled(description), ...lineElements(route, direction, style)]);
}

function edgeGroup(edges: readonly SceneEdge[], opacity: number): string {
  return edges.length > 0 ? element('g', { opacity }, edges.map(edgeElement)) : '';
}

function signElement({ sign, style }: SceneEdge, theme: DiagramTheme): string {
  if (!sign || !style.sign) return '';
  const { x, y } = sign;
  const side = 2 * SIGN_RADIUS;
  return (
    rectangle(
      { x: x - SIGN_RADIUS, y: y - SIGN_RADIUS, width: side, height: side },
      { rx: SIGN_RADIUS, fill: theme.card, stroke: style.colour, 'stroke-width': 1.5 },
    ) +
    element('path', {
      d: signPath(style.sign, sign),
      fill: 'none',
      stroke: style.colour,
      'stroke-width': 1.8,
      'stroke-linecap': 'round',
    })
  );
}

function labelElement(edge: SceneEdge, theme: DiagramTheme): string {
  if (!edge.label) return signElement(edge, theme);
  const { box, text, full } = edge.label;
  return element('g', {}, [
    titled(full),
    rectangle(box, { rx: CORNER.label, fill: theme.card, stroke: theme.cardBorder }),
    signElement(edge, theme),
    textElement(text),
  ]);
}

function markElement({ mark }: SceneCard): string {
  if (mark.type === 'monogram') {
    return rectangle(mark.box, { rx: CORNER.mark, fill: mark.fill }) + textElement(mark.text);
  }
  const { x, y, width } = mark.box;
  return element('path', {
    transform: `translate(${number(x)} ${number(y)}) scale(${width / 24})`,
    d: mark.path,
    fill: mark.colour,
  });
}

function chipElement({ box, text, line }: SceneChip, theme: DiagramTheme): string {
  const corner = box.height / 2;
  return rectangle(box, { rx: corner, fill: theme.card, stroke: line }) + textElement(text);
}

/** The card in words: "Segment (Customer Data Platforms), planned, Data team". */
function cardTitle({ fullName, fullCategory, chips }: SceneCard): string {
  return [`${fullName} (${fullCategory})`, ...chips.map(({ full }) => full)].join(', ');
}

function cardElement(card: SceneCard, theme: DiagramTheme): string {
  const { x, y, height } = card.box;
  const bar = { x: x + 5, y: y + 7, width: 4, height: height - 14 };
  return element('g', {}, [
    titled(cardTitle(card)),
    rectangle(card.box, {
      rx: CORNER.card,
      fill: theme.card,
      stroke: card.outline.colour,
      'stroke-dasharray': dashArray(card.outline),
    }),
    rectangle(bar, { rx: 2, fill: card.accent }),
    markElement(card),
    ...card.name.map(textElement),
    ...card.category.map(textElement),
    ...card.chips.map((chip) => chipElement(chip, theme)),
  ]);
}

function image({ x, y, width, height }: Box, href: string, alt: string, align = 'xMidYMid') {
  const place = { x, y, width, height, href, preserveAspectRatio: `${align} meet` };
  return element('image', place, [titled(alt)]);
}

function itemElement(item: SceneItem): string {
  switch (item.type) {
    case 'note':
      return element('g', {}, [
        titled(item.fullText),
        rectangle(item.box, { rx: 4, fill: item.fill, stroke: item.border }),
        ...item.lines.map(textElement),
      ]);
    case 'heading':
      return item.lines.map(textElement).join('');
    case 'frame':
      return element('g', {}, [
        titled(item.fullTitle),
        rectangle(item.box, {
          rx: 6,
          fill: 'none',
          stroke: item.border,
          'stroke-dasharray': '8 5',
        }),
        textElement(item.title),
      ]);
    case 'picture': {
      const outline = rectangle(item.box, { fill: 'none', stroke: item.border });
      if (item.href === null) return element('g', {}, [titled(item.alt), outline]);
      return image(item.box, item.href, item.alt);
    }
  }
}

const isBehind = (item: SceneItem): boolean => item.type === 'frame' || item.type === 'picture';

function legendElement({ sample, text }: LegendEntry): string {
  if (sample.type === 'swatch') {
    return rectangle(sample.box, { rx: 1.5, fill: sample.colour }) + textElement(text);
  }
  if (sample.type === 'mark') {
    const { box, colour, dash } = sample;
    const attributes = { rx: 4, fill: 'none', stroke: colour, 'stroke-width': 1.5 };
    return (
      rectangle(box, { ...attributes, 'stroke-dasharray': dashArray({ dash }) }) + textElement(text)
    );
  }
  if (sample.type === 'direction') {
    const line = lineElements(sample.route, sample.direction, sample.style);
    return line.join('') + textElement(text);
  }
  const point = ({ x, y }: Point): string => `${number(x)} ${number(y)}`;
  const line = `M ${point(sample.from)} L ${point(sample.to)}`;
  return element('path', { d: line, ...strokeOf(sample.style) }) + textElement(text);
}

/** The style element that carries the fonts, or nothing. */
export function fontFaces(fonts: readonly EmbeddedFont[]): string {
  if (fonts.length === 0) return '';
  const faces = fonts.map(
    ({ dataUri, unicodeRange }) =>
      "@font-face{font-family:'Inter';font-style:normal;font-weight:100 900;" +
      `src:url(${dataUri}) format('woff2');unicode-range:${unicodeRange}}`,
  );
  return element('style', {}, [escapeXml(faces.join('')).replaceAll('&apos;', "'")]);
}

/**
 * The scene as one SVG file that needs nothing else: fonts and icons are inside, no script, no
 * reference to another file. Every name is text, whatever it holds. Looks alike in browsers,
 * drawing tools and our own rasteriser, so plain attributes are used instead of style sheets.
 */
export function writeSvg(
  scene: Scene,
  { fonts = [], transparent = false }: SvgOptions = {},
): string {
  const theme = looks[scene.theme];
  const { x, y, width, height } = scene.bounds;
  const viewBox = [x, y, width, height].map(number).join(' ');
  const known = scene.edges.filter((edge) => edge.kind !== 'user');
  const drawn = scene.edges.filter((edge) => edge.kind === 'user');
  const parts = [
    element('title', { id: 'diagram-title' }, [escapeXml(scene.name)]),
    element('desc', { id: 'diagram-description' }, [escapeXml(scene.description)]),
    fontFaces(fonts),
    transparent ? '' : rectangle(scene.bounds, { fill: theme.surface }),
    textElement(scene.title),
    textElement(scene.subtitle),
    scene.logo ? image(scene.logo.box, scene.logo.href, 'Logo', 'xMaxYMid') : '',
    ...scene.lanes.map((lane) => laneElement(lane, theme)),
    ...scene.items.filter(isBehind).map(itemElement),
    edgeGroup(known, scene.edgeOpacity),
    edgeGroup(drawn, 1),
    ...scene.cards.map((card) => cardElement(card, theme)),
    ...scene.edges.map((edge) => labelElement(edge, theme)),
    ...scene.items.filter((item) => !isBehind(item)).map(itemElement),
    ...scene.legend.map(legendElement),
  ].filter((part) => part !== '');
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox,
    role: 'img',
    'aria-labelledby': 'diagram-title diagram-description',
    'font-family': FONT_STACK,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', root, ['\n', parts.join('\n'), '\n'])}\n`;
}
