import { join } from 'node:path';
import { createCatalogueHandlers } from '../../electron/services/catalogue/catalogue-handlers.ts';
import { createSearchEngine } from '../../electron/services/search/search-engine.ts';
import { openCatalogue } from '../../electron/store/catalogue/open-catalogue.ts';
import { contract, type CallInput } from '../../shared/contract/contract.ts';
import { spread, timed, type BenchContext, type BenchModule } from './bench.ts';
import { callContext } from '../support/call-context.ts';
import { growCatalogue } from './grow-catalogue.ts';

type Query = CallInput<'catalogue:query'>;

/** The list with its live counts: each query asked for the first time, then its next page. */
export const listBench: BenchModule = {
  name: 'list',
  about: 'filtered, counted and sorted lists, and the pages after the first',
  run(context) {
    measure(context, context.catalogue);
    const file = join(context.folder, 'grown.db');
    growCatalogue(context.catalogue, file, 100_000);
    measure(context, file);
  },
};

function measure({ report }: BenchContext, file: string): void {
  const catalogue = openCatalogue(file);
  const handlers = createCatalogueHandlers(catalogue, createSearchEngine(catalogue));
  const ask = (query: Query): number =>
    timed(() =>
      handlers['catalogue:query'](contract['catalogue:query'].input.parse(query), callContext()),
    ).ms;
  const queries: Query[] = catalogue.columns.categoryIds.flatMap((category, at): Query[] => [
    { filter: { categories: [category], hasIntegrations: at % 2 === 0 } },
    { filter: { pricing: ['free', 'freemium'], oss: at % 3 === 0 }, sort: 'name', text: category },
    { filter: { categories: [category], hideExtensions: true }, sort: 'integrations' },
  ]);
  ask({});
  ask({ text: 'warm' });
  const size = catalogue.columns.size;
  report({ name: 'list, new query', size, unit: 'ms', ...spread(queries.map(ask)) });
  const pages = Array.from({ length: 100 }, (_, page) => ask({ offset: page * 100 }));
  report({ name: 'list, next page', size, unit: 'ms', ...spread(pages) });
  catalogue.close();
}
