import { fail, succeed, type Result } from '../result.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { TableBuilder, type ImportTable } from './table.ts';

/** Deep enough for a list in an object in a list. */
const MAX_DEPTH = 16;

/** Looked at in the text, before the parser, whose recursion a hostile file could exhaust. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 92) at++;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123 || code === 91) {
      if (++depth > MAX_DEPTH) return true;
    } else if (code === 125 || code === 93) depth--;
  }
  return false;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cellOf).filter(Boolean).join('; ');
  if (typeof value === 'object') {
    const { name, label, id } = value as Record<string, unknown>;
    return cellOf(name ?? label ?? id);
  }
  return String(value);
}

function tableOf(name: string, list: readonly unknown[]): Result<ImportTable> | null {
  const records = list.filter(
    (each): each is Record<string, unknown> =>
      typeof each === 'object' && each !== null && !Array.isArray(each),
  );
  // A plain list of names is a table of one column.
  const plain = list.filter((each) => typeof each === 'string');
  if (records.length === 0 && plain.length === 0) return null;
  const keys: string[] = records.length === 0 ? ['name'] : [];
  const seen = new Set(keys);
  for (const record of records) {
    for (const key of Object.keys(record)) {
      if (seen.has(key)) continue;
      if (seen.size >= IMPORT_LIMITS.columns) {
        return fail('too-large', `The entries of ${name || 'this file'} have too many fields.`);
      }
      seen.add(key);
      keys.push(key);
    }
  }
  const table = new TableBuilder(name, true);
  table.add([...keys], 0);
  const source: readonly unknown[] = records.length === 0 ? plain : records;
  for (const [index, entry] of source.entries()) {
    const row =
      typeof entry === 'string'
        ? [entry]
        : keys.map((key) => cellOf((entry as Record<string, unknown>)[key]));
    const refused = table.add(row, index + 1);
    if (refused) return refused;
  }
  return succeed(table.end());
}

/**
 * The tables in a JSON file: a list of objects or names, or an object with such lists, such as
 * `{ products, integrations }` or `{ elements, connections }`.
 */
export function readJsonTables(text: string): Result<readonly ImportTable[]> {
  if (isTooDeep(text)) return fail('invalid-input', 'This JSON nests too deeply to be a table.');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const where = /position (\d+)/.exec(String(error))?.[1];
    const line = where === undefined ? null : text.slice(0, Number(where)).split('\n').length;
    const place = line === null ? '' : ` The first fault is in line ${line}.`;
    return fail('invalid-input', `This is not JSON, or only a part of it.${place}`, { line });
  }
  const parts: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? [['', value]]
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : [];
  const tables: ImportTable[] = [];
  for (const [name, list] of parts.slice(0, 50)) {
    if (!Array.isArray(list)) continue;
    const table = tableOf(name.slice(0, 100), list);
    if (!table) continue;
    if (!table.ok) return table;
    tables.push(table.value);
  }
  if (tables.length === 0) {
    return fail('invalid-input', 'There is no list of products or integrations in this JSON.');
  }
  return succeed(tables);
}
