import { InvalidArgumentError, Option, type Command } from 'commander';
import { Slug } from '../../../shared/domain/ids.ts';
import { Refusal } from '../../../shared/result.ts';

export interface CommonOptions {
  readonly json?: boolean;
  readonly data?: string;
  readonly catalogue?: string;
}

/** Options that every command takes, before or after its name. */
export function withCommonOptions(command: Command): Command {
  return command
    .option('--json', 'print one JSON value and nothing else')
    .option('--data <dir>', 'user-data folder')
    .addOption(new Option('--catalogue <file>', 'read another catalogue.db').hideHelp());
}

/** Parses a whole number of a range; anything else is wrong usage. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}

/** @throws Refusal if no product could have this id, said as it would be for any unknown one */
export function requireSlug(what: string, id: string): string {
  if (Slug.safeParse(id).success) return id;
  throw new Refusal('not-found', `There is no ${what} with the id “${id.slice(0, 100)}”.`);
}
