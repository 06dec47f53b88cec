import type { Database } from 'better-sqlite3';
import type { PersonalMark } from '../../../shared/domain/personal.ts';

type Row = { id: string; hidden: 0 | 1; note: string; tags: string };

const toMark = ({ id, hidden, note, tags }: Row): PersonalMark => ({
  id,
  hidden: hidden === 1,
  note,
  tags: JSON.parse(tags) as string[],
});

/** What a person keeps about products. Products that have left the catalogue keep theirs. */
export function createPersonalRepository(db: Database) {
  const columns = 'product_id AS id, hidden, note, tags';
  const all = db.prepare<[], Row>(`SELECT ${columns} FROM product_mark ORDER BY product_id`);
  const one = db.prepare<[string], Row>(`SELECT ${columns} FROM product_mark WHERE product_id = ?`);
  const put = db.prepare<[Row & { now: string }]>(
    `INSERT INTO product_mark (product_id, hidden, note, tags, updated_at)
     VALUES (@id, @hidden, @note, @tags, @now)
     ON CONFLICT (product_id) DO UPDATE SET
       hidden = excluded.hidden, note = excluded.note, tags = excluded.tags,
       updated_at = excluded.updated_at`,
  );
  const remove = db.prepare<[string]>('DELETE FROM product_mark WHERE product_id = ?');
  return {
    all: (): PersonalMark[] => all.all().map(toMark),
    get(id: string): PersonalMark | undefined {
      const row = one.get(id);
      return row && toMark(row);
    },
    put: (mark: PersonalMark, now: string): void =>
      void put.run({
        id: mark.id,
        hidden: mark.hidden ? 1 : 0,
        note: mark.note,
        tags: JSON.stringify(mark.tags),
        now,
      }),
    remove: (id: string): void => void remove.run(id),
  };
}
export type PersonalRepository = ReturnType<typeof createPersonalRepository>;
