import type { PersonalMark } from '../../shared/domain/personal.ts';
import type { AppInfo, Notice } from '../../shared/contract/app.ts';
import type { EmitEvent, FileContent, Handlers } from '../../shared/contract/contract.ts';
import { openCatalogue, type Catalogue } from '../store/catalogue/open-catalogue.ts';
import { openWorkspace, type Workspace } from '../store/workspace/open-workspace.ts';
import { readOwnRecords } from '../store/workspace/read-own-records.ts';
import { createAppHandlers } from './app/app-handlers.ts';
import { appVersion } from './app/version.ts';
import { createBackupHandlers } from './backup/backup-handlers.ts';
import { maintainWorkspace } from './backup/maintenance.ts';
import { createCatalogueHandlers } from './catalogue/catalogue-handlers.ts';
import { knownProducts } from './catalogue/find-product.ts';
import { createMapExport } from './exchange/export-map.ts';
import { createLandscapeMap } from './catalogue/landscape-map.ts';
import { createProductFinder } from './catalogue/query-products.ts';
import { createExchangeHandlers } from './exchange/exchange-handlers.ts';
import { exchangeCatalogue } from './exchange/exchange-catalogue.ts';
import { explainStoreErrors } from './explain-store-errors.ts';
import { explaining } from '../store/workspace/store-errors.ts';
import { createCanvasHandlers } from './canvas/canvas-handlers.ts';
import { createSwapOptions } from './versions/swap-options.ts';
import { createVersionHandlers } from './versions/version-handlers.ts';
import { createCustomHandlers } from './custom/custom-handlers.ts';
import { createFinderHandlers } from './finder/finder-handlers.ts';
import { createGraphHandlers } from './graph/graph-handlers.ts';
import { createInsightHandlers } from './insights/insights-handlers.ts';
import { createLandscapeHandlers } from './landscape/landscape-handlers.ts';
import { openPackInUse } from './packs/open-pack-in-use.ts';
import { createPackHandlers, PACK_IN_USE } from './packs/pack-handlers.ts';
import { createPackStore, type PackStore } from './packs/pack-store.ts';
import { createPersonalHandlers } from './personal/personal-handlers.ts';
import { createSearchEngine } from './search/search-engine.ts';
import { createSearchHandlers } from './search/search-handlers.ts';
import { createImportHandlers, type StagedImports } from './import/import-handlers.ts';
import { liveHandlers, type Generation } from './live-handlers.ts';
import { createSavedSearchHandlers } from './searches/saved-search-handlers.ts';
import { createSettingsHandlers } from './settings/settings-handlers.ts';
import { createStackService } from './stacks/stack-handlers.ts';
import { createWorkshopHandlers } from './workshop/workshop-handlers.ts';

export interface ServicesOptions {
  readonly catalogueFile: string;
  /** The user-data folder; made if it is not there. */
  readonly dataFolder: string;
  readonly host: AppInfo['host'];
  /** What the about box lists: Electron, Chromium, Node… */
  readonly versions: Readonly<Record<string, string>>;
  readonly emit: EmitEvent;
  readonly log: (error: unknown) => void;
  readonly openExternal?: (url: string) => Promise<void>;
  readonly saveFile?: (file: FileContent) => Promise<{ path: string | null }>;
}

export interface Services {
  readonly handlers: Handlers;
  /** Notices that this start gave rise to; they also wait in `app:info`. */
  readonly raised: readonly Notice[];
  close(): void;
}

const MAINTENANCE_INTERVAL_MS = 60 * 60 * 1000;

/**
 * Everything that the hosts offer, over one catalogue and one workspace.
 * @throws Refusal 'not-writable' or 'unsupported-version' for the workspace, 'not-found',
 *   'damaged-file' or 'unsupported-version' for the catalogue; each says what to do
 */
export function createServices(options: ServicesOptions): Services {
  const workspace = openWorkspace({ folder: options.dataFolder });
  try {
    return assemble(options, workspace);
  } catch (error) {
    workspace.close();
    throw error;
  }
}

/**
 * The part of the services that needs no workspace: reading the catalogue, with the own records of
 * the user-data folder, if one is named. The folder is only read.
 */
export function createCatalogueServices(
  catalogueFile: string,
  dataFolder?: string,
): {
  readonly handlers: ReturnType<typeof catalogueHandlers>;
  close(): void;
} {
  const catalogue = openCatalogue(
    catalogueFile,
    dataFolder === undefined ? undefined : readOwnRecords(dataFolder),
  );
  return { handlers: catalogueHandlers(catalogue), close: () => catalogue.close() };
}

function catalogueHandlers(
  catalogue: Catalogue,
  marksOf: () => readonly PersonalMark[] = () => [],
) {
  const search = createSearchEngine(catalogue);
  const map = createLandscapeMap(catalogue, createProductFinder(catalogue, search, marksOf));
  return {
    ...createCatalogueHandlers(catalogue, search, marksOf),
    ...createMapExport({
      taxonomy: () => catalogue.repository.taxonomy(),
      map: map.data,
      matches: map.matches,
      icons: (slugs) => catalogue.repository.icons(slugs),
      factsDate: catalogue.meta.get('facts_date') ?? '',
    }),
    ...createSearchHandlers(catalogue, search),
    ...createGraphHandlers(catalogue),
    ...createLandscapeHandlers(catalogue),
    ...createFinderHandlers(catalogue, search),
  };
}

function assemble(options: ServicesOptions, workspace: Workspace): Services {
  const { log } = options;
  const maintain = (): void => {
    try {
      maintainWorkspace(workspace, new Date());
    } catch (error) {
      // A backup that fails must not keep anybody from their work.
      log(error);
    }
  };
  maintain();
  const packs = createPackStore(options.dataFolder, options.catalogueFile);
  const stamp = (): string =>
    `${workspace.custom.revision()} ${String(workspace.settings.get(PACK_IN_USE))}`;
  // What this process changed it has told already; what another one did comes to light here.
  let told = stamp();
  const emit: EmitEvent = (name, payload) => {
    if (name === 'catalogue:changed') told = stamp();
    options.emit(name, payload);
  };
  const staged: StagedImports = new Map();
  const live = liveHandlers(
    stamp,
    () => openGeneration({ ...options, emit }, workspace, { staged, packs }),
    log,
    (now) => {
      if (now !== told) emit('catalogue:changed', {});
    },
  );
  const timer = setInterval(maintain, MAINTENANCE_INTERVAL_MS).unref();
  return {
    handlers: live.handlers,
    raised: workspace.raised,
    close() {
      clearInterval(timer);
      live.close();
      workspace.close();
    },
  };
}

/** What outlives a generation of handlers. */
interface Lasting {
  readonly staged: StagedImports;
  readonly packs: PackStore;
}

/** Opens the catalogue as it is now, with the person's own records, and all handlers over it. */
function openGeneration(
  options: ServicesOptions,
  workspace: Workspace,
  lasting: Lasting,
): Generation {
  const { dataFolder } = options;
  const own = explaining(dataFolder, () => workspace.read(() => workspace.custom.all()));
  const catalogue = openPackInUse(workspace, lasting.packs, own);
  try {
    return {
      handlers: handlersOver(options, catalogue, workspace, lasting),
      close: () => catalogue.close(),
    };
  } catch (error) {
    catalogue.close();
    throw error;
  }
}

function handlersOver(
  { dataFolder, host, versions, emit, openExternal, saveFile }: ServicesOptions,
  catalogue: Catalogue,
  workspace: Workspace,
  { staged, packs }: Lasting,
): Handlers {
  const productRows = (ids: readonly string[]) =>
    catalogue.repository.rows(knownProducts(catalogue.columns, ids));
  const stacks = createStackService({ workspace, productRows, emit });

  const search = createSearchEngine(catalogue);
  const exchange = exchangeCatalogue(catalogue, search);
  const insights = createInsightHandlers({
    catalogue,
    stackState: stacks.stackState,
    workspace,
    emit,
  });

  return {
    ...catalogueHandlers(catalogue, () => explaining(dataFolder, () => workspace.personal.all())),
    ...explainStoreErrors(
      {
        ...createPersonalHandlers({
          workspace,
          isKnown: (id) => catalogue.columns.indexOf.has(id),
          emit,
        }),
        ...createCustomHandlers({ workspace, catalogue, emit }),
        ...createPackHandlers({ workspace, store: packs, emit }),
        ...createImportHandlers({
          workspace,
          catalogue,
          search,
          emit,
          staged,
        }),
        ...stacks.handlers,
        ...createVersionHandlers({
          workspace,
          catalogue: exchange,
          stackState: stacks.stackState,
          apply: stacks.apply,
          emit,
        }),
        ...createSwapOptions({ catalogue, stackState: stacks.stackState }),
        ...createWorkshopHandlers({
          workspace,
          catalogue: exchange,
          taxonomy: () => catalogue.repository.taxonomy(),
          stackState: stacks.stackState,
          insights,
          emit,
        }),
        ...createCanvasHandlers(workspace),
        ...createSettingsHandlers(workspace, emit),
        ...createSavedSearchHandlers(workspace, emit),
        ...createBackupHandlers(workspace, emit),
        ...createAppHandlers({
          workspace,
          info: {
            version: appVersion,
            host,
            versions: { ...versions },
            catalogue: {
              version: catalogue.meta.get('catalogue_version') ?? '',
              factsDate: catalogue.meta.get('facts_date') ?? '',
              products: catalogue.columns.size,
            },
          },
          ...(openExternal ? { openExternal } : {}),
          ...(saveFile ? { saveFile } : {}),
        }),
        ...insights,
        ...createExchangeHandlers({
          catalogue: exchange,
          stacks: {
            ...stacks,
            names: () => workspace.stacks.list('current').map((stack) => stack.name),
          },
          picture: (id) => workspace.pictures.get(id),
          findings: async (stackId) => {
            const context = { signal: new AbortController().signal, progress: () => undefined };
            return (await insights['insights:health']({ stackId }, context)).findings;
          },
        }),
      },
      dataFolder,
    ),
  };
}
