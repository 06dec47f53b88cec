import { csvCell } from '../exchange/write-csv.ts';
import { markdownText } from '../exchange/write-markdown.ts';
import type { InsightProduct, MatrixPair } from './contract.ts';

/** What a matrix is to say of itself wherever it is taken. */
export const matrixNote =
  'An empty cell means that no integration is documented in the catalogue’s sources. That is no proof that there is none.';

export interface MatrixTable {
  readonly products: readonly InsightProduct[];
  readonly pairs: readonly MatrixPair[];
  readonly hubs: readonly InsightProduct[];
  /** Places of the products in the order of rows and columns. */
  readonly order: readonly number[];
}

/** Each pair by both of its cells. */
export function pairsByCell(
  size: number,
  pairs: readonly MatrixPair[],
): ReadonlyMap<number, MatrixPair> {
  const cells = new Map<number, MatrixPair>();
  for (const pair of pairs) {
    cells.set(pair.a * size + pair.b, pair);
    cells.set(pair.b * size + pair.a, pair);
  }
  return cells;
}

function wordOf(table: MatrixTable, pair: MatrixPair | undefined): string {
  switch (pair?.relation) {
    case 'direct':
      return pair.kinds.length > 0 ? `direct (${pair.kinds.join(', ')})` : 'drawn';
    case 'through':
      return `through ${table.products[pair.via[0] ?? -1]?.name ?? ''}`;
    case 'hub':
      return `would be through ${table.hubs[pair.hubs[0] ?? -1]?.name ?? ''}`;
    default:
      return '';
  }
}

function rowsOf(table: MatrixTable): string[][] {
  const { products, pairs, order } = table;
  const cells = pairsByCell(products.length, pairs);
  const name = (place: number): string => products[place]?.name ?? '';
  return [
    ['', ...order.map(name)],
    ...order.map((row) => [
      name(row),
      ...order.map((column) =>
        row === column ? '–' : wordOf(table, cells.get(row * products.length + column)),
      ),
    ]),
  ];
}

/** The matrix for a spreadsheet: tab-separated, no cell taken for a formula. */
export function matrixToTsv(table: MatrixTable): string {
  // A quoted cell could hold the separator of a comma-separated file; here only tabs and lines matter.
  const cell = (text: string): string => {
    const line = text.replace(/\s+/g, ' ');
    return csvCell(line).startsWith("'") ? `'${line}` : line;
  };
  return `${rowsOf(table)
    .map((row) => row.map(cell).join('\t'))
    .join('\n')}\n`;
}

/** The matrix as a Markdown table, with what an empty cell means. */
export function matrixToMarkdown(table: MatrixTable): string {
  const [head = [], ...rows] = rowsOf(table).map((row) =>
    row.map((text) => markdownText(text.replace(/\s+/g, ' '))),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), '', matrixNote, ''].join(
    '\n',
  );
}
