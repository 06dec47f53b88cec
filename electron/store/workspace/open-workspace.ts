import type { Database } from 'better-sqlite3';
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup, Notice } from '../../../shared/contract/app.ts';
import { Refusal } from '../../../shared/result.ts';
import { createBackupFolder, type BackupReason } from './backup-folder.ts';
import { applyPragmas, inspect, isFromNewerRelease, openConnection } from './connection.ts';
import { syncToDisk } from './connection.ts';
import { migrate, migrations, newestVersion, type Migration } from './migrations.ts';
import { createRepositories, type Repositories } from './repositories.ts';
import { restoreInto } from './restore.ts';
import { codeOf, explaining, isDamage } from './store-errors.ts';

export interface Workspace extends Repositories {
  /** The user-data folder. */
  readonly folder: string;
  /** Notices that opening the workspace gave rise to, this time. */
  readonly raised: readonly Notice[];
  /** Runs `work` in one transaction: all of it is on the disk when this returns, or none. */
  write<T>(work: () => T): T;
  /** Runs `work` on the workspace as it is at one moment, whatever other processes write meanwhile. */
  read<T>(work: () => T): T;
  listBackups(): Backup[];
  /** The time of the newest backup that was made by then, ISO 8601. */
  newestBackupAt(until: Date): string | undefined;
  createBackup(reason: BackupReason): Backup;
  /** Checks the backup, backs up what is there now, then replaces it. */
  restoreBackup(name: string): void;
  close(): void;
}

export interface WorkspaceOptions {
  readonly folder: string;
  readonly now?: () => Date;
  readonly migrations?: readonly Migration[];
}

const SUFFIXES = ['', '-wal', '-shm'] as const;

/** Thrown inside when the file turns out not to be a sound workspace. */
class Unfit extends Error {}

interface Opened {
  readonly repositories: Repositories;
  readonly db: Database;
  readonly wasFresh: boolean;
}

/** @throws Unfit where statements do not fit the tables: these are not what the version promises */
function repositoriesOf(db: Database): Repositories {
  try {
    return createRepositories(db);
  } catch (error) {
    if (codeOf(error) === 'SQLITE_ERROR') throw new Unfit((error as Error).message);
    throw error;
  }
}

function openSound(
  file: string,
  steps: readonly Migration[],
  backUp: (db: Database) => void,
): Opened {
  const db = openConnection(file);
  try {
    const verdict = inspect(db);
    if (verdict.state === 'damaged' || verdict.state === 'foreign') throw new Unfit(verdict.why);
    if (verdict.state === 'ours' && verdict.version > newestVersion(steps)) migrate(db, steps);
    applyPragmas(db);
    if (verdict.state === 'ours' && verdict.version < newestVersion(steps)) backUp(db);
    migrate(db, steps);
    return { db, wasFresh: verdict.state === 'fresh', repositories: repositoriesOf(db) };
  } catch (error) {
    db.close();
    if (isDamage(error)) throw new Unfit((error as Error).message);
    throw error;
  }
}

/** Moves the file and what belongs to it out of the way. @returns its new path */
function setAside(file: string, folder: string, now: Date): string {
  mkdirSync(folder, { recursive: true });
  const stamp = now.toISOString().replaceAll(':', '-');
  let target = join(folder, `${stamp}-workspace.db`);
  for (let n = 2; existsSync(target); n++) target = join(folder, `${stamp}-${n}-workspace.db`);
  for (const suffix of SUFFIXES) {
    if (existsSync(file + suffix)) renameSync(file + suffix, target + suffix);
  }
  syncToDisk(folder);
  return target;
}

function noticeOfLoss(id: string, what: string, backups: readonly Backup[]): Notice {
  const [newest] = backups;
  const offer = newest
    ? `The newest backup is of ${newest.createdAt.slice(0, 16).replace('T', ' ')} UTC and has ${newest.stacks} ${newest.stacks === 1 ? 'stack' : 'stacks'}; you can restore it.`
    : 'There is no backup to restore.';
  return {
    id,
    level: 'warning',
    title: 'Your workspace could not be opened',
    text: `${what} Stackscape has started with an empty workspace. ${offer}`,
    backups: backups.map((backup) => backup.name),
  };
}

/**
 * Opens workspace.db in the user-data folder, making what is not there yet. A damaged or foreign
 * file is moved into damaged/, a fresh one takes its place, and a notice says so.
 * @throws Refusal 'not-writable' where folder or disk do not let us, 'unsupported-version' if a newer
 *   release wrote the file
 */
export function openWorkspace(options: WorkspaceOptions): Workspace {
  return explaining(options.folder, () => open(options));
}

function open({
  folder,
  now = () => new Date(),
  migrations: steps = migrations,
}: WorkspaceOptions): Workspace {
  const file = join(folder, 'workspace.db');
  const backups = createBackupFolder(join(folder, 'backups'), now);
  // What a person plans is nobody else's business.
  mkdirSync(folder, { recursive: true, mode: 0o700 });

  const existed = existsSync(file);
  const strayLog = !existed && existsSync(`${file}-wal`);
  if (existed && isFromNewerRelease(file, newestVersion(steps))) {
    throw new Refusal(
      'unsupported-version',
      'These data were written by a newer release of Stackscape. Install that release to open them; nothing was changed.',
      { file },
    );
  }

  const wasEmpty = existed && statSync(file).size === 0;
  const raised: Notice[] = [];
  const report = (what: string): void => {
    raised.push(noticeOfLoss(`workspace-${now().getTime()}`, what, backups.list()));
  };
  const openFile = (): Opened =>
    openSound(file, steps, (db) => void backups.create(db, 'migration'));

  let opened: Opened;
  try {
    // SQLite would silently delete a log whose database is gone.
    if (strayLog) throw new Unfit('the file is gone and only its log is left');
    opened = openFile();
    const hadBackups = opened.wasFresh && !backups.isEmpty();
    if (hadBackups) report(`${file} ${wasEmpty ? 'was empty' : 'was not there'}.`);
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    const kept = setAside(file, join(folder, 'damaged'), now());
    report(`${file} could not be read (${error.message}). It was kept as ${kept}.`);
    opened = openFile();
  }

  const { db, repositories } = opened;
  const write = <T>(work: () => T): T => db.transaction(work).immediate();
  const read = <T>(work: () => T): T => db.transaction(work).deferred();
  try {
    if (raised.length > 0) {
      write(() =>
        raised.forEach((notice) => repositories.notices.add(notice, now().toISOString())),
      );
    }
    // Finds out now, not at the first change, that the file cannot be written.
    write(() => undefined);
  } catch (error) {
    db.close();
    throw error;
  }

  return {
    folder,
    ...repositories,
    raised,
    write,
    read,
    listBackups: () => backups.list(),
    newestBackupAt: (until) => backups.newestAt(until),
    createBackup: (reason) => backups.create(db, reason),
    restoreBackup(name) {
      const backup = backups.verified(name);
      const scratch = join(folder, `restoring-${process.pid}.db`);
      backups.create(db, 'before-restore', name);
      restoreInto(db, backup, scratch, steps);
    },
    close: () => db.close(),
  };
}
