import { join } from 'node:path';
import Database from 'better-sqlite3';
import Fuse from 'fuse.js';
import { createSearchEngine } from '../../electron/services/search/search-engine.ts';
import { createSearchHandlers } from '../../electron/services/search/search-handlers.ts';
import { openCatalogue } from '../../electron/store/catalogue/open-catalogue.ts';
import { fold } from '../../shared/search/fold.ts';
import { percentile, round, spread, timed, type BenchContext, type BenchModule } from './bench.ts';
import { callContext } from '../support/call-context.ts';
import { growCatalogue } from './grow-catalogue.ts';
import { knownQueries, type KnownQuery } from './search-queries.ts';

/** Plain Fuse needs a second a query at 100,000 products; a part of the queries must do there. */
const BASELINE_QUERIES_BEYOND_BUNDLED = 80;

/** Plain Fuse gets one, as it takes minutes. */
const ROUNDS = 3;

type Search = (text: string) => readonly string[];

/** Latency and accuracy of the search, plain Fuse over everything beside it. */
export const searchBench: BenchModule = {
  name: 'search',
  about: 'search as you type against plain Fuse: bundled size, 20,000 and 100,000 products',
  run(context) {
    const db = new Database(context.catalogue, { readonly: true });
    const queries = knownQueries(db);
    const bundled = db.prepare<[], number>('SELECT count(*) FROM product').pluck().get()!;
    db.close();
    measure(context, context.catalogue, bundled, queries, queries.length);
    for (const size of [20_000, 100_000]) {
      const file = join(context.folder, `${size}.db`);
      context.say(`growing the catalogue to ${size} products`);
      growCatalogue(context.catalogue, file, size);
      measure(context, file, size, queries, BASELINE_QUERIES_BEYOND_BUNDLED);
    }
  },
};

function measure(
  { report, say }: BenchContext,
  file: string,
  size: number,
  queries: readonly KnownQuery[],
  baselineCount: number,
): void {
  const opened = timed(() => openCatalogue(file));
  const catalogue = opened.value;
  const handlers = createSearchHandlers(catalogue, createSearchEngine(catalogue));
  const search: Search = (text) =>
    (handlers['catalogue:search']({ text, limit: 20 }, callContext()) as { id: string }[]).map(
      ({ id }) => id,
    );
  const first = timed(() => search('first'));
  report({
    name: 'search index',
    size,
    unit: 'ms',
    openCatalogue: round(opened.ms),
    firstSearch: round(first.ms),
  });
  say(`${queries.length} queries over ${size} products`);
  const ours = runAll(search, queries, ROUNDS);
  for (const kind of new Set(queries.map((query) => query.kind))) {
    const some = ours.filter((answer) => answer.query.kind === kind);
    report({
      name: `search: ${kind}`,
      size,
      unit: 'ms',
      ...spread(some.map(({ ms }) => ms)),
      queries: some.length,
      recallAt5: recall(some),
      missed: some.flatMap(({ query, found }) => (found ? [] : query.text)).join(', '),
    });
  }

  const step = Math.max(1, Math.floor(queries.length / baselineCount));
  const chosen = queries.filter((_, at) => at % step === 0);
  say(`plain Fuse, ${chosen.length} of the queries`);
  const plain = runAll(plainFuse(file), chosen, 1);
  const same = ours.filter((_, at) => at % step === 0);
  const all = spread(ours.map(({ ms }) => ms));
  const subset = spread(same.map(({ ms }) => ms));
  const baseline = spread(plain.map(({ ms }) => ms));
  report({
    name: 'search',
    size,
    unit: 'ms',
    ...all,
    queries: ours.length,
    recallAt5: recall(ours),
    baseline: 'plain Fuse',
    baselineQueries: plain.length,
    baselineP50: baseline.p50,
    baselineP95: baseline.p95,
    baselineRecallAt5: recall(plain),
    recallAt5OnSameQueries: recall(same),
    ratio: round(baseline.p50 / subset.p50),
    ratioP95: round(baseline.p95 / subset.p95),
  });
  catalogue.close();
}

interface Answer {
  readonly query: KnownQuery;
  readonly ms: number;
  readonly found: boolean;
}

/** Time of each query is the median over the rounds, so that another process counts less. */
function runAll(search: Search, queries: readonly KnownQuery[], rounds: number): Answer[] {
  // A few first, so that neither side is measured before it is compiled.
  for (const query of queries.slice(0, 5)) search(query.text);
  const times = queries.map((): number[] => []);
  const found = queries.map(() => false);
  for (let turn = 0; turn < rounds; turn++) {
    queries.forEach((query, at) => {
      const { value, ms } = timed(() => search(query.text));
      times[at]!.push(ms);
      found[at] = value.slice(0, 5).some((id) => query.right.includes(id));
    });
  }
  return queries.map((query, at) => ({
    query,
    ms: percentile(times[at]!, 0.5),
    found: found[at]!,
  }));
}

function recall(answers: readonly Answer[]): number {
  return round(answers.filter(({ found }) => found).length / answers.length);
}

/** Fuse as its documentation shows it: all products, the same fields folded alike, its own index. */
function plainFuse(file: string): Search {
  const db = new Database(file, { readonly: true });
  const documents = db
    .prepare<
      [],
      {
        id: string;
        name: string;
        domain: string | null;
        aliases: string | null;
        categories: string;
      }
    >(
      `SELECT id, name, domain,
         (SELECT group_concat(alias, '|') FROM product_alias WHERE product = product.rowid) AS aliases,
         (SELECT group_concat(category.name, '|') FROM product_category
            JOIN category ON category.id = product_category.category_id
            WHERE product_category.product = product.rowid) AS categories
       FROM product`,
    )
    .all()
    .map((row) => ({
      id: row.id,
      name: fold(row.name),
      domain: row.domain,
      aliases: row.aliases?.split('|').map(fold) ?? [],
      categories: row.categories.split('|').map(fold),
    }));
  db.close();
  const keys = ['name', 'aliases', 'domain', 'categories'];
  const fuse = new Fuse(
    documents,
    { keys, ignoreLocation: true, threshold: 0.4 },
    Fuse.createIndex(keys, documents),
  );
  return (text) => fuse.search(fold(text), { limit: 20 }).map(({ item }) => item.id);
}
