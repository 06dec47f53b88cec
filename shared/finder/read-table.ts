import { fold } from '../search/fold.ts';
import { fail, type Result } from '../result.ts';
import { inventoryOf, LONGEST_VALUE, SightingList, type Inventory } from './sightings.ts';
import { tableRows } from './table-rows.ts';

/** Heads of the column that names the product, the likeliest first (single sign-on, then ledgers). */
const nameHeads = [
  'application name',
  'app name',
  'application',
  'app',
  'product',
  'software',
  'tool',
  'vendor name',
  'vendor',
  'supplier',
  'merchant',
  'payee',
  'name',
  'display name',
  'label',
  'description',
  'title',
] as const;
const urlHeads = [
  'url',
  'website',
  'domain',
  'homepage',
  'link',
  'sign on url',
  'login url',
] as const;

function findColumn(heads: readonly string[], wanted: readonly string[]): number {
  const folded = heads.map(fold);
  for (const name of wanted) {
    const exact = folded.indexOf(name);
    if (exact !== -1) return exact;
  }
  for (const name of wanted) {
    const part = folded.findIndex((head) => head.split(' ').includes(name));
    if (part !== -1) return part;
  }
  return -1;
}

const looksLikeDomain = (text: string): boolean =>
  text.length <= LONGEST_VALUE && /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(text);

/** A ledger of a large company over some years; more is an export of something else. */
const MOST_ROWS = 500_000;

interface TableShape {
  readonly nameColumn: number;
  readonly urlColumn: number;
  readonly hasHead: boolean;
}

function shapeOf(first: readonly string[]): TableShape {
  const nameColumn = findColumn(first, nameHeads);
  const urlColumn = findColumn(first, urlHeads);
  return { nameColumn, urlColumn, hasHead: nameColumn !== -1 || urlColumn !== -1 };
}

function addRow(list: SightingList, shape: TableShape, row: readonly string[], at: number): void {
  const cell = (column: number): string => (row[column] ?? '').trim();
  const name = cell(shape.hasHead ? shape.nameColumn : 0);
  const url = shape.hasHead ? cell(shape.urlColumn) : '';
  if (looksLikeDomain(name)) list.add('domain', name.toLowerCase(), `row ${at}`);
  else if (/^https?:/i.test(name) && URL.canParse(name)) list.addUrl(name);
  else if (/\p{L}/u.test(name)) {
    // A character that no text has stands for bytes of a file that is none.
    if (!/[^\P{Cc}\s]|\ufffd/u.test(name)) {
      list.add('name', name.slice(0, 200), `row ${at}: ${name.slice(0, 200)}`);
    }
  } else if (looksLikeDomain(url)) list.add('domain', url.toLowerCase(), `row ${at}`);
  else list.addUrl(url);
}

/**
 * The names and addresses in a table: an application list of a single sign-on, a spend ledger, or a
 * plain list with one name or domain a line.
 * @param text CSV, semicolons and tabs included; the first row is a head if one of its cells says so
 */
export function readTable(text: string): Result<Inventory> {
  const list = new SightingList();
  let shape: TableShape | undefined;
  let at = 0;
  for (const row of tableRows(text)) {
    at++;
    if (at > MOST_ROWS) {
      return fail(
        'too-large',
        'This table has more than 500,000 rows; save a part of it and try that.',
      );
    }
    if (row.every((cell) => cell.trim() === '')) continue;
    if (!shape) {
      shape = shapeOf(row);
      if (shape.hasHead) continue;
    }
    addRow(list, shape, row, at);
  }
  return inventoryOf('table', list, 'name or address');
}
