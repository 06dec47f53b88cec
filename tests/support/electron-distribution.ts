import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion } from '@electron/fuses';
import electron from 'electron/package.json' with { type: 'json' };

/** Marks the place of the fuses in every Electron binary. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const OFF = '0';

/**
 * Makes a folder that looks like an unpacked Electron for Linux: all that packaging touches is
 * there, the fuses in the binary included, but nothing that runs.
 */
export function placeholderDistribution(folder: string): string {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  const fuses = Object.values(FuseV1Options).filter((value) => typeof value === 'number');
  const wire = Buffer.concat([
    Buffer.from(SENTINEL),
    Buffer.from([Number(FuseVersion.V1), fuses.length]),
    Buffer.from(OFF.repeat(fuses.length)),
  ]);
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from('placeholder '), wire, Buffer.from(' end')]),
  );
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), electron.version);
  writeFileSync(join(folder, 'LICENSE'), 'Electron licence');
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'Chromium licences');
  for (const language of ['en-US', 'de', 'fr']) {
    writeFileSync(join(folder, `locales/${language}.pak`), '');
  }
  return folder;
}
