import { openCatalogue, type Catalogue } from '../../electron/store/catalogue/open-catalogue.ts';
import { openWorkspace } from '../../electron/store/workspace/open-workspace.ts';
import type { OwnRecords } from '../../shared/custom/records.ts';
import { join } from 'node:path';
import { seededRandom, percentile, round, timed, type BenchModule } from './bench.ts';

const RUNS = 5;

/** Made-up products with an address and another name each, and two integrations with real ones. */
function ownRecords(catalogue: Catalogue, count: number): OwnRecords {
  const { ids, categoryIds } = catalogue.columns;
  const random = seededRandom(count);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const products = Array.from({ length: count }, (_, at) => ({
    id: `my--product-${at}`,
    name: `Product ${at}`,
    homepage: `https://product-${at}.example`,
    vendor: null,
    categories: [pick(categoryIds)],
    kind: 'product' as const,
    status: 'active' as const,
    pricing: [],
    description: null,
    oss: null,
    saas: null,
    aliases: [`Tool ${at}`],
    importId: null,
  }));
  const integrations = products.flatMap(({ id }, at) =>
    [0, 1].map((each) => ({
      id: `i${at}-${each}`,
      from: id,
      to: pick(ids),
      kind: 'native' as const,
      direction: 'forward' as const,
      note: '',
      url: null,
      importId: null,
    })),
  );
  return { products, integrations };
}

/** From a change of own records to the catalogue that shows them, beside a plain opening. */
export const customBench: BenchModule = {
  name: 'custom',
  about: 'putting the catalogue together again after a change of own records',
  run({ catalogue: file, folder, report }) {
    const open = (own?: OwnRecords): void => {
      const catalogue = openCatalogue(file, own);
      catalogue.links();
      catalogue.close();
    };
    open();
    const median = (work: () => void): number =>
      percentile(
        Array.from({ length: RUNS }, () => timed(work).ms),
        0.5,
      );
    const plain = median(() => open());
    const catalogue = openCatalogue(file);
    for (const count of [20, 1_000, 100_000]) {
      const own = ownRecords(catalogue, count);
      const workspace = openWorkspace({ folder: join(folder, String(count)) });
      const write = timed(() => {
        workspace.write(() => {
          workspace.custom.put(own);
          workspace.custom.touch();
        });
      }).ms;
      const reload = median(() => open(workspace.read(() => workspace.custom.all())));
      const size = catalogue.columns.size + count;
      report({ name: 'own records, written', size, own: count, unit: 'ms', once: round(write) });
      report({
        ...{ name: 'own records, reload', size, own: count, unit: 'ms', p50: round(reload) },
        ...{ plainOpen: round(plain), ratio: round(reload / plain) },
      });
      workspace.close();
    }
    catalogue.close();
  },
};
