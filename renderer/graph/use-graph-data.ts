import { useEffect, useMemo } from 'react';
import type { Link, ProductRow } from '../../shared/domain/product.ts';
import type { StackNode } from '../../shared/stack/stack.ts';
import { useProductRows } from '../stack/product-rows.ts';
import { useStacks } from '../state/stacks.ts';
import { ownConnections, type OwnConnection } from '../../shared/graph/own-connections.ts';
import type { GraphNode } from './graph-model.ts';
import { useGraph } from './graph-state.ts';

export interface GraphData {
  readonly nodes: readonly GraphNode[];
  readonly links: readonly Link[];
  readonly own: readonly OwnConnection[];
}

const noNodes: Readonly<Record<string, StackNode>> = {};
const nothingOwn: readonly OwnConnection[] = [];

function nodeOfRow({ id, name, groupId, icon, integrations }: ProductRow): GraphNode {
  return { id, name, groupId, icon, integrations };
}

/** The products of the current stack and what connects them. */
export function useStackGraph(): GraphData {
  const stack = useStacks((state) => state.current?.stack ?? null);
  const links = useStacks((state) => state.links);
  const stackNodes = stack?.nodes ?? noNodes;
  const ids = useMemo(() => Object.values(stackNodes).map((node) => node.productId), [stackNodes]);
  const rows = useProductRows(ids);
  const nodes = useMemo(
    () =>
      Object.values(stackNodes).map((node): GraphNode => {
        const row = rows[node.productId];
        if (row) return nodeOfRow(row);
        const { productId: id, name, groupId } = node;
        return { id, name, groupId, icon: null, integrations: 0 };
      }),
    [stackNodes, rows],
  );
  const own = useMemo(() => (stack ? ownConnections(stack) : nothingOwn), [stack]);
  const around = useGraph(({ beyond }) => (beyond?.stackId === stack?.id ? beyond : null));
  return useMemo(() => {
    if (!around) return { nodes, links, own };
    // Links of the surroundings were asked for once; what was added to the stack since has its own.
    const there = new Set(nodes.map(({ id }) => id));
    const beyond = [...around.rows.values()].filter(({ id }) => !there.has(id));
    const outside = new Set(beyond.map(({ id }) => id));
    const known = (id: string): boolean => there.has(id) || outside.has(id);
    const further = around.links.filter(
      ({ from, to }) => (outside.has(from) || outside.has(to)) && known(from) && known(to),
    );
    return {
      nodes: [...nodes, ...beyond.map((row) => ({ ...nodeOfRow(row), isOutside: true }))],
      links: [...links, ...further],
      own,
    };
  }, [nodes, links, own, around]);
}

/** The neighbourhood of a product as far as it has been expanded. */
export function useNeighbourhood(rootId: string | null): GraphData {
  const products = useGraph((state) => state.products);
  const links = useGraph((state) => state.links);
  useEffect(() => {
    const { rootId: shown, status, open } = useGraph.getState();
    if (rootId !== null && (shown !== rootId || status === 'failed')) void open(rootId);
  }, [rootId]);
  return useMemo(
    () => ({ nodes: [...products.values()].map(nodeOfRow), links, own: nothingOwn }),
    [products, links],
  );
}
