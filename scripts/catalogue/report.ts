import type { Assembly } from './assemble.ts';
import { tally } from './order.ts';
import type { Product } from './product.ts';
import type { Relations } from './relate.ts';
import type { Catalogue } from './write-db.ts';

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...rows.map(
      (row) => `| ${row.map((cell) => String(cell).replace(/\|/gu, '\\|')).join(' | ')} |`,
    ),
  ].join('\n');

const section = (title: string, body: string): string => `## ${title}\n\n${body}\n`;

/** Counts of a built catalogue, as the report and the progress lines show them. */
export function countCatalogue(catalogue: Catalogue): Record<string, number> {
  const { products, integrations } = catalogue;
  const sum = (values: readonly number[]): number =>
    values.reduce((total, value) => total + value, 0);
  return {
    products: products.length,
    categories: catalogue.taxonomy.categories.length,
    integrations: integrations.length,
    evidence: sum(integrations.map((link) => link.evidence.length)),
    sources: catalogue.sources.length,
    aliases: sum(products.map((product) => product.aliases.length)),
    icons: products.filter((product) => product.icon !== null).length,
    homepages: products.filter((product) => product.homepage !== null).length,
    extensions: products.filter((product) => product.kind === 'extension').length,
    discontinued: products.filter((product) => product.status === 'discontinued').length,
    descriptions: products.filter((product) => product.description !== null).length,
  };
}

/** The written report of a build: what is in, what was left out and why, what is doubtful. */
export function writeReport(
  catalogue: Catalogue,
  assembly: Assembly,
  relations: Relations,
  unmapped: ReadonlyMap<string, number>,
): string {
  const { products } = catalogue;
  const byCategory = new Map(tally(products.map((product) => product.categories[0])));
  const inAny = new Map(tally(products.flatMap((product) => [...product.categories])));
  const reasons = tally(assembly.excluded.map((item) => item.reason));
  const example = (reason: string): string =>
    assembly.excluded
      .filter((item) => item.reason === reason)
      .slice(0, 12)
      .map((item) => item.name)
      .join(', ');
  const perSource = (id: string): number =>
    products.filter((p) => p.members.some(({ row }) => row.fact.source === id)).length;
  const merged = catalogue.doubts.filter((doubt) => doubt.verdict === 'merged');
  const apart = catalogue.doubts.filter((doubt) => doubt.verdict === 'kept-apart');
  const noHomepage = products.filter((product: Product) => product.homepage === null);

  return [
    '# Catalogue build\n',
    section('Counts', table(['what', 'count'], Object.entries(countCatalogue(catalogue)))),
    section(
      'Products by number of sources',
      table(
        ['sources', 'products'],
        tally(products.map((p) => String(Math.min(p.sources, 10)).padStart(2, '0'))).sort(),
      ),
    ),
    section(
      'Products by category',
      table(
        ['category', 'primary', 'any'],
        catalogue.taxonomy.categories.map((c) => [
          c.id,
          byCategory.get(c.id) ?? 0,
          inAny.get(c.id) ?? 0,
        ]),
      ),
    ),
    section(
      'Products by source',
      table(
        ['source', 'products'],
        catalogue.sources.map((s) => [s.id, perSource(s.id)]),
      ),
    ),
    section(
      'Integrations by kind',
      table(['kind', 'integrations'], tally(catalogue.integrations.map((link) => link.kind))),
    ),
    section(
      'Links left out',
      table(
        ['reason', 'links'],
        [
          ['an end is no product of the catalogue', relations.dropped.missingEnd],
          ['both ends are one product', relations.dropped.sameProduct],
        ],
      ),
    ),
    section(
      'Left out',
      table(
        ['reason', 'products', 'for example'],
        reasons.map(([reason, count]) => [reason, count, example(reason)]),
      ),
    ),
    section(
      'Homepages',
      `${products.length - noHomepage.length} products have one, ${assembly.inferredHomepages} of them read from a documentation, policy or script address on the product's own domain. ${noHomepage.length} have none: no source states one.`,
    ),
    section(
      'Weakest merges',
      table(
        ['strength', 'rows', 'reason'],
        merged.slice(0, 200).map((d) => [d.strength, `${d.a}, ${d.b}`, d.reason]),
      ),
    ),
    section(
      'Nearest that were kept apart',
      table(
        ['strength', 'rows', 'reason'],
        apart.slice(0, 300).map((d) => [d.strength, `${d.a}, ${d.b}`, d.reason]),
      ),
    ),
    section(
      'Source categories that say nothing to the taxonomy',
      table(
        ['source', 'category', 'rows'],
        [...unmapped]
          .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
          .slice(0, 100)
          .map(([key, count]) => [...key.split('\t'), count]),
      ),
    ),
  ].join('\n');
}
