import { create } from 'zustand';
import type { IntegrationKind } from '../../shared/domain/catalogue.ts';
import type { Link, ProductRow } from '../../shared/domain/product.ts';
import { api } from '../api.ts';
import { onCatalogueChange } from '../state/catalogue-changes.ts';
import type { Beyond } from './beyond.ts';
import { showError } from '../state/toasts.ts';

export const limits = [30, 60, 120, 250, 500] as const;

/** Which integrations are drawn, by the direction in which data is stated to go. */
export const directionFilters = ['any', 'stated', 'both', 'unstated'] as const;
export type DirectionFilter = (typeof directionFilters)[number];

/** More circles than this are a cloud, not a graph. */
export const MOST_NODES = 800;

interface NeighbourhoodState {
  /** The product in the middle; null while the graph of a stack is shown. */
  readonly rootId: string | null;
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly failure: string;
  readonly products: ReadonlyMap<string, ProductRow>;
  readonly links: readonly Link[];
  /** Neighbours of the root there are in all, shown or not. */
  readonly total: number;
  /** Products whose neighbours were asked for, the root first. */
  readonly expanded: readonly string[];
  readonly limit: number;
  readonly hidden: ReadonlySet<IntegrationKind>;
  readonly showOwn: boolean;
  readonly direction: DirectionFilter;
  /** What was added around a stack; null where nothing was. */
  readonly beyond: Beyond | null;
  /** Products between which the way is lit; empty where none is chosen. */
  readonly ends: { readonly from: string; readonly to: string };
  open(rootId: string): Promise<void>;
  expand(productId: string): Promise<void>;
  setLimit(limit: number): Promise<void>;
  toggleKind(kind: IntegrationKind): void;
}

/** Counts what was asked for the middle, so that answers about an older one are dropped. */
let opening = 0;

/** What the graph screen shows of the catalogue; kept while one visits other screens. */
export const useGraph = create<NeighbourhoodState>()((set, get) => ({
  rootId: null,
  status: 'idle',
  failure: '',
  products: new Map(),
  links: [],
  total: 0,
  expanded: [],
  limit: 60,
  hidden: new Set<IntegrationKind>(),
  showOwn: true,
  direction: 'any',
  beyond: null,
  ends: { from: '', to: '' },

  async open(rootId) {
    opening += 1;
    const turn = opening;
    set({ rootId, status: 'loading' });
    const { limit } = get();
    const result = await api.call('graph:neighbourhood', { id: rootId, limit });
    if (turn !== opening) return;
    if (!result.ok) {
      set({ status: 'failed', failure: result.error.message, products: new Map(), links: [] });
      return;
    }
    const { products, links, total } = result.value;
    set({
      status: 'ready',
      products: new Map(products.map((product) => [product.id, product])),
      links,
      total,
      expanded: [rootId],
    });
  },

  async expand(productId) {
    const { rootId, limit, expanded } = get();
    if (rootId === null || expanded.includes(productId)) return;
    const turn = opening;
    const around = await api.call('graph:neighbourhood', { id: productId, limit });
    if (turn !== opening) return;
    if (!around.ok) return showError(around.error);
    // Two products may be expanded at a time; neither answer may undo what the other brought.
    for (;;) {
      const before = get().products;
      const all = new Map(around.value.products.map((product) => [product.id, product]));
      for (const [id, product] of before) all.set(id, product);
      // Among all of them: the new ones may integrate with what was there before.
      const links = await api.call('graph:between', { ids: [...all.keys()] });
      if (turn !== opening) return;
      if (!links.ok) return showError(links.error);
      if (get().products !== before) continue;
      set({ products: all, links: links.value, expanded: [...get().expanded, productId] });
      return;
    }
  },

  async setLimit(limit) {
    const { rootId } = get();
    set({ limit });
    if (rootId !== null) await get().open(rootId);
  },

  toggleKind(kind) {
    const hidden = new Set(get().hidden);
    if (!hidden.delete(kind)) hidden.add(kind);
    set({ hidden });
  },
}));

onCatalogueChange(() => {
  useGraph.setState({ beyond: null });
  const { rootId, open } = useGraph.getState();
  if (rootId !== null) void open(rootId);
});
