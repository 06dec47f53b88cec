import type { Database } from 'better-sqlite3';
import { SavedQuery, type SavedSearch } from '../../../shared/domain/saved-search.ts';

type Row = { id: string; name: string; query: string; createdAt: string };

/** Searches that a person keeps. */
export function createSavedSearchRepository(db: Database) {
  const columns = 'id, name, query, created_at AS createdAt';
  const all = db.prepare<[], Row>(`SELECT ${columns} FROM saved_search ORDER BY created_at, id`);
  const one = db.prepare<[string], Row>(`SELECT ${columns} FROM saved_search WHERE id = ?`);
  const insert = db.prepare<[Row]>(
    'INSERT INTO saved_search (id, name, query, created_at) VALUES (@id, @name, @query, @createdAt)',
  );
  const rename = db.prepare<[string, string]>('UPDATE saved_search SET name = ? WHERE id = ?');
  const remove = db.prepare<[string]>('DELETE FROM saved_search WHERE id = ?');
  const read = (row: Row): SavedSearch => ({ ...row, query: readQuery(row.query) });
  return {
    /** In the order they were saved. */
    all: (): SavedSearch[] => all.all().map(read),
    get: (id: string): SavedSearch | undefined => {
      const row = one.get(id);
      return row && read(row);
    },
    insert: (search: SavedSearch): void =>
      void insert.run({ ...search, query: JSON.stringify(search.query) }),
    rename: (id: string, name: string): void => void rename.run(name, id),
    remove: (id: string): void => void remove.run(id),
  };
}
export type SavedSearchRepository = ReturnType<typeof createSavedSearchRepository>;

/** What another release stored and this one cannot read is left out; the words stay. */
function readQuery(json: string): SavedQuery {
  const stored: unknown = JSON.parse(json);
  const whole = SavedQuery.safeParse(stored);
  if (whole.success) return whole.data;
  const parts = Object.entries(SavedQuery.shape).filter(([key, schema]) => {
    return schema.safeParse((stored as Record<string, unknown>)[key]).success;
  });
  return SavedQuery.parse(
    Object.fromEntries(parts.map(([key]) => [key, (stored as Record<string, unknown>)[key]])),
  );
}
