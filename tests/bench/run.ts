/** `npm run bench`: measures and prints one JSON object a line on standard output. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { realCatalogue } from '../support/catalogue.ts';
import { audienceBench } from './audience.ts';
import type { BenchModule } from './bench.ts';
import { canvasBench } from './canvas.ts';
import { customBench } from './custom.ts';
import { exportBench } from './export.ts';
import { graphBench } from './graph.ts';
import { hostBench } from './host.ts';
import { insightsBench } from './insights.ts';
import { importBench } from './import.ts';
import { layoutBench } from './layout.ts';
import { listBench } from './list.ts';
import { mapBench } from './map.ts';
import { searchBench } from './search.ts';
import { stackBench } from './stack.ts';

const modules: readonly BenchModule[] = [
  searchBench,
  listBench,
  stackBench,
  hostBench,
  mapBench,
  insightsBench,
  customBench,
  importBench,
  layoutBench,
  exportBench,
  graphBench,
  canvasBench,
  audienceBench,
];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string', multiple: true }, help: { type: 'boolean' } },
  });
  if (values.help) {
    const list = modules.map(({ name, about }) => `  ${name.padEnd(10)} ${about}\n`).join('');
    process.stderr.write(`npm run -s bench -- [--only NAME]…\n\n${list}`);
    return;
  }
  const unknown = values.only?.filter((name) => modules.every((module) => module.name !== name));
  if (unknown && unknown.length > 0) {
    process.stderr.write(`There is no section ${unknown.join(', ')}; --help lists them.\n`);
    process.exitCode = 2;
    return;
  }
  const catalogue = realCatalogue();
  for (const module of modules) {
    if (values.only && !values.only.includes(module.name)) continue;
    const folder = mkdtempSync(join(tmpdir(), 'stackscape-bench-'));
    try {
      await module.run({
        catalogue,
        folder,
        report: (measurement) => void process.stdout.write(`${JSON.stringify(measurement)}\n`),
        say: (line) => void process.stderr.write(`${module.name}: ${line}\n`),
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

await main();
