import { integrationKinds, type Direction, type GroupId } from '../domain/catalogue.ts';
import { measureText, type FontStyle } from './measure-text.ts';
import { routeEdge } from './route-edge.ts';
import type { LegendEntry, LegendSample, SceneEdge } from './scene.ts';
import {
  groupLabels,
  kindLabels,
  userConnectionLabel,
  type DiagramTheme,
  type EdgeStyle,
} from './theme.ts';

const font: FontStyle = { size: 12, weight: 400 };
const ROW = 24;
const SPACE = { afterSample: 8, betweenEntries: 26 } as const;
const LINE_LENGTH = 44;
const SWATCH = { width: 6, height: 16 } as const;

interface LegendInput {
  /** The corner of the legend and the width it has to keep to. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly edges: readonly SceneEdge[];
  /** Groups that occur, in their order. */
  readonly groups: readonly GroupId[];
  readonly theme: DiagramTheme;
}

type Wanted = { readonly label: string } & (
  { readonly line: EdgeStyle; readonly direction?: Direction } | { readonly colour: string }
);

function sampleOf(wanted: Wanted, x: number, y: number): LegendSample {
  if ('line' in wanted) {
    const { line: style, direction } = wanted;
    if (direction) {
      // Routed like any edge, between two places without width.
      const place = { y: y - SWATCH.height / 2, width: 0, height: SWATCH.height };
      const route = routeEdge({ ...place, x }, { ...place, x: x + LINE_LENGTH });
      return { type: 'direction', route, direction, style };
    }
    return { type: 'line', from: { x, y }, to: { x: x + LINE_LENGTH, y }, style };
  }
  return { type: 'swatch', box: { x, y: y - SWATCH.height / 2, ...SWATCH }, colour: wanted.colour };
}

/** What the drawing uses and nothing else: edges in the first rows, groups below them. */
export function buildLegend({ left, top, width, edges, groups, theme }: LegendInput): {
  readonly entries: readonly LegendEntry[];
  /** Where the legend ends; `top` less its distance where there is none. */
  readonly bottom: number;
} {
  const present = new Set(edges.map((edge) => edge.kind));
  const lines: Wanted[] = integrationKinds
    .filter((kind) => present.has(kind))
    .map((kind) => ({ label: kindLabels[kind], line: theme.kinds[kind] }));
  if (present.has('user')) lines.push({ label: userConnectionLabel, line: theme.user });
  const neutral: EdgeStyle = {
    ...theme.user,
    colour: theme.mutedText,
    width: 1.6,
    arrow: 'filled',
  };
  const isDirected = edges.some((edge) => edge.direction !== 'none');
  const isUndirected = edges.some((edge) => edge.direction === 'none');
  if (isDirected) lines.push({ label: 'Flow of data', line: neutral, direction: 'forward' });
  if (isUndirected) lines.push({ label: 'Flow not stated', line: neutral, direction: 'none' });
  const swatches: Wanted[] = groups.map((id) => ({
    label: groupLabels[id],
    colour: theme.groups[id].accent,
  }));

  const entries: LegendEntry[] = [];
  let y = top;
  for (const row of [lines, swatches]) {
    if (row.length === 0) continue;
    let x = left;
    y += ROW;
    for (const wanted of row) {
      const sampleWidth = 'line' in wanted ? LINE_LENGTH : SWATCH.width;
      const textX = sampleWidth + SPACE.afterSample;
      const entryWidth = textX + measureText(wanted.label, font);
      if (x > left && x + entryWidth > left + width) {
        x = left;
        y += ROW;
      }
      entries.push({
        sample: sampleOf(wanted, x, y - ROW / 2),
        text: {
          text: wanted.label,
          at: { x: x + textX, y: y - ROW / 2 + font.size * 0.36 },
          font,
          colour: theme.mutedText,
          anchor: 'start',
        },
      });
      x += entryWidth + SPACE.betweenEntries;
    }
  }
  return { entries, bottom: entries.length > 0 ? y : top - ROW };
}
