import Papa from 'papaparse';
import { openServices } from './open-services.ts';
import { guessMapping } from '../../shared/import/columns.ts';
import { BATCH } from '../../shared/import/limits.ts';
import { mapProducts } from '../../shared/import/map-rows.ts';
import { planProducts } from '../../shared/import/plan.ts';
import { readTables } from '../../shared/import/read-tables.ts';
import { unwrap } from '../../shared/result.ts';
import { callContext } from '../support/call-context.ts';
import { round, seededRandom, timed, type BenchModule } from './bench.ts';

const ROWS = 100_000;
const MEGABYTE = 1024 * 1024;

/** A list as a large company has one: mostly unknown names, some with quotes and line breaks. */
function listOf(rows: number): string {
  const random = seededRandom(11);
  const word = (): string =>
    Array.from({ length: 4 + Math.floor(random() * 6) }, () =>
      String.fromCharCode(97 + Math.floor(random() * 26)),
    ).join('');
  const lines = ['Name,Website,Category,Tags,Note'];
  for (let row = 0; row < rows; row++) {
    const name = `${word()} ${word()} ${row}`;
    const note = row % 10 === 0 ? '"said ""yes"",\nlater"' : word();
    lines.push(`${name},${word()}${row}.example,CRM,${word()},${note}`);
  }
  return lines.join('\r\n');
}

/** From the bytes of a list of 100,000 products to all of them in the catalogue. */
export const importBench: BenchModule = {
  name: 'import',
  about: 'import 100,000 products from CSV, beside plain Papa Parse',
  async run({ catalogue, folder, report, say }) {
    const bytes = Buffer.from(listOf(ROWS));
    const papa = timed(() => Papa.parse<string[]>(bytes.toString('utf8')).data.length);
    const services = openServices(catalogue, folder);
    const { handlers } = services;
    let peak = 0;
    // Asked for between the steps: what never waits leaves a timer no turn.
    const look = (): void => void (peak = Math.max(peak, process.memoryUsage().rss));
    try {
      await handlers['catalogue:stats']({}, callContext());
      const before = process.memoryUsage().rss;
      const start = performance.now();
      const read = unwrap(await readTables(bytes, 'list.csv')).tables[0];
      if (!read) throw new Error('The list has no table.');
      look();
      const readMs = performance.now() - start;
      const { drafts } = mapProducts(read, guessMapping(read.header, 'products'));
      say(`${drafts.length} rows read`);
      const matchStart = performance.now();
      const matches = [];
      for (let from = 0; from < drafts.length; from += BATCH) {
        const items = drafts.slice(from, from + BATCH);
        matches.push(
          ...(await handlers['imports:match']({ items, forgiving: false }, callContext())),
        );
        look();
      }
      const matchMs = performance.now() - matchStart;
      const plan = planProducts(drafts, matches, {
        decisions: new Map(),
        onDoubt: 'skip',
        categories: new Map([['crm', 'crm']]),
        otherwise: 'crm',
      });
      const writeStart = performance.now();
      const { importId } = await handlers['imports:begin'](
        { fileName: 'list.csv', kind: 'products' },
        callContext(),
      );
      for (let from = 0; from < plan.products.length; from += BATCH) {
        const products = plan.products.slice(from, from + BATCH);
        const part = { importId, products: [...products], integrations: [], marks: [] };
        await handlers['imports:add'](part, callContext());
        look();
      }
      const commitStart = performance.now();
      await handlers['imports:commit']({ importId }, callContext());
      const commitMs = performance.now() - commitStart;
      look();
      const writeMs = performance.now() - writeStart;
      const reloadStart = performance.now();
      const stats = await handlers['catalogue:stats']({}, callContext());
      const reloadMs = performance.now() - reloadStart;
      look();
      const total = performance.now() - start;
      report({
        name: 'import',
        size: ROWS,
        unit: 'ms',
        megabytes: round(bytes.length / MEGABYTE),
        read: round(readMs),
        match: round(matchMs),
        write: round(writeMs),
        commit: round(commitMs),
        reload: round(reloadMs),
        total: round(total),
        rowsPerSecond: Math.round(ROWS / (total / 1000)),
        products: stats.products,
        papaParse: round(papa.ms),
        readToPapa: round(readMs / papa.ms),
        peakMegabytes: Math.round(peak / MEGABYTE),
        grownMegabytes: Math.round((peak - before) / MEGABYTE),
      });
    } finally {
      services.close();
    }
  },
};
