import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { realCatalogue } from './catalogue.ts';
import { tempFolder } from './temp-folder.ts';

const main = fileURLToPath(new URL('../../electron/hosts/cli/main.ts', import.meta.url));

/**
 * The command line over a data folder, an empty one where none is named, and the real catalogue. What it answers with is the
 * standard output; a refusal rejects with the sentence on standard error in its message.
 */
export function aTerminal(
  folder = join(tempFolder(), 'data'),
): (...parameters: string[]) => Promise<string> {
  const env = { ...process.env, STACKSCAPE_DATA: folder };
  return async (...parameters) => {
    const all = [main, ...parameters, '--catalogue', realCatalogue()];
    return (await promisify(execFile)(process.execPath, all, { env })).stdout;
  };
}
