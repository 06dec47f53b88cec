import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openCatalogue } from '../../electron/store/catalogue/open-catalogue.ts';
import { Refusal } from '../../shared/result.ts';
import { aProduct, anIntegration, writeSmallCatalogue } from '../support/small-catalogue.ts';
import { tempFolder } from '../support/temp-folder.ts';

function smallCatalogue(): string {
  const file = join(tempFolder(), 'catalogue.db');
  writeSmallCatalogue(
    file,
    [aProduct({ id: 'a' }), aProduct({ id: 'b' })],
    [anIntegration('a', 'b')],
  );
  return file;
}

function refusalOf(file: string): Refusal {
  try {
    openCatalogue(file).close();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('the file was opened');
}

describe('opening the catalogue', () => {
  it('says that the file is missing and how to get it', () => {
    const refusal = refusalOf(join(tempFolder(), 'none.db'));
    expect(refusal.code).toBe('not-found');
    expect(refusal.message).toMatch(/missing.*npm run catalogue/);
  });

  it('refuses a file that is no database', () => {
    const file = join(tempFolder(), 'catalogue.db');
    writeFileSync(file, 'This is not a database. '.repeat(1000));
    expect(refusalOf(file).code).toBe('damaged-file');
  });

  it('refuses an empty file', () => {
    const file = join(tempFolder(), 'catalogue.db');
    writeFileSync(file, '');
    expect(refusalOf(file).code).toBe('damaged-file');
  });

  it('refuses a database that ends too early', () => {
    const file = smallCatalogue();
    truncateSync(file, Math.floor(readFileSync(file).length / 2));
    expect(refusalOf(file).code).toBe('damaged-file');
  });

  it('refuses a database of something else', () => {
    const file = join(tempFolder(), 'catalogue.db');
    new Database(file).exec('CREATE TABLE recipe (id TEXT)').close();
    expect(refusalOf(file).code).toBe('damaged-file');
  });

  it.each([
    [99, /newer Stackscape/],
    [0, /older Stackscape/],
  ])('refuses schema version %i and says which side is behind', (version, sentence) => {
    const file = smallCatalogue();
    const db = new Database(file);
    db.prepare("UPDATE meta SET value = ? WHERE key = 'schema_version'").run(String(version));
    db.close();
    const refusal = refusalOf(file);
    expect(refusal.code).toBe('unsupported-version');
    expect(refusal.message).toMatch(sentence);
  });

  it('leaves the file as it was, byte for byte, and nothing beside it', () => {
    const file = smallCatalogue();
    const before = readFileSync(file);
    const catalogue = openCatalogue(file);
    catalogue.repository.product(0);
    catalogue.links();
    catalogue.close();
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});
