import type { Command } from 'commander';
import type { Backup } from '../../../shared/contract/app.ts';
import { withCommonOptions, type CommonOptions } from './options.ts';
import { printAnswer, printLine, table } from './print.ts';
import { withWorkspace } from './session.ts';

function humanBackups(list: readonly Backup[]): string {
  if (list.length === 0) return 'There are no backups yet. Make one: backup create';
  return table(
    ['name', 'made', 'reason', 'stacks', 'bytes'],
    list.map((each) => [each.name, each.createdAt, each.reason, each.stacks, each.size]),
  );
}

/** `backup list`, `backup create` and `backup restore`. */
export function addBackupCommands(program: Command): void {
  const backup = program.command('backup').description('copies of your whole workspace');

  withCommonOptions(backup.command('list'))
    .description('list backups, newest first')
    .action(async (_options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const list = await withWorkspace(options, ({ call }) => call('backup:list', {}));
      printAnswer(options.json === true, list, () => humanBackups(list));
    });

  withCommonOptions(backup.command('create'))
    .description('make a backup now')
    .action(async (_options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const made = await withWorkspace(options, ({ call }) => call('backup:create', {}));
      printAnswer(options.json === true, made, () => humanBackups([made]));
    });

  withCommonOptions(backup.command('restore <name>'))
    .description('put a backup in place of the workspace, which is backed up first')
    .action(async (name: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const stacks = await withWorkspace(options, async ({ call }) => {
        await call('backup:restore', { name });
        return (await call('stacks:list', {})).length;
      });
      if (options.json === true) printAnswer(true, { restored: name, stacks }, () => '');
      else printLine(`Restored ${name}: ${stacks} ${stacks === 1 ? 'stack' : 'stacks'}.`);
    });
}
