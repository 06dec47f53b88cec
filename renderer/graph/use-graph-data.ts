import { useEffect, useMemo, useState } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import type { GraphFlow, GraphLink } from '../../shared/graph/contract.ts';
import { ownConnections, type OwnConnection } from '../../shared/graph/own-connections.ts';
import type { GroupId } from '../../shared/domain/catalogue.ts';
import type { ProductRow } from '../../shared/domain/product.ts';
import type { StackNode } from '../../shared/stack/stack.ts';
import { api } from '../api.ts';
import { useProductRows } from '../stack/product-rows.ts';
import { useCatalogueVersion } from '../state/catalogue-changes.ts';
import { useStacks } from '../state/stacks.ts';
import type { GraphNode } from './graph-model.ts';
import { STACK, useGraph } from './graph-state.ts';

export interface GraphData {
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
  readonly flows: readonly GraphFlow[];
  readonly own: readonly OwnConnection[];
  /** Whether the links are those of these very nodes. */
  readonly isWhole: boolean;
}

const noNodes: Readonly<Record<string, StackNode>> = {};
const nothingOwn: readonly OwnConnection[] = [];
const nothing: Output<'graph:links'> = { links: [], flows: [] };

function nodeOfRow({ id, name, groupId, categoryId, icon, integrations }: ProductRow): GraphNode {
  return { id, name, groupId, categoryId, icon, integrations };
}

/** All that connects these products; the last answer stays while a new one is on its way. */
function useLinks(ids: readonly string[]): Output<'graph:links'> & { readonly of: string } {
  const key = useMemo(() => [...ids].sort().join(' '), [ids]);
  const version = useCatalogueVersion((state) => state.version);
  const [answer, setAnswer] = useState({ ...nothing, of: '' });
  useEffect(() => {
    const controller = new AbortController();
    const asked = key === '' ? [] : key.split(' ');
    void api.call('graph:links', { ids: asked }, { signal: controller.signal }).then((result) => {
      if (!controller.signal.aborted && result.ok) setAnswer({ ...result.value, of: key });
    });
    return () => controller.abort();
  }, [key, version]);
  const of = answer.of === key ? key : '';
  return useMemo(() => ({ ...answer, of }), [answer, of]);
}

/** The stack whose surroundings were asked for last, also while other screens are shown. */
let lastStackId = '';

/** The products of the graph, those of the stack first where it is the stack's, and what joins them. */
export function useGraphData(key: string): GraphData {
  const isStack = key === STACK;
  const stack = useStacks((state) => (isStack ? (state.current?.stack ?? null) : null));
  const shown = useGraph((state) => state.key);
  const products = useGraph((state) => state.products);
  const stackNodes = stack?.nodes ?? noNodes;
  const stackId = stack?.id ?? '';
  useEffect(() => {
    const { key: now, status, open } = useGraph.getState();
    if (now !== key || status === 'failed') void open(key);
  }, [key]);
  useEffect(() => {
    // What was added around one stack is of no concern to another.
    const isOther = stackId !== lastStackId;
    lastStackId = stackId;
    if (isOther && key === STACK) void useGraph.getState().open(STACK);
  }, [key, stackId]);
  const ids = useMemo(() => Object.values(stackNodes).map((node) => node.productId), [stackNodes]);
  const rows = useProductRows(ids);
  const nodes = useMemo(() => {
    const own = Object.values(stackNodes).map((node): GraphNode => {
      const row = rows[node.productId];
      if (row) return nodeOfRow(row);
      const { productId: id, name, groupId, categoryId } = node;
      return { id, name, groupId: groupId as GroupId, categoryId, icon: null, integrations: 0 };
    });
    if (shown !== key) return own;
    const inside = new Set(own.map(({ id }) => id));
    const around = [...products.values()].filter(({ id }) => !inside.has(id)).map(nodeOfRow);
    return [...own, ...around];
  }, [stackNodes, rows, products, shown, key]);
  const nodeIds = useMemo(() => nodes.map(({ id }) => id), [nodes]);
  const { links: answered, flows, of } = useLinks(nodeIds);
  // The answer to an older question may name products that have gone since.
  const links = useMemo(() => {
    if (of !== '') return answered;
    const inside = new Set(nodeIds);
    return answered.filter(({ from, to }) => inside.has(from) && inside.has(to));
  }, [answered, of, nodeIds]);
  const own = useMemo(() => (stack ? ownConnections(stack) : nothingOwn), [stack]);
  // A graph of nothing has all of its links.
  const isWhole = of !== '' || nodeIds.length === 0;
  return useMemo(
    () => ({ nodes, links, flows, own, isWhole }),
    [nodes, links, flows, own, isWhole],
  );
}
