/**
 * Runs dist/electron/main.js in plain Node with the double in the place of Electron, asks the
 * services behind it as the built preload does, and prints what came of it.
 * Arguments: the application's root and a data folder.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bridge } from '../../renderer/api.ts';
import { eventChannel } from '../../electron/hosts/electron/ipc-names.ts';
import type { FileContent } from '../../shared/contract/contract.ts';
import { unwrap, type Result } from '../../shared/result.ts';
import { createElectronDouble } from './electron-double.ts';

const [root = '', dataFolder = ''] = process.argv.slice(2);
process.env['STACKSCAPE_DATA'] = dataFolder;
const double = createElectronDouble({ appPath: root });
Object.assign(globalThis, { electronDouble: double.main });

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: 'double:electron', shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) =>
    url === 'double:electron'
      ? {
          format: 'module',
          shortCircuit: true,
          source: `export const { ${Object.keys(double.main).join(', ')} } = globalThis.electronDouble;`,
        }
      : next(url, context),
});

await import(pathToFileURL(join(root, 'dist/electron/main.js')).href);
double.becomeReady();
while (double.state.windows.length === 0 && double.state.exitCode === null) {
  await new Promise((resolve) => setTimeout(resolve, 10));
}
if (double.state.exitCode !== null) throw new Error(JSON.stringify(double.state.dialogs));
const window = double.window();
await window.loading;

// The sandbox gives a preload a `require` of its own, for electron and nothing of ours.
const { electron, page } = double.preloadSide(window.webContents, [
  eventChannel('progress'),
  eventChannel('stacks:changed'),
]);
const required: string[] = [];
const preload = new Function(
  'require',
  readFileSync(join(root, 'dist/electron/preload.cjs'), 'utf8'),
);
preload((name: string) => {
  required.push(name);
  if (name !== 'electron') throw new Error(`module not found: ${name}`);
  return electron;
});
const bridge = page['stackscape'] as Bridge;
const info = await bridge.call('app:info', {}, 'smoke');
// The data on hosts are a file of their own, loaded when first needed.
const sightings = [{ kind: 'domain', value: 'js.hs-scripts.com' }];
const found = await bridge.call('finder:match', { sightings }, 'smoke-2');
const made = (await bridge.call('stacks:create', { name: 'Mine' }, 'smoke-3')) as Result<{
  readonly stack: { readonly id: string };
}>;
const written: Record<string, unknown> = {};
// Their writers, and the fonts and tables that these read, are beside the main process.
for (const format of ['png', 'pdf', 'pptx', 'xlsx'] as const) {
  const input = { stackId: unwrap(made).stack.id, format };
  const file = (await bridge.call(
    'exchange:export-stack',
    input,
    `smoke-${format}`,
  )) as Result<FileContent>;
  written[format] = file.ok
    ? Buffer.from(file.value.base64, 'base64').toString('latin1', 0, 4)
    : file.error;
}

process.stdout.write(
  JSON.stringify({
    url: window.webContents.getURL(),
    required,
    exposed: Object.keys(page),
    info,
    found,
    written,
  }),
);
double.app.quit();
