import { tableRows } from '../finder/table-rows.ts';
import { fail, succeed, type Result } from '../result.ts';
import { IMPORT_LIMITS } from './limits.ts';

/** A table out of a file, every cell as text. */
export interface ImportTable {
  /** Of the sheet, or of the part of a JSON file; empty where a file is one table. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The number that the first row has in the file, as its editor counts. */
  readonly firstRow: number;
}

export interface DelimitedOptions {
  readonly separator: string;
  readonly hasHeader: boolean;
}

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/** "A" is 0, "AA" is 26: what a column is called where it has no name. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** A header without blanks and repeats, as the choices of a mapping need it. */
export function namedColumns(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((text, index) => {
    const name = text.trim().slice(0, 200) || `Column ${columnName(index)}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

export const tooManyRows = (row: number) =>
  fail(
    'too-large',
    `This file has more than ${IMPORT_LIMITS.rows.toLocaleString('en')} rows; reading stopped at row ${row.toLocaleString('en')}. Save a part of it and import that.`,
    { row },
  );

export const tooManyColumns = (row: number) =>
  fail(
    'too-large',
    `Row ${row.toLocaleString('en')} has more than ${IMPORT_LIMITS.columns} columns; this is no table of products.`,
    { row },
  );

export const tooLongCell = (row: number, column: number) =>
  fail(
    'too-large',
    `Row ${row.toLocaleString('en')}, column ${columnName(column)} holds more text than a cell can. A quotation mark may be open; choose another separator, or mend the file.`,
    { row, column },
  );

/** Puts rows together to a table, one at a time, until something does not fit. */
export class TableBuilder {
  readonly rows: string[][] = [];
  private header: string[] | null = null;
  private width = 0;
  private first = 0;
  /** Blank rows since the last one that says something. */
  private blanks = 0;
  private readonly name: string;
  private readonly hasHeader: boolean;

  constructor(name: string, hasHeader: boolean) {
    this.name = name;
    this.hasHeader = hasHeader;
  }

  /** @param at number of the row in the file. @returns why it does not fit, or null */
  add(row: string[], at: number): ReturnType<typeof fail> | null {
    if (row.length > IMPORT_LIMITS.columns) return tooManyColumns(at);
    if (isBlank(row)) {
      // Kept as a number only: a file may be nothing but line breaks.
      if (this.first > 0) this.blanks++;
      return null;
    }
    const long = row.findIndex((cell) => cell.length > IMPORT_LIMITS.cell);
    if (long >= 0) return tooLongCell(at, long);
    if (this.hasHeader && !this.header) {
      this.header = row;
      return null;
    }
    if (this.rows.length + this.blanks >= IMPORT_LIMITS.rows) return tooManyRows(at);
    // Rows keep their numbers: a blank one in between counts.
    for (; this.blanks > 0; this.blanks--) this.rows.push([]);
    if (this.first === 0) this.first = at;
    this.width = Math.max(this.width, row.length);
    this.rows.push(row);
    return null;
  }

  end(): ImportTable {
    const width = Math.max(this.width, this.header?.length ?? 0);
    const header = Array.from({ length: width }, (_, index) => this.header?.[index] ?? '');
    return {
      name: this.name,
      header: namedColumns(header),
      rows: this.rows,
      firstRow: this.first,
    };
  }
}

/** Reads characters separated by something. */
export function readDelimited(
  text: string,
  { separator, hasHeader }: DelimitedOptions,
): Result<ImportTable> {
  const table = new TableBuilder('', hasHeader);
  let at = 0;
  // One column more than fits tells that there are more.
  for (const row of tableRows(text, IMPORT_LIMITS.columns + 1, separator)) {
    const refused = table.add(row, ++at);
    if (refused) return refused;
  }
  return succeed(table.end());
}
