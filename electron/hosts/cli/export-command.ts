import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { lookNames, type LookName } from '../../../shared/diagram/looks.ts';
import { batchFileNames, namePlaceholders } from '../../../shared/exchange/batch-file-names.ts';
import {
  papers,
  type ExportOptionsInput,
  type Paper,
} from '../../../shared/exchange/export-options.ts';
import { exportFormats, type ExportFormat } from '../../../shared/exchange/formats.ts';
import { Refusal, unwrap } from '../../../shared/result.ts';
import { writeExport } from './files.ts';
import { findStack } from './find-stack.ts';
import { withCommonOptions, type CommonOptions } from './options.ts';
import { printable, printAnswer, printLine } from './print.ts';
import { withWorkspace, type Session } from './session.ts';

const parts = ['own', 'states', 'owners', 'costs', 'notes', 'legend'] as const;
type Part = (typeof parts)[number];

interface ExportCommandOptions extends CommonOptions {
  readonly format: readonly ExportFormat[];
  readonly all?: boolean;
  readonly out?: string;
  readonly outDir?: string;
  readonly name: string;
  readonly theme: LookName;
  readonly scale: number;
  readonly transparent?: boolean;
  readonly paper: Paper;
  readonly frames?: boolean;
  readonly single?: boolean;
  readonly author: string;
  readonly date: string;
  readonly logo?: string;
  readonly show?: readonly Part[];
  readonly hide?: readonly Part[];
}

/** Parses a list with commas, each word one of a set. */
function listOf<T extends string>(known: readonly T[], every?: string) {
  return (text: string, before?: readonly T[]): readonly T[] => {
    if (text === every) return known;
    const words = text.split(',').map((word) => word.trim());
    const unknown = words.find((word) => !(known as readonly string[]).includes(word));
    if (unknown !== undefined) {
      throw new InvalidArgumentError(`Give one or more of ${known.join(', ')}.`);
    }
    return [...new Set([...(before ?? []), ...(words as T[])])];
  };
}

function between(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!(value >= least && value <= most)) {
      throw new InvalidArgumentError(`Give a number from ${least} to ${most}.`);
    }
    return value;
  };
}

/** @throws Refusal for what is no PNG or JPEG, or cannot be read */
function readLogo(file: string): string {
  let bytes: Buffer;
  try {
    if (statSync(file).size > 1024 * 1024) {
      throw new Refusal('too-large', 'The logo is larger than 1 MB; use a smaller picture.');
    }
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('not-found', `${resolve(file)} cannot be read.`);
  }
  const type = bytes[0] === 0x89 ? 'png' : bytes[0] === 0xff ? 'jpeg' : null;
  if (type === null) throw new Refusal('invalid-input', 'A logo is a PNG or a JPEG.');
  return `data:image/${type};base64,${bytes.toString('base64')}`;
}

function drawing(options: ExportCommandOptions): Omit<ExportOptionsInput, 'format'> {
  const shown = (options.show ?? []).map((part) => [part, true] as const);
  const hidden = (options.hide ?? []).map((part) => [part, false] as const);
  return {
    look: options.theme,
    scale: options.scale,
    transparent: options.transparent === true,
    paper: options.paper,
    frames: options.frames === true,
    single: options.single === true,
    author: options.author,
    date: options.date,
    logo: options.logo === undefined ? null : readLogo(options.logo),
    show: Object.fromEntries([...shown, ...hidden]),
  };
}

async function chosenStacks(session: Session, names: readonly string[], all: boolean) {
  if (all) return session.call('stacks:list', {});
  const found = [];
  for (const name of names) found.push(await findStack(session, name));
  return found;
}

/** Several stacks or formats at once: what cannot be written is told at the end, the rest is there. */
async function exportBatch(
  names: readonly string[],
  options: ExportCommandOptions,
  folder: string,
): Promise<void> {
  const look = drawing(options);
  const written: { stack: { id: string; name: string }; format: string; file: string }[] = [];
  const failed: { stack: { id: string; name: string }; format: string; reason: string }[] = [];
  await withWorkspace(options, async (session) => {
    const stacks = await chosenStacks(session, names, options.all === true);
    const files = stacks.flatMap(({ id, name }) =>
      options.format.map((format) => ({ stack: { id, name }, format })),
    );
    const today = new Date().toISOString().slice(0, 10);
    const fileNames = unwrap(batchFileNames(files, options.name, today));
    mkdirSync(folder, { recursive: true });
    for (const [at, { stack, format }] of files.entries()) {
      try {
        const file = await session.call('exchange:export-stack', {
          ...look,
          stackId: stack.id,
          format,
        });
        const path = join(folder, fileNames[at]!);
        writeExport(path, Buffer.from(file.base64, 'base64'));
        written.push({ stack, format, file: path });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        failed.push({ stack, format, reason: error.message });
      }
    }
  });
  if (failed.length > 0) process.exitCode = 1;
  printAnswer(options.json === true, { written, failed }, () =>
    [
      ...written.map(({ file }) => `Wrote ${printable(file)}.`),
      ...failed.map(
        ({ stack, format, reason }) =>
          `Not written: ${printable(stack.name)}, ${format}: ${reason}`,
      ),
      ...(written.length + failed.length === 0 ? ['There are no stacks yet.'] : []),
    ].join('\n'),
  );
}

async function exportOne(name: string, options: ExportCommandOptions, out: string): Promise<void> {
  const [format] = options.format;
  if (!format) return;
  const look = drawing(options);
  const { summary, file } = await withWorkspace(options, async (session) => {
    const found = await findStack(session, name);
    const input = { ...look, stackId: found.id, format };
    return { summary: found, file: await session.call('exchange:export-stack', input) };
  });
  const content = Buffer.from(file.base64, 'base64');
  if (out === '-') return void process.stdout.write(content);
  const path = writeExport(out, content);
  const answer = {
    stack: { id: summary.id, name: summary.name },
    format,
    file: path,
    bytes: content.length,
  };
  if (options.json === true) printAnswer(true, answer, () => '');
  else printLine(`Wrote ${printable(path)} (${content.length} bytes).`);
}

/** Why the options do not go together, or null. */
function misuse(names: readonly string[], options: ExportCommandOptions): string | null {
  const { all, out, outDir, format, json } = options;
  if ((names.length === 0) !== (all === true)) return 'name the stacks, or give --all';
  if ((out === undefined) === (outDir === undefined)) return 'give either --out or --out-dir';
  if (out !== undefined && (names.length !== 1 || format.length !== 1)) {
    return '--out takes one stack in one format; use --out-dir for more';
  }
  if (out === '-' && json === true && format[0] !== 'json') {
    return '--json and --out - cannot share standard output';
  }
  return null;
}

/** `stack export`: one stack to a file, or many in many formats to a folder. */
export function addExportCommand(stack: Command): void {
  withCommonOptions(stack.command('export [stacks...]'))
    .description('write stacks to files')
    .addOption(
      new Option(
        '--format <formats>',
        `kinds of file, with commas, or “all”: ${exportFormats.join(', ')}`,
      )
        .argParser(listOf(exportFormats, 'all'))
        .makeOptionMandatory(),
    )
    .option('--all', 'every stack there is')
    .option('--out <file>', 'where to, for one stack; “-” is standard output')
    .option('--out-dir <dir>', 'folder for the files of several')
    .option(
      '--name <template>',
      `names of files in the folder, of ${namePlaceholders.map((word) => `{${word}}`).join(' ')}`,
      '{stack}.{ext}',
    )
    .addOption(
      new Option('--theme <theme>', 'colours of a picture').choices(lookNames).default('light'),
    )
    .option('--scale <factor>', 'size of a PNG, 1 to 4', between(1, 4), 2)
    .option('--transparent', 'no page behind a picture')
    .addOption(new Option('--paper <size>', 'size of a PDF').choices(papers).default('fit'))
    .option('--frames', 'a page or slide for each frame')
    .option('--single', 'one slide and nothing else')
    .option('--author <name>', 'for the title block', '')
    .option('--date <text>', 'for the title block', '')
    .option('--logo <file>', 'a PNG or JPEG for the title block')
    .option('--show <parts>', `show as well: ${parts.join(', ')}`, listOf(parts))
    .option('--hide <parts>', `leave out: ${parts.join(', ')}`, listOf(parts))
    .action(async (names: readonly string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ExportCommandOptions>();
      const wrong = misuse(names, options);
      if (wrong !== null) command.error(`error: ${wrong}`, { exitCode: 2 });
      if (options.outDir !== undefined) {
        await exportBatch(names, options, resolve(options.outDir));
      } else if (options.out !== undefined) {
        await exportOne(names[0] ?? '', options, options.out);
      }
    });
}
