import type { Scene, SceneEdge } from '../diagram/scene.ts';
import { displayText } from '../diagram/measure-text.ts';
import { cardsByLane, kindOf } from './scene-tables.ts';

/**
 * A text inside quotation marks as Mermaid reads it: entities for whatever could end the text or be
 * taken for Markdown, HTML or an entity of its own.
 * Source: Mermaid documentation, "Flowcharts", "Entity codes to escape characters".
 */
export function mermaidText(text: string): string {
  return displayText(text).replace(
    /[^\p{L}\p{N} .,:;!?()/+-]/gu,
    (character) => `#${character.codePointAt(0) ?? 0};`,
  );
}

const line = ({ kind, direction }: SceneEdge): string => {
  // Solid and thick for what a person drew, so that the two differ without colour.
  const isOwn = kind === 'user';
  if (direction === 'none') return isOwn ? '===' : '---';
  const arrow = isOwn ? '==>' : '-->';
  return direction === 'both' ? `<${arrow}` : arrow;
};

/** The stack as a Mermaid flow chart, lanes as subgraphs. */
export function writeMermaid(scene: Scene): string {
  const ids = new Map(scene.cards.map((card, index) => [card.id, `p${index + 1}`]));
  const lines = ['---', `title: ${JSON.stringify(scene.name)}`, '---', 'flowchart LR'];
  cardsByLane(scene).forEach(({ title, cards }, index) => {
    lines.push(`  subgraph lane${index + 1}["${mermaidText(title)}"]`);
    for (const card of cards)
      lines.push(`    ${ids.get(card.id)}["${mermaidText(card.fullName)}"]`);
    lines.push('  end');
  });
  for (const edge of scene.edges) {
    const from = ids.get(edge.from);
    const to = ids.get(edge.to);
    if (from === undefined || to === undefined) continue;
    const label = mermaidText(edge.label?.full || kindOf(edge));
    lines.push(`  ${from} ${line(edge)}|"${label}"| ${to}`);
  }
  return `${lines.join('\n')}\n`;
}
