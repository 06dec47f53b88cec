import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Output } from '../../../shared/contract/contract.ts';
import { MAX_PACK_BYTES, type Pack } from '../../../shared/packs/contract.ts';
import { readInputFile, writeExport } from './files.ts';
import { withCommonOptions, type CommonOptions } from './options.ts';
import { printable, printAnswer, table } from './print.ts';
import { withWorkspace } from './session.ts';

type Changes = Output<'packs:compare'>;

async function packFile(file: string) {
  const bytes = await readInputFile(
    file,
    MAX_PACK_BYTES,
    'The file is larger than 60 MB; no pack is.',
  );
  return {
    fileName: file === '-' ? 'standard input' : basename(file),
    base64: bytes.toString('base64'),
  };
}

const packTable = (packs: readonly Pack[]): string =>
  table(
    ['id', 'name', 'version', 'products', 'integrations', ''],
    packs.map((pack) => [
      ...[pack.id, pack.name, pack.catalogueVersion, pack.products, pack.integrations],
      pack.isInUse ? 'in use' : '',
    ]),
  );

function changeLines(changes: Changes): string {
  const counts: readonly (readonly [string, { readonly total: number }])[] = [
    ['added', changes.added],
    ['gone', changes.gone],
    ['renamed', changes.renamed],
    ['in another category', changes.recategorised],
    ['new integrations', changes.gainedIntegrations],
    ['integrations gone', changes.lostIntegrations],
  ];
  const lines = counts.map(([words, { total }]) => `${total} ${words}`);
  const touches = changes.touches.map(
    ({ product, what, stacks, isMarked }) =>
      `  ${printable(product.name)}: ${what}${stacks.length > 0 ? `, on ${printable(stacks.join(', '))}` : ''}${isMarked ? ', with your notes or tags' : ''}`,
  );
  return [
    lines.join(', '),
    ...(touches.length > 0 ? ['Touches your work:', ...touches] : ['Touches nothing of yours.']),
  ].join('\n');
}

/** `pack list`, `check`, `install`, `use`, `diff`, `export`, `remove` and `update`. */
export function addPackCommands(program: Command): void {
  const group = program
    .command('pack')
    .description('catalogues as files; FILE is a .stackpack or a landscape.yml');

  withCommonOptions(group.command('list'))
    .description('list the catalogues there are')
    .action(async (_options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const packs = await withWorkspace(options, ({ call }) => call('packs:list', {}));
      printAnswer(options.json === true, packs, () => packTable(packs));
    });

  withCommonOptions(group.command('check <file>'))
    .description('say whether a pack is sound and what it would change; install nothing')
    .action(async (file: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const input = await packFile(file);
      const found = await withWorkspace(options, ({ call }) => call('packs:check', input));
      printAnswer(
        options.json === true,
        found,
        () =>
          `${printable(found.pack.name)} (${found.pack.catalogueVersion}) is whole and sound.\n${changeLines(found.changes)}`,
      );
    });

  withCommonOptions(group.command('install <file>'))
    .description('install a pack and use it')
    .action(async (file: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const input = await packFile(file);
      const pack = await withWorkspace(options, ({ call }) => call('packs:install', input));
      printAnswer(options.json === true, pack, () => packTable([pack]));
    });

  withCommonOptions(group.command('use <id>'))
    .description('use a pack that is installed; “bundled” is the one of this release')
    .action(async (id: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const pack = await withWorkspace(options, ({ call }) => call('packs:use', { id }));
      printAnswer(options.json === true, pack, () => packTable([pack]));
    });

  withCommonOptions(group.command('diff <from> <to>'))
    .description('compare two packs that are installed')
    .action(async (from: string, to: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const changes = await withWorkspace(options, ({ call }) =>
        call('packs:compare', { from, to }),
      );
      printAnswer(options.json === true, changes, () => changeLines(changes));
    });

  withCommonOptions(group.command('export <id>'))
    .description('write a catalogue to a pack')
    .requiredOption('--out <file>', 'where to')
    .action(async (id: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { out: string }>();
      const file = await withWorkspace(options, ({ call }) => call('packs:export', { id }));
      const content = Buffer.from(file.base64, 'base64');
      const path = writeExport(options.out, content);
      const answer = { file: path, bytes: content.length };
      printAnswer(options.json === true, answer, () => `Wrote ${printable(path)}.`);
    });

  withCommonOptions(group.command('remove <id>'))
    .description('delete a pack that is not in use')
    .action(async (id: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const packs = await withWorkspace(options, async ({ call }) => {
        await call('packs:remove', { id });
        return call('packs:list', {});
      });
      printAnswer(options.json === true, packs, () => packTable(packs));
    });

  withCommonOptions(group.command('update'))
    .description('fetch from the update address and install what is newer')
    .option('--address <url>', 'set the address first; an empty one turns updates off')
    .action(async (_options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { address?: string }>();
      const answer = await withWorkspace(options, async ({ call }) => {
        if (options.address !== undefined) {
          await call('settings:set', { updateAddress: options.address });
          if (options.address.trim() === '') return { state: 'unchanged' as const, pack: null };
        }
        return call('packs:update', {});
      });
      printAnswer(options.json === true, answer, () =>
        answer.state === 'installed' && answer.pack
          ? packTable([answer.pack])
          : 'There is nothing newer.',
      );
    });
}
