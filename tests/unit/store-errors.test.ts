import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { explainStoreError } from '../../electron/store/workspace/store-errors.ts';
import { Refusal } from '../../shared/result.ts';
import { thrownBy } from '../support/workspace.ts';

function aDatabase(): Database.Database {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE note (text TEXT) STRICT');
  return db;
}

describe('what a failure of the disk means to a person', () => {
  it('calls a full disk a full disk, and names the folder', () => {
    const db = aDatabase();
    db.pragma('max_page_count = 3');
    const full = thrownBy(() => db.prepare('INSERT INTO note VALUES (?)').run('x'.repeat(100_000)));
    const explained = explainStoreError(full, '/home/me/stackscape') as Refusal;
    expect(explained).toMatchObject({ code: 'not-writable', details: { code: 'SQLITE_FULL' } });
    expect(explained.message).toContain('/home/me/stackscape');
    expect(explained.message).toContain('the disk is full');
  });

  it('calls a read-only file what it is', () => {
    const db = aDatabase();
    db.pragma('query_only = ON');
    const readOnly = thrownBy(() => db.exec("INSERT INTO note VALUES ('a')"));
    expect(explainStoreError(readOnly, '/x')).toMatchObject({ code: 'not-writable' });
  });

  it.each(['EACCES', 'EROFS', 'ENOSPC', 'ENOTDIR'])('explains %s of the file system', (code) => {
    const error = Object.assign(new Error(`${code}: mkdir`), { code });
    expect(explainStoreError(error, '/x')).toMatchObject({ code: 'not-writable' });
  });

  it('leaves refusals and bugs as they are', () => {
    const refusal = new Refusal('conflict', 'No.');
    const bug = new TypeError('undefined is not a function');
    const statement = thrownBy(() => aDatabase().exec('SELEKT'));
    for (const error of [refusal, bug, statement]) {
      expect(explainStoreError(error, '/x')).toBe(error);
    }
  });
});
