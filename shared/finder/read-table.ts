import Papa from 'papaparse';
import { fold } from '../search/fold.ts';
import type { Result } from '../result.ts';
import { inventoryOf, SightingList, type Inventory } from './sightings.ts';

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
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(text);

/**
 * The names and addresses in a table: an application list of a single sign-on, a spend ledger, or a
 * plain list with one name or domain a line.
 * @param text CSV, semicolons and tabs included; the first row is a head if one of its cells says so
 */
export function readTable(text: string): Result<Inventory> {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const [first = [], ...rest] = data;
  const nameColumn = findColumn(first, nameHeads);
  const urlColumn = findColumn(first, urlHeads);
  const hasHead = nameColumn !== -1 || urlColumn !== -1;
  const list = new SightingList();
  (hasHead ? rest : data).forEach((row, index) => {
    const rowNumber = index + (hasHead ? 2 : 1);
    const name = row[hasHead ? nameColumn : 0]?.trim() ?? '';
    const url = (hasHead ? row[urlColumn] : undefined)?.trim() ?? '';
    if (looksLikeDomain(name)) list.add('domain', name.toLowerCase(), `row ${rowNumber}`);
    else if (URL.canParse(name) && /^https?:/i.test(name)) list.addUrl(name);
    else if (name !== '' && /\p{L}/u.test(name)) {
      list.add('name', name.slice(0, 200), `row ${rowNumber}: ${name}`);
    } else if (looksLikeDomain(url)) list.add('domain', url.toLowerCase(), `row ${rowNumber}`);
    else if (url !== '') list.addUrl(url);
  });
  return inventoryOf('table', list, 'name or address');
}
