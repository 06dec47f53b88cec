import type { Database } from 'better-sqlite3';
import type { Notice } from '../../../shared/contract/app.ts';

type Row = { id: string; level: Notice['level']; title: string; text: string; backups: string };

/** Notices wait here until a person has read them, whichever host starts next. */
export function createNoticeRepository(db: Database) {
  const all = db.prepare<[], Row>(
    'SELECT id, level, title, text, backups FROM notice ORDER BY created_at, id',
  );
  const insert = db.prepare<[Row & { now: string }]>(
    `INSERT INTO notice (id, level, title, text, backups, created_at)
     VALUES (@id, @level, @title, @text, @backups, @now)`,
  );
  const remove = db.prepare<[string]>('DELETE FROM notice WHERE id = ?');
  return {
    all: (): Notice[] =>
      all.all().map((row) => ({ ...row, backups: JSON.parse(row.backups) as string[] })),
    add: (notice: Notice, now: string): void =>
      void insert.run({ ...notice, backups: JSON.stringify(notice.backups), now }),
    remove: (id: string): void => void remove.run(id),
  };
}
export type NoticeRepository = ReturnType<typeof createNoticeRepository>;
