/** The browser host over what is already built; `npm start` also builds. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dataFolder } from '../data-folder.ts';
import { explainFailedStart, runBrowserHost } from './run.ts';

const built = (path: string): string =>
  fileURLToPath(new URL(`../../../dist/${path}`, import.meta.url));

const { values } = parseArgs({
  options: {
    catalogue: { type: 'string', default: built('catalogue/catalogue.db') },
    renderer: { type: 'string', default: built('renderer') },
    port: { type: 'string', default: '0' },
    // Read by dataFolder(), as in every host.
    data: { type: 'string' },
  },
});

try {
  await runBrowserHost({
    catalogueFile: values.catalogue,
    dataFolder: dataFolder(),
    rendererFolder: values.renderer,
    port: Number(values.port),
  });
} catch (error) {
  explainFailedStart(error);
}
