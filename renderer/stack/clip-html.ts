import { escapeXml } from '../../shared/diagram/escape-xml.ts';
import { itemText } from './item-nodes.ts';
import { readClip, type Clip } from './clip.ts';

/** Every program that takes formatted text keeps this, or drops it without harm. */
const ATTRIBUTE = 'data-stackscape';

/**
 * A clip as formatted text: a table for spreadsheets and documents, with the clip itself in an
 * attribute. A picture can lie beside it, which a type of our own could not: the system's clipboard
 * takes only a few types from a page that writes without a copy command.
 */
export function clipHtml(clip: Clip): string {
  const names = new Map(clip.nodes.map(({ id, name }) => [id, name]));
  const cell = (text: string): string => `<td>${escapeXml(text)}</td>`;
  const rows = [
    ...clip.nodes.map(({ name, state, owner }) => [name, state, owner]),
    ...clip.items.map((item) => [itemText(item), item.type, '']),
    ...clip.connections.map(({ fromNodeId, toNodeId, label }) => [
      `${names.get(fromNodeId) ?? ''} → ${names.get(toNodeId) ?? ''}`,
      'connection',
      label,
    ]),
  ];
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  return `<table ${ATTRIBUTE}="${escapeXml(JSON.stringify(clip))}"><tbody>${body}</tbody></table>`;
}

/** The clip in formatted text that came from a window of ours; null for any other. */
export function readClipHtml(html: string): Clip | null {
  if (!html.includes(ATTRIBUTE)) return null;
  // A document that is never shown: no script of it runs, and nothing of it is fetched.
  const page = new DOMParser().parseFromString(html, 'text/html');
  const found = page.querySelector(`[${ATTRIBUTE}]`)?.getAttribute(ATTRIBUTE);
  return found === undefined || found === null ? null : readClip(found);
}
