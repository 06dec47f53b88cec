import Database from 'better-sqlite3';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '../../../shared/contract/app.ts';
import { Refusal } from '../../../shared/result.ts';
import { inspect, syncToDisk } from './connection.ts';

export type BackupReason = Backup['reason'];

/** Of each origin, by hand and automatic, this many are kept. */
const BACKUPS_KEPT = 10;

const NAME =
  /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)-(migration|schedule|manual|before-restore)\.db$/;

interface Named {
  readonly name: string;
  readonly createdAt: string;
  readonly reason: BackupReason;
}

function parseName(name: string): Named | undefined {
  const match = NAME.exec(name);
  if (!match) return undefined;
  const [, hour, minute, second, reason] = match;
  return { name, createdAt: `${hour}:${minute}:${second}`, reason: reason as BackupReason };
}

function nameFor(time: Date, reason: BackupReason): string {
  return `${time.toISOString().replaceAll(':', '-')}-${reason}.db`;
}

/** Whether the file is a whole, sound workspace. Slow: reads all of it. */
function isSoundWorkspace(file: string): boolean {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    const check = db.pragma('integrity_check(1)', { simple: true });
    return check === 'ok' && inspect(db).state === 'ours';
  } catch {
    return false;
  } finally {
    db?.close();
  }
}

function countStacks(file: string): number | undefined {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    return db
      .prepare<[], { n: number }>('SELECT count(*) AS n FROM stack WHERE deleted_at IS NULL')
      .get()?.n;
  } catch {
    return undefined;
  } finally {
    db?.close();
  }
}

/** The folder of backups: each one a whole workspace.db that was checked when it was made. */
export function createBackupFolder(folder: string, now: () => Date) {
  function names(): Named[] {
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .map(parseName)
      .filter((each) => each !== undefined)
      .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  }

  function describe(named: Named): Backup | undefined {
    const file = join(folder, named.name);
    const stacks = countStacks(file);
    return stacks === undefined ? undefined : { ...named, size: statSync(file).size, stacks };
  }

  /**
   * Removes the oldest past the limit of their origin. Called only when a new one has just been
   * checked, so there is always a sound one left.
   */
  function prune(made: string, spared: string | undefined): void {
    // The one just made comes first: those of a clock that was ahead would count as newer.
    const all = names()
      .filter((each) => each.name !== spared)
      .sort((a, b) => Number(b.name === made) - Number(a.name === made));
    const manual = all.filter((each) => each.reason === 'manual');
    const automatic = all.filter((each) => each.reason !== 'manual');
    for (const each of [...manual.slice(BACKUPS_KEPT), ...automatic.slice(BACKUPS_KEPT)]) {
      // Another process may have removed it meanwhile.
      rmSync(join(folder, each.name), { force: true });
    }
  }

  return {
    folder,

    /** Newest first; files that cannot be read are left out. */
    list: (): Backup[] =>
      names()
        .map(describe)
        .filter((each) => each !== undefined),

    /** The time of the newest backup that was made by then, ISO 8601, whatever made it. */
    newestAt: (until: Date): string | undefined =>
      names().find((each) => each.createdAt <= until.toISOString())?.createdAt,

    isEmpty: (): boolean => names().length === 0,

    /**
     * Copies the workspace as it is at this moment, checks the copy, and only then gives it its name.
     * @param spared name of a backup that is in use and must not be pruned now
     * @throws Refusal 'damaged-file' if the copy is not sound; nothing is left of it
     */
    create(db: Database.Database, reason: BackupReason, spared?: string): Backup {
      mkdirSync(folder, { recursive: true });
      let time = now();
      while (existsSync(join(folder, nameFor(time, reason)))) time = new Date(time.getTime() + 1);
      const name = nameFor(time, reason);
      const partial = join(folder, `.partial-${process.pid}-${name}`);
      try {
        db.prepare('VACUUM INTO ?').run(partial);
        if (!isSoundWorkspace(partial)) {
          throw new Refusal('damaged-file', 'The backup could not be verified; it was not kept.');
        }
        syncToDisk(partial);
        renameSync(partial, join(folder, name));
        syncToDisk(folder);
      } finally {
        rmSync(partial, { force: true });
      }
      prune(name, spared);
      return {
        name,
        createdAt: time.toISOString(),
        reason,
        size: statSync(join(folder, name)).size,
        stacks: countStacks(join(folder, name)) ?? 0,
      };
    },

    /**
     * The path of a backup that was just checked.
     * @throws Refusal 'not-found' if there is none of that name, 'damaged-file' if it is not sound
     */
    verified(name: string): string {
      // Looked up among the names, so that a name can never lead out of the folder.
      if (!names().some((each) => each.name === name)) {
        throw new Refusal('not-found', `There is no backup called ${name}.`);
      }
      const file = join(folder, name);
      if (!isSoundWorkspace(file)) {
        throw new Refusal(
          'damaged-file',
          `The backup ${name} is damaged and was not restored; your workspace is as it was. Choose another one.`,
        );
      }
      return file;
    },
  };
}
