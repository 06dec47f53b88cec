import type { Scene } from '../diagram/scene.ts';
import { cardsByLane, groupOf } from './scene-tables.ts';

/**
 * One cell. A text that a spreadsheet would take for a formula gets an apostrophe in front, which
 * spreadsheets show as text: opening a file must not run what somebody put into a name.
 * Source: OWASP, "CSV Injection"; RFC 4180 for the quotes.
 */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(value)
    ? `'${value}`
    : value;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const head = ['Product', 'Id', 'Category', 'Group', 'Lane', 'Connections', 'Connected with'];

/** The products of a stack as a table, with what each is connected to. UTF-8, CRLF, comma. */
export function writeCsv(scene: Scene): string {
  const names = new Map(scene.cards.map((card) => [card.id, card.fullName]));
  const neighbours = new Map<string, Set<string>>();
  const join = (card: string, other: string): void => {
    neighbours.set(card, (neighbours.get(card) ?? new Set()).add(other));
  };
  for (const { from, to } of scene.edges) {
    join(from, to);
    join(to, from);
  }
  const rows = cardsByLane(scene).flatMap(({ title, cards }) =>
    cards.map((card) => {
      const others = [...(neighbours.get(card.id) ?? [])].map((id) => names.get(id) ?? id);
      return [
        ...[card.fullName, card.productId, card.fullCategory, groupOf(card), title],
        others.length,
        others.sort((p, q) => p.localeCompare(q, 'en')).join('; '),
      ];
    }),
  );
  const lines = [head, ...rows].map((row) => row.map(csvCell).join(','));
  // Excel takes a file without the mark for one in the alphabet of the country.
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
