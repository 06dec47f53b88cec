import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { safeUnzip } from '../../../shared/exchange/safe-unzip.ts';
import { PACK_FORMAT, PACK_VERSION, PackManifest } from '../../../shared/packs/contract.ts';
import { Refusal } from '../../../shared/result.ts';
import { CATALOGUE_SCHEMA_VERSION } from '../../store/catalogue/schema.ts';

const MANIFEST = 'manifest.json';
const DATABASE = 'catalogue.db';
/** A pack of twenty times today's landscape would still fit. */
const LIMITS = { entries: 16, bytes: 300 * 1024 * 1024, ratio: 100 } as const;

export interface PackContent {
  readonly manifest: PackManifest;
  /** The bytes of catalogue.db. */
  readonly database: Uint8Array;
}

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** What a catalogue says of itself. @throws Error where the bytes are no catalogue */
export function manifestOf(database: Uint8Array, name: string): PackManifest {
  const db = new Database(Buffer.from(database), { readonly: true });
  try {
    const meta = new Map(
      db.prepare<[], [string, string]>('SELECT key, value FROM meta').raw().all() as [
        string,
        string,
      ][],
    );
    const count = (table: string): number =>
      db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() as number;
    return {
      format: PACK_FORMAT,
      version: PACK_VERSION,
      name,
      schemaVersion: Number(meta.get('schema_version') ?? 0),
      catalogueVersion: meta.get('catalogue_version') ?? '',
      factsDate: meta.get('facts_date') ?? '',
      products: count('product'),
      integrations: count('integration'),
      sources: db
        .prepare<[], { title: string; licence: string }>(
          'SELECT title, licence FROM source ORDER BY title',
        )
        .all(),
      sha256: sha256(database),
    };
  } finally {
    db.close();
  }
}

/** The catalogue in a file as a pack. The same catalogue gives the same bytes. */
export function writePack(file: string, name: string): Uint8Array {
  const database = readFileSync(file);
  const manifest = manifestOf(database, name);
  return zipSync(
    {
      [MANIFEST]: strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
      [DATABASE]: database,
    },
    { mtime: new Date('1980-01-01T00:00:00Z'), level: 6 },
  );
}

/**
 * Reads a pack and proves that it is whole: its checksum, its version, the soundness of the database
 * and what must hold between its tables.
 * @throws Refusal with a sentence; nothing of the pack is used then
 */
export function readPack(bytes: Uint8Array): PackContent {
  const entries = safeUnzip(bytes, LIMITS, (name) => name === MANIFEST || name === DATABASE);
  const text = entries.get(MANIFEST);
  const database = entries.get(DATABASE);
  if (!text || !database) {
    throw new Refusal('invalid-input', 'This is no Stackscape pack: there is no catalogue in it.');
  }
  let said: unknown;
  try {
    said = JSON.parse(strFromU8(text));
  } catch {
    throw new Refusal('damaged-file', 'This pack is damaged: what it says of itself is no JSON.');
  }
  const version = (said as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > PACK_VERSION) {
    throw new Refusal(
      'unsupported-version',
      'This pack was made for a newer Stackscape. Update Stackscape to install it.',
    );
  }
  const manifest = PackManifest.safeParse(said);
  if (!manifest.success) {
    throw new Refusal('damaged-file', 'This pack is damaged: what it says of itself does not fit.');
  }
  if (sha256(database) !== manifest.data.sha256) {
    throw new Refusal(
      'damaged-file',
      'This pack is damaged: its catalogue does not have the checksum that the pack states. Get it again.',
    );
  }
  requireSound(database, manifest.data);
  return { manifest: manifest.data, database };
}

function requireSound(database: Uint8Array, manifest: PackManifest): void {
  if (manifest.schemaVersion !== CATALOGUE_SCHEMA_VERSION) {
    const age = manifest.schemaVersion > CATALOGUE_SCHEMA_VERSION ? 'a newer' : 'an older';
    throw new Refusal(
      'unsupported-version',
      `This pack was made for ${age} Stackscape; this one cannot read it.`,
      { found: manifest.schemaVersion, supported: CATALOGUE_SCHEMA_VERSION },
    );
  }
  const damaged = (why: string): Refusal =>
    new Refusal('damaged-file', `The catalogue in this pack is damaged: ${why}.`);
  let db: Database.Database;
  try {
    db = new Database(Buffer.from(database), { readonly: true });
  } catch {
    throw damaged('it is no database');
  }
  try {
    const [verdict] = db.pragma('quick_check(1)') as { quick_check: string }[];
    if (verdict?.quick_check !== 'ok') throw damaged('SQLite finds faults in it');
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) {
      throw damaged('it refers to what is not there');
    }
    const actual = manifestOf(database, manifest.name);
    if (actual.products !== manifest.products || actual.integrations !== manifest.integrations) {
      throw damaged('it does not hold what the pack says');
    }
    if (actual.products === 0) throw damaged('there are no products in it');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw damaged(error instanceof Error ? error.message : 'it cannot be read');
  } finally {
    db.close();
  }
}
