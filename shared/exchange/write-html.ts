import { escapeXml } from '../diagram/escape-xml.ts';
import type { Direction } from '../domain/catalogue.ts';
import { looks } from '../diagram/looks.ts';
import type { Scene } from '../diagram/scene.ts';
import { cardsByLane, groupOf, kindOf } from './scene-tables.ts';

export interface ReportFinding {
  readonly severity: string;
  readonly title: string;
  readonly detail: string;
}

export interface ReportParts {
  /** The diagram as an SVG document, drawn of the same scene. */
  readonly svg: string;
  readonly findings: readonly ReportFinding[];
  /** Who and when, or empty. */
  readonly signature: string;
}

const arrows: Readonly<Record<Direction, string>> = { forward: '→', both: '↔', none: '–' };

/** Nothing is fetched and nothing runs, and the page says so to the browser that opens it. */
const POLICY = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'";

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: 'th' | 'td', row: readonly string[]): string =>
    row
      .map((text) =>
        tag === 'th' ? `<th scope="col">${escapeXml(text)}</th>` : `<td>${escapeXml(text)}</td>`,
      )
      .join('');
  const body = rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n');
  return `<table><thead><tr>${cells('th', head)}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}

/** The stack as one page that needs nothing else: the diagram, the tables and what was found. */
export function writeHtml(scene: Scene, { svg, findings, signature }: ReportParts): string {
  const theme = looks[scene.theme];
  const names = new Map(scene.cards.map((card) => [card.id, card.fullName]));
  const products = cardsByLane(scene).map(
    ({ title, cards }) =>
      `<h3>${escapeXml(title)}</h3>\n${table(
        ['Product', 'Category', 'Group'],
        cards.map((card) => [card.fullName, card.fullCategory, groupOf(card)]),
      )}`,
  );
  const connections = scene.edges.map((edge) => [
    names.get(edge.from) ?? '',
    arrows[edge.direction],
    names.get(edge.to) ?? '',
    kindOf(edge),
    edge.label?.full ?? '',
  ]);
  const found = findings.map(
    ({ severity, title, detail }) =>
      `<li><strong>${escapeXml(title)}</strong> <em>(${escapeXml(severity)})</em><br>${escapeXml(detail)}</li>`,
  );
  const style = `
:root { color-scheme: ${theme.name}; }
body { margin: 2rem auto; padding: 0 1.5rem; max-width: 75rem; background: ${theme.surface}; color: ${theme.text}; font: 15px/1.5 Inter, system-ui, sans-serif; }
h1 { margin-bottom: 0; } .muted { color: ${theme.mutedText}; }
figure { margin: 1.5rem 0; overflow: auto; } figure svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; background: ${theme.card}; }
th, td { text-align: left; padding: .4rem .6rem; border: 1px solid ${theme.laneBorder}; vertical-align: top; }
li { margin: .6rem 0; }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } tr, li { break-inside: avoid; } }`;
  const parts = [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeXml(scene.name)}</title>`,
    `<style>${style}\n</style></head><body><main>`,
    `<h1>${escapeXml(scene.name)}</h1>`,
    `<p class="muted">${escapeXml([scene.description, signature].filter(Boolean).join(' · '))}</p>`,
    // The XML declaration belongs to a document of its own.
    `<figure>${svg.replace(/^<\?xml[^>]*\?>\s*/, '')}</figure>`,
    '<h2>Products</h2>',
    ...(products.length > 0 ? products : ['<p>Nothing on this stack yet.</p>']),
    ...(connections.length > 0
      ? ['<h2>Connections</h2>', table(['From', 'Direction', 'To', 'Kind', 'Label'], connections)]
      : []),
    ...(found.length > 0 ? ['<h2>What the checks found</h2>', `<ul>${found.join('\n')}</ul>`] : []),
    '<p class="muted">Known connections are those that somebody documents. One that is not listed may still exist.</p>',
    '</main></body></html>',
    '',
  ];
  return parts.join('\n');
}
