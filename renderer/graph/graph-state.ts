import { create } from 'zustand';
import type { Direction, IntegrationKind } from '../../shared/domain/catalogue.ts';
import type { Confidence } from '../../shared/domain/confidence.ts';
import type { ProductRow } from '../../shared/domain/product.ts';
import type { AppError } from '../../shared/result.ts';
import type { DataKind } from '../../shared/stack/vocabulary.ts';
import { api } from '../api.ts';
import { onCatalogueChange } from '../state/catalogue-changes.ts';
import { showError } from '../state/toasts.ts';
import { recall, remember } from './remembered.ts';

export const limits = [30, 60, 120, 250, 500, 1000, 2000] as const;

/** More circles than this are a cloud, not a graph. */
export const MOST_NODES = 3000;

/** The graph of the current stack. */
export const STACK = 'stack';

const SEARCH = 'search:';
/** The graph of what a search finds, as `showGraphOf` wants it. */
export const searchKey = (text: string): string => SEARCH + text;
/** The text of a graph of a search; null for that of a product. */
export const searchOf = (key: string): string | null =>
  key.startsWith(SEARCH) ? key.slice(SEARCH.length) : null;

export interface GraphFilter {
  readonly direction: Direction | null;
  /** At least so sure. */
  readonly confidence: Exclude<Confidence, 'yours'> | null;
  readonly data: DataKind | null;
}

interface GraphState extends GraphFilter {
  /** What is in the middle: the stack, a product's id, or a search. */
  readonly key: string;
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly failure: string;
  /** Products apart from those of the stack. */
  readonly products: ReadonlyMap<string, ProductRow>;
  /** Products there are in all, of a list that was cut. */
  readonly total: number;
  /** Products whose neighbours were asked for, and how many of them are not shown yet. */
  readonly expanded: ReadonlyMap<string, number>;
  readonly limit: number;
  readonly hidden: ReadonlySet<IntegrationKind>;
  readonly showOwn: boolean;
  open(key: string): Promise<void>;
  /** Adds the next neighbours of a product, or of all that is shown. */
  expand(productId: string, shown: readonly string[], centres?: readonly string[]): Promise<void>;
  add(rows: readonly ProductRow[]): void;
  setLimit(limit: number): Promise<void>;
  setFilter(filter: Partial<GraphFilter>): void;
  toggleKind(kind: IntegrationKind): void;
}

/** Counts what was asked for the middle, so that answers about an older one are dropped. */
let opening = 0;

const byId = (rows: readonly ProductRow[]): Map<string, ProductRow> =>
  new Map(rows.map((row) => [row.id, row]));

interface Opened {
  readonly rows: readonly ProductRow[];
  readonly total: number;
  readonly expanded: ReadonlyMap<string, number>;
}
type Opening = { readonly value: Opened } | { readonly error: AppError };

async function openSearch(text: string, limit: number): Promise<Opening> {
  const rows: ProductRow[] = [];
  for (;;) {
    const page = await api.call('catalogue:query', {
      ...{ text, sort: 'integrations', offset: rows.length },
      limit: Math.min(500, limit - rows.length),
    });
    if (!page.ok) return { error: page.error };
    const { total } = page.value;
    rows.push(...page.value.rows);
    if (rows.length >= Math.min(limit, total) || page.value.rows.length === 0) {
      return { value: { rows, total, expanded: new Map() } };
    }
  }
}

async function openProduct(id: string, limit: number): Promise<Opening> {
  const around = await api.call('graph:neighbourhood', { id, limit: Math.min(limit, 1000) });
  if (!around.ok) return { error: around.error };
  const { products: rows, total } = around.value;
  return { value: { rows, total, expanded: new Map([[id, total - (rows.length - 1)]]) } };
}

/** What the graph screen shows of the catalogue; kept while one visits other screens. */
export const useGraph = create<GraphState>()((set, get) => ({
  key: STACK,
  status: 'idle',
  failure: '',
  products: new Map(),
  total: 0,
  expanded: new Map(),
  hidden: new Set<IntegrationKind>(),
  showOwn: true,
  direction: null,
  confidence: null,
  data: null,
  limit: 60,
  ...recall(),

  async open(key) {
    opening += 1;
    const turn = opening;
    const empty = { products: new Map(), total: 0, expanded: new Map() };
    if (key === STACK) return set({ key, status: 'ready', ...empty });
    set({ key, status: 'loading' });
    const { limit } = get();
    const text = searchOf(key);
    const opened = await (text === null ? openProduct(key, limit) : openSearch(text, limit));
    if (turn !== opening) return;
    if ('error' in opened) {
      return set({ status: 'failed', failure: opened.error.message, ...empty });
    }
    const { rows, total, expanded } = opened.value;
    set({ status: 'ready', products: byId(rows), total, expanded });
  },

  async expand(productId, shown, centres = [productId]) {
    const { limit } = get();
    const turn = opening;
    const around = await api.call('graph:around', { ids: [...centres], shown: [...shown], limit });
    if (turn !== opening) return;
    if (!around.ok) return showError(around.error);
    const { products, more } = around.value;
    get().add(products);
    set({ expanded: new Map(get().expanded).set(productId, more) });
  },

  add(rows) {
    set({ products: new Map([...get().products, ...byId(rows)]) });
  },

  async setLimit(limit) {
    const { key } = get();
    set({ limit });
    if (key !== STACK) await get().open(key);
  },

  setFilter(filter) {
    set(filter);
  },

  toggleKind(kind) {
    const hidden = new Set(get().hidden);
    if (!hidden.delete(kind)) hidden.add(kind);
    set({ hidden });
  },
}));

useGraph.subscribe(remember);

onCatalogueChange(() => {
  const { key, open } = useGraph.getState();
  if (key !== STACK) void open(key);
});
