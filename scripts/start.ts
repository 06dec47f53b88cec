/** `npm start`: makes what is missing or stale, then opens Stackscape. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { explainFailedStart, runBrowserHost } from '../electron/hosts/browser/run.ts';
import { dataFolder } from '../electron/hosts/data-folder.ts';
import { Refusal } from '../shared/result.ts';
import { buildElectron, buildRenderer, isBuildCurrent } from './build.ts';
import { provideElectron, type ElectronBinary } from './electron-binary.ts';
import { ensureCatalogue } from './ensure-catalogue.ts';
import { say, withProgress } from './progress.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

const HELP = `npm start -- [options]

  --browser     use the browser even where the desktop window could open
  --no-open     print the address, open nothing
  --port N      port of the browser host (default: any free one)
  --data DIR    user-data folder
  --help        this text
`;

/** The desktop window's binary, or why there will be none; without a display none is fetched. */
async function findElectron(): Promise<ElectronBinary> {
  if (!hasDisplay()) return { why: 'there is no display' };
  return provideElectron(join(root, 'node_modules', 'electron'), (fetch) => {
    say('Fetching Electron, this once …');
    return fetch();
  });
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

function startElectron(binary: string, folder: string): void {
  // A variable that a developer may have set for other tools would make Electron a plain Node.
  const env = { ...process.env };
  delete env['ELECTRON_RUN_AS_NODE'];
  const child = spawn(binary, [root, '--data', folder], { stdio: 'inherit', env });
  const stop = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  child.on('error', (error) => {
    say(`The window could not be opened: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => (process.exitCode = code ?? 1));
}

async function openInBrowser(address: string): Promise<void> {
  try {
    const { default: open } = await import('open');
    const child = await open(address);
    // Without a browser the helper fails later on; the printed address is enough then.
    child.on('error', () => undefined);
  } catch {
    say('No browser could be opened; open the address yourself.');
  }
}

async function startInBrowser(options: {
  readonly folder: string;
  readonly port: number;
  readonly open: boolean;
}): Promise<void> {
  const host = await runBrowserHost({
    catalogueFile: join(root, 'dist/catalogue/catalogue.db'),
    dataFolder: options.folder,
    rendererFolder: join(root, 'dist/renderer'),
    port: options.port,
    ...(options.open ? { openExternal: openInBrowser } : {}),
  });
  say('Press Ctrl+C to stop.');
  if (options.open) await openInBrowser(host.addressForOneUse());
}

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      browser: { type: 'boolean', default: false },
      open: { type: 'boolean', default: true },
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
    allowNegative: true,
  });
  if (values.help) return void process.stdout.write(HELP);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Refusal('invalid-input', '--port takes a number from 0 to 65535.');
  }
  const folder = dataFolder();

  const electron = values.browser ? { why: '' } : await findElectron();
  const wantsWindow = 'binary' in electron;
  await ensureCatalogue();
  if (!isBuildCurrent(['renderer'])) await withProgress('Building the page', buildRenderer);
  if (wantsWindow && !isBuildCurrent(['electron'])) {
    await withProgress('Building the desktop application', buildElectron);
  }

  if (wantsWindow) return startElectron(electron.binary, folder);
  if (electron.why) say(`Stackscape opens in your browser, because ${electron.why}.`);
  const open = values.open && hasDisplay() && !process.env['CI'];
  await startInBrowser({ folder, port, open });
}

try {
  await start();
} catch (error) {
  // parseArgs tells in plain words which option it does not know; any other error is a bug.
  const { code } = error as { readonly code?: unknown };
  if (error instanceof TypeError && String(code).startsWith('ERR_PARSE_ARGS')) {
    process.stderr.write(`${error.message}\n\n${HELP}`);
    process.exitCode = 2;
  } else {
    explainFailedStart(error);
  }
}
