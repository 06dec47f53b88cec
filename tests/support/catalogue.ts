import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { buildCatalogue, catalogueFingerprint } from '../../scripts/catalogue/build.ts';
import { paths } from '../../scripts/catalogue/paths.ts';

let ready = false;

/**
 * Path of the real catalogue, built first if it is missing or its facts or code have changed since.
 * The build writes beside and renames, so processes that build at the same time do no harm.
 */
export function realCatalogue(): string {
  if (!ready && !isCurrent(paths.database)) buildCatalogue({ out: paths.database });
  ready = true;
  return paths.database;
}

function isCurrent(file: string): boolean {
  if (!existsSync(file)) return false;
  try {
    const db = new Database(file, { readonly: true });
    try {
      const built = db.prepare("SELECT value FROM meta WHERE key = 'fingerprint'").pluck().get();
      return built === catalogueFingerprint();
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}
