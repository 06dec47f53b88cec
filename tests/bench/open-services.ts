import { createServices } from '../../electron/services/create-services.ts';

/** The services as a measurement wants them: nobody listens, and what goes wrong ends it. */
export function openServices(catalogueFile: string, dataFolder: string) {
  return createServices({
    catalogueFile,
    dataFolder,
    host: 'cli',
    versions: {},
    emit: () => undefined,
    log: (error) => {
      throw error;
    },
  });
}
export type BenchHandlers = ReturnType<typeof openServices>['handlers'];
