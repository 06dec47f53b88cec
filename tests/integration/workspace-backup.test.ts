import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { maintainWorkspace } from '../../electron/services/backup/maintenance.ts';
import { createStackHistory } from '../../electron/services/stacks/stack-history.ts';
import { migrations, newestVersion } from '../../electron/store/workspace/migrations.ts';
import { openWorkspace } from '../../electron/store/workspace/open-workspace.ts';
import type { Workspace } from '../../electron/store/workspace/open-workspace.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { addStack, aWorkspace, stackNames, thrownBy } from '../support/workspace.ts';

const DAY = 24 * 60 * 60 * 1000;
const start = Date.parse('2026-03-01T08:00:00Z');

/** A workspace whose clock the test turns. */
function clocked(folder: string) {
  const clock = { time: start };
  const workspace = aWorkspace({ folder, now: () => new Date(clock.time) });
  return { clock, workspace };
}

const names = (workspace: Workspace): string[] => workspace.listBackups().map(({ name }) => name);

describe('a backup', () => {
  it('holds what was acknowledged a moment ago, log included', () => {
    const folder = tempFolder();
    const workspace = aWorkspace({ folder });
    addStack(workspace, 'Mine');
    const backup = workspace.createBackup('manual');
    expect(backup).toMatchObject({ reason: 'manual', stacks: 1 });
    expect(backup.size).toBeGreaterThan(10_000);
    expect(workspace.listBackups()).toEqual([backup]);
    expect(readdirSync(join(folder, 'backups'))).toEqual([backup.name]);
  });

  it('leaves nothing behind when it cannot be made', () => {
    const folder = tempFolder();
    const workspace = aWorkspace({ folder });
    writeFileSync(join(folder, 'backups'), 'in the way');
    expect(() => workspace.createBackup('manual')).toThrow();
    expect(readdirSync(folder).sort()).toEqual([
      'backups',
      'workspace.db',
      'workspace.db-shm',
      'workspace.db-wal',
    ]);
  });

  it('is kept with the ten newest of its origin', () => {
    const { clock, workspace } = clocked(tempFolder());
    addStack(workspace, 'Mine');
    const manual = workspace.createBackup('manual').name;
    for (let day = 1; day <= 13; day++) {
      clock.time = start + day * DAY;
      workspace.createBackup('schedule');
    }
    const kept = names(workspace);
    expect(kept).toHaveLength(11);
    expect(kept[0]).toContain('2026-03-14');
    expect(kept[9]).toContain('2026-03-05');
    expect(kept[10]).toBe(manual);
  });

  it('is kept and stays usable where earlier ones were made while the clock was ahead', () => {
    const { clock, workspace } = clocked(tempFolder());
    addStack(workspace, 'Mine');
    for (let day = 0; day < 10; day++) {
      clock.time = start + (365 + day) * DAY;
      workspace.createBackup('schedule');
    }
    clock.time = start;
    const made = workspace.createBackup('schedule');
    expect(names(workspace)).toContain(made.name);
    addStack(workspace, 'Later');
    workspace.restoreBackup(made.name);
    expect(stackNames(workspace)).toEqual(['Mine']);
  });

  it('is removed only once a newer one has proved sound', () => {
    const folder = tempFolder();
    const { workspace } = clocked(folder);
    addStack(workspace, 'Mine');
    const { name } = workspace.createBackup('schedule');
    const bytes = readFileSync(join(folder, 'backups', name));
    for (let day = 2; day <= 19; day++) {
      const later = name.replace('03-01', `03-${String(day).padStart(2, '0')}`);
      writeFileSync(join(folder, 'backups', later), bytes);
    }
    expect(names(workspace)).toHaveLength(19);
    workspace.close();
    expect(() => workspace.createBackup('schedule')).toThrow();
    expect(names(workspace)).toHaveLength(19);
    aWorkspace({ folder }).createBackup('schedule');
    expect(names(workspace)).toHaveLength(10);
  });
});

describe('restoring a backup', () => {
  it('brings back what was there, and keeps what it replaced', () => {
    const { clock, workspace } = clocked(tempFolder());
    addStack(workspace, 'Then');
    const { name } = workspace.createBackup('manual');
    clock.time += 1000;
    addStack(workspace, 'Now');
    workspace.restoreBackup(name);
    expect(stackNames(workspace)).toEqual(['Then']);
    const [newest] = workspace.listBackups();
    expect(newest).toMatchObject({ reason: 'before-restore', stacks: 2 });
    workspace.restoreBackup(newest?.name ?? '');
    expect(stackNames(workspace).sort()).toEqual(['Now', 'Then']);
  });

  it('survives a restart', () => {
    const folder = tempFolder();
    const workspace = openWorkspace({ folder });
    addStack(workspace, 'Then');
    const { name } = workspace.createBackup('manual');
    addStack(workspace, 'Now');
    workspace.restoreBackup(name);
    workspace.close();
    expect(stackNames(aWorkspace({ folder }))).toEqual(['Then']);
    expect(readdirSync(folder).filter((file) => file.startsWith('restoring'))).toEqual([]);
  });

  it('restores the oldest of a full set, although the backup made before would push it out', () => {
    const { clock, workspace } = clocked(tempFolder());
    addStack(workspace, 'Then');
    for (let day = 1; day <= 10; day++) {
      clock.time = start + day * DAY;
      workspace.createBackup('schedule');
    }
    const oldest = names(workspace).at(-1) ?? '';
    addStack(workspace, 'Now');
    clock.time = start + 11 * DAY;
    workspace.restoreBackup(oldest);
    expect(stackNames(workspace)).toEqual(['Then']);
    expect(names(workspace)).toContain(oldest);
  });

  it('refuses a damaged backup and changes nothing', () => {
    const folder = tempFolder();
    const workspace = aWorkspace({ folder });
    addStack(workspace, 'Mine');
    const { name } = workspace.createBackup('manual');
    const file = join(folder, 'backups', name);
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096, 12_288);
    writeFileSync(file, bytes);
    expect(thrownBy(() => workspace.restoreBackup(name))).toMatchObject({ code: 'damaged-file' });
    expect(stackNames(workspace)).toEqual(['Mine']);
    expect(readdirSync(join(folder, 'backups'))).toEqual([name]);
  });

  it.each(['../workspace.db', 'workspace.db', '/etc/passwd', '2026-01-01T00-00-00.000Z-manual.db'])(
    'refuses %s, which is no backup',
    (name) => {
      const workspace = aWorkspace({ folder: tempFolder() });
      expect(thrownBy(() => workspace.restoreBackup(name))).toMatchObject({ code: 'not-found' });
    },
  );

  it('brings a backup of an earlier release up to the current schema', () => {
    const folder = tempFolder();
    const earlier = openWorkspace({ folder });
    addStack(earlier, 'Then');
    const { name } = earlier.createBackup('manual');
    earlier.close();
    const next = {
      version: newestVersion() + 1,
      up: (db: Database) =>
        void db.exec("ALTER TABLE stack ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'"),
    };
    const workspace = aWorkspace({ folder, migrations: [...migrations, next] });
    addStack(workspace, 'Now');
    workspace.restoreBackup(name);
    expect(stackNames(workspace)).toEqual(['Then']);
  });

  it('refuses a backup of a newer release', () => {
    const folder = tempFolder();
    const next = { version: newestVersion() + 1, up: () => undefined };
    const other = tempFolder();
    const newer = openWorkspace({ folder: other, migrations: [...migrations, next] });
    addStack(newer, 'From tomorrow');
    const { name } = newer.createBackup('manual');
    newer.close();
    const workspace = aWorkspace({ folder });
    addStack(workspace, 'Mine');
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', name), readFileSync(join(other, 'backups', name)));
    expect(thrownBy(() => workspace.restoreBackup(name))).toMatchObject({
      code: 'unsupported-version',
    });
    expect(stackNames(workspace)).toEqual(['Mine']);
  });

  it('never takes a revision back, which a page would mistake for old news', () => {
    const workspace = aWorkspace({ folder: tempFolder() });
    const history = createStackHistory(workspace, () => new Date());
    const rename = (title: string) =>
      history.apply('Mine', { type: 'rename-lane', laneId: 'lane-data', title });
    addStack(workspace, 'Mine');
    rename('Then');
    const { name } = workspace.createBackup('manual');
    rename('Now');
    rename('Later');
    workspace.restoreBackup(name);
    const restored = history.state('Mine');
    expect(restored.stack.lanes['lane-data']?.title).toBe('Then');
    expect(restored.revision).toBe(4);
    expect(rename('After').revision).toBe(5);
  });

  it('is seen by another process that has the workspace open', () => {
    const folder = tempFolder();
    const workspace = aWorkspace({ folder });
    const other = aWorkspace({ folder });
    addStack(workspace, 'Then');
    const { name } = workspace.createBackup('manual');
    addStack(other, 'Now');
    workspace.restoreBackup(name);
    expect(stackNames(other)).toEqual(['Then']);
    addStack(other, 'After');
    expect(stackNames(workspace).sort()).toEqual(['After', 'Then']);
  });
});

describe('maintenance at start', () => {
  it('makes a backup when the newest is older than a day, and only then', () => {
    const { clock, workspace } = clocked(tempFolder());
    const maintain = (): void => maintainWorkspace(workspace, new Date(clock.time));
    maintain();
    expect(names(workspace)).toEqual([]);
    addStack(workspace, 'Mine');
    maintain();
    maintain();
    expect(names(workspace)).toHaveLength(1);
    clock.time += DAY + 1;
    maintain();
    expect(workspace.listBackups()).toMatchObject([{ reason: 'schedule' }, { reason: 'schedule' }]);
  });

  it('backs up notes on products where there is no stack yet', () => {
    const { clock, workspace } = clocked(tempFolder());
    const mark = { id: 'hubspot', hidden: false, note: 'Ask for a quote', tags: [] };
    workspace.write(() => workspace.personal.put(mark, new Date(start).toISOString()));
    maintainWorkspace(workspace, new Date(clock.time));
    const [backup] = names(workspace);
    workspace.write(() => workspace.personal.remove('hubspot'));
    workspace.restoreBackup(backup ?? '');
    expect(workspace.personal.all()).toEqual([mark]);
  });

  it('goes on daily where the newest backup is from the future', () => {
    const { clock, workspace } = clocked(tempFolder());
    addStack(workspace, 'Mine');
    clock.time = start + 365 * DAY;
    maintainWorkspace(workspace, new Date(clock.time));
    clock.time = start;
    maintainWorkspace(workspace, new Date(clock.time));
    maintainWorkspace(workspace, new Date(clock.time));
    expect(workspace.listBackups().map(({ createdAt }) => createdAt.slice(0, 10))).toEqual([
      '2027-03-01',
      '2026-03-01',
    ]);
  });

  it('removes what was deleted 90 days ago, not without a backup that has it', () => {
    const { clock, workspace } = clocked(tempFolder());
    addStack(workspace, 'Mine');
    addStack(workspace, 'Deleted');
    workspace.write(() => workspace.stacks.setDeletedAt('Deleted', new Date(start).toISOString()));
    maintainWorkspace(workspace, new Date(start + 89 * DAY));
    expect(workspace.stacks.list('deleted')).toHaveLength(1);
    clock.time = start + 91 * DAY;
    maintainWorkspace(workspace, new Date(clock.time));
    expect(workspace.stacks.list('deleted')).toEqual([]);
    expect(stackNames(workspace)).toEqual(['Mine']);
    workspace.restoreBackup(names(workspace)[0] ?? '');
    expect(workspace.stacks.list('deleted')).toHaveLength(1);
  });
});
