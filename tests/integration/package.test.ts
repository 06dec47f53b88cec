import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBuiltin } from 'node:module';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildElectron, buildRenderer, isBuildCurrent } from '../../scripts/build.ts';
import { packageApp } from '../../scripts/package.ts';
import { placeholderDistribution } from '../support/electron-distribution.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;
/** The main process and its parts that are loaded when they are first needed. */
let electronScripts: readonly string[] = [];

function filesIn(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stackscape-package-'));
  if (!isBuildCurrent(['renderer'])) await buildRenderer();
  if (!isBuildCurrent(['electron'])) await buildElectron();
  electronScripts = filesIn(join(root, 'dist/electron')).filter((file) => file.endsWith('.js'));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm start', () => {
  const start = (...options: string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts/start.ts'), ...options], { encoding: 'utf8' });

  it('explains its options on standard output', () => {
    expect(start('--help')).toMatchObject({ status: 0, stderr: '' });
    expect(start('--help').stdout).toContain('--no-open');
  });

  it('refuses what it does not know with the explanation, and a port that cannot be with a sentence', () => {
    const unknown = start('--broswer');
    expect(unknown).toMatchObject({ status: 2, stdout: '' });
    expect(unknown.stderr).toMatch(/'--broswer'[\s\S]*--browser/);
    expect(start('--port', 'eighty')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: '--port takes a number from 0 to 65535.\n',
    });
  });
});

describe('the build', () => {
  it('is not repeated while nothing has changed', () => {
    expect(isBuildCurrent()).toBe(true);
  });

  it('is not made again by the next start, which only prints the address', async () => {
    const start = spawn(
      process.execPath,
      [
        join(root, 'scripts/start.ts'),
        ...['--browser', '--no-open', '--data', join(folder, 'started')],
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    onTestFinished(() => void start.kill('SIGKILL'));
    const stamps = ['renderer', 'electron'].map((each) => join(root, `dist/.${each}.stamp`));
    const before = stamps.map((file) => statSync(file).mtimeMs);
    const said = text(start.stderr);
    for await (const line of createInterface({ input: start.stdout })) {
      expect(line).toMatch(/^Stackscape is running at http:\/\/127\.0\.0\.1:\d+\/\?key=/);
      start.kill('SIGTERM');
    }
    expect(await said).toBe('Press Ctrl+C to stop.\n');
    expect(stamps.map((file) => statSync(file).mtimeMs)).toEqual(before);
  });

  it('makes a preload of one CommonJS file that requires electron alone', () => {
    const preload = readFileSync(join(root, 'dist/electron/preload.cjs'), 'utf8');
    expect([...preload.matchAll(/require\(([^)]*)\)/g)].map(([, what]) => what)).toEqual([
      '"electron"',
    ]);
    expect(preload).not.toMatch(/^(import|export)\b|import\(/m);
  });

  it('makes a main process that needs only Node, Electron and the native module beside it', () => {
    const scripts = electronScripts.map((file) =>
      readFileSync(join(root, 'dist/electron', file), 'utf8'),
    );
    const imported = new Set(
      scripts.flatMap((script) =>
        [...script.matchAll(/^(?:import|export) .*?from "([^"]+)";$/gm)].map(([, what]) => what!),
      ),
    );
    const beside = electronScripts.map((file) => `./${file}`);
    const foreign = [...imported].filter((what) => !isBuiltin(what) && !beside.includes(what));
    expect(foreign.sort()).toEqual(['better-sqlite3', 'electron']);
  });

  it('starts in plain Node on the double, answers its own preload and writes every kind of file', () => {
    const printed = execFileSync(
      process.execPath,
      [join(root, 'tests/support/run-bundle-on-double.ts'), root, join(folder, 'data')],
      { encoding: 'utf8', timeout: 30_000 },
    );
    expect(JSON.parse(printed)).toMatchObject({
      url: 'app://stackscape/index.html',
      required: ['electron'],
      exposed: ['stackscape'],
      info: { ok: true, value: { host: 'electron', dataFolder: join(folder, 'data') } },
      found: { ok: true, value: { matches: [{ certainty: 'sure', product: 'hubspot' }] } },
      written: { png: '\u0089PNG', pdf: '%PDF', pptx: 'PK\u0003\u0004', xlsx: 'PK\u0003\u0004' },
    });
  });

  it('loads nothing from elsewhere and inlines no script or style in its pages', () => {
    for (const name of ['index.html', 'audience.html']) {
      const page = readFileSync(join(root, 'dist/renderer', name), 'utf8');
      expect(page).not.toMatch(/<style|<script(?![^>]*\bsrc=)|\son\w+=|https?:\/\/|data:/);
      for (const [, address] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
        expect(address).toMatch(/^\.\/assets\//);
      }
    }
    for (const file of filesIn(join(root, 'dist/renderer/assets'))) {
      if (!file.endsWith('.css')) continue;
      const css = readFileSync(join(root, 'dist/renderer/assets', file), 'utf8');
      expect(css).not.toMatch(/url\(\s*["']?(https?:|\/\/|data:font)|@import/);
    }
  });

  it('loads the graph libraries only when a graph is opened', () => {
    const assets = join(root, 'dist/renderer/assets');
    const page = readFileSync(join(root, 'dist/renderer/index.html'), 'utf8');
    const reached = new Set<string>();
    const follow = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      const code = readFileSync(join(assets, file), 'utf8');
      for (const [, next] of code.matchAll(/(?:from|^import|;import)\s*"\.\/([^"]+\.js)"/g)) {
        if (next) follow(next);
      }
    };
    for (const [, entry] of page.matchAll(/"\.\/assets\/([^"]+\.js)"/g)) if (entry) follow(entry);
    expect([...reached].filter((file) => /^react/.test(file))).toHaveLength(1);
    expect([...reached].filter((file) => /cytoscape/.test(file))).toEqual([]);
  });
});

describe.skipIf(process.platform !== 'linux')('the package', () => {
  let resources: string;
  let archived: string[];
  const unpacked = `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`;

  beforeAll(async () => {
    await packageApp({
      dirOnly: true,
      output: join(folder, 'out'),
      electronDist: placeholderDistribution(join(folder, 'electron')),
    });
    const application = readdirSync(join(folder, 'out')).find((name) => /unpacked$/.test(name));
    resources = join(folder, 'out', application ?? '', 'resources');
    extractAll(join(resources, 'app.asar'), join(folder, 'extracted'));
    archived = filesIn(join(folder, 'extracted'));
  }, 120_000);

  it('holds main, preload, page, manifest and the native module’s scripts, and nothing else', () => {
    const library = join(root, 'node_modules/better-sqlite3/lib');
    const platformScripts = /^(darwin|linux|linuxmusl|win32)-/;
    const expected = [
      'package.json',
      'dist/electron/preload.cjs',
      ...electronScripts.map((file) => `dist/electron/${file}`),
      ...filesIn(join(root, 'dist/renderer'))
        .filter((file) => file !== 'licences.md')
        .map((file) => `dist/renderer/${file}`),
      'node_modules/better-sqlite3/LICENSE',
      'node_modules/better-sqlite3/package.json',
      ...filesIn(library)
        .filter((file) => !platformScripts.test(file))
        .map((file) => `node_modules/better-sqlite3/lib/${file}`),
      unpacked,
    ].sort();
    expect(archived).toEqual(expected);
  });

  it('carries no source, test, map or document', () => {
    expect(listPackage(join(resources, 'app.asar'), { isPack: false }).length).toBeGreaterThan(10);
    expect(
      archived.filter((file) => /\.(tsx?|map|md|test\.\w+)$|(^|\/)tests?\//.test(file)),
    ).toEqual([]);
  });

  it('leaves the native module outside the archive, for this platform only', () => {
    expect(filesIn(join(resources, 'app.asar.unpacked'))).toEqual([unpacked]);
  });

  it('has the catalogue, the fonts, the rasteriser and the licences beside the archive', () => {
    const beside = filesIn(resources).filter((file) => !file.startsWith('app.asar'));
    expect(beside).toEqual(
      [
        'catalogue.db',
        ...filesIn(join(root, 'resources/fonts')).map((file) => `fonts/${file}`),
        'licences/application.md',
        'licences/better-sqlite3.txt',
        'licences/page.md',
        'licences/resvg-wasm.json',
        'resvg/index.js',
        'resvg/index_bg.wasm',
      ].sort(),
    );
    for (const file of beside)
      expect(readFileSync(join(resources, file)).length).toBeGreaterThan(0);
    expect(readFileSync(join(resources, 'licences/page.md'), 'utf8')).toMatch(/\breact\b/);
  });

  it('reads its catalogue with the native module it carries', () => {
    const script = `
      const Database = require(${JSON.stringify(join(folder, 'extracted/node_modules/better-sqlite3'))});
      const db = new Database(${JSON.stringify(join(resources, 'catalogue.db'))}, { readonly: true });
      console.log(db.prepare('SELECT count(*) FROM product').pluck().get());`;
    const printed = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    expect(Number(printed)).toBeGreaterThan(5000);
  });

  it('sets every fuse', async () => {
    const wire = await getCurrentFuseWire(join(resources, '../stackscape'));
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    for (const fuse of on) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.ENABLE);
    for (const fuse of off) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.DISABLE);
  });

  it('lets a test driver in only in the variant made for it', async () => {
    await packageApp({
      dirOnly: true,
      inspectable: true,
      output: join(folder, 'inspectable'),
      electronDist: join(folder, 'electron'),
    });
    const [application] = readdirSync(join(folder, 'inspectable')).filter((name) =>
      existsSync(join(folder, 'inspectable', name, 'stackscape')),
    );
    const wire = await getCurrentFuseWire(
      join(folder, 'inspectable', application ?? '', 'stackscape'),
    );
    expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.ENABLE);
    expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
  });
});
