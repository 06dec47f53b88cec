import { spawnSync } from 'node:child_process';

/** Whether a program of somebody else is on this machine; tests that need it are skipped otherwise. */
export function hasTool(name: string): boolean {
  return spawnSync('which', [name], { stdio: 'ignore' }).status === 0;
}

/** Runs a program. @returns its standard output @throws Error with what it said where it fails */
export function runTool(name: string, parameters: readonly string[], input?: Buffer): string {
  const { status, stdout, stderr } = spawnSync(name, [...parameters], {
    ...(input ? { input } : {}),
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${String(stderr)}`);
  return String(stdout);
}
