/** Progress goes to standard error; standard output is for answers. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Runs what takes more than a second, saying what it is and how long it took. */
export async function withProgress<T>(
  what: string,
  work: (report: (line: string) => void) => T | Promise<T>,
): Promise<T> {
  const started = performance.now();
  say(`${what} …`);
  const result = await work((line) => say(`  ${line}`));
  say(`${what}: done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
