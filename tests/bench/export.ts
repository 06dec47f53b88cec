import { openServices, type BenchHandlers } from './open-services.ts';
import { ExportOptions } from '../../shared/exchange/export-options.ts';
import type { ExportFormat } from '../../shared/exchange/formats.ts';
import { callContext } from '../support/call-context.ts';
import { round, spread, type BenchModule } from './bench.ts';
import { largeStack } from './large-stack.ts';

const PRODUCTS = 200;
const EDGES = 1000;
const TURNS = 3;
const MEGABYTE = 1024 * 1024;
const measured: readonly ExportFormat[] = ['svg', 'png', 'pdf', 'pptx', 'xlsx'];

/** Each kind of file of a large stack, beside the bare JSON of the same stack in the same run. */
export const exportBench: BenchModule = {
  name: 'export',
  about: 'export a stack of 200 products and 1,000 edges',
  async run({ catalogue, folder, report, say }) {
    const services = openServices(catalogue, folder);
    const { handlers } = services;
    try {
      const { stackId, edges } = await largeStack(handlers, PRODUCTS, EDGES);
      const baseline = await exportTimes(handlers, stackId, 'json');
      for (const format of measured) {
        say(format);
        const before = process.memoryUsage().rss;
        const { times, bytes, peak } = await exportTimes(handlers, stackId, format);
        report({
          name: `export ${format}`,
          size: PRODUCTS,
          unit: 'ms',
          edges,
          first: round(times[0]!),
          ...spread(times),
          toJson: round(spread(times).p50 / spread(baseline.times).p50),
          kilobytes: Math.round(bytes / 1024),
          peakMegabytes: Math.round(peak / MEGABYTE),
          grownMegabytes: Math.round((peak - before) / MEGABYTE),
        });
      }
    } finally {
      services.close();
    }
  },
};

type Handlers = BenchHandlers;

/** Memory is looked at whenever the work gives others a turn, and at its end. */
async function exportTimes(handlers: Handlers, stackId: string, format: ExportFormat) {
  const times: number[] = [];
  let bytes = 0;
  let peak = 0;
  const look = (): void => void (peak = Math.max(peak, process.memoryUsage().rss));
  const watch = setInterval(look, 5);
  for (let turn = 0; turn < TURNS; turn++) {
    const start = performance.now();
    const file = await handlers['exchange:export-stack'](
      { ...ExportOptions.parse({ format }), stackId },
      callContext(),
    );
    times.push(performance.now() - start);
    bytes = Buffer.byteLength(file.base64, 'base64');
    look();
  }
  clearInterval(watch);
  return { times, bytes, peak };
}
