import { rmSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmitEvent, Handlers } from '../../../shared/contract/contract.ts';
import { isUnmarked } from '../../../shared/domain/personal.ts';
import { safeFileName } from '../../../shared/exchange/file-name.ts';
import { isZip } from '../../../shared/exchange/safe-unzip.ts';
import { comparePacks } from '../../../shared/packs/compare.ts';
import { BUNDLED, type Pack, type PackChanges } from '../../../shared/packs/contract.ts';
import { Refusal } from '../../../shared/result.ts';
import { openCatalogue, type Catalogue } from '../../store/catalogue/open-catalogue.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';
import { fetchUpdate } from './fetch-update.ts';
import { landscapePack } from './landscape-pack.ts';
import { readPack, writePack, type PackContent } from './pack-file.ts';
import type { PackStore } from './pack-store.ts';
import { snapshotOf } from './snapshot.ts';

type PackHandlers = Pick<Handlers, Extract<keyof Handlers, `packs:${string}`>>;

export interface PackOptions {
  readonly workspace: Workspace;
  readonly store: PackStore;
  readonly emit: EmitEvent;
  readonly now?: () => Date;
}

/** Keys of the settings that say which pack is shown, and what was fetched last. */
export const PACK_IN_USE = 'packInUse';
const UPDATE_ETAG = 'packUpdateEtag';

/** The pack that is shown; the bundled one where another was chosen that is gone. */
export function packInUse(workspace: Workspace, store: PackStore): string {
  const id = workspace.settings.get(PACK_IN_USE);
  return typeof id === 'string' && store.has(id) ? id : BUNDLED;
}

const MOST_TOUCHES = 500;

/** What of a change a person has to do with: products on their stacks, or with notes and tags. */
function touchesOf(
  workspace: Workspace,
  fates: ReadonlyMap<string, PackChanges['touches'][number]['what']>,
  nameOf: (id: string) => string,
): PackChanges['touches'] {
  const stacks = new Map<string, string[]>();
  for (const { id } of workspace.stacks.list('current')) {
    const stack = workspace.stacks.find(id)?.stack;
    if (!stack) continue;
    for (const { productId } of Object.values(stack.nodes)) {
      if (!fates.has(productId)) continue;
      stacks.set(productId, [...(stacks.get(productId) ?? []), stack.name]);
    }
  }
  const marked = new Set(
    workspace.personal.all().flatMap((mark) => (isUnmarked(mark) ? [] : [mark.id])),
  );
  return [...fates]
    .filter(([id]) => stacks.has(id) || marked.has(id))
    .slice(0, MOST_TOUCHES)
    .map(([id, what]) => ({
      product: { id, name: nameOf(id) },
      what,
      stacks: stacks.get(id) ?? [],
      isMarked: marked.has(id),
    }));
}

/** Catalogues as files. Nothing that a person made is in them, and nothing of it is lost with them. */
export function createPackHandlers(options: PackOptions): PackHandlers {
  const { workspace, store, emit, now = () => new Date() } = options;

  const inUse = (): string => packInUse(workspace, store);

  function one(id: string): Pack {
    const pack = store.list(inUse()).find((each) => each.id === id);
    if (!pack) throw new Refusal('not-found', 'This pack is installed no more.');
    return pack;
  }

  function use(id: string): Pack {
    store.fileOf(id);
    workspace.write(() => workspace.settings.set(PACK_IN_USE, id));
    emit('catalogue:changed', {});
    return one(id);
  }

  function compare(from: Catalogue, to: Catalogue): PackChanges {
    const a = snapshotOf(from);
    const b = snapshotOf(to);
    const { fates, ...changes } = comparePacks(a, b);
    const nameOf = (id: string): string => a.products.get(id)?.name ?? id;
    return { ...changes, touches: touchesOf(workspace, fates, nameOf) };
  }

  function withCatalogue<T>(file: string, work: (catalogue: Catalogue) => T): T {
    const catalogue = openCatalogue(file);
    try {
      return work(catalogue);
    } finally {
      catalogue.close();
    }
  }

  /** A pack, or a landscape in the open format, whichever the file is. */
  function read({ fileName, base64 }: { readonly fileName: string; readonly base64: string }) {
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length === 0) throw new Refusal('invalid-input', 'The file is empty.');
    if (isZip(bytes)) return readPack(bytes);
    const name = fileName.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/i, '');
    return landscapePack(bytes, name.slice(0, 200) || 'Landscape', now());
  }

  /** Opens what is in a pack without giving it a place. */
  function withContent<T>({ database }: PackContent, work: (catalogue: Catalogue) => T): T {
    const folder = mkdtempSync(join(tmpdir(), 'stackscape-pack-'));
    try {
      const file = join(folder, 'catalogue.db');
      writeFileSync(file, database);
      return withCatalogue(file, work);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  return {
    'packs:list': () => store.list(inUse()),

    'packs:export': ({ id }) => {
      const { name, catalogueVersion } = one(id);
      const title = id === BUNDLED ? 'Martech landscape' : name;
      return {
        fileName: safeFileName(`${title} ${catalogueVersion}`, 'stackpack'),
        mimeType: 'application/zip',
        base64: Buffer.from(writePack(store.fileOf(id), title)).toString('base64'),
      };
    },

    'packs:check': (file) => {
      const content = read(file);
      const { manifest } = content;
      const changes = withContent(content, (next) =>
        withCatalogue(store.fileOf(inUse()), (current) => compare(current, next)),
      );
      const id = manifest.sha256.slice(0, 16);
      return {
        pack: {
          ...manifest,
          id,
          isInUse: id === inUse(),
          size: content.database.length,
          installedAt: null,
        },
        changes,
        sources: manifest.sources,
      };
    },

    'packs:install': (file) => use(store.install(read(file), now())),

    'packs:use': ({ id }) => use(id),

    'packs:remove': ({ id }) => {
      if (id === inUse()) {
        throw new Refusal('conflict', 'This pack is in use. Use another one first.');
      }
      store.remove(id);
      return {};
    },

    'packs:compare': ({ from, to }) =>
      withCatalogue(store.fileOf(from), (a) =>
        withCatalogue(store.fileOf(to), (b) => compare(a, b)),
      ),

    'packs:update': async (_input, { signal, progress }) => {
      const address = workspace.settings.get('updateAddress');
      if (typeof address !== 'string' || address === '') {
        throw new Refusal('conflict', 'There is no update address. Set one first.');
      }
      const etag = workspace.settings.get(UPDATE_ETAG);
      const [known, of] = typeof etag === 'string' ? etag.split('\n') : [];
      progress('Fetching the update');
      const fetched = await fetchUpdate(
        address,
        // What another server called its pack says nothing here.
        { etag: of === address ? (known ?? null) : null },
        signal,
        (fraction) => progress('Fetching the update', fraction ?? undefined),
      );
      if (!fetched) return { state: 'unchanged', pack: null };
      const id = store.install(readPack(fetched.bytes), now());
      workspace.write(() => {
        workspace.settings.set(UPDATE_ETAG, fetched.etag ? `${fetched.etag}\n${address}` : '');
      });
      if (id === inUse()) return { state: 'unchanged', pack: one(id) };
      return { state: 'installed', pack: use(id) };
    },
  };
}
