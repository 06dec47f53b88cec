import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { OwnRecords } from '../../../shared/custom/records.ts';
import { Refusal } from '../../../shared/result.ts';
import { addOwnRecords } from './add-own-records.ts';
import { createCatalogueRepository, type CatalogueRepository } from './catalogue-repository.ts';
import { loadColumns, type Columns } from './columns.ts';
import { loadLinks, type LinkIndex } from './links.ts';
import { CATALOGUE_SCHEMA_VERSION } from './schema.ts';
import { loadNames, type ProductNames } from './names.ts';
import { loadTraits, type Traits } from './traits.ts';

/** The cached landscape, open for reading. Products are addressed inside by their column index. */
export interface Catalogue {
  readonly file: string;
  /** The build's own notes on itself: version, facts date… */
  readonly meta: ReadonlyMap<string, string>;
  readonly columns: Columns;
  readonly repository: CatalogueRepository;
  /** Every integration; read on first use, since the first list does without. */
  readonly links: () => LinkIndex;
  /** What only the query language asks of products; read on first use. */
  readonly traits: () => Traits;
  /** Everything a product is called, product by product; read anew at each call. */
  readonly readNames: () => ProductNames;
  readonly isOpen: () => boolean;
  readonly close: () => void;
}

/**
 * Opens catalogue.db for reading; nothing is ever written to it or beside it.
 * @param own  a person's own records: with any, a copy of the file in memory holds them as well, and
 *   to whoever reads it they are like all others
 * @throws Refusal `not-found`, `damaged-file` or `unsupported-version`, each with what to do
 */
export function openCatalogue(file: string, own?: OwnRecords): Catalogue {
  if (!existsSync(file)) {
    throw new Refusal(
      'not-found',
      'The product catalogue is missing. Build it with “npm run catalogue”, or install Stackscape again.',
      { file },
    );
  }
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    requireWhole(db, file);
    const meta = readMeta(db);
    requireVersion(meta, file);
    if (own && own.products.length + own.integrations.length > 0) {
      const copy = db.serialize();
      db.close();
      db = new Database(copy);
      addOwnRecords(db, own);
    }
    const opened = db;
    // Reads go straight to the page cache of the system; the file is never larger than this.
    opened.pragma('mmap_size = 1073741824');
    const columns = loadColumns(opened);
    let links: LinkIndex | undefined;
    let traits: Traits | undefined;
    return {
      file,
      meta,
      columns,
      repository: createCatalogueRepository(opened, columns),
      links: () => (links ??= loadLinks(opened, columns)),
      traits: () => (traits ??= loadTraits(opened, columns)),
      readNames: () => loadNames(opened, columns),
      isOpen: () => opened.open,
      close: () => opened.close(),
    };
  } catch (error) {
    db?.close();
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      'damaged-file',
      'The product catalogue cannot be read; the file seems damaged. Build it again with “npm run catalogue”, or install Stackscape again.',
      { file, reason: error instanceof Error ? error.message : String(error) },
    );
  }
}

/** SQLite notices missing pages only when it comes to them; better to know before the first list. */
function requireWhole(db: Database.Database, file: string): void {
  const pages = db.pragma('page_count', { simple: true }) as number;
  const pageSize = db.pragma('page_size', { simple: true }) as number;
  const size = statSync(file).size;
  if (size === 0 || size < pages * pageSize) {
    throw new Error(`the file holds ${size} bytes of ${pages * pageSize}`);
  }
}

function requireVersion(meta: ReadonlyMap<string, string>, file: string): void {
  const version = Number(meta.get('schema_version') ?? 0);
  if (version === CATALOGUE_SCHEMA_VERSION) return;
  throw new Refusal(
    'unsupported-version',
    version > CATALOGUE_SCHEMA_VERSION
      ? 'The product catalogue was made for a newer Stackscape. Update Stackscape, or build the catalogue again with “npm run catalogue”.'
      : 'The product catalogue was made for an older Stackscape. Build it again with “npm run catalogue”.',
    { file, version, expected: CATALOGUE_SCHEMA_VERSION },
  );
}

function readMeta(db: Database.Database): ReadonlyMap<string, string> {
  return new Map(
    db.prepare<[], [string, string]>('SELECT key, value FROM meta').raw().all() as [
      string,
      string,
    ][],
  );
}
