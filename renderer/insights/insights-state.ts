import { create } from 'zustand';
import type { DataKind } from '../../shared/stack/vocabulary.ts';
import type { Objective } from '../../shared/insights/smallest-stack.ts';

export const insightTabs = [
  'health',
  'matrix',
  'hubs',
  'flows',
  'truth',
  'replace',
  'exit',
  'smallest',
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
  /** The product whose exit is shown, and the one that things are taken to come from. */
  readonly drilledId: string | null;
  readonly rootId: string | null;
  readonly objective: Objective;
  /** Template that coverage is shown against; null for the stack's own. */
  readonly against: string | null;
  /** The kind whose flows are shown; null for all of them, undefined before anybody chose. */
  readonly flowKind: DataKind | null | undefined;
  show(tab: InsightTab): void;
  setOrder(order: MatrixOrder): void;
  openPair(pair: readonly [string, string] | null): void;
  askPath(change: Partial<Pick<InsightsState, 'from' | 'to' | 'isDirected'>>): void;
  showReplaced(replacedId: string | null): void;
  drill(drilledId: string | null): void;
  setRoot(rootId: string | null): void;
  setObjective(objective: Objective): void;
  coverAgainst(templateId: string): void;
  showFlowsOf(kind: DataKind | null): void;
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
  drilledId: null,
  rootId: null,
  objective: 'count',
  against: null,
  flowKind: undefined,
  show: (tab) => set({ tab }),
  setOrder: (order) => set({ order }),
  openPair: (pair) => set({ pair }),
  askPath: (change) => set(change),
  showReplaced: (replacedId) => set({ replacedId }),
  drill: (drilledId) => set({ drilledId }),
  setRoot: (rootId) => set({ rootId }),
  setObjective: (objective) => set({ objective }),
  coverAgainst: (against) => set({ against }),
  showFlowsOf: (flowKind) => set({ flowKind }),
}));
