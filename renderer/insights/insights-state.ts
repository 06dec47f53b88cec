import { create } from 'zustand';

export const insightTabs = [
  'health',
  'matrix',
  'hubs',
  'replace',
  'coverage',
  'paths',
  'brief',
] as const;
export type InsightTab = (typeof insightTabs)[number];

export type MatrixOrder = 'category' | 'connections' | 'name';

interface InsightsState {
  readonly tab: InsightTab;
  readonly order: MatrixOrder;
  /** Ids of the two products whose cell is open. */
  readonly pair: readonly [string, string] | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly isDirected: boolean;
  /** The product whose alternatives are shown. */
  readonly replacedId: string | null;
  show(tab: InsightTab): void;
  setOrder(order: MatrixOrder): void;
  openPair(pair: readonly [string, string] | null): void;
  askPath(change: Partial<Pick<InsightsState, 'from' | 'to' | 'isDirected'>>): void;
  showReplaced(replacedId: string | null): void;
}

/** Where one was in the insights; kept while one visits other screens. */
export const useInsights = create<InsightsState>()((set) => ({
  tab: 'health',
  order: 'category',
  pair: null,
  from: null,
  to: null,
  isDirected: false,
  replacedId: null,
  show: (tab) => set({ tab }),
  setOrder: (order) => set({ order }),
  openPair: (pair) => set({ pair }),
  askPath: (change) => set(change),
  showReplaced: (replacedId) => set({ replacedId }),
}));
