import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import type { Channel } from '../../../shared/contract/channels.ts';
import type { CallInput, Output } from '../../../shared/contract/contract.ts';
import { Refusal, unwrap, type Result } from '../../../shared/result.ts';
import { createCatalogueServices, createServices } from '../../services/create-services.ts';
import { dataFolder } from '../data-folder.ts';
import { createLog } from '../log-file.ts';
import { createRouter, type Router } from '../router.ts';
import { say } from './print.ts';

export interface SessionOptions {
  readonly data?: string | undefined;
  readonly catalogue?: string | undefined;
}

/** One run of a command: the services it asked for, open until it is done. */
export interface Session {
  /** @throws Refusal with the sentence for standard error */
  call<C extends Channel>(channel: C, input: CallInput<C>): Promise<Output<C>>;
}

const repository = new URL('../../../', import.meta.url);
const builtCatalogue = fileURLToPath(new URL('dist/catalogue/catalogue.db', repository));

/** The catalogue to read; where the repository's own has never been built, it is built now. */
async function catalogueFile(asked: string | undefined): Promise<string> {
  if (asked !== undefined) return asked;
  if (existsSync(builtCatalogue)) return builtCatalogue;
  const builder = new URL('scripts/catalogue/build.ts', repository);
  if (!existsSync(builder)) {
    throw new Refusal('not-found', 'The product catalogue is missing. Install Stackscape again.');
  }
  say('The product catalogue has not been built yet; building it.');
  // Loaded by address, because nothing but this rare moment needs the builder.
  const { buildCatalogue } = (await import(builder.href)) as {
    buildCatalogue(options: { onProgress(line: string): void }): unknown;
  };
  await buildCatalogue({ onProgress: (line) => say(`  ${line}`) });
  return builtCatalogue;
}

function sessionOver(router: Router): Session {
  return {
    async call<C extends Channel>(channel: C, input: CallInput<C>) {
      const result = await router.call(channel, input, {
        signal: new AbortController().signal,
        progress: (message) => say(message),
      });
      return unwrap(result as Result<Output<C>>);
    },
  };
}

const logOnly = (error: unknown): void => say(error instanceof Error ? error.message : `${error}`);

function folderOf({ data }: SessionOptions): string {
  return dataFolder({
    argv: data === undefined ? [] : ['--data', data],
    env: process.env,
    platform: process.platform,
    home: homedir(),
  });
}

/** Runs `work` with the catalogue and the person's own records; the user-data folder is only read. */
export async function withCatalogue<T>(
  options: SessionOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const services = createCatalogueServices(
    await catalogueFile(options.catalogue),
    folderOf(options),
  );
  try {
    return await work(sessionOver(createRouter(services.handlers, logOnly)));
  } finally {
    services.close();
  }
}

/** Runs `work` with the catalogue and the workspace; what happened to the workspace is said first. */
export async function withWorkspace<T>(
  options: SessionOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const folder = folderOf(options);
  const log = createLog(folder);
  const services = createServices({
    catalogueFile: await catalogueFile(options.catalogue),
    dataFolder: folder,
    host: 'cli',
    versions: { node: process.versions.node },
    emit: () => undefined,
    log,
  });
  try {
    for (const notice of services.raised) {
      say(`${notice.title}. ${notice.text}`);
      if (notice.backups[0]) say(`To restore it: backup restore ${notice.backups[0]}`);
    }
    return await work(sessionOver(createRouter(services.handlers, log)));
  } finally {
    services.close();
  }
}
