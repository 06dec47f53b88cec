/**
 * The browser host as `npm start` runs it, in a process of its own: prints its address, and its
 * memory for every line it is sent. Arguments: catalogue file, data folder, folder of the page.
 */
import { createInterface } from 'node:readline';
import { startBrowserHost } from '../../electron/hosts/browser/browser-host.ts';

const [catalogueFile, dataFolder, rendererFolder] = process.argv.slice(2);
const host = await startBrowserHost({
  catalogueFile: catalogueFile!,
  dataFolder: dataFolder!,
  rendererFolder: rendererFolder!,
});
process.stdout.write(`${host.address}\n`);
const lines = createInterface({ input: process.stdin });
lines.on('line', () => process.stdout.write(`${JSON.stringify(process.memoryUsage())}\n`));
lines.on('close', () => void host.close());
