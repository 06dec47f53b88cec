import { create } from 'zustand';
import type { EdgeFilter } from '../../shared/diagram/edge-filter.ts';
import type { Point } from '../../shared/diagram/route-edge.ts';
import type { Box } from '../../shared/stack/layout.ts';

export type SidePanel = 'catalogue' | 'outline' | 'history';
/**
 * The edge whose panel is open. Known edges and possible ones go by the two products, own ones by
 * their id.
 */
export type EdgeRef =
  | { readonly type: 'known'; readonly from: string; readonly to: string }
  | {
      readonly type: 'possible';
      readonly from: string;
      readonly to: string;
      /** The product that would join them. */
      readonly via: string;
    }
  | { readonly type: 'user'; readonly connectionId: string };

interface CanvasState {
  /** Ids of the nodes that are selected. */
  readonly selection: ReadonlySet<string>;
  /** What dragging on the empty canvas does. */
  readonly tool: 'select' | 'hand';
  readonly hovered: string | null;
  readonly edge: EdgeRef | null;
  /** Positions of nodes under a drag or a nudge, until the command that moves them is stored. */
  readonly moved: ReadonlyMap<string, Point>;
  readonly hidden: ReadonlySet<EdgeFilter>;
  readonly side: SidePanel | null;
  /** Null until somebody chooses: then large stacks have one. */
  readonly isMinimapOn: boolean | null;
  /** Null until somebody chooses: then many lines are bundled by lane. */
  readonly isBundled: boolean | null;
  readonly isLegendOpen: boolean;
  /** The product that a connection starts from, while its other end is being chosen. */
  readonly connectFrom: string | null;
  /** Nodes, or a part of the canvas, to bring into view; a new object for each request. */
  readonly reveal: { readonly nodeIds: readonly string[] } | { readonly box: Box } | null;
  /** Read out by assistive technology. */
  readonly message: string;
  select(nodeIds: Iterable<string>): void;
  openEdge(edge: EdgeRef | null): void;
  toggleKind(kind: EdgeFilter): void;
  toggleSide(side: SidePanel): void;
  /** @param products how many the stack has */
  toggleMinimap(products: number): void;
  announce(message: string): void;
  /** Forgets what belongs to one stack when another one opens. */
  reset(): void;
}

/** From so many products on, a stack has an overview map unless somebody has put it away. */
const LARGE = 60;

/** Whether the overview map is shown for a stack of so many products. */
export function showsMinimap(isMinimapOn: boolean | null, products: number): boolean {
  return isMinimapOn ?? products >= LARGE;
}

/** From so many lines on, they are bundled by lane unless somebody wants them one by one. */
const MANY_LINES = 500;

/** Whether so many lines are drawn as bundles. */
export function isBundling(isBundled: boolean | null, lines: number): boolean {
  return isBundled ?? lines >= MANY_LINES;
}

const nothing: ReadonlySet<string> = new Set();

const perStack = {
  selection: nothing,
  hovered: null,
  edge: null,
  moved: new Map<string, Point>(),
  connectFrom: null,
  reveal: null,
} as const;

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

/** What the canvas shows besides the stack itself: not stored, not undone. */
export const useCanvas = create<CanvasState>()((set, get) => ({
  ...perStack,
  hidden: new Set<EdgeFilter>(),
  tool: 'select',
  side: 'catalogue',
  isMinimapOn: null,
  isBundled: null,
  isLegendOpen: true,
  message: '',
  select(nodeIds) {
    const next = new Set(nodeIds);
    const { selection } = get();
    const same = next.size === selection.size && [...next].every((id) => selection.has(id));
    if (!same) set({ selection: next });
  },
  openEdge: (edge) => set({ edge }),
  toggleKind: (kind) => set(({ hidden }) => ({ hidden: toggled(hidden, kind) })),
  toggleSide: (side) => set((state) => ({ side: state.side === side ? null : side })),
  toggleMinimap: (products) =>
    set(({ isMinimapOn }) => ({ isMinimapOn: !showsMinimap(isMinimapOn, products) })),
  announce: (message) => set({ message }),
  reset: () => set(perStack),
}));
