import { escapeXml } from '../diagram/escape-xml.ts';
import { displayText, FONT_STACK, truncateText, type FontStyle } from '../diagram/measure-text.ts';
import { monogram } from '../diagram/monogram.ts';
import {
  dashArray,
  groupLabels,
  themes,
  type DiagramTheme,
  type EdgeStyle,
  type ThemeName,
} from '../diagram/theme.ts';
import { fontFaces, type EmbeddedFont } from '../diagram/write-svg.ts';
import { groupIds } from '../domain/catalogue.ts';
import {
  edgeKinds,
  type EdgeKind,
  type GraphFile,
  type GraphFileEdge,
  type GraphFileNode,
} from './graph-file.ts';
import { edgeKindLabel } from './write-graph.ts';

type Placed = GraphFileNode & { readonly at: NonNullable<GraphFileNode['at']> };

export interface GraphDrawing {
  readonly svg: string;
  /** Units of the drawing. */
  readonly size: { readonly width: number; readonly height: number };
  readonly texts: readonly string[];
}

const MARGIN = 60;
const HEAD = 56;
const LEGEND_ROW = 22;
const name: FontStyle = { size: 12, weight: 500 };
const legend: FontStyle = { size: 12, weight: 400 };
const NAME_WIDTH = 130;
/** The least width of a picture, which its legend needs. */
const LEAST_WIDTH = 760;
const LEGEND_COLUMN = 190;
/** Above this many edges they step back, or they would hide the products. */
const FEW_EDGES = 700;

const n = (value: number): string => String(Math.round(value * 10) / 10);

function text(
  value: string,
  x: number,
  y: number,
  font: FontStyle,
  fill: string,
  rest = '',
): string {
  return (
    `<text x="${n(x)}" y="${n(y)}" font-size="${font.size}" font-weight="${font.weight}" ` +
    `fill="${fill}"${rest}>${escapeXml(value)}</text>`
  );
}

const styleOf = (theme: DiagramTheme, kind: EdgeKind): EdgeStyle =>
  kind === 'user' ? theme.user : theme.kinds[kind];

function stroke(style: EdgeStyle): string {
  const dash = dashArray(style);
  return (
    `stroke="${style.colour}" stroke-width="${style.width}" stroke-linecap="${style.cap}"` +
    (dash === undefined ? '' : ` stroke-dasharray="${dash}"`)
  );
}

/** An arrow head at the rim of the circle that the line goes to. */
function head(from: Placed, to: Placed): string {
  const [dx, dy] = [to.at.x - from.at.x, to.at.y - from.at.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const rim = to.at.diameter / 2 + 1;
  const [x, y] = [to.at.x - ux * rim, to.at.y - uy * rim];
  const back = (side: number): string =>
    `${n(x - ux * 8 - side * uy * 3.5)} ${n(y - uy * 8 + side * ux * 3.5)}`;
  return `M${n(x)} ${n(y)}L${back(1)}L${back(-1)}Z`;
}

function lines(
  theme: DiagramTheme,
  edges: readonly GraphFileEdge[],
  byId: ReadonlyMap<string, Placed>,
): string[] {
  const isCrowded = edges.length > FEW_EDGES;
  return edgeKinds.map((kind) => {
    const paths: string[] = [];
    const heads: string[] = [];
    for (const edge of edges) {
      const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
      if (edge.kinds[0] !== kind || !from || !to) continue;
      paths.push(`M${n(from.at.x)} ${n(from.at.y)}L${n(to.at.x)} ${n(to.at.y)}`);
      if (isCrowded || edge.direction === 'none') continue;
      heads.push(head(from, to));
      if (edge.direction === 'both') heads.push(head(to, from));
    }
    if (paths.length === 0) return '';
    const style = styleOf(theme, kind);
    return (
      `<g opacity="${isCrowded ? 0.4 : 0.75}"><path fill="none" d="${paths.join('')}" ${stroke(style)}/>` +
      (heads.length > 0 ? `<path fill="${style.colour}" d="${heads.join('')}"/></g>` : '</g>')
    );
  });
}

function circle(theme: DiagramTheme, node: Placed): string {
  const colours = theme.groups[node.groupId];
  const { x, y, diameter } = node.at;
  const whole = displayText(node.name);
  const short = truncateText(whole, NAME_WIDTH, name);
  const letters: FontStyle = { size: Math.round(diameter * 0.4), weight: 600 };
  const middle = ' text-anchor="middle"';
  const halo = `${middle} stroke="${theme.surface}" stroke-width="3" paint-order="stroke" stroke-linejoin="round"`;
  return (
    `<g><title>${escapeXml(whole)}</title>` +
    `<circle cx="${n(x)}" cy="${n(y)}" r="${n(diameter / 2)}" fill="${colours.soft}" ` +
    `stroke="${colours.accent}" stroke-width="2"/>` +
    text(monogram(whole), x, y + letters.size * 0.36, letters, colours.text, middle) +
    text(short, x, y + diameter / 2 + 14, name, theme.text, halo) +
    '</g>'
  );
}

/** Two columns or more: what the colours of the circles and the lines mean. */
function legendParts(
  theme: DiagramTheme,
  { nodes, edges }: GraphFile,
  box: { readonly x: number; readonly y: number; readonly width: number },
): { parts: string[]; height: number } {
  const groups = groupIds.filter((id) => nodes.some(({ groupId }) => groupId === id));
  const kinds = edgeKinds.filter((kind) => edges.some((edge) => edge.kinds[0] === kind));
  const columns = Math.max(1, Math.floor(box.width / LEGEND_COLUMN));
  const entries = [
    ...groups.map((id) => (x: number, y: number): string => {
      const { soft, accent } = theme.groups[id];
      const mark = `<circle cx="${n(x + 9)}" cy="${n(y)}" r="6" fill="${soft}" stroke="${accent}" stroke-width="2"/>`;
      return mark + text(groupLabels[id], x + 24, y + 4, legend, theme.text);
    }),
    ...kinds.map((kind) => (x: number, y: number): string => {
      const line = `<path fill="none" d="M${n(x)} ${n(y)}H${n(x + 18)}" ${stroke(styleOf(theme, kind))}/>`;
      return line + text(edgeKindLabel(kind), x + 24, y + 4, legend, theme.text);
    }),
  ];
  const parts = entries.map((draw, at) => {
    const x = box.x + (at % columns) * LEGEND_COLUMN;
    return draw(x, box.y + Math.floor(at / columns) * LEGEND_ROW);
  });
  return { parts, height: Math.ceil(entries.length / columns) * LEGEND_ROW };
}

/**
 * The graph as it stands on the screen, as one SVG file that needs nothing else. Products without a
 * place are left out, and so are their connections.
 */
export function drawGraph(
  graph: GraphFile,
  themeName: ThemeName,
  fontsOf: (texts: readonly string[]) => readonly EmbeddedFont[],
): GraphDrawing {
  const theme = themes[themeName];
  const nodes = graph.nodes.filter((node): node is Placed => node.at !== null);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const reach = (pick: (node: Placed) => number, fold: (...all: number[]) => number): number =>
    nodes.map(pick).reduce((a, b) => fold(a, b), nodes.length > 0 ? pick(nodes[0]!) : 0);
  const left = reach(({ at }) => at.x - Math.max(at.diameter, NAME_WIDTH) / 2, Math.min) - MARGIN;
  const right = reach(({ at }) => at.x + Math.max(at.diameter, NAME_WIDTH) / 2, Math.max) + MARGIN;
  const top = reach(({ at }) => at.y - at.diameter / 2, Math.min) - MARGIN - HEAD;
  const bottom = reach(({ at }) => at.y + at.diameter / 2 + 18, Math.max) + MARGIN;
  const width = Math.max(LEAST_WIDTH, right - left);
  const inner = { x: left + 24, y: bottom, width: width - 48 };
  const { parts, height: legendHeight } = legendParts(theme, graph, inner);
  const height = bottom - top + legendHeight + 8;
  const title = truncateText(displayText(graph.title), width - 48, { size: 20, weight: 600 });
  const counts = `${nodes.length} products · ${graph.edges.length} connections. What is not documented is not shown; that is no proof that there is none.`;
  const texts = [title, counts, ...nodes.map((node) => displayText(node.name))];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" ` +
      `viewBox="${[left, top, width, height].map(n).join(' ')}" role="img" ` +
      `font-family="${escapeXml(FONT_STACK)}">`,
    `<title>${escapeXml(title)}</title>`,
    fontFaces(fontsOf(texts)),
    `<rect x="${n(left)}" y="${n(top)}" width="${n(width)}" height="${n(height)}" fill="${theme.surface}"/>`,
    text(title, left + 24, top + 36, { size: 20, weight: 600 }, theme.text),
    text(counts, left + 24, top + 56, legend, theme.mutedText),
    ...lines(theme, graph.edges, byId),
    ...nodes.map((node) => circle(theme, node)),
    ...parts,
    '</svg>',
  ].join('\n');
  return { svg, size: { width, height }, texts };
}
