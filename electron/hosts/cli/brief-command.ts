import { Option, type Command } from 'commander';
import { briefFormats, type BriefFormat } from '../../../shared/insights/brief.ts';
import { writeExport } from './files.ts';
import { withCommonOptions, type CommonOptions } from './options.ts';
import { printable, printAnswer } from './print.ts';
import { withWorkspace } from './session.ts';
import { findStack } from './find-stack.ts';

interface BriefOptions extends CommonOptions {
  readonly format: BriefFormat;
  readonly out?: string;
}

/** `stack brief`: a page about a stack, printed as Markdown or written to a file. */
export function addBriefCommand(stack: Command): void {
  withCommonOptions(stack.command('brief <stack>'))
    .description('one page about a stack, every figure with what it rests on')
    .addOption(
      new Option('--format <format>', 'kind of file').choices(briefFormats).default('markdown'),
    )
    .option('--out <file>', 'where to; without it Markdown is printed')
    .action(async (name: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<BriefOptions>();
      const { format, out } = options;
      if (out === undefined && format === 'pdf') {
        command.error('error: a PDF needs --out <file>', { exitCode: 2 });
      }
      const { summary, brief, file } = await withWorkspace(options, async (session) => {
        const found = await findStack(session, name);
        const stackId = found.id;
        return {
          summary: found,
          brief: await session.call('insights:brief', { stackId }),
          file: await session.call('insights:export-brief', { stackId, format }),
        };
      });
      const content = Buffer.from(file.base64, 'base64');
      const stackOf = { id: summary.id, name: summary.name };
      if (out === undefined) {
        return printAnswer(options.json === true, { stack: stackOf, ...brief }, () =>
          content.toString('utf8').split('\n').map(printable).join('\n'),
        );
      }
      const path = writeExport(out, content);
      printAnswer(
        options.json === true,
        { stack: stackOf, format, file: path, bytes: content.length },
        () => `Wrote ${printable(path)} (${content.length} bytes).`,
      );
    });
}
