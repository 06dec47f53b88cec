import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';

const MAX_BYTES = 1024 * 1024;

/** Takes anything, also what refers to itself, and shows the causes of an error. */
function describe(error: unknown): string {
  return typeof error === 'string' ? error : inspect(error, { depth: 4, breakLength: Infinity });
}

function makeRoom(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_BYTES) renameSync(file, `${file}.old`);
}

/**
 * A log in `logs/stackscape.log` of the data folder. It holds two megabytes at most, and writing to
 * it never throws: a full disk must not turn a small trouble into a crash.
 */
export function createLog(dataFolder: string): (error: unknown) => void {
  const folder = join(dataFolder, 'logs');
  const file = join(folder, 'stackscape.log');
  return (error) => {
    const line = `${new Date().toISOString()} ${describe(error)}\n`;
    try {
      // It may be the first in the data folder, which is for one person alone.
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      makeRoom(file);
      appendFileSync(file, line);
    } catch {
      process.stderr.write(line);
    }
  };
}
