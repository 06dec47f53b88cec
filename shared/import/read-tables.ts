import { zipSync } from 'fflate';
import { readXlsx, type CellValue } from 'hucre';
import { isZip, safeUnzip } from '../exchange/safe-unzip.ts';
import { separatorOf } from '../finder/table-rows.ts';
import { fail, succeed, type Result } from '../result.ts';
import { decodeText, detectEncoding, type Encoding } from './decode-text.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { readJsonTables } from './read-json.ts';
import { readDelimited, TableBuilder, type ImportTable } from './table.ts';

/** What is left to the file itself where nothing is said. */
export interface ReadOptions {
  readonly encoding?: Encoding;
  readonly separator?: string;
  readonly hasHeader?: boolean;
}

export interface TablesOfFile {
  readonly format: 'text' | 'json' | 'workbook';
  /** Null for a workbook, which says itself. */
  readonly encoding: Encoding | null;
  /** Null where there is none. */
  readonly separator: string | null;
  readonly tables: readonly ImportTable[];
}

function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}

async function readWorkbook(file: Uint8Array): Promise<Result<readonly ImportTable[]>> {
  // Packed anew with nothing compressed: a zip can lie about what it unpacks to, and the reader of
  // workbooks would believe it.
  const limits = { entries: 2000, bytes: IMPORT_LIMITS.unpacked, ratio: 500 };
  const honest = zipSync(Object.fromEntries(safeUnzip(file, limits, () => true)), { level: 0 });
  let workbook: Awaited<ReturnType<typeof readXlsx>>;
  try {
    workbook = await readXlsx(honest, { maxRows: IMPORT_LIMITS.rows + 2 });
  } catch {
    return fail('damaged-file', 'This workbook cannot be read; it may be damaged or protected.');
  }
  const found: ImportTable[] = [];
  for (const sheet of workbook.sheets) {
    const table = new TableBuilder(sheet.name.slice(0, 100), true);
    for (const [index, row] of sheet.rows.entries()) {
      const refused = table.add(row.map(cellText), index + 1);
      if (refused) return refused;
    }
    const built = table.end();
    if (built.rows.length > 0) found.push(built);
  }
  if (found.length === 0) return fail('invalid-input', 'There is no table in this workbook.');
  return succeed(found);
}

/**
 * The tables in a file, whatever it is by its content: a workbook, JSON or text.
 * @param name  of the file, which settles what the content leaves open
 * @throws Refusal for a workbook that would unpack to too much
 */
export async function readTables(
  file: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<Result<TablesOfFile>> {
  if (isZip(file)) {
    const workbook = await readWorkbook(file);
    return workbook.ok
      ? succeed({
          format: 'workbook',
          encoding: null,
          separator: null,
          tables: workbook.value,
        })
      : workbook;
  }
  const encoding: Encoding = options.encoding ?? detectEncoding(file);
  const text = decodeText(file, encoding);
  const isJson = /\.json$/i.test(name) || /^\s*[[{]/.test(text.slice(0, 200));
  if (isJson) {
    const json = readJsonTables(text);
    if (json.ok) {
      return succeed({ format: 'json', encoding, separator: null, tables: json.value });
    }
    if (/\.json$/i.test(name)) return json;
  }
  if (text.slice(0, 4000).includes('\u0000')) {
    return fail('invalid-input', 'This is no table: it holds bytes that no text has.');
  }
  const separator = options.separator ?? separatorOf(text);
  const table = readDelimited(text, { separator, hasHeader: options.hasHeader ?? true });
  if (!table.ok) return table;
  if (table.value.rows.length === 0)
    return fail('invalid-input', 'There are no rows in this file.');
  return succeed({ format: 'text', encoding, separator, tables: [table.value] });
}
