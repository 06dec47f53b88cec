import type { Handlers, StackState } from '../../../shared/contract/contract.ts';
import type { StackContent } from '../../../shared/exchange/stack-file.ts';
import { uniqueName } from '../../../shared/exchange/unique-name.ts';
import type { ExchangeCatalogue } from './exchange-catalogue.ts';
import { exportStack } from './export-stack.ts';
import { readImport } from './import-stack.ts';

export interface ExchangeOptions {
  readonly catalogue: ExchangeCatalogue;
  readonly stacks: {
    /** @throws Refusal 'not-found' */
    readonly stackState: (id: string) => StackState;
    /** Stores a stack under a new id, whole or not at all. */
    readonly addStack: (content: StackContent) => StackState;
    /** Names of the stacks there are. */
    readonly names: () => readonly string[];
  };
}

type ExchangeHandlers = Pick<Handlers, 'exchange:export-stack' | 'exchange:import-stack'>;

/** Stacks on their way out of the workspace and into it. */
export function createExchangeHandlers({ catalogue, stacks }: ExchangeOptions): ExchangeHandlers {
  return {
    'exchange:export-stack': (input, context) =>
      exportStack(stacks.stackState(input.stackId).stack, input, catalogue, context),
    'exchange:import-stack': (input) => {
      const content = readImport(input, catalogue);
      return stacks.addStack({ ...content, name: uniqueName(content.name, stacks.names()) });
    },
  };
}
