import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { BUNDLED, PackManifest, type Pack } from '../../../shared/packs/contract.ts';
import { Refusal } from '../../../shared/result.ts';
import { openCatalogue } from '../../store/catalogue/open-catalogue.ts';
import { manifestOf, type PackContent } from './pack-file.ts';

const ID = /^[0-9a-f]{16}$/;

/** A file that is on the disk, whole, under its name, or not at all. */
function writeDurably(file: string, content: Uint8Array | string): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    const descriptor = openSync(draft, 'w', 0o600);
    try {
      writeFileSync(descriptor, content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

export interface PackStore {
  /** The bundled one first, then those installed, the newest first. */
  readonly list: (inUse: string) => Pack[];
  /** The catalogue's file. @throws Refusal 'not-found' */
  readonly fileOf: (id: string) => string;
  readonly has: (id: string) => boolean;
  /** Puts a pack beside the others, if it opens. @returns its id */
  readonly install: (pack: PackContent, now: Date) => string;
  readonly remove: (id: string) => void;
}

/**
 * Catalogues that were installed, in a folder of the user's data. Each is a file of its own that is
 * never changed; which of them is shown is a setting.
 */
export function createPackStore(dataFolder: string, bundledFile: string): PackStore {
  const folder = join(dataFolder, 'packs');
  const databaseOf = (id: string): string => join(folder, `${id}.db`);
  const manifestFile = (id: string): string => join(folder, `${id}.json`);
  let bundled: PackManifest | undefined;

  const notFound = (): Refusal => new Refusal('not-found', 'This pack is installed no more.');
  const has = (id: string): boolean =>
    id === BUNDLED || (ID.test(id) && existsSync(databaseOf(id)) && existsSync(manifestFile(id)));

  function installed(id: string, inUse: string): Pack[] {
    try {
      const manifest = PackManifest.parse(JSON.parse(readFileSync(manifestFile(id), 'utf8')));
      const { size, mtime } = statSync(databaseOf(id));
      return [packOf(id, manifest, inUse, size, mtime.toISOString())];
    } catch {
      // Half of a pack is none: what is left of it can be removed by hand.
      return [];
    }
  }

  return {
    has,
    list(inUse) {
      bundled ??= manifestOf(readFileSync(bundledFile), 'The catalogue of this release');
      const ids = existsSync(folder)
        ? readdirSync(folder)
            .filter((name) => name.endsWith('.json') && ID.test(name.slice(0, -5)))
            .map((name) => name.slice(0, -5))
        : [];
      return [
        packOf(BUNDLED, bundled, inUse, statSync(bundledFile).size, null),
        ...ids
          .flatMap((id) => installed(id, inUse))
          .sort((p, q) => (q.installedAt ?? '').localeCompare(p.installedAt ?? '')),
      ];
    },
    fileOf(id) {
      if (!has(id)) throw notFound();
      return id === BUNDLED ? bundledFile : databaseOf(id);
    },
    install({ manifest, database }) {
      const id = manifest.sha256.slice(0, 16);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const file = databaseOf(id);
      if (!existsSync(file)) {
        const trial = join(folder, `${id}.trial`);
        try {
          writeDurably(trial, database);
          // Whatever else may be wrong with it comes to light before it takes any place.
          openCatalogue(trial).close();
          renameSync(trial, file);
        } finally {
          rmSync(trial, { force: true });
        }
      }
      writeDurably(manifestFile(id), `${JSON.stringify(manifest, null, 2)}\n`);
      return id;
    },
    remove(id) {
      if (id === BUNDLED) {
        throw new Refusal('conflict', 'The catalogue of this release stays; it is the way back.');
      }
      if (!has(id)) throw notFound();
      // The manifest first: without it the pack is gone, whatever happens to the rest.
      rmSync(manifestFile(id), { force: true });
      rmSync(databaseOf(id), { force: true });
    },
  };
}

function packOf(
  id: string,
  manifest: PackManifest,
  inUse: string,
  size: number,
  installedAt: string | null,
): Pack {
  const { name, schemaVersion, catalogueVersion, factsDate, products, integrations, sha256 } =
    manifest;
  return {
    ...{ id, name, schemaVersion, catalogueVersion, factsDate, products, integrations, sha256 },
    ...{ isInUse: id === inUse, size, installedAt },
  };
}
