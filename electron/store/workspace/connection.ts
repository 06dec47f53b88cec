import Database from 'better-sqlite3';
import { closeSync, fsyncSync, openSync, readSync } from 'node:fs';
import { newestVersion, versionOf, WORKSPACE_APPLICATION_ID } from './migrations.ts';

/** Another process may hold the file for a moment: the command line beside an open window. */
const BUSY_TIMEOUT_MS = 5000;

/** Opens a workspace file for reading and writing; changes nothing in it yet. */
export function openConnection(file: string): Database.Database {
  return new Database(file, { timeout: BUSY_TIMEOUT_MS });
}

/** The promises of the workspace: what a call has answered to is on the disk, references hold. */
export function applyPragmas(db: Database.Database): void {
  // On file systems without shared memory SQLite stays with its rollback journal, as durable.
  db.pragma('journal_mode = WAL');
  // FULL syncs the log at each commit; NORMAL could lose the last ones with the power.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
}

export type Verdict =
  | { readonly state: 'fresh' }
  | { readonly state: 'ours'; readonly version: number }
  | { readonly state: 'damaged' | 'foreign'; readonly why: string };

/**
 * What an open file is: empty, a sound workspace, a damaged one or somebody else's database.
 * @throws SqliteError where SQLite cannot even read it
 */
export function inspect(db: Database.Database): Verdict {
  const version = versionOf(db);
  const applicationId = db.pragma('application_id', { simple: true }) as number;
  const tables = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema').get();
  if (version === 0 && applicationId === 0 && tables?.n === 0) return { state: 'fresh' };
  const check = db.pragma('quick_check(1)', { simple: true }) as string;
  if (check !== 'ok') return { state: 'damaged', why: check };
  if (applicationId !== WORKSPACE_APPLICATION_ID || version === 0) {
    return { state: 'foreign', why: 'it is a database of another program' };
  }
  return { state: 'ours', version };
}

/**
 * Whether the header says that a newer release wrote the file. Read without SQLite, because opening
 * a database may already change files beside it.
 */
export function isFromNewerRelease(file: string, newest = newestVersion()): boolean {
  const header = Buffer.alloc(100);
  const fd = openSync(file, 'r');
  try {
    if (readSync(fd, header, 0, 100, 0) < 100) return false;
  } finally {
    closeSync(fd);
  }
  // Offsets of user_version and application_id: SQLite's "Database File Format", section 1.3.
  return (
    header.toString('latin1', 0, 16) === 'SQLite format 3\0' &&
    header.readInt32BE(68) === WORKSPACE_APPLICATION_ID &&
    header.readInt32BE(60) > newest
  );
}

/** Waits until a file or folder is on the disk; a rename is durable only once its folder is. */
export function syncToDisk(path: string): void {
  let fd: number;
  try {
    // Windows flushes only through a writable handle, and not folders at all.
    fd = openSync(path, process.platform === 'win32' ? 'r+' : 'r');
  } catch (error) {
    if (process.platform === 'win32') return;
    throw error;
  }
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
