/** Builds the renderer and the Electron main process: `npm run build`. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const dist = join(root, 'dist');

type Target = 'renderer' | 'electron';

/** What each output is made from; the lock file stands for everything in node_modules. */
const inputs: Readonly<Record<Target, readonly string[]>> = {
  renderer: [
    'renderer',
    'shared',
    'resources/icons',
    'vite.config.ts',
    'tsconfig.json',
    'package-lock.json',
    'scripts/build.ts',
  ],
  electron: [
    'electron',
    'shared',
    'package.json',
    'tsconfig.json',
    'package-lock.json',
    'scripts/build.ts',
  ],
};

const outputs: Readonly<Record<Target, readonly string[]>> = {
  renderer: ['renderer/index.html', 'renderer/audience.html'],
  electron: ['electron/main.js', 'electron/preload.cjs'],
};

const stampFile = (target: Target): string => join(dist, `.${target}.stamp`);

function filesUnder(path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

/** Hash of the names and bytes of all inputs: dates lie after a checkout, bytes do not. */
function hashOfInputs(target: Target): string {
  const hash = createHash('sha256');
  for (const file of inputs[target].flatMap(filesUnder).sort()) {
    const bytes = readFileSync(join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

function isCurrent(target: Target): boolean {
  if (!outputs[target].every((file) => existsSync(join(dist, file)))) return false;
  if (!existsSync(stampFile(target))) return false;
  return readFileSync(stampFile(target), 'utf8') === hashOfInputs(target);
}

/**
 * Whether what lies in dist/ was built from the sources as they are now.
 * @param targets  what is needed: the browser host does without the Electron part
 */
export function isBuildCurrent(targets: readonly Target[] = ['renderer', 'electron']): boolean {
  return targets.every(isCurrent);
}

/**
 * Builds beside the finished output and swaps at the end, so a build that fails or is interrupted
 * leaves the last good one in place. The hash is taken first: an edit meanwhile makes it stale.
 */
async function buildInto(target: Target, build: (outDir: string) => Promise<void>): Promise<void> {
  const hash = hashOfInputs(target);
  const fresh = join(dist, `.${target}-${process.pid}`);
  const finished = join(dist, target);
  mkdirSync(dist, { recursive: true });
  try {
    await build(fresh);
    rmSync(stampFile(target), { force: true });
    rmSync(finished, { recursive: true, force: true });
    renameSync(fresh, finished);
    writeFileSync(stampFile(target), hash);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Builds the page into dist/renderer. @throws Error naming the file and line that do not compile */
export async function buildRenderer(): Promise<void> {
  // Vite takes half a second to load, which a start that builds nothing need not pay.
  const { build } = await import('vite');
  await buildInto('renderer', async (outDir) => {
    await build({
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir, emptyOutDir: true },
    });
  });
}

/**
 * Bundles the desktop application into main.js (an ES module) and preload.cjs. All but Electron and
 * the native module is in the bundle: the package carries no node_modules besides.
 */
async function bundleElectron(outDir: string): Promise<void> {
  const { build } = await import('vite');
  const common = { configFile: false, envDir: false, root, logLevel: 'warn' } as const;
  await build({
    ...common,
    resolve: { conditions: ['node', 'import', 'module', 'default'] },
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'], target: 'node' },
    build: {
      outDir,
      emptyOutDir: true,
      ssr: 'electron/main.ts',
      target: 'node24',
      minify: false,
      license: { fileName: 'licences.md' },
      rolldownOptions: {
        output: { format: 'es', entryFileNames: 'main.js', chunkFileNames: '[name].js' },
      },
    },
  });
  // A sandboxed preload is one CommonJS file that may require nothing but electron.
  await build({
    ...common,
    ssr: { noExternal: true, external: ['electron'], target: 'node' },
    build: {
      outDir,
      emptyOutDir: false,
      ssr: 'electron/preload.ts',
      target: 'node24',
      minify: false,
      rolldownOptions: {
        output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
      },
    },
  });
}

/** Builds dist/electron. @throws Error naming the file and line that do not compile */
export async function buildElectron(): Promise<void> {
  await buildInto('electron', bundleElectron);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const start = performance.now();
  await buildRenderer();
  await buildElectron();
  console.error(`Built in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
}
