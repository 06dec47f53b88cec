/** Packages the desktop application: `npm run package -- [--dir] [--inspectable]`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, Platform, type Configuration } from 'electron-builder';
import { buildElectron, buildRenderer, isBuildCurrent } from './build.ts';
import { ensureCatalogue } from './ensure-catalogue.ts';
import { withProgress } from './progress.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

export interface PackageOptions {
  /** Leaves the application as a folder instead of making installers of it. */
  readonly dirOnly?: boolean;
  /** Lets a test driver attach. Never for a release. */
  readonly inspectable?: boolean;
  /** Where to write; `out` in the repository by default. */
  readonly output?: string;
  /** An Electron distribution on disk, instead of one that is downloaded. */
  readonly electronDist?: string;
}

/** Packages for the platform it runs on what lies in dist/. @returns the files made */
export async function packageApp(options: PackageOptions = {}): Promise<readonly string[]> {
  const platform = Platform.current();
  const config: Configuration = {
    extends: join(root, 'electron-builder.yml'),
    ...(options.inspectable ? { electronFuses: { enableNodeCliInspectArguments: true } } : {}),
    ...(options.output ? { directories: { output: options.output } } : {}),
    ...(options.electronDist ? { electronDist: options.electronDist } : {}),
  };
  return build({
    projectDir: root,
    targets: options.dirOnly ? platform.createTarget('dir') : platform.createTarget(),
    publish: 'never',
    config,
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      dir: { type: 'boolean', default: false },
      inspectable: { type: 'boolean', default: false },
    },
  });
  await ensureCatalogue();
  if (!isBuildCurrent(['renderer'])) await withProgress('Building the page', buildRenderer);
  if (!isBuildCurrent(['electron'])) {
    await withProgress('Building the desktop application', buildElectron);
  }
  const made = await packageApp({ dirOnly: values.dir, inspectable: values.inspectable });
  for (const file of made.filter((each) => existsSync(each))) process.stdout.write(`${file}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
