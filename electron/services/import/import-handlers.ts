import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { EmitEvent, Handlers } from '../../../shared/contract/contract.ts';
import type {
  OwnIntegration,
  OwnIntegrationFields,
  OwnProduct,
  OwnProductFields,
} from '../../../shared/custom/records.ts';
import { distinctTags, isUnmarked, unmarked } from '../../../shared/domain/personal.ts';
import type { PersonalMark } from '../../../shared/domain/personal.ts';
import type { ImportKind } from '../../../shared/import/columns.ts';
import type { ImportMark, ImportMatch, ImportRun } from '../../../shared/import/contract.ts';
import { IMPORT_LIMITS } from '../../../shared/import/limits.ts';
import { Refusal } from '../../../shared/result.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import type { ChangedMark } from '../../store/workspace/import-repository.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';
import { ownId } from '../custom/custom-handlers.ts';
import type { SearchEngine } from '../search/search-engine.ts';
import { createImportMatcher } from './import-matches.ts';

type ImportHandlers = Pick<Handlers, Extract<keyof Handlers, `imports:${string}`>>;

export interface ImportOptions {
  readonly workspace: Workspace;
  readonly catalogue: Catalogue;
  readonly search: SearchEngine;
  readonly emit: EmitEvent;
  /** Imports that were begun and not yet committed; lives longer than one catalogue. */
  readonly staged: StagedImports;
  readonly now?: () => Date;
}

interface StagedImport {
  readonly fileName: string;
  readonly kind: ImportKind;
  readonly products: OwnProductFields[];
  readonly integrations: OwnIntegrationFields[];
  readonly marks: ImportMark[];
}

export type StagedImports = Map<string, StagedImport>;

/** Somebody who begins many and ends none forgets them; the oldest goes. */
const MOST_STAGED = 8;
const MAX_NOTE = 10_000;
/** Milliseconds of comparing after which others have their turn. */
const SLICE = 15;

/** What a mark becomes: tags are added, a note is put below the one there. */
function merged(before: PersonalMark | undefined, mark: ImportMark): PersonalMark {
  const old = before ?? unmarked(mark.id);
  const note = [old.note, mark.note].filter((text) => text !== '').join('\n');
  return {
    ...old,
    note: note.slice(0, MAX_NOTE),
    tags: distinctTags([...old.tags, ...mark.tags]).slice(0, 30),
  };
}

const isSameMark = (a: PersonalMark | undefined, b: PersonalMark): boolean =>
  a !== undefined && JSON.stringify(a) === JSON.stringify(b);

/** Tables on their way into the catalogue: matched first, then written whole or not at all. */
export function createImportHandlers(options: ImportOptions): ImportHandlers {
  const { workspace, catalogue, search, emit, staged, now = () => new Date() } = options;
  const { custom, imports, personal } = workspace;
  const match = createImportMatcher(catalogue, search);

  function require(importId: string): StagedImport {
    const found = staged.get(importId);
    if (!found) {
      throw new Refusal('not-found', 'This import was cancelled or has ended; begin it again.');
    }
    return found;
  }

  /** Ids for all new products at once: a name may repeat, and so may the slugs of two names. */
  function withIds(products: readonly OwnProductFields[], importId: string): OwnProduct[] {
    const taken = new Set<string>();
    const isTaken = (id: string): boolean => taken.has(id) || custom.product(id) !== undefined;
    return products.map((product) => {
      const id = ownId(product.name, isTaken);
      taken.add(id);
      return { ...product, id, importId };
    });
  }

  return {
    'imports:list': () => imports.all(),

    'imports:match': async ({ items, forgiving }, { signal }) => {
      const matches: ImportMatch[] = [];
      let turn = performance.now();
      for (const item of items) {
        matches.push(match(item, forgiving));
        if (performance.now() - turn < SLICE) continue;
        // Whoever else waits for an answer comes in between.
        await setImmediate();
        if (signal.aborted) throw new Refusal('cancelled', 'Cancelled.');
        turn = performance.now();
      }
      return matches;
    },

    'imports:begin': ({ fileName, kind }) => {
      const importId = randomUUID();
      const [oldest] = staged.keys();
      if (staged.size >= MOST_STAGED && oldest !== undefined) staged.delete(oldest);
      staged.set(importId, { fileName, kind, products: [], integrations: [], marks: [] });
      return { importId };
    },

    'imports:add': ({ importId, products, integrations, marks }) => {
      const into = require(importId);
      const total = into.products.length + into.integrations.length + into.marks.length;
      const more = products.length + integrations.length + marks.length;
      if (total + more > IMPORT_LIMITS.rows) {
        staged.delete(importId);
        throw new Refusal('too-large', 'This is more than an import takes; nothing was written.');
      }
      into.products.push(...products);
      into.integrations.push(...integrations);
      into.marks.push(...marks);
      return {};
    },

    'imports:commit': ({ importId }) => {
      const { fileName, kind, products, integrations, marks } = require(importId);
      const time = now().toISOString();
      const run = workspace.write((): ImportRun => {
        const changed = new Map<string, ChangedMark>();
        for (const mark of marks) {
          const before = changed.get(mark.id)?.after ?? personal.get(mark.id);
          const after = merged(before, mark);
          if (isSameMark(before, after)) continue;
          const first = changed.get(mark.id);
          changed.set(mark.id, { before: first ? first.before : (before ?? null), after });
          personal.put(after, time);
        }
        const own = withIds(products, importId);
        const links = integrations.map((integration): OwnIntegration => ({
          ...integration,
          id: randomUUID(),
          importId,
        }));
        custom.put({ products: own, integrations: links });
        custom.touch();
        const counts = { products: own.length, integrations: links.length };
        imports.add({ id: importId, fileName, kind, createdAt: time, ...counts }, [
          ...changed.values(),
        ]);
        return {
          id: importId,
          fileName,
          kind,
          createdAt: time,
          undoneAt: null,
          ...counts,
          marked: changed.size,
        };
      });
      staged.delete(importId);
      for (const { after } of imports.marksOf(importId)) emit('personal:changed', after);
      emit('catalogue:changed', {});
      return run;
    },

    'imports:cancel': ({ importId }) => {
      staged.delete(importId);
      return {};
    },

    'imports:undo': ({ id }) => {
      const time = now().toISOString();
      const restored: PersonalMark[] = [];
      const run = workspace.write((): ImportRun => {
        const found = imports.get(id);
        if (!found) throw new Refusal('not-found', 'There is no such import.', { id });
        if (found.undoneAt !== null) {
          throw new Refusal('conflict', 'This import has been taken back already.', { id });
        }
        const { products, integrations } = custom.ofImport(id);
        custom.remove({
          products: products.map((product) => product.id),
          integrations: integrations.map((integration) => integration.id),
        });
        for (const { before, after } of imports.marksOf(id)) {
          // Who has written on since then keeps it.
          if (!isSameMark(personal.get(after.id), after)) continue;
          const mark = before ?? unmarked(after.id);
          if (isUnmarked(mark)) personal.remove(mark.id);
          else personal.put(mark, time);
          restored.push(mark);
        }
        custom.touch();
        imports.setUndone(id, time);
        return { ...found, undoneAt: time };
      });
      for (const mark of restored) emit('personal:changed', mark);
      emit('catalogue:changed', {});
      return run;
    },
  };
}
