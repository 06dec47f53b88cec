import { escapeXml } from '../diagram/escape-xml.ts';
import { markdownText } from '../exchange/write-markdown.ts';
import type { Minutes, MinutesBlock } from './minutes.ts';

/** One line, in which nothing is markup: not at its beginning either. */
function markdownLine(text: string): string {
  return markdownText(text.replace(/\s+/g, ' ').trim()).replace(
    /^(\d+)([.)])(?=\s|$)|^([-+#=])/,
    (_all, number?: string, dot?: string, sign?: string) =>
      sign === undefined ? `${number}\\${dot}` : `\\${sign}`,
  );
}

function blockToMarkdown(block: MinutesBlock): string[] {
  switch (block.type) {
    case 'text':
      return [markdownLine(block.text), ''];
    case 'heading':
      return [`### ${markdownLine(block.text)}`, ''];
    case 'list':
      return [...block.lines.map((line) => `- ${markdownLine(line)}`), ''];
    case 'table': {
      const row = (cells: readonly string[]): string =>
        `| ${cells.map(markdownLine).join(' | ')} |`;
      const rule = `| ${block.head.map(() => '---').join(' | ')} |`;
      return [row(block.head), rule, ...block.rows.map(row), ''];
    }
  }
}

/** The minutes as Markdown; names in them are never markup. */
export function minutesToMarkdown({ title, intro, sections }: Minutes): string {
  const parts = sections.flatMap((section) => [
    `## ${markdownLine(section.title)}`,
    '',
    ...section.blocks.flatMap(blockToMarkdown),
  ]);
  return [`# ${markdownLine(title)}`, '', markdownLine(intro), '', ...parts].join('\n');
}

function blockToHtml(block: MinutesBlock): string {
  const cells = (tag: string, row: readonly string[]): string =>
    row.map((text) => `<${tag}>${escapeXml(text)}</${tag.split(' ')[0]}>`).join('');
  switch (block.type) {
    case 'text':
      return `<p>${escapeXml(block.text)}</p>`;
    case 'heading':
      return `<h3>${escapeXml(block.text)}</h3>`;
    case 'list':
      return `<ul>\n${block.lines.map((line) => `<li>${escapeXml(line)}</li>`).join('\n')}\n</ul>`;
    case 'table': {
      const rows = block.rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n');
      const head = cells('th scope="col"', block.head);
      return `<table><thead><tr>${head}</tr></thead><tbody>\n${rows}\n</tbody></table>`;
    }
  }
}

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 2rem auto; padding: 0 1.5rem; max-width: 56rem; font: 16px/1.5 Inter, system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { margin-bottom: 0; } h2 { margin-top: 2rem; } h3 { margin-bottom: .3rem; }
table { border-collapse: collapse; width: 100%; }
th { white-space: nowrap; } th, td { text-align: left; padding: .4rem .6rem; border: 1px solid #8888; vertical-align: top; }
@media print { body { margin: 0; max-width: none; } h2, h3 { break-after: avoid; } tr, li { break-inside: avoid; } }`;

/** The minutes as one page that fetches nothing and runs nothing. */
export function minutesToHtml({ title, intro, sections }: Minutes): string {
  const body = sections.flatMap((section) => [
    `<h2>${escapeXml(section.title)}</h2>`,
    ...section.blocks.map(blockToHtml),
  ]);
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeXml(title)}</title>`,
    `<style>${STYLE}\n</style></head><body><main>`,
    `<h1>${escapeXml(title)}</h1>`,
    `<p>${escapeXml(intro)}</p>`,
    ...body,
    '</main></body></html>',
    '',
  ].join('\n');
}
