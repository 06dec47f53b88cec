import { basename } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Output } from '../../../shared/contract/contract.ts';
import { categoryFor } from '../../../shared/import/categories.ts';
import {
  fieldsOf,
  guessKind,
  guessMapping,
  importKinds,
  requiredOf,
  type ImportField,
  type ImportKind,
  type Mapping,
} from '../../../shared/import/columns.ts';
import { BATCH, IMPORT_LIMITS } from '../../../shared/import/limits.ts';
import { mapIntegrations, mapProducts, type RowProblem } from '../../../shared/import/map-rows.ts';
import {
  doubtRules,
  planIntegrations,
  planProducts,
  type DoubtRule,
} from '../../../shared/import/plan.ts';
import { readTables } from '../../../shared/import/read-tables.ts';
import type { ImportTable } from '../../../shared/import/table.ts';
import { Refusal, unwrap } from '../../../shared/result.ts';
import { fold } from '../../../shared/search/fold.ts';
import { readInputFile } from './files.ts';
import { withCommonOptions, type CommonOptions } from './options.ts';
import { printable, printAnswer, say, table as printTable } from './print.ts';
import { withWorkspace, type Session } from './session.ts';

interface ImportOptions extends CommonOptions {
  readonly kind?: ImportKind;
  readonly sheet?: string;
  readonly map: Readonly<Record<string, string>>;
  readonly onDoubt: DoubtRule;
  readonly category: string;
  readonly dryRun?: boolean;
}

/** "name=Product" as often as it is given. */
function collect(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Give a field and a column, as in name=Product.');
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

function mappingOf(table: ImportTable, kind: ImportKind, given: ImportOptions['map']): Mapping {
  const mapping: Partial<Record<ImportField, number>> = { ...guessMapping(table.header, kind) };
  for (const [field, column] of Object.entries(given)) {
    const known = fieldsOf(kind).find((each) => each === field);
    const index = table.header.indexOf(column);
    if (!known) throw new Refusal('invalid-input', `There is no field “${field}” of ${kind}.`);
    if (index < 0) {
      const columns = table.header.join(', ');
      throw new Refusal('invalid-input', `There is no column “${column}”; there are: ${columns}.`);
    }
    mapping[known] = index;
  }
  const missing = requiredOf(kind).find((field) => mapping[field] === undefined);
  if (missing !== undefined) {
    throw new Refusal(
      'invalid-input',
      `No column looks like the ${missing}. Name it: --map ${missing}=COLUMN`,
    );
  }
  return mapping;
}

type Matches = Output<'imports:match'>;

async function matchAll(
  { call }: Session,
  items: readonly { readonly name: string; readonly homepage: string | null }[],
): Promise<Matches> {
  const found: Matches = [];
  for (let from = 0; from < items.length; from += BATCH) {
    const batch = items.slice(from, from + BATCH).map((item) => ({
      ...item,
      name: item.name.slice(0, 300),
    }));
    const forgiving = items.length <= BATCH;
    found.push(...(await call('imports:match', { items: batch, forgiving })));
  }
  return found;
}

async function planOf(
  session: Session,
  read: ImportTable,
  kind: ImportKind,
  options: ImportOptions,
) {
  const mapping = mappingOf(read, kind, options.map);
  if (kind === 'products') {
    const { drafts, problems } = mapProducts(read, mapping);
    const matches = await matchAll(session, drafts);
    const taxonomy = await session.call('catalogue:taxonomy', {});
    const known = taxonomy.flatMap(({ categories }) => categories);
    if (!known.some(({ id }) => id === options.category)) {
      throw new Refusal('invalid-input', `There is no category “${options.category}”.`);
    }
    const said = new Set(drafts.flatMap(({ categories }) => categories));
    const categories = new Map(
      [...said].flatMap((text) => {
        const id = categoryFor(text, known);
        return id === null ? [] : [[fold(text), id] as const];
      }),
    );
    const { onDoubt, category: otherwise } = options;
    const choices = { decisions: new Map(), onDoubt, categories, otherwise };
    const plan = planProducts(drafts, matches, choices);
    return { ...plan, integrations: [], problems: [...problems, ...plan.problems] };
  }
  const { drafts, problems } = mapIntegrations(read, mapping);
  const names = [...new Set(drafts.flatMap(({ from, to }) => [from, to]))];
  const matches = await matchAll(
    session,
    names.map((name) => ({ name, homepage: null })),
  );
  const ends = new Map(
    names.map((name, index) => {
      const match = matches[index];
      const isTaken =
        match?.state === 'same' || (match?.state === 'doubtful' && options.onDoubt === 'match');
      return [name, (isTaken ? match?.products[0]?.id : undefined) ?? null] as const;
    }),
  );
  const plan = planIntegrations(drafts, ends);
  const none = { products: [], marks: [], unchanged: 0, skipped: 0 };
  return { ...none, ...plan, problems: [...problems, ...plan.problems] };
}

type Plan = Awaited<ReturnType<typeof planOf>>;

async function write({ call }: Session, fileName: string, kind: ImportKind, plan: Plan) {
  const { importId } = await call('imports:begin', { fileName, kind });
  const most = Math.max(plan.products.length, plan.integrations.length, plan.marks.length);
  for (let from = 0; from < most; from += BATCH) {
    await call('imports:add', {
      importId,
      products: plan.products.slice(from, from + BATCH),
      integrations: plan.integrations.slice(from, from + BATCH),
      marks: plan.marks.slice(from, from + BATCH),
    });
  }
  return call('imports:commit', { importId });
}

const describeProblem = ({ row, column, reason }: RowProblem): string =>
  `Row ${row}${column === null ? '' : `, column ${column}`}: ${reason}`;

/** `import FILE`, `import list` and `import undo ID`. */
export function addImportCommands(program: Command): void {
  const group = program
    .command('import')
    .description('bring products or integrations of your own from CSV, TSV, XLSX or JSON');

  withCommonOptions(group.command('file <file>', { isDefault: true }))
    .description('import a table; “-” is standard input')
    .addOption(new Option('--kind <kind>', 'what the rows are').choices(importKinds))
    .option('--sheet <name>', 'sheet of a workbook, or list of a JSON file')
    .option('--map <field=column>', 'the column of a field (repeatable)', collect, {})
    .addOption(
      new Option('--on-doubt <rule>', 'what becomes of doubtful rows')
        .choices(doubtRules)
        .default('skip'),
    )
    .option('--category <id>', 'for products whose category is not known', 'collaboration')
    .option('--dry-run', 'say what would be written, and write nothing')
    .action(async (file: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<ImportOptions>();
      const tooLarge = 'The file is larger than 100 MB.';
      const bytes = await readInputFile(file, IMPORT_LIMITS.bytes, tooLarge);
      if (bytes.length === 0) throw new Refusal('invalid-input', 'The file is empty.');
      const { tables } = unwrap(await readTables(bytes, file));
      const chosen =
        options.sheet === undefined ? tables[0] : tables.find(({ name }) => name === options.sheet);
      if (!chosen) {
        const names = tables.map(({ name }) => name).join(', ');
        throw new Refusal(
          'not-found',
          `There is no table “${options.sheet ?? ''}”; there are: ${names}.`,
        );
      }
      const kind = options.kind ?? guessKind(chosen.header);
      const answer = await withWorkspace(options, async (session) => {
        const plan = await planOf(session, chosen, kind, options);
        const { products, integrations, marks, unchanged, skipped, problems } = plan;
        const total = products.length + integrations.length + marks.length;
        const run =
          options.dryRun === true || total === 0
            ? null
            : await write(session, basename(file), kind, plan);
        return {
          import: run?.id ?? null,
          kind,
          products: products.length,
          integrations: integrations.length,
          marked: marks.length,
          unchanged,
          skipped,
          problems,
        };
      });
      if (options.json !== true) {
        for (const problem of answer.problems.slice(0, 50)) say(describeProblem(problem));
        const more = answer.problems.length - 50;
        if (more > 0) say(`… and ${more} more.`);
      }
      printAnswer(options.json === true, answer, () => {
        const counts = `${answer.products} new products, ${answer.marked} marked, ${answer.integrations} integrations; ${answer.unchanged} known already, ${answer.skipped} left out, ${answer.problems.length} remarks.`;
        if (answer.import === null) return `Nothing was written. ${counts}`;
        return `Imported: ${counts}\nTake it back: import undo ${answer.import}`;
      });
    });

  withCommonOptions(group.command('list'))
    .description('list imports, the newest first')
    .action(async (_options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const runs = await withWorkspace(options, ({ call }) => call('imports:list', {}));
      printAnswer(options.json === true, runs, () =>
        runs.length === 0
          ? 'Nothing has been imported yet.'
          : printTable(
              ['id', 'file', 'products', 'integrations', 'when', ''],
              runs.map((run) => [
                ...[run.id, run.fileName, run.products, run.integrations, run.createdAt],
                run.undoneAt === null ? '' : 'taken back',
              ]),
            ),
      );
    });

  withCommonOptions(group.command('undo <id>'))
    .description('take an import back as a whole')
    .action(async (id: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const run = await withWorkspace(options, ({ call }) => call('imports:undo', { id }));
      printAnswer(options.json === true, run, () => `Took back ${printable(run.fileName)}.`);
    });
}
