import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnRecords } from '../../../shared/custom/records.ts';
import { createCustomRepository } from './custom-repository.ts';

/**
 * A person's own records, for those who only read the catalogue: nothing is made, migrated or backed
 * up, and a workspace that is not there, or not as this release knows it, has none.
 * @param folder  the user-data folder
 */
export function readOwnRecords(folder: string): OwnRecords {
  const none = { products: [], integrations: [] };
  const file = join(folder, 'workspace.db');
  if (!existsSync(file)) return none;
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return db.transaction(() => createCustomRepository(db).all())();
    } finally {
      db.close();
    }
  } catch {
    return none;
  }
}
