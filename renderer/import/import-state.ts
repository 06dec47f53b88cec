import { create } from 'zustand';
import {
  guessKind,
  guessMapping,
  requiredOf,
  type ImportField,
  type ImportKind,
  type Mapping,
} from '../../shared/import/columns.ts';
import { categoryFor } from '../../shared/import/categories.ts';
import type { ImportMatch, ImportRun } from '../../shared/import/contract.ts';
import { BATCH } from '../../shared/import/limits.ts';
import type { IntegrationDraft, ProductDraft, RowProblem } from '../../shared/import/map-rows.ts';
import {
  planIntegrations,
  planProducts,
  type Decision,
  type DoubtRule,
} from '../../shared/import/plan.ts';
import { fold } from '../../shared/search/fold.ts';
import { api } from '../api.ts';
import { useApp } from '../state/app-state.ts';
import { showError, useToasts } from '../state/toasts.ts';
import { productsOfRows, putOnStack } from './put-on-stack.ts';
import { createImportWorker, type ImportWorker } from './import-worker.ts';
import type { ReadOptions } from '../../shared/import/read-tables.ts';
import type { ReadFile } from './worker-messages.ts';

export type ImportStep = 'file' | 'columns' | 'matches';

export interface ImportState {
  readonly step: ImportStep;
  readonly runs: readonly ImportRun[] | null;
  readonly fileName: string;
  readonly file: ReadFile | null;
  readonly options: ReadOptions;
  readonly table: number;
  readonly kind: ImportKind;
  readonly mapping: Mapping;
  readonly products: readonly ProductDraft[];
  readonly integrations: readonly IntegrationDraft[];
  /** Of the products, or of the ends in `ends`, in their order. */
  readonly matches: readonly ImportMatch[];
  readonly ends: readonly string[];
  readonly problems: readonly RowProblem[];
  readonly decisions: ReadonlyMap<number, Decision>;
  readonly onDoubt: DoubtRule;
  readonly categories: ReadonlyMap<string, string>;
  readonly otherwise: string;
  /** Whether the products come together on a new stack as well. */
  readonly makesStack: boolean;
  /** What is going on, and how far it is, 0..1 or null. */
  readonly busy: { readonly text: string; readonly fraction: number | null } | null;
  readonly failure: string | null;
}

const start = {
  step: 'file',
  fileName: '',
  file: null,
  options: {},
  table: 0,
  kind: 'products',
  mapping: {},
  products: [],
  integrations: [],
  matches: [],
  ends: [],
  problems: [],
  decisions: new Map<number, Decision>(),
  onDoubt: 'skip',
  categories: new Map<string, string>(),
  otherwise: '',
  makesStack: false,
  busy: null,
  failure: null,
} as const satisfies Omit<ImportState, 'runs'>;

/** An import from the choice of a file to the last row written. One at a time. */
export const useImport = create<ImportState>()(() => ({ ...start, runs: null }));

let worker: ImportWorker | null = null;
/** Grows with every import and every cancel; what belongs to an older one is dropped. */
let generation = 0;

const { setState: set, getState: get } = useImport;

export async function loadImports(): Promise<void> {
  const result = await api.call('imports:list', {});
  if (result.ok) set({ runs: result.value });
  else showError(result.error);
}

/** Forgets the file and everything about it; nothing was written. */
export function cancelImport(): void {
  generation++;
  worker?.end();
  worker = null;
  set(start);
}

function fail(failure: string): void {
  set({ busy: null, failure });
}

/** Columns chosen before for a table of the same head come back. */
const remembered = 'import-columns';

function recall(header: readonly string[], kind: ImportKind): Mapping | null {
  try {
    const all = JSON.parse(localStorage.getItem(remembered) ?? '{}') as Record<string, Mapping>;
    return all[`${kind} ${header.join('\t')}`] ?? null;
  } catch {
    return null;
  }
}

function remember(header: readonly string[], kind: ImportKind, mapping: Mapping): void {
  try {
    const all = JSON.parse(localStorage.getItem(remembered) ?? '{}') as Record<string, Mapping>;
    const entries = [...Object.entries(all), [`${kind} ${header.join('\t')}`, mapping] as const];
    localStorage.setItem(remembered, JSON.stringify(Object.fromEntries(entries.slice(-30))));
  } catch {
    // A page without storage asks again next time.
  }
}

export function chooseTable(table: number, asked?: ImportKind): void {
  const header = get().file?.tables[table]?.header ?? [];
  const kind = asked ?? guessKind(header);
  set({ table, kind, mapping: recall(header, kind) ?? guessMapping(header, kind) });
}

async function read(file: File | null, name: string, options: ReadOptions): Promise<void> {
  const own = ++generation;
  worker ??= createImportWorker();
  set({ busy: { text: 'Reading the file', fraction: null }, failure: null, options });
  const answer = await worker.ask({ type: 'read', file, name, options });
  if (own !== generation) return;
  if (answer.type === 'failed') return fail(answer.message);
  if (answer.type !== 'read') return;
  if (!answer.result.ok) return fail(answer.result.error.message);
  set({ file: answer.result.value, fileName: name, step: 'columns', busy: null });
  chooseTable(Math.min(get().table, answer.result.value.tables.length - 1));
}

export async function openFile(file: File): Promise<void> {
  cancelImport();
  await read(file, file.name, {});
}

/** Reads the same file in another way. */
export function readAgain(change: ReadOptions): void {
  const { fileName, options } = get();
  void read(null, fileName, { ...options, ...change });
}

export function setColumn(field: ImportField, column: number | null): void {
  const { mapping } = get();
  const next: Partial<Record<ImportField, number>> = { ...mapping };
  if (column === null) delete next[field];
  else next[field] = column;
  set({ mapping: next });
}

export function missingColumns({ kind, mapping }: Pick<ImportState, 'kind' | 'mapping'>) {
  return requiredOf(kind).filter((field) => mapping[field] === undefined);
}

/** Names with typing errors are looked for among this many rows; beyond, it would take minutes. */
const FORGIVING_ROWS = 3000;

async function matchAll(
  items: readonly { readonly name: string; readonly homepage: string | null }[],
  own: number,
): Promise<readonly ImportMatch[] | null> {
  const matches: ImportMatch[] = [];
  const forgiving = items.length <= FORGIVING_ROWS;
  // Smaller where each takes longer, so that progress is seen and a cancel is heard.
  const size = forgiving ? 100 : BATCH;
  for (let from = 0; from < items.length; from += size) {
    set({ busy: { text: 'Comparing with the catalogue', fraction: from / items.length } });
    const batch = items.slice(from, from + size).map(({ name, homepage }) => ({
      name: name.slice(0, 300),
      homepage,
    }));
    const result = await api.call('imports:match', { items: batch, forgiving });
    if (own !== generation) return null;
    if (!result.ok) {
      fail(result.error.message);
      return null;
    }
    matches.push(...result.value);
  }
  return matches;
}

function guessCategories(drafts: readonly ProductDraft[]): ReadonlyMap<string, string> {
  const categories = [...useApp.getState().categories.values()];
  const found = new Map<string, string>();
  const asked = new Set<string>();
  for (const said of drafts.flatMap((draft) => draft.categories)) {
    const key = fold(said);
    if (asked.has(key)) continue;
    asked.add(key);
    const id = categoryFor(said, categories);
    if (id !== null) found.set(key, id);
  }
  return found;
}

/** From the columns to what they mean. */
export async function compare(): Promise<void> {
  const own = ++generation;
  const { table, kind, mapping, file } = get();
  if (!worker) return;
  remember(file?.tables[table]?.header ?? [], kind, mapping);
  set({ busy: { text: 'Reading the rows', fraction: null }, failure: null });
  const answer = await worker.ask({ type: 'map', table, kind, mapping });
  if (own !== generation) return;
  if (answer.type === 'failed') return fail(answer.message);
  const shared = { decisions: new Map<number, Decision>(), busy: null, step: 'matches' as const };
  if (answer.type === 'products') {
    const { drafts, problems } = answer.mapped;
    const matches = await matchAll(drafts, own);
    if (!matches) return;
    set({
      ...shared,
      products: drafts,
      integrations: [],
      problems,
      matches,
      categories: guessCategories(drafts),
      otherwise: get().otherwise || 'collaboration',
    });
  } else if (answer.type === 'integrations') {
    const { drafts, problems } = answer.mapped;
    const ends = [...new Set(drafts.flatMap(({ from, to }) => [from, to]))];
    const matches = await matchAll(
      ends.map((name) => ({ name, homepage: null })),
      own,
    );
    if (!matches) return;
    set({ ...shared, products: [], integrations: drafts, problems, matches, ends });
  }
}

/** The product that each end of an integration is, as far as that is decided. */
export function endsOf(
  state: Pick<ImportState, 'ends' | 'matches' | 'decisions' | 'onDoubt'>,
): ReadonlyMap<string, string | null> {
  return new Map(
    state.ends.map((end, index) => {
      const own = state.decisions.get(index);
      if (own !== undefined) return [end, typeof own === 'object' ? own.is : null];
      const match = state.matches[index];
      const [first] = match?.products ?? [];
      const isTaken =
        match?.state === 'same' || (match?.state === 'doubtful' && state.onDoubt === 'match');
      return [end, isTaken && first ? first.id : null];
    }),
  );
}

export function planOf(state: ImportState) {
  return state.kind === 'products'
    ? { ...planProducts(state.products, state.matches, state), integrations: [] }
    : {
        ...planIntegrations(state.integrations, endsOf(state)),
        products: [],
        marks: [],
        unchanged: 0,
        skipped: 0,
      };
}

export function decide(row: number, decision: Decision | null): void {
  const decisions = new Map(get().decisions);
  if (decision === null) decisions.delete(row);
  else decisions.set(row, decision);
  set({ decisions });
}

export function setCategory(said: string, id: string): void {
  set({ categories: new Map(get().categories).set(said, id) });
}

function* batches<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += BATCH) yield list.slice(from, from + BATCH);
}

/** Sends what is planned and writes it: all of it or nothing. @returns the run, or null */
async function writePlan(own: number): Promise<ImportRun | null> {
  const { fileName, kind } = get();
  const { products, integrations, marks } = planOf(get());
  const total = products.length + integrations.length + marks.length;
  const begun = await api.call('imports:begin', { fileName, kind });
  if (!begun.ok) {
    fail(begun.error.message);
    return null;
  }
  const { importId } = begun.value;
  let sent = 0;
  const parts = [
    ...[...batches(products)].map((part) => ({ products: [...part] })),
    ...[...batches(integrations)].map((part) => ({ integrations: [...part] })),
    ...[...batches(marks)].map((part) => ({ marks: [...part] })),
  ];
  for (const part of parts) {
    const added = own === generation ? await api.call('imports:add', { importId, ...part }) : null;
    if (!added?.ok) {
      void api.call('imports:cancel', { importId });
      if (added) fail(added.error.message);
      return null;
    }
    sent += Object.values(part)[0]?.length ?? 0;
    if (own === generation) set({ busy: { text: 'Preparing', fraction: sent / (total + 1) } });
  }
  if (own !== generation) {
    void api.call('imports:cancel', { importId });
    return null;
  }
  set({ busy: { text: 'Writing', fraction: null } });
  const written = await api.call('imports:commit', { importId });
  if (written.ok) return written.value;
  if (own === generation) fail(written.error.message);
  return null;
}

/** Writes what is planned, and makes a stack of it where that is wanted. */
export async function writeImport(): Promise<void> {
  const own = ++generation;
  const state = get();
  const { fileName, makesStack } = state;
  const plan = planOf(state);
  set({ busy: { text: 'Preparing', fraction: 0 }, failure: null });
  if (plan.products.length + plan.integrations.length + plan.marks.length > 0) {
    const run = await writePlan(own);
    if (!run) return;
    // A transaction cannot be stopped half-way, but what it wrote can be taken back.
    if (own !== generation) return undoImport(run.id);
    useToasts.getState().show({
      tone: 'success',
      text: `Imported ${fileName.slice(0, 80)}.`,
      action: { label: 'Undo', run: () => void undoImport(run.id) },
    });
  }
  const rows = makesStack ? productsOfRows(state) : null;
  cancelImport();
  await loadImports();
  if (rows) await putOnStack(fileName.replace(/\.\w{1,5}$/, '').slice(0, 80) || 'Inventory', rows);
}

export async function undoImport(id: string): Promise<void> {
  const result = await api.call('imports:undo', { id });
  if (!result.ok) return showError(result.error);
  useToasts.getState().show({ tone: 'success', text: 'The import was taken back.' });
  await loadImports();
}
