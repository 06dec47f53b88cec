import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { catalogueFingerprint } from './catalogue/fingerprint.ts';
import { paths } from './catalogue/paths.ts';
import { withProgress } from './progress.ts';

function builtFingerprint(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true });
    return db.prepare<[], string>("SELECT value FROM meta WHERE key = 'fingerprint'").pluck().get();
  } catch {
    // Whatever is wrong with it, a new one puts it right.
    return undefined;
  } finally {
    db?.close();
  }
}

/** Builds the catalogue unless the one there was made from these very facts, tables and code. */
export async function ensureCatalogue(): Promise<void> {
  if (builtFingerprint(paths.database) === catalogueFingerprint()) return;
  await withProgress('Building the product catalogue', async (report) => {
    const { buildCatalogue } = await import('./catalogue/build.ts');
    return buildCatalogue({ onProgress: report });
  });
}
