import type { Point } from '../../shared/diagram/route-edge.ts';
import type { ProductRow } from '../../shared/domain/product.ts';
import type { LanePlace } from '../../shared/stack/lane-room.ts';
import { freePlaceInLane } from '../../shared/stack/layout.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { api } from '../api.ts';
import { useStacks } from '../state/stacks.ts';
import { showError, useToasts } from '../state/toasts.ts';
import { carriedBy } from './carry.ts';
import { roomFor } from './carry-places.ts';
import { useCanvas } from './canvas-state.ts';
import { placementsOf, within } from './placement.ts';
import { rememberRows } from './product-rows.ts';

function nodesOfProducts(stack: Stack, productIds: ReadonlySet<string>): string[] {
  return Object.values(stack.nodes)
    .filter((node) => productIds.has(node.productId))
    .map((node) => node.id);
}

/**
 * Puts products on the current stack, as one step, selects them and brings them into view. Those
 * that are there already are only shown.
 * @returns whether all of them are on the stack now
 */
export async function addRows(
  rows: readonly ProductRow[],
  dropped: Point | null = null,
): Promise<boolean> {
  const stack = useStacks.getState().current?.stack;
  if (!stack || rows.length === 0) return false;
  const present = new Set(Object.values(stack.nodes).map((node) => node.productId));
  const fresh = rows.filter((row) => !present.has(row.id));
  const asked = new Set(rows.map((row) => row.id));
  if (fresh.length === 0) {
    useCanvas.getState().announce('Already on this stack.');
    showNodes(nodesOfProducts(stack, asked));
    return true;
  }
  const products = placementsOf(stack, fresh, dropped, () => crypto.randomUUID());
  return useStacks.getState().apply({ type: 'add-products', products }, () => {
    rememberRows(rows);
    const now = useStacks.getState().current?.stack;
    if (now) showNodes(nodesOfProducts(now, asked));
  });
}

/** The same for products of which only the id is known, as a drag carries them. */
export async function addProductIds(
  ids: readonly string[],
  dropped: Point | null = null,
): Promise<boolean> {
  const result = await api.call('catalogue:rows', { ids: [...ids] });
  if (!result.ok) {
    showError(result.error);
    return false;
  }
  if (result.value.length === 0) {
    useToasts.getState().show({ tone: 'error', text: 'The catalogue does not know this product.' });
    return false;
  }
  return addRows(result.value, dropped);
}

/** Selects nodes and brings them into view. */
export function showNodes(nodeIds: readonly string[]): void {
  useCanvas.getState().select(nodeIds);
  useCanvas.setState({ reveal: { nodeIds } });
}

/** What is chosen, told apart into products and items; what is gone stays out. */
export function chosenIds(ids: Iterable<string>): { nodeIds: string[]; itemIds: string[] } {
  const { nodes = {}, items = {} } = useStacks.getState().current?.stack ?? {};
  const all = [...ids];
  return { nodeIds: all.filter((id) => nodes[id]), itemIds: all.filter((id) => items[id]) };
}

/** Removes what is selected: nodes with their connections, or the open connection. */
export async function removeSelection(): Promise<void> {
  const { selection, edge, select, openEdge } = useCanvas.getState();
  if (selection.size > 0) {
    const removed = await useStacks.getState().apply({ type: 'remove', ...chosenIds(selection) });
    if (removed) select([]);
  } else if (edge?.type === 'user') {
    const connectionIds = [edge.connectionId];
    if (await useStacks.getState().apply({ type: 'remove', connectionIds })) openEdge(null);
  }
}

export async function connectNodes(fromNodeId: string, toNodeId: string): Promise<void> {
  const connectionId = crypto.randomUUID();
  const connected = await useStacks
    .getState()
    .apply({ type: 'connect', connectionId, fromNodeId, toNodeId });
  if (connected) useCanvas.getState().openEdge({ type: 'user', connectionId });
}

/** Moves a product to the next free place of a lane. */
export async function moveToLane(nodeId: string, laneId: string): Promise<void> {
  const stack = useStacks.getState().current?.stack;
  const lane = stack?.lanes[laneId];
  if (!stack || !lane) return;
  const { x, y } = freePlaceInLane(stack, lane);
  const lanes = roomFor(stack, nodeId, { at: { x, y }, laneId });
  const moved = await useStacks
    .getState()
    .apply({ type: 'move-nodes', moves: [{ nodeId, x, y }], lanes: [...lanes] });
  if (moved) showNodes([nodeId]);
}

let burst: number | undefined;
/** A pause this long ends a burst of arrow keys, which is one step of undo. */
const BURST_MS = 500;

/**
 * Stores where nodes were moved to. They stay there meanwhile and go back if it is refused.
 * @param lanes what has to make room for them
 * @returns whether anything was stored
 */
export async function commitMoves(lanes: readonly LanePlace[] = []): Promise<boolean> {
  window.clearTimeout(burst);
  burst = undefined;
  const { moved } = useCanvas.getState();
  const stack = useStacks.getState().current?.stack;
  if (!stack || moved.size === 0) return false;
  const moves = [...moved].flatMap(([nodeId, { x, y }]) => {
    const node = stack.nodes[nodeId];
    return node && (node.x !== x || node.y !== y) ? [{ nodeId, x, y }] : [];
  });
  const items = [...moved].flatMap(([itemId, { x, y }]) => {
    const item = stack.items[itemId];
    return item && (item.x !== x || item.y !== y) ? [{ itemId, x, y }] : [];
  });
  // A new drag may have begun meanwhile; only what has just been stored is forgotten.
  const forget = (): void =>
    useCanvas.setState((state) => {
      const left = new Map(state.moved);
      for (const [id, at] of moved) if (left.get(id) === at) left.delete(id);
      return left.size === state.moved.size ? state : { moved: left };
    });
  const isStored =
    moves.length + items.length > 0 &&
    (await useStacks
      .getState()
      .apply({ type: 'move-nodes', moves, items, lanes: [...lanes] }, forget));
  if (!isStored) forget();
  return isStored;
}

/** Moves the selection a little; a burst of them is stored as one step. */
export function nudgeSelection(dx: number, dy: number): void {
  const { selection, moved } = useCanvas.getState();
  const stack = useStacks.getState().current?.stack;
  if (!stack) return;
  const next = new Map(moved);
  for (const id of carriedBy(stack, selection)) {
    const at = next.get(id) ?? stack.nodes[id] ?? stack.items[id];
    if (at) next.set(id, { x: within(at.x + dx), y: within(at.y + dy) });
  }
  useCanvas.setState({ moved: next });
  window.clearTimeout(burst);
  burst = window.setTimeout(() => void commitMoves(), BURST_MS);
}

/** Whether arrow keys have moved something that is not stored yet. */
export function isNudging(): boolean {
  return burst !== undefined;
}
