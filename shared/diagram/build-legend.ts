import { integrationKinds, type Direction, type GroupId } from '../domain/catalogue.ts';
import { connectionStateLabels, nodeStateLabels } from '../stack/state-words.ts';
import { connectionStates, type NodeState } from '../stack/vocabulary.ts';
import { measureText, type FontStyle } from './measure-text.ts';
import { routeEdge } from './route-edge.ts';
import type { LegendEntry, LegendSample, SceneEdge } from './scene.ts';
import {
  groupLabels,
  kindLabels,
  possibleConnectionLabel,
  userConnectionLabel,
  type DiagramTheme,
  type EdgeStyle,
  type StateColours,
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
  /** States of products that occur and are marked. */
  readonly states: readonly Exclude<NodeState, 'in-use'>[];
  readonly theme: DiagramTheme;
}

type Wanted = { readonly label: string } & (
  | { readonly line: EdgeStyle; readonly direction?: Direction }
  | { readonly colour: string }
  | { readonly mark: StateColours }
);

/** A piece of a card's border with its mark, without words: those stand beside it. */
const MARK = { width: 22, height: 13 } as const;

function widthOf(wanted: Wanted): number {
  if ('line' in wanted) return LINE_LENGTH;
  return 'mark' in wanted ? MARK.width : SWATCH.width;
}

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
  if ('mark' in wanted) {
    const { line, dash } = wanted.mark;
    return { type: 'mark', box: { x, y: y - MARK.height / 2, ...MARK }, colour: line, dash };
  }
  return { type: 'swatch', box: { x, y: y - SWATCH.height / 2, ...SWATCH }, colour: wanted.colour };
}

/** What the drawing uses and nothing else: edges in the first rows, then states, then groups. */
export function buildLegend({ left, top, width, edges, groups, states, theme }: LegendInput): {
  readonly entries: readonly LegendEntry[];
  /** Where the legend ends; `top` less its distance where there is none. */
  readonly bottom: number;
} {
  const present = new Set(edges.map((edge) => edge.kind));
  const lines: Wanted[] = integrationKinds
    .filter((kind) => present.has(kind))
    .map((kind) => ({ label: kindLabels[kind], line: theme.kinds[kind] }));
  const drawn = new Set(edges.map((edge) => edge.state));
  for (const state of connectionStates) {
    if (drawn.has(state)) {
      const label = state === 'live' ? userConnectionLabel : connectionStateLabels[state];
      lines.push({ label, line: theme.connections[state] });
    }
  }
  if (present.has('possible')) {
    lines.push({ label: possibleConnectionLabel, line: theme.possible });
  }
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

  const marks: Wanted[] = states.map((state) => ({
    label: nodeStateLabels[state],
    mark: theme.states[state],
  }));

  const entries: LegendEntry[] = [];
  let y = top;
  for (const row of [lines, marks, swatches]) {
    if (row.length === 0) continue;
    let x = left;
    y += ROW;
    for (const wanted of row) {
      const textX = widthOf(wanted) + SPACE.afterSample;
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
