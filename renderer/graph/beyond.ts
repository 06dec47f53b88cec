import type { Link, ProductRow } from '../../shared/domain/product.ts';
import { api } from '../api.ts';
import { showError } from '../state/toasts.ts';
import { useGraph } from './graph-state.ts';

/** Products around a stack that were asked for, and everything that connects them and the stack. */
export interface Beyond {
  readonly stackId: string;
  readonly rows: ReadonlyMap<string, ProductRow>;
  readonly links: readonly Link[];
  /** Products whose neighbours are all here, as far as they fit. */
  readonly expanded: readonly string[];
  /** Neighbours that were left out. */
  readonly more: number;
}

/** As many as one hop brings at a time; asking again brings the next. */
const ONE_HOP = 30;

/**
 * Adds the neighbours of some products of a stack's graph, those first that integrate with most of
 * what is shown.
 * @param stackIds  products on the stack
 * @param from  products whose neighbours are wanted
 */
export async function addAround(
  stackId: string,
  stackIds: readonly string[],
  from: readonly string[],
): Promise<void> {
  const before = beyondOf(stackId);
  const shown = [...new Set([...stackIds, ...(before?.rows.keys() ?? [])])];
  const around = await api.call('graph:around', { ids: [...from], shown, limit: ONE_HOP });
  if (!around.ok) return showError(around.error);
  const rows = new Map(before?.rows ?? []);
  for (const product of around.value.products) rows.set(product.id, product);
  const links = await api.call('graph:between', { ids: [...shown, ...rows.keys()] });
  if (!links.ok) return showError(links.error);
  // Somebody else asked meanwhile: what they have stays, and asking again adds this.
  if (beyondOf(stackId) !== before) return;
  useGraph.setState({
    beyond: {
      stackId,
      rows,
      links: links.value,
      expanded: [...new Set([...(before?.expanded ?? []), ...from])],
      more: around.value.more,
    },
  });
}

function beyondOf(stackId: string): Beyond | null {
  const { beyond } = useGraph.getState();
  return beyond?.stackId === stackId ? beyond : null;
}
