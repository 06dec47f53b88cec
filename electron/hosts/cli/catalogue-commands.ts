import type { Command } from 'commander';
import type { Output } from '../../../shared/contract/contract.ts';
import type { Integration, Product } from '../../../shared/domain/product.ts';
import { orSuggest } from './did-you-mean.ts';
import { requireSlug, wholeNumber, withCommonOptions, type CommonOptions } from './options.ts';
import { printable, printAnswer, table } from './print.ts';
import { withCatalogue } from './session.ts';

function describeProduct(product: Product) {
  const { sourceRows, integrationsByKind, categoryId, groupId, ...rest } = product;
  return {
    ...rest,
    category: categoryId,
    group: groupId,
    /** Number of integrations of each kind. */
    integrations: integrationsByKind,
    neighbours: product.integrations,
    sources: sourceRows,
  };
}

function humanProduct(product: Product): string {
  const lines: [string, string | null][] = [
    ['Name', product.name],
    ['Id', product.id],
    ['Homepage', product.homepage],
    ['Vendor', product.vendor],
    ['Categories', product.categories.join(', ')],
    ['Status', [product.status, product.statusNote].filter(Boolean).join(': ')],
    ['Pricing', product.pricing.join(', ')],
    ['Open source', product.oss === null ? null : product.oss ? 'yes' : 'no'],
    ['Service', product.saas === null ? null : product.saas ? 'yes' : 'no'],
    ['Aliases', product.aliases.map(({ alias, kind }) => `${alias} (${kind})`).join(', ')],
    [
      'Integrations',
      Object.entries(product.integrationsByKind)
        .map(([kind, count]) => `${kind} ${count}`)
        .join(', '),
    ],
    ['Sources', [...new Set(product.sourceRows.map(({ source }) => source))].join(', ')],
    ...product.facts.map(({ key, value, source }): [string, string] => [
      key,
      `${value} (${source})`,
    ]),
  ];
  const width = Math.max(...lines.map(([label]) => label.length));
  return lines
    .filter(([, value]) => value)
    .map(([label, value]) => `${label.padEnd(width)}  ${printable(value ?? '')}`)
    .join('\n');
}

export const arrow = { forward: '→', both: '↔', none: '–' } as const;

function humanIntegrations(list: readonly Integration[]): string {
  if (list.length === 0) return 'No integration is known. That is no proof that there is none.';
  return table(
    ['from', '', 'to', 'kind', 'confidence', 'evidence'],
    list.map(({ from, to, kind, direction, confidence, evidence }) => [
      from.name,
      arrow[direction],
      to.name,
      kind,
      confidence,
      evidence.map(({ source }) => source).join(', '),
    ]),
  );
}

const isNegatedTerm = (word: string): boolean => /^-[A-Za-z]+:/.test(word);

/** The shell has taken the quotes off `vendor:"Acme Inc"`; its space shows where they were. */
function quoteValue(word: string): string {
  const [, field, value] = /^(-?[A-Za-z]+:)([^"]*\s[^"]*)$/s.exec(word) ?? [];
  return field === undefined || value === undefined ? word : `${field}"${value}"`;
}

const MOST_CELLS = 20;

function humanNumbers({ categories, connected, cells }: Output<'landscape:numbers'>): string {
  const name = (at: number): string => categories[at]?.id ?? '';
  return [
    table(
      ['category', 'products', 'with it at all'],
      categories.map(({ id, products, all }) => [id, products, all]),
    ),
    table(
      ['most connected', 'works with', 'sends to', 'gets from'],
      connected.map(({ product, sends, gets }) => [product.id, product.integrations, sends, gets]),
    ),
    table(
      ['category', 'and', 'pairs', 'of those possible'],
      [...cells]
        .sort((a, b) => b.pairs - a.pairs)
        .slice(0, MOST_CELLS)
        .map(({ a, b, pairs, density }) => [
          name(a),
          name(b),
          pairs,
          `${(density * 100).toPrecision(2)} %`,
        ]),
    ),
  ].join('\n\n');
}

/** `catalogue stats`, `catalogue numbers`, `catalogue explain`, `catalogue doubts`, `search`, `product` and `integrations`. */
export function addCatalogueCommands(program: Command): void {
  const catalogue = program.command('catalogue').description('the catalogue as a whole');

  withCommonOptions(catalogue.command('stats'))
    .description('count products, categories, integrations, evidence, sources and aliases')
    .action(async (_options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const stats = await withCatalogue(options, ({ call }) => call('catalogue:stats', {}));
      printAnswer(options.json === true, stats, () =>
        table(
          ['what', 'count'],
          Object.entries(stats).map(([what, count]) => [what, count]),
        ),
      );
    });

  withCommonOptions(catalogue.command('numbers'))
    .description('count products by category, the most connected ones and who meets whom')
    .action(async (_options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const numbers = await withCatalogue(options, ({ call }) => call('landscape:numbers', {}));
      printAnswer(options.json === true, numbers, () => humanNumbers(numbers));
    });

  withCommonOptions(catalogue.command('explain <id>'))
    .description('show which source rows make up a product, and why each belongs to it')
    .action(async (id: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const { sourceRows } = await withCatalogue(options, ({ call }) =>
        call('catalogue:product', { id: requireSlug('product', id) }),
      );
      printAnswer(options.json === true, sourceRows, () =>
        table(
          ['source', 'key', 'name', 'why'],
          sourceRows.map((row) => [row.source, row.key, row.name, row.why]),
        ),
      );
    });

  withCommonOptions(catalogue.command('doubts'))
    .description('list the least sure decisions on which source rows are one product')
    .option('--limit <n>', 'at most this many', wholeNumber(1, 1000), 50)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { limit: number }>();
      const doubts = await withCatalogue(options, ({ call }) =>
        call('catalogue:doubts', { limit: options.limit }),
      );
      printAnswer(options.json === true, doubts, () =>
        doubts.length === 0
          ? 'There is no doubtful pair.'
          : table(
              ['verdict', 'one', 'other', 'strength', 'reason'],
              doubts.map(({ verdict, a, b, strength, reason }) => [
                verdict,
                a,
                b,
                strength.toFixed(2),
                reason,
              ]),
            ),
      );
    });

  withCommonOptions(program.command('search <text...>'))
    .description(
      'find products by words, and by terms such as category:cdp, integrates:"Salesforce" or -kind:extension',
    )
    // A term may begin with a minus; what else does is refused below.
    .allowUnknownOption()
    .option('--category <id>', 'only products of this category')
    .option('--limit <n>', 'at most this many', wholeNumber(1, 200), 20)
    .action(async (words: string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<
        CommonOptions & { category?: string; limit: number }
      >();
      const unknown = words.find((word) => word.startsWith('-') && !isNegatedTerm(word));
      if (unknown !== undefined) {
        command.error(`error: unknown option '${unknown}'`, { code: 'commander.unknownOption' });
      }
      const hits = await withCatalogue(options, ({ call }) =>
        call('catalogue:search', {
          text: words.map(quoteValue).join(' '),
          limit: options.limit,
          ...(options.category === undefined
            ? {}
            : { category: requireSlug('category', options.category) }),
        }),
      );
      printAnswer(options.json === true, hits, () =>
        hits.length === 0
          ? 'Nothing found.'
          : table(
              ['id', 'name', 'category', 'homepage', 'score'],
              hits.map((hit) => [
                hit.id,
                hit.name,
                hit.category,
                hit.homepage,
                hit.score.toFixed(2),
              ]),
            ),
      );
    });

  withCommonOptions(program.command('product <id>'))
    .description('show facts, categories, aliases, integrations by kind and sources of a product')
    .action(async (id: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const product = await withCatalogue(options, (session) =>
        orSuggest(session, id, ({ call }) =>
          call('catalogue:product', { id: requireSlug('product', id) }),
        ),
      );
      printAnswer(options.json === true, describeProduct(product), () => humanProduct(product));
    });

  withCommonOptions(program.command('integrations <id>'))
    .description('list the known integrations of a product, with their evidence')
    .option('--with <id>', 'only those with this product')
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { with?: string }>();
      const list = await withCatalogue(options, (session) =>
        orSuggest(session, id, ({ call }) =>
          call('catalogue:integrations', {
            id: requireSlug('product', id),
            ...(options.with === undefined ? {} : { with: requireSlug('product', options.with) }),
          }),
        ),
      );
      printAnswer(options.json === true, list, () => humanIntegrations(list));
    });
}
