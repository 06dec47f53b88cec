import { Option, type Command } from 'commander';
import { Refusal } from '../../../shared/result.ts';
import type { WorkshopSummary } from '../../../shared/workshop/view.ts';
import { writeExport } from './files.ts';
import { findStack } from './find-stack.ts';
import { withCommonOptions, type CommonOptions } from './options.ts';
import { printable, printAnswer, table } from './print.ts';
import { withWorkspace, type Session } from './session.ts';

interface MinutesOptions extends CommonOptions {
  readonly format: 'md' | 'html';
  readonly out?: string;
  readonly workshop?: string;
}

/** The workshop by id or name; the newest where none is named. @throws Refusal 'not-found' */
async function findWorkshop(
  { call }: Session,
  stackId: string,
  wanted: string | undefined,
): Promise<WorkshopSummary> {
  const list = await call('workshops:list', { stackId });
  const found =
    wanted === undefined
      ? list[0]
      : (list.find(({ id }) => id === wanted) ?? list.find(({ name }) => name === wanted));
  if (found) return found;
  throw new Refusal(
    'not-found',
    wanted === undefined
      ? 'There was no workshop about this stack.'
      : `There is no workshop “${wanted.slice(0, 200)}” about this stack.`,
  );
}

/** `workshop list` and `workshop minutes`. */
export function addWorkshopCommands(program: Command): void {
  const workshop = withCommonOptions(program.command('workshop')).description(
    'workshops about a stack and their minutes',
  );

  withCommonOptions(workshop.command('list <stack>'))
    .description('list the workshops about a stack, the newest first')
    .action(async (name: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const list = await withWorkspace(options, async (session) => {
        const { id } = await findStack(session, name);
        return session.call('workshops:list', { stackId: id });
      });
      printAnswer(options.json === true, list, () =>
        list.length === 0
          ? 'There was no workshop about this stack.'
          : table(
              ['id', 'name', 'began', 'ended'],
              list.map((each) => [each.id, each.name, each.startedAt, each.endedAt ?? 'running']),
            ),
      );
    });

  withCommonOptions(workshop.command('minutes <stack>'))
    .description('the minutes of the newest workshop about a stack, or of one by name or id')
    .option('--workshop <workshop>', 'another one, by name or id')
    .addOption(
      new Option('--format <format>', 'kind of file').choices(['md', 'html']).default('md'),
    )
    .option('--out <file>', 'where to; without it they are printed')
    .action(async (name: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<MinutesOptions>();
      const format = options.format === 'html' ? 'html' : 'markdown';
      const { found, minutes, file } = await withWorkspace(options, async (session) => {
        const stack = await findStack(session, name);
        const one = await findWorkshop(session, stack.id, options.workshop);
        return {
          found: one,
          minutes: (await session.call('workshops:minutes', { id: one.id })).minutes,
          file: await session.call('workshops:export-minutes', { id: one.id, format }),
        };
      });
      const content = Buffer.from(file.base64, 'base64');
      if (options.out === undefined) {
        return printAnswer(options.json === true, { workshop: found, ...minutes }, () =>
          content.toString('utf8').split('\n').map(printable).join('\n'),
        );
      }
      const path = writeExport(options.out, content);
      printAnswer(
        options.json === true,
        { workshop: found, format: options.format, file: path, bytes: content.length },
        () => `Wrote ${printable(path)} (${content.length} bytes).`,
      );
    });
}
