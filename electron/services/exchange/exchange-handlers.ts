import type { Handlers, Output, StackState } from '../../../shared/contract/contract.ts';
import type { StackContent } from '../../../shared/exchange/stack-file.ts';
import { uniqueName } from '../../../shared/exchange/unique-name.ts';
import type { StoredPicture } from '../../store/workspace/picture-repository.ts';
import type { ExchangeCatalogue } from './exchange-catalogue.ts';
import { exportStack } from './export-stack.ts';
import { readImport } from './import-stack.ts';

export interface ExchangeOptions {
  readonly catalogue: ExchangeCatalogue;
  readonly stacks: {
    /** @throws Refusal 'not-found' */
    readonly stackState: (id: string) => StackState;
    /** Stores a stack under a new id, whole or not at all, with the pictures that stand on it. */
    readonly addStack: (content: StackContent, pictures: readonly StoredPicture[]) => StackState;
    /** Names of the stacks there are. */
    readonly names: () => readonly string[];
  };
  readonly picture: (id: string) => StoredPicture | undefined;
  /** What the health checks find in a stack. */
  readonly findings: (stackId: string) => Promise<Output<'insights:health'>['findings']>;
  readonly now?: () => Date;
}

type ExchangeHandlers = Pick<Handlers, 'exchange:export-stack' | 'exchange:import-stack'>;

/** Stacks on their way out of the workspace and into it. */
export function createExchangeHandlers({
  catalogue,
  stacks,
  picture,
  findings,
  now = () => new Date(),
}: ExchangeOptions): ExchangeHandlers {
  return {
    'exchange:export-stack': ({ stackId, ...options }, context) =>
      exportStack(
        stacks.stackState(stackId).stack,
        options,
        { catalogue, picture, findings: () => findings(stackId), now },
        context,
      ),
    'exchange:import-stack': (input) => {
      const { content, pictures } = readImport(input, catalogue);
      const name = uniqueName(content.name, stacks.names());
      return stacks.addStack({ ...content, name }, pictures);
    },
  };
}
