import { onTestFinished } from 'vitest';
import { createServices } from '../../electron/services/create-services.ts';
import type { Channel } from '../../shared/contract/channels.ts';
import { contract, type CallInput, type Output } from '../../shared/contract/contract.ts';
import { callContext } from './call-context.ts';
import { realCatalogue } from './catalogue.ts';
import { tempFolder } from './temp-folder.ts';

/** The services on the real catalogue, asked as a host asks: input and answer held against the contract. */
export function callServices(folder = tempFolder()) {
  const services = createServices({
    catalogueFile: realCatalogue(),
    dataFolder: folder,
    host: 'cli',
    versions: {},
    emit: () => undefined,
    log: (error) => {
      throw error;
    },
  });
  onTestFinished(() => services.close());
  async function call<C extends Channel>(channel: C, input: CallInput<C>): Promise<Output<C>> {
    const handle = services.handlers[channel] as (input: unknown, context: unknown) => unknown;
    const parsed = contract[channel].input.parse(input);
    return contract[channel].output.parse(await handle(parsed, callContext())) as Output<C>;
  }
  return { call, folder, close: () => services.close() };
}
export type CallServices = ReturnType<typeof callServices>['call'];
