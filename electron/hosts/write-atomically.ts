import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

function realTarget(file: string): string {
  try {
    // A link stays a link: what it points to is replaced.
    return realpathSync(file);
  } catch {
    return file;
  }
}

/**
 * Writes a file so that at every moment either the old or the new one is there, whole.
 * @throws the error of the file system (ENOSPC, EACCES…); the old file is untouched then
 */
export function writeAtomically(file: string, content: string | Uint8Array): void {
  const target = realTarget(file);
  // In the same folder, as a rename is atomic only within one file system.
  const temporary = join(dirname(target), `.stackscape-${randomUUID()}.tmp`);
  try {
    const descriptor = openSync(temporary, 'wx');
    try {
      writeFileSync(descriptor, content);
      // Without it a power cut after the rename may leave a file of the right name and no bytes.
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
