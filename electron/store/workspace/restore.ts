import type { Database } from 'better-sqlite3';
import { copyFileSync, rmSync } from 'node:fs';
import { openConnection } from './connection.ts';
import { migrate, type Migration } from './migrations.ts';

/** Notices speak of the workspace that is being replaced. */
const notRestored = new Set(['notice']);

function tablesOf(db: Database): string[] {
  return db
    .prepare<[], { name: string }>(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .all()
    .map(({ name }) => name);
}

/**
 * Lets every stack go on from the revision it had before, if that was further on: a page that has it
 * open in another process takes a lower one for old news and would never show the restored stack.
 */
function keepRevisionsGrowing(db: Database, before: ReadonlyMap<string, number>): void {
  const raise = db.prepare<[number, string, number]>(
    'UPDATE main.stack SET revision = ? WHERE id = ? AND revision <= ?',
  );
  for (const [id, revision] of before) raise.run(revision + 1, id, revision);
}

/** The same for a person's own records: whoever shows them puts them together again. */
function ownRevisionOf(db: Database): number {
  return db.prepare<[], number>('SELECT revision FROM main.own_revision').pluck().get() ?? 0;
}

function revisionsOf(db: Database): ReadonlyMap<string, number> {
  const rows = db.prepare<[], { id: string; revision: number }>('SELECT id, revision FROM stack');
  return new Map(rows.all().map(({ id, revision }) => [id, revision]));
}

function columnsOf(db: Database, table: string): string {
  return db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => `"${name}"`)
    .join(', ');
}

/**
 * Replaces everything in the workspace by what a sound backup holds, in one transaction. The file
 * itself stays, so a process that has it open goes on with the new content, and a crash half-way
 * leaves the old.
 * @param scratch path for a copy that is brought to the current schema first, then removed
 * @throws Refusal 'unsupported-version' if a newer release made the backup
 */
export function restoreInto(
  db: Database,
  backup: string,
  scratch: string,
  steps: readonly Migration[],
): void {
  try {
    copyFileSync(backup, scratch);
    const copy = openConnection(scratch);
    try {
      migrate(copy, steps);
    } finally {
      copy.close();
    }
    db.prepare('ATTACH ? AS backup').run(scratch);
    try {
      db.transaction(() => {
        db.pragma('defer_foreign_keys = ON');
        const revisions = revisionsOf(db);
        const ownRevision = ownRevisionOf(db);
        const tables = tablesOf(db);
        for (const table of tables) db.exec(`DELETE FROM main."${table}"`);
        for (const table of tables) {
          if (notRestored.has(table)) continue;
          const columns = columnsOf(db, table);
          db.exec(
            `INSERT INTO main."${table}" (${columns}) SELECT ${columns} FROM backup."${table}"`,
          );
        }
        keepRevisionsGrowing(db, revisions);
        db.prepare('UPDATE main.own_revision SET revision = max(revision, ?) + 1').run(ownRevision);
      }).immediate();
    } finally {
      db.exec('DETACH backup');
    }
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal'])
      rmSync(scratch + suffix, { force: true });
  }
}
