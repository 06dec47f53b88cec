import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type ElectronBinary = { readonly binary: string } | { readonly why: string };

/** The download is about 100 MB; what takes longer than this is not coming. */
const FETCHED_WITHIN_MS = 10 * 60_000;

/** The binary that the package `electron` has beside it, or null. Loading the package would fetch it. */
function installedBinary(folder: string): string | null {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

async function runInstaller(folder: string): Promise<boolean> {
  const installer = spawn(process.execPath, [join(folder, 'install.js')], {
    stdio: 'ignore',
    timeout: FETCHED_WITHIN_MS,
  });
  try {
    const [code] = (await once(installer, 'exit')) as [number | null];
    return code === 0;
  } catch {
    return false;
  }
}

/**
 * The Electron binary of the package in `folder`. Electron no longer fetches it at installation, so
 * the first start does; where that fails it is not tried again until the package is installed anew,
 * because every start of a machine without a network would wait for it.
 * @returns its path, or the words that go after "because" when the browser opens instead
 */
export async function provideElectron(
  folder: string,
  fetching: (work: () => Promise<boolean>) => Promise<boolean>,
): Promise<ElectronBinary> {
  const installed = installedBinary(folder);
  if (installed !== null) return { binary: installed };
  const failedBefore = join(folder, 'download-failed');
  const why = 'the Electron binary is not on this machine and could not be downloaded';
  if (existsSync(failedBefore)) return { why };
  if (await fetching(() => runInstaller(folder))) {
    const binary = installedBinary(folder);
    if (binary !== null) return { binary };
  }
  writeFileSync(failedBefore, 'Remove this file to let the next start try again.\n');
  return { why };
}
