import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MAX_BYTES = 1024 * 1024;

function describe(error: unknown): string {
  if (error instanceof Error) {
    const cause = error.cause === undefined ? '' : `\n  caused by ${describe(error.cause)}`;
    return (error.stack ?? `${error.name}: ${error.message}`) + cause;
  }
  return typeof error === 'string' ? error : (JSON.stringify(error) ?? String(error));
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
      mkdirSync(folder, { recursive: true });
      makeRoom(file);
      appendFileSync(file, line);
    } catch {
      process.stderr.write(line);
    }
  };
}
