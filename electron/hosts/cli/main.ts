/** The services from a terminal: `npm run -s cli -- --help`. */
import { Command, CommanderError } from 'commander';
import { Refusal } from '../../../shared/result.ts';
import { appVersion } from '../../services/app/version.ts';
import { createLog } from '../log-file.ts';
import { dataFolder } from '../data-folder.ts';
import { addBackupCommands } from './backup-commands.ts';
import { addCatalogueCommands } from './catalogue-commands.ts';
import { addCustomCommands } from './custom-commands.ts';
import { addFinderCommands } from './finder-commands.ts';
import { addGraphCommands } from './graph-commands.ts';
import { addImportCommands } from './import-commands.ts';
import { addInsightCommands } from './insight-commands.ts';
import { withCommonOptions } from './options.ts';
import { say } from './print.ts';
import { addPackCommands } from './pack-commands.ts';
import { addStackCommands } from './stack-commands.ts';
import { addWorkshopCommands } from './workshop-commands.ts';

const REFUSED = 1;
const WRONG_USAGE = 2;

function createProgram(): Command {
  const program = withCommonOptions(new Command('stackscape'))
    .description('Stackscape: the martech landscape and your stacks, from a terminal')
    .version(appVersion)
    .showHelpAfterError('Add --help to see how it is used.')
    .exitOverride()
    .addHelpText('after', '\nExit status: 0 done, 1 refused with a sentence, 2 wrong usage.');
  addCatalogueCommands(program);
  addStackCommands(program);
  addInsightCommands(program);
  addWorkshopCommands(program);
  addGraphCommands(program);
  addCustomCommands(program);
  addFinderCommands(program);
  addImportCommands(program);
  addPackCommands(program);
  addBackupCommands(program);
  return program;
}

/** Subcommands are made before the override reaches them; each has to be told. */
function overrideExit(command: Command): void {
  command.exitOverride().showHelpAfterError('Add --help to see how it is used.');
  for (const each of command.commands) overrideExit(each);
}

async function run(argv: readonly string[]): Promise<number> {
  const program = createProgram();
  overrideExit(program);
  try {
    await program.parseAsync(argv);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help that was asked for is an answer; help because a command is missing is not.
      return error.exitCode === 0 ? 0 : WRONG_USAGE;
    }
    if (error instanceof Refusal) {
      say(error.message);
      return REFUSED;
    }
    createLog(dataFolder())(error);
    say(`Something went wrong: ${error instanceof Error ? error.message : String(error)}`);
    return REFUSED;
  }
}

// `… | head` closes the pipe early; that is how it is meant.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : REFUSED);
});
process.exitCode = await run(process.argv);
