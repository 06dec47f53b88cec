import type { Database } from 'better-sqlite3';
import type { PersonalMark } from '../../../shared/domain/personal.ts';
import type { ImportKind } from '../../../shared/import/columns.ts';
import type { ImportRun } from '../../../shared/import/contract.ts';

/** A mark as it was before an import changed it, and after. */
export interface ChangedMark {
  readonly before: PersonalMark | null;
  readonly after: PersonalMark;
}

type Row = {
  id: string;
  file_name: string;
  kind: string;
  created_at: string;
  undone_at: string | null;
  products: number;
  integrations: number;
  marks: string;
};

const toRun = (row: Row): ImportRun => ({
  id: row.id,
  fileName: row.file_name,
  kind: row.kind as ImportKind,
  createdAt: row.created_at,
  undoneAt: row.undone_at,
  products: row.products,
  integrations: row.integrations,
  marked: (JSON.parse(row.marks) as unknown[]).length,
});

/** Imports that were made, the newest first. Writes belong in a transaction of the caller. */
export function createImportRepository(db: Database) {
  const all = db.prepare<[], Row>('SELECT * FROM import_run ORDER BY created_at DESC, id');
  const one = db.prepare<[string], Row>('SELECT * FROM import_run WHERE id = ?');
  const insert = db.prepare<[Row]>(
    `INSERT INTO import_run
       (id, file_name, kind, created_at, undone_at, products, integrations, marks)
     VALUES (@id, @file_name, @kind, @created_at, @undone_at, @products, @integrations, @marks)`,
  );
  const markUndone = db.prepare<[string, string]>(
    'UPDATE import_run SET undone_at = ? WHERE id = ?',
  );
  return {
    all: (): ImportRun[] => all.all().map(toRun),
    get(id: string): ImportRun | undefined {
      const row = one.get(id);
      return row && toRun(row);
    },
    /** The marks of products that an import changed. */
    marksOf(id: string): ChangedMark[] {
      const row = one.get(id);
      return row ? (JSON.parse(row.marks) as ChangedMark[]) : [];
    },
    add(run: Omit<ImportRun, 'undoneAt' | 'marked'>, marks: readonly ChangedMark[]): void {
      insert.run({
        id: run.id,
        file_name: run.fileName,
        kind: run.kind,
        created_at: run.createdAt,
        undone_at: null,
        products: run.products,
        integrations: run.integrations,
        marks: JSON.stringify(marks),
      });
    },
    setUndone: (id: string, at: string): void => void markUndone.run(at, id),
  };
}
export type ImportRepository = ReturnType<typeof createImportRepository>;
