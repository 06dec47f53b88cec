import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { applyPragmas, openConnection } from '../../electron/store/workspace/connection.ts';
import { openWorkspace } from '../../electron/store/workspace/open-workspace.ts';
import {
  migrations,
  newestVersion,
  WORKSPACE_APPLICATION_ID,
} from '../../electron/store/workspace/migrations.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { addStack, aWorkspace, stackNames, thrownBy } from '../support/workspace.ts';

const next = {
  version: newestVersion() + 1,
  up: (db: Database.Database) =>
    void db.exec("ALTER TABLE stack ADD COLUMN colour TEXT DEFAULT ''"),
};

function filled(folder: string, ...names: string[]): void {
  const workspace = openWorkspace({ folder });
  for (const name of names) addStack(workspace, name);
  workspace.close();
}

describe('opening a workspace', () => {
  it('makes the folder and an empty workspace where there is none', () => {
    const folder = join(tempFolder(), 'deep', 'down');
    const workspace = aWorkspace({ folder });
    expect(stackNames(workspace)).toEqual([]);
    expect(workspace.raised).toEqual([]);
    expect(existsSync(join(folder, 'workspace.db'))).toBe(true);
  });

  // Windows gives the folders of a person to that person alone by itself.
  it.skipIf(process.platform === 'win32')('keeps the folder it makes to its owner', () => {
    const folder = join(tempFolder(), 'data');
    filled(folder, 'Mine');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('syncs the log at each commit and holds references', () => {
    const db = openConnection(join(tempFolder(), 'workspace.db'));
    applyPragmas(db);
    const read = (name: string): unknown => db.pragma(name, { simple: true });
    // 2 is FULL.
    expect([read('journal_mode'), read('synchronous'), read('foreign_keys')]).toEqual([
      'wal',
      2,
      1,
    ]);
    db.close();
  });

  it('keeps every table strict', () => {
    const folder = tempFolder();
    filled(folder);
    const db = new Database(join(folder, 'workspace.db'));
    const tables = db.prepare('PRAGMA table_list').all() as { name: string; strict: number }[];
    db.close();
    const own = tables.filter(({ name }) => !name.startsWith('sqlite_'));
    expect(own.map(({ name }) => name)).toContain('stack');
    expect(own.filter(({ strict }) => strict !== 1)).toEqual([]);
  });
});

describe('a workspace of an earlier release', () => {
  it('keeps its stacks when the schema moves on, and is backed up before', () => {
    const folder = tempFolder();
    filled(folder, 'Mine');
    const workspace = aWorkspace({ folder, migrations: [...migrations, next] });
    expect(stackNames(workspace)).toEqual(['Mine']);
    const [backup] = workspace.listBackups();
    expect(backup).toMatchObject({ reason: 'migration', stacks: 1 });
    const db = new Database(join(folder, 'backups', backup?.name ?? ''), { readonly: true });
    expect(db.pragma('user_version', { simple: true })).toBe(newestVersion());
    db.close();
  });

  it('needs no backup when there was nothing yet', () => {
    const folder = tempFolder();
    expect(aWorkspace({ folder, migrations: [...migrations, next] }).listBackups()).toEqual([]);
  });

  it('stays at the step before when a step fails half-way', () => {
    const folder = tempFolder();
    filled(folder, 'Mine');
    const broken = {
      version: newestVersion() + 1,
      up: (db: Database.Database) => {
        db.exec('DELETE FROM stack');
        throw new Error('half-way');
      },
    };
    expect(() => openWorkspace({ folder, migrations: [...migrations, broken] })).toThrow(
      'half-way',
    );
    const workspace = aWorkspace({ folder });
    expect(stackNames(workspace)).toEqual(['Mine']);
  });
});

describe('a workspace of a newer release', () => {
  it('is refused and left untouched, byte for byte', () => {
    const folder = tempFolder();
    const newer = openWorkspace({ folder, migrations: [...migrations, next] });
    addStack(newer, 'From tomorrow');
    newer.close();
    const before = readFileSync(join(folder, 'workspace.db'));
    const files = readdirSync(folder);
    expect(thrownBy(() => openWorkspace({ folder }))).toMatchObject({
      code: 'unsupported-version',
    });
    expect(readFileSync(join(folder, 'workspace.db')).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(files);
  });

  it('is refused too when only its log says so', () => {
    const folder = tempFolder();
    filled(folder, 'Mine');
    // Held open, so that the step to the newer schema stays in the log.
    const newer = new Database(join(folder, 'workspace.db'));
    newer.pragma('wal_autocheckpoint = 0');
    newer.pragma('user_version = 99');
    expect(thrownBy(() => openWorkspace({ folder }))).toMatchObject({
      code: 'unsupported-version',
    });
    newer.close();
    expect(existsSync(join(folder, 'damaged'))).toBe(false);
  });
});

describe('a damaged workspace', () => {
  const damage: [string, (file: string) => void, string][] = [
    [
      'not a database at all',
      (file) => writeFileSync(file, 'hello '.repeat(5000)),
      'not a database',
    ],
    ['cut off in the middle', (file) => truncateSync(file, 20_000), ''],
    [
      'overwritten in the middle',
      (file) => {
        const bytes = readFileSync(file);
        bytes.fill(0xa5, 4096, 12_288);
        writeFileSync(file, bytes);
      },
      '',
    ],
    [
      'robbed of a table',
      (file) => {
        const db = new Database(file);
        db.exec('DROP TABLE stack_change');
        db.close();
      },
      'no such table',
    ],
  ];

  it.each(damage)('that is %s is set aside, and a backup is offered', (_what, spoil, why) => {
    const folder = tempFolder();
    const first = openWorkspace({ folder });
    addStack(first, 'Mine');
    const { name } = first.createBackup('manual');
    first.close();
    const file = join(folder, 'workspace.db');
    spoil(file);
    const spoilt = readFileSync(file);

    const workspace = aWorkspace({ folder });
    expect(stackNames(workspace)).toEqual([]);
    const [notice] = workspace.notices.all();
    expect(notice).toMatchObject({ level: 'warning', backups: [name] });
    expect(notice?.text).toContain('damaged');
    expect(notice?.text).toContain('1 stack');
    expect(notice?.text).toContain(why);
    const [kept] = readdirSync(join(folder, 'damaged')).filter((each) => each.endsWith('.db'));
    expect(readFileSync(join(folder, 'damaged', kept ?? '')).equals(spoilt)).toBe(true);

    workspace.restoreBackup(name);
    expect(stackNames(workspace)).toEqual(['Mine']);
    expect(workspace.notices.all()).toEqual([]);
  });

  it('of another program is set aside, not written into', () => {
    const folder = tempFolder();
    const file = join(folder, 'workspace.db');
    const foreign = new Database(file);
    foreign.exec("CREATE TABLE song (title TEXT); INSERT INTO song VALUES ('Hallelujah')");
    foreign.close();
    const before = readFileSync(file);
    const workspace = aWorkspace({ folder });
    expect(workspace.raised[0]?.text).toContain('another program');
    const [kept] = readdirSync(join(folder, 'damaged'));
    expect(readFileSync(join(folder, 'damaged', kept ?? '')).equals(before)).toBe(true);
  });

  it('moves its log along, so that nothing of it is lost', () => {
    const folder = tempFolder();
    filled(folder, 'Mine');
    rmSync(join(folder, 'workspace.db'));
    writeFileSync(join(folder, 'workspace.db-wal'), 'what is left');
    const workspace = aWorkspace({ folder });
    expect(workspace.raised).toHaveLength(1);
    const [kept] = readdirSync(join(folder, 'damaged'));
    expect(readFileSync(join(folder, 'damaged', kept ?? ''), 'utf8')).toBe('what is left');
  });

  it.each(['emptied', 'gone'])('that is %s is noticed where backups tell of it', (how) => {
    const folder = tempFolder();
    const first = openWorkspace({ folder });
    addStack(first, 'Mine');
    first.createBackup('manual');
    first.close();
    if (how === 'gone') rmSync(join(folder, 'workspace.db'));
    else truncateSync(join(folder, 'workspace.db'), 0);
    expect(aWorkspace({ folder }).raised).toHaveLength(1);
  });

  it('keeps its notice over restarts until it has been read', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'workspace.db'), 'hello '.repeat(5000));
    openWorkspace({ folder }).close();
    const workspace = aWorkspace({ folder });
    const [notice] = workspace.notices.all();
    expect(workspace.raised).toEqual([]);
    workspace.write(() => workspace.notices.remove(notice?.id ?? ''));
    expect(workspace.notices.all()).toEqual([]);
  });
});

describe('a folder that cannot be written', () => {
  it('is refused with a sentence when a file stands in its place', () => {
    const folder = join(tempFolder(), 'data');
    writeFileSync(folder, '');
    const error = thrownBy(() => openWorkspace({ folder }));
    expect(error).toMatchObject({ code: 'not-writable' });
    expect((error as Error).message).toContain(folder);
  });

  it('is refused while another program holds the file, and nothing is set aside', () => {
    const folder = tempFolder();
    filled(folder, 'Mine');
    const file = join(folder, 'workspace.db');
    const holder = new Database(file);
    holder.pragma('locking_mode = EXCLUSIVE');
    holder.exec('BEGIN EXCLUSIVE');
    expect(thrownBy(() => openWorkspace({ folder }))).toMatchObject({ code: 'not-writable' });
    holder.exec('ROLLBACK');
    holder.close();
    expect(existsSync(join(folder, 'damaged'))).toBe(false);
    expect(stackNames(aWorkspace({ folder }))).toEqual(['Mine']);
  });
});

it('marks its files as its own', () => {
  const folder = tempFolder();
  filled(folder);
  expect(readFileSync(join(folder, 'workspace.db')).readInt32BE(68)).toBe(WORKSPACE_APPLICATION_ID);
});
