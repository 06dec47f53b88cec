import type { Direction } from '../domain/catalogue.ts';
import type { Scene } from '../diagram/scene.ts';
import { cardsByLane, groupOf, kindOf } from './scene-tables.ts';

/** A name as text: nothing in it is taken for markup, a table's border or HTML. */
export function markdownText(text: string): string {
  return text.replace(/[\\`*_[\]<>|~$]|&(?=#?\w+;)/g, '\\$&');
}

const arrows: Readonly<Record<Direction, string>> = { forward: '→', both: '↔', none: '–' };

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

/** The stack as a text to read: products by lane, then every connection. */
export function writeMarkdown(scene: Scene): string {
  const names = new Map(scene.cards.map((card) => [card.id, markdownText(card.fullName)]));
  const connections = scene.edges.map((edge) => [
    names.get(edge.from) ?? '',
    arrows[edge.direction],
    names.get(edge.to) ?? '',
    kindOf(edge) + (edge.furtherKinds > 0 ? ` and ${edge.furtherKinds} more` : ''),
    edge.label ? markdownText(edge.label.full) : '',
  ]);
  const lines = [`# ${markdownText(scene.name)}`, '', scene.subtitle.text, ''];
  for (const { title, cards } of cardsByLane(scene)) {
    lines.push(`## ${markdownText(title)}`, '');
    const rows = cards.map((card) => [
      markdownText(card.fullName),
      markdownText(card.fullCategory),
      groupOf(card),
    ]);
    lines.push(...table(['Product', 'Category', 'Group'], rows));
  }
  if (connections.length > 0) {
    lines.push('## Connections', '');
    lines.push(...table(['From', '', 'To', 'Kind', 'Label'], connections));
  }
  return lines.join('\n');
}
