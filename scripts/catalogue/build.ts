import { statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve as resolvePath } from 'node:path';
import { parseArgs } from 'node:util';
import { CATALOGUE_SCHEMA_VERSION } from '../../electron/store/catalogue/schema.ts';
import { assemble } from './assemble.ts';
import { createCategoriser } from './categorise.ts';
import { findProblems } from './check.ts';
import { readCurated } from './curated.ts';
import { unmatchedNames, unmatchedSources } from './curated-checks.ts';
import { prepareRows } from './evidence-rows.ts';
import { relateExtensions } from './extensions.ts';
import { catalogueFingerprint } from './fingerprint.ts';
import { matchIcons, readBrandSites } from './icons.ts';
import { findNearMisses } from './near-misses.ts';
import { byText } from './order.ts';
import { paths } from './paths.ts';
import { readFacts } from './read-facts.ts';
import { relate } from './relate.ts';
import { countCatalogue, writeReport } from './report.ts';
import { resolve } from './resolve.ts';
import { readTaxonomy } from './taxonomy.ts';
import type { Catalogue } from './write-db.ts';
import { writeDatabase } from './write-db.ts';

export { catalogueFingerprint } from './fingerprint.ts';

export type BuildOptions = {
  /** Where the database goes; `report.md` is written beside it. */
  readonly out?: string;
  /** Ids of sources to leave out. */
  readonly without?: readonly string[];
  readonly onProgress?: (line: string) => void;
};

export type BuildResult = {
  readonly file: string;
  readonly report: string;
  readonly counts: Readonly<Record<string, number>>;
};

/**
 * Builds the catalogue from `resources/catalogue`. The same input gives the same bytes.
 * @throws Error listing every broken invariant; no file is written then
 */
export function buildCatalogue(options: BuildOptions = {}): BuildResult {
  const say = options.onProgress ?? (() => undefined);
  const file = options.out ?? paths.database;
  const without = options.without ?? [];

  // Taken before anything is read: a file that changes meanwhile makes the result stale, not wrong.
  const fingerprint = catalogueFingerprint(without);
  say('Reading the facts');
  const facts = readFacts(paths.facts, without);
  const curated = readCurated(paths.curated);
  const taxonomy = readTaxonomy(paths.taxonomy);

  say(`Resolving ${facts.rows.length} rows of ${facts.sources.length} sources`);
  const categoriser = createCategoriser(curated);
  const iconList = join(paths.facts, 'simple-icons/icons.tsv');
  const withIcons = !without.includes('simple-icons');
  const brandSites = withIcons ? readBrandSites(iconList) : new Map<string, string>();
  const rows = prepareRows(facts.rows, curated, categoriser.fieldsOf, brandSites);
  const resolution = resolve(rows, curated);

  say(`Describing ${resolution.clusters.length} products`);
  const assembly = assemble(resolution.clusters, categoriser, curated);
  const matched = withIcons
    ? matchIcons(assembly.products, iconList, paths.svgIcons, curated)
    : { products: [...assembly.products], icons: [], unmatched: [] };
  const products = matched.products.sort((a, b) => byText(a.id, b.id));

  say('Relating them');
  const extensions = relateExtensions(products, curated.extensions);
  const relations = relate(facts.links, products, extensions.links);

  // Without a source some curated rows have nothing to speak of; that is no fault of theirs.
  const unmatched =
    without.length > 0
      ? []
      : [
          ...assembly.unmatched,
          ...matched.unmatched,
          ...extensions.unmatched,
          ...unmatchedNames(rows, curated),
          ...unmatchedSources(facts.sources, curated),
        ];
  const problems = findProblems(products, relations.integrations, taxonomy, unmatched);
  if (problems.length > 0) throw new Error(`The catalogue is not sound:\n${problems.join('\n')}`);

  const draft: Catalogue = {
    meta: {},
    sources: facts.sources,
    sourceOwners: curated.sourceOwners,
    taxonomy,
    products,
    integrations: relations.integrations,
    icons: matched.icons,
    doubts: [...resolution.doubts, ...findNearMisses(resolution.clusters)].sort(
      (a, b) =>
        byText(b.verdict, a.verdict) ||
        (a.verdict === 'merged' ? a.strength - b.strength : b.strength - a.strength) ||
        byText(a.a, b.a) ||
        byText(a.b, b.b),
    ),
  };
  const counts = countCatalogue(draft);
  const factsDate =
    facts.sources
      .map((source) => source.snapshotDate)
      .sort(byText)
      .at(-1) ?? '';
  const catalogue: Catalogue = {
    ...draft,
    meta: {
      schema_version: String(CATALOGUE_SCHEMA_VERSION),
      fingerprint,
      catalogue_version: `${factsDate.replaceAll('-', '.')}-${fingerprint.slice(0, 8)}`,
      facts_date: factsDate,
      built_from: JSON.stringify({
        rows: facts.rows.length,
        links: facts.links.length,
        sources: facts.sources.length,
        without: [...without].sort(byText),
        ...counts,
      }),
    },
  };
  say(`Writing ${products.length} products and ${relations.integrations.length} integrations`);
  writeDatabase(file, catalogue);
  const report = join(dirname(file), 'report.md');
  writeFileSync(report, writeReport(catalogue, assembly, relations, categoriser.unmapped));
  return { file, report, counts };
}

function main(): void {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      without: { type: 'string', multiple: true },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    process.stderr.write('npm run catalogue -- [--out FILE] [--without SOURCE]…\n');
    return;
  }
  const started = performance.now();
  const say = (line: string): void => void process.stderr.write(`${line} …\n`);
  const result = buildCatalogue({
    onProgress: say,
    ...(values.out === undefined ? {} : { out: resolvePath(values.out) }),
    ...(values.without === undefined ? {} : { without: values.without }),
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const megabytes = (statSync(result.file).size / 1e6).toFixed(1);
  const counts = Object.entries(result.counts).map(([what, count]) => `${count} ${what}`);
  process.stderr.write(
    `${counts.join(', ')}\n${result.file} (${megabytes} MB) in ${seconds} s; see ${result.report}\n`,
  );
}

if (import.meta.main) {
  try {
    main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
