import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { CATALOGUE_SCHEMA_VERSION } from '../../electron/store/catalogue/schema.ts';
import { byText } from './order.ts';
import { root } from './paths.ts';

/** What a built catalogue depends on, besides the versions of Node and of the libraries. */
const inputs = [
  'resources/catalogue',
  'scripts/catalogue',
  'electron/store/catalogue/schema.ts',
  'shared/domain/catalogue.ts',
  'shared/search/fold.ts',
];

function filesBelow(path: string): string[] {
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const child = join(path, entry.name);
    return entry.isDirectory() ? filesBelow(child) : [child];
  });
}

/**
 * Hash of everything the build reads: facts, curated tables, build scripts and schema. A catalogue
 * whose `meta.fingerprint` equals it need not be built again.
 * @param without  sources left out, as given to the build
 */
export function catalogueFingerprint(without: readonly string[] = []): string {
  const hash = createHash('sha256');
  hash.update(`schema ${CATALOGUE_SCHEMA_VERSION}\n`);
  for (const id of [...without].sort(byText)) hash.update(`without ${id}\n`);
  const files = inputs.flatMap((input) => {
    const path = join(root, input);
    return /\.[a-z]+$/u.test(input) ? [path] : filesBelow(path);
  });
  for (const file of files.sort(byText)) {
    hash.update(`${relative(root, file).split(sep).join('/')}\n`);
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}
