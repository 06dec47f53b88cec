import type { Scene } from '../diagram/scene.ts';
import { displayText } from '../diagram/measure-text.ts';
import { edgeStyle } from '../diagram/edge-style.ts';
import { themes } from '../diagram/theme.ts';
import { cardsByLane, groupOf, kindOf, OUTSIDE } from './scene-tables.ts';

/**
 * A string of the DOT language: only a quotation mark ends it, and a backslash would start an escape
 * of labels ("\N" is the node's name).
 * Source: Graphviz documentation, "DOT Language" and "escString".
 */
export function dotText(text: string): string {
  const escaped = displayText(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return `"${escaped}"`;
}

const attributes = (values: Readonly<Record<string, string>>): string =>
  `[${Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')}]`;

const dirs = { forward: 'forward', both: 'both', none: 'none' } as const;

/** The stack for Graphviz: lanes are clusters, colours and dashes are those of the light theme. */
export function writeDot(scene: Scene): string {
  const theme = themes.light;
  const ids = new Map(scene.cards.map((card, index) => [card.id, `p${index + 1}`]));
  const lines = [
    `digraph ${dotText(scene.name || 'stack')} {`,
    '  graph [rankdir=LR, fontname="Inter, sans-serif"];',
    '  node [shape=box, style="rounded,filled", fillcolor="#ffffff", fontname="Inter, sans-serif"];',
    '  edge [fontname="Inter, sans-serif", fontsize=10];',
  ];
  cardsByLane(scene).forEach(({ title, cards }, index) => {
    const isLane = title !== OUTSIDE;
    const indent = isLane ? '    ' : '  ';
    if (isLane) lines.push(`  subgraph cluster_${index + 1} {`, `    label=${dotText(title)};`);
    for (const card of cards) {
      const style = attributes({
        label: dotText(card.fullName),
        color: dotText(theme.groups[card.groupId].accent),
        tooltip: dotText(`${card.fullCategory}, ${groupOf(card)}`),
      });
      lines.push(`${indent}${ids.get(card.id)} ${style};`);
    }
    if (isLane) lines.push('  }');
  });
  for (const edge of scene.edges) {
    const style = edgeStyle(theme, edge);
    const isDashed = style.dash.length > 0;
    const values = attributes({
      dir: dirs[edge.direction],
      label: dotText(edge.label?.full ?? ''),
      tooltip: dotText(kindOf(edge)),
      color: dotText(style.colour),
      style: isDashed ? 'dashed' : edge.kind === 'user' ? 'bold' : 'solid',
    });
    lines.push(`  ${ids.get(edge.from)} -> ${ids.get(edge.to)} ${values};`);
  }
  return `${lines.join('\n')}\n}\n`;
}
