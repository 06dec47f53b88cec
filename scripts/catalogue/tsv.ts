import { readFileSync } from 'node:fs';

/** One table: the header and the rows as records of column → text. */
export type Table = readonly Readonly<Record<string, string>>[];

/**
 * Reads a tab-separated table: one header row, no quoting, empty = not stated.
 * Lines that start with `#` are comments of the curated tables.
 * @throws Error naming file and line if a row has more fields than the header
 */
export function readTsv(file: string): Table {
  const lines = readFileSync(file, 'utf8').split('\n');
  const header = (lines[0] ?? '').split('\t');
  const rows: Record<string, string>[] = [];
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line === '' || line.startsWith('#')) continue;
    const fields = line.split('\t');
    if (fields.length > header.length) {
      throw new Error(`${file}:${i + 1}: ${fields.length} fields, the header has ${header.length}`);
    }
    rows.push(Object.fromEntries(header.map((name, at) => [name, fields[at] ?? ''])));
  }
  return rows;
}

/** Reads one column that the table must have. */
export function field(row: Readonly<Record<string, string>>, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`column ${name} is missing`);
  return value;
}
