import { markdownText } from '../exchange/write-markdown.ts';
import type { Brief, BriefLine } from './brief.ts';

const lineToMarkdown = (line: BriefLine): string =>
  line
    .map(({ text, evidence }) => markdownText(text) + (evidence === null ? '' : `[^${evidence}]`))
    .join('');

/** "a; b; and 3 more"; sentences are set apart as sentences. */
export function itemsText({ items, more }: Pick<Brief['evidence'][number], 'items' | 'more'>) {
  const list = [...items, ...(more > 0 ? [`and ${more} more`] : [])];
  return list.length === 0 ? 'none' : list.join('; ').replaceAll('.; ', '. ');
}

/** "Title: a; b; and 3 more", as a footnote has it. */
export function evidenceText(evidence: Brief['evidence'][number]): string {
  const { title } = evidence;
  return `${/[.:]$/.test(title) ? title : `${title}:`} ${itemsText(evidence)}`;
}

/** The brief as Markdown, with what its figures rest on as footnotes; names in it are never markup. */
export function briefToMarkdown({ title, intro, sections, evidence }: Brief): string {
  const parts = sections.flatMap((section) => [
    `## ${markdownText(section.title)}`,
    '',
    ...section.lines.map((line) => `- ${lineToMarkdown(line)}`),
    '',
  ]);
  const notes = evidence.map(
    (each, at) => `[^${at + 1}]: ${markdownText(evidenceText(each).replace(/\s+/g, ' '))}`,
  );
  return [`# ${markdownText(title)}`, '', lineToMarkdown(intro), '', ...parts, ...notes, ''].join(
    '\n',
  );
}
