import { Refusal } from '../../../shared/result.ts';
import { startBrowserHost, type BrowserHost, type BrowserHostOptions } from './browser-host.ts';

/**
 * Starts the host as a process of its own: prints the address on standard output, ends cleanly on
 * SIGINT and SIGTERM.
 * @throws Refusal where the host cannot start; see `explainFailedStart`
 */
export async function runBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const host = await startBrowserHost(options);
  const stop = (): void => void host.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // Last: whoever reads the address may end the process at once, and that must be clean as well.
  process.stdout.write(`Stackscape is running at ${host.address}\n`);
  return host;
}

/** A start that fails ends with a sentence and status 1; only a bug shows where it happened. */
export function explainFailedStart(error: unknown): void {
  const text = error instanceof Refusal ? error.message : describe(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
