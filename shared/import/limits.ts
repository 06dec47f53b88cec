/** What an import takes. More is refused with a sentence, before it could hang anything. */
export const IMPORT_LIMITS = {
  /** Bytes of the file. */
  bytes: 100 * 1024 * 1024,
  /** Bytes of a workbook, unpacked. */
  unpacked: 400 * 1024 * 1024,
  rows: 200_000,
  columns: 200,
  /** Characters of one cell; a spreadsheet's own limit. */
  cell: 32_767,
} as const;

/** Rows that travel to the services together. */
export const BATCH = 2000;
