import { Option, type Command } from 'commander';
import type { ProductRow } from '../../../shared/domain/product.ts';
import { describeGraph } from '../../../shared/graph/describe-graph.ts';
import {
  graphFormatInfo,
  graphFormats,
  type GraphFile,
  type GraphFormat,
} from '../../../shared/graph/graph-file.ts';
import { ownConnections } from '../../../shared/graph/own-connections.ts';
import { Refusal } from '../../../shared/result.ts';
import { orSuggest } from './did-you-mean.ts';
import { writeExport } from './files.ts';
import { requireSlug, wholeNumber, withCommonOptions, type CommonOptions } from './options.ts';
import { printable, printAnswer, printLine } from './print.ts';
import { withWorkspace, type Session } from './session.ts';
import { findStack } from './find-stack.ts';

/** Pictures need places, which the page finds; a terminal gets the formats of tools that lay out. */
const formats = graphFormats.filter((format) => !graphFormatInfo[format].isPicture);

interface GraphOptions extends CommonOptions {
  readonly stack?: string;
  readonly product?: string;
  readonly category?: string;
  readonly search?: string;
  readonly hops: number;
  readonly limit: number;
  readonly format: GraphFormat;
  readonly out?: string;
}

/** The products of one page of a list, as many as wanted, best connected first. */
async function listed({ call }: Session, text: string, limit: number): Promise<ProductRow[]> {
  const rows: ProductRow[] = [];
  while (rows.length < limit) {
    const most = Math.min(500, limit - rows.length);
    const page = await call('catalogue:query', {
      text,
      sort: 'integrations',
      offset: rows.length,
      limit: most,
    });
    if (page.problems[0]) throw new Refusal('invalid-input', page.problems[0]);
    rows.push(...page.rows);
    if (page.rows.length < most) break;
  }
  return rows;
}

/** Adds what is around, one hop after the other; `limit` products come with each hop at most. */
async function grown(
  { call }: Session,
  start: readonly ProductRow[],
  hops: number,
  limit: number,
): Promise<ProductRow[]> {
  const rows = [...start];
  let edge: readonly ProductRow[] = start;
  for (let hop = 0; hop < hops && edge.length > 0; hop++) {
    const around = await call('graph:around', {
      ids: edge.map(({ id }) => id),
      shown: rows.map(({ id }) => id),
      limit,
    });
    rows.push(...around.products);
    edge = around.products;
  }
  return rows;
}

async function graphOf(session: Session, options: GraphOptions): Promise<GraphFile> {
  const { call } = session;
  const { hops, limit } = options;
  if (options.stack !== undefined) {
    const { id } = await findStack(session, options.stack);
    const { stack } = await call('stacks:get', { id });
    const nodes = Object.values(stack.nodes);
    const known = await call('catalogue:rows', { ids: nodes.map(({ productId }) => productId) });
    const rows = await grown(session, known, hops, limit);
    return describeGraph({
      title: stack.name,
      rows,
      placed: nodes,
      own: ownConnections(stack),
      ...(await call('graph:links', { ids: rows.map((row) => row.id) })),
    });
  }
  const start = await startOf(session, options);
  // A product by itself is no graph: without a number its neighbours come along.
  const rows = await grown(session, start.rows, hops, limit);
  return describeGraph({
    title: start.title,
    rows,
    placed: [],
    own: [],
    ...(await call('graph:links', { ids: rows.map((row) => row.id) })),
  });
}

async function startOf(
  session: Session,
  { product, category, search, limit }: GraphOptions,
): Promise<{ title: string; rows: ProductRow[] }> {
  const { call } = session;
  if (product !== undefined) {
    const found = await orSuggest(session, product, () =>
      call('catalogue:product', { id: requireSlug('product', product) }),
    );
    return {
      title: `Around ${found.name}`,
      rows: await call('catalogue:rows', { ids: [found.id] }),
    };
  }
  if (category !== undefined) {
    const groups = await call('catalogue:taxonomy', {});
    const found = groups.flatMap(({ categories }) => categories).find(({ id }) => id === category);
    if (!found) {
      throw new Refusal('not-found', `There is no category “${category.slice(0, 100)}”.`);
    }
    return { title: found.name, rows: await listed(session, `category:${found.id}`, limit) };
  }
  const text = search ?? '';
  return { title: text, rows: await listed(session, text, limit) };
}

/** `graph export`: the integration graph of a stack, a product, a category or a search, as a file. */
export function addGraphCommands(program: Command): void {
  const graph = program
    .command('graph')
    .description('the integration graph of a stack, a product, a category or a search');
  withCommonOptions(graph.command('export'))
    .description('write a graph for other tools; without --out it is printed')
    .option('--stack <stack>', 'of this stack; --hops adds what is around it')
    .option('--product <id>', 'around this product')
    .option('--category <id>', 'of the products of this category')
    .option('--search <text>', 'of what this search finds')
    .option('--hops <n>', 'how far around: 0 to 4', wholeNumber(0, 4))
    .option(
      '--limit <n>',
      'products of a list, and added by each hop, at most',
      wholeNumber(1, 5000),
      200,
    )
    .addOption(new Option('--format <format>', 'kind of file').choices(formats).default('graphml'))
    .option('--out <file>', 'where to')
    .action(async (_options: unknown, command: Command) => {
      const given = command.optsWithGlobals<GraphOptions & { hops?: number }>();
      const { stack, product, category, search } = given;
      const chosen = [stack, product, category, search].filter((each) => each !== undefined);
      if (chosen.length !== 1) {
        command.error('error: name one of --stack, --product, --category and --search', {
          exitCode: 2,
        });
      }
      const options = { ...given, hops: given.hops ?? (product === undefined ? 0 : 1) };
      const { file, counts } = await withWorkspace(options, async (session) => {
        const shown = await graphOf(session, options);
        return {
          file: await session.call('graph:export', { graph: shown, format: options.format }),
          counts: { products: shown.nodes.length, connections: shown.edges.length },
        };
      });
      const content = Buffer.from(file.base64, 'base64');
      if (options.out === undefined) {
        const text = content.toString('utf8');
        return options.json === true
          ? printAnswer(true, { ...counts, format: options.format, text }, () => '')
          : printLine(text.trimEnd());
      }
      const path = writeExport(options.out, content);
      printAnswer(
        options.json === true,
        { ...counts, format: options.format, file: path, bytes: content.length },
        () =>
          `Wrote ${printable(path)}: ${counts.products} products, ${counts.connections} connections.`,
      );
    });
}
