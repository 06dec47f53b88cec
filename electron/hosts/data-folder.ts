import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

interface Surroundings {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

function fromArguments(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((argument) => argument === '--data' || argument.startsWith('--data='));
  if (at < 0) return undefined;
  return argv[at] === '--data' ? argv[at + 1] : argv[at]?.slice('--data='.length);
}

/**
 * The absolute path of the user's folder: `--data DIR`, else STACKSCAPE_DATA, else the place the
 * platform gives an application. It need not exist.
 */
export function dataFolder(
  surroundings: Surroundings = {
    argv: process.argv,
    env: process.env,
    platform: process.platform,
    home: homedir(),
  },
): string {
  const { argv, env, platform, home } = surroundings;
  const chosen = fromArguments(argv) || env['STACKSCAPE_DATA'];
  if (chosen) return resolve(chosen);
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Stackscape');
    case 'win32':
      return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Stackscape');
    default:
      return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'stackscape');
  }
}
