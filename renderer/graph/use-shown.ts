import { useMemo } from 'react';
import { pairId } from '../../shared/diagram/bundle-links.ts';
import type { DrawnGraph } from './graph-drawing.ts';
import { filterLinks, filterOwn, graphEdges, type GraphNode } from './graph-model.ts';
import { searchOf, STACK, useGraph } from './graph-state.ts';
import type { GraphData } from './use-graph-data.ts';

export interface Shown {
  readonly graph: DrawnGraph;
  /** What is left of the data by the filters. */
  readonly data: Pick<GraphData, 'nodes' | 'links' | 'flows' | 'own'>;
}

/** What is drawn of the data: without what filters hide, and without those left alone by that. */
export function useShown(data: GraphData, key: string, way: readonly string[] | null): Shown {
  const expanded = useGraph((state) => state.expanded);
  const products = useGraph((state) => state.products);
  const hidden = useGraph((state) => state.hidden);
  const showOwn = useGraph((state) => state.showOwn);
  const direction = useGraph((state) => state.direction);
  const confidence = useGraph((state) => state.confidence);
  const of = useGraph((state) => state.data);
  const { nodes, links, flows, own } = data;
  return useMemo(() => {
    const isStack = key === STACK;
    const rootId = isStack || searchOf(key) !== null ? null : key;
    const filter = { direction, confidence, data: of };
    // A way that is lit is drawn whatever is hidden.
    const onWay = new Set(way?.slice(1).map((id, at) => pairId(way[at]!, id)));
    const isKept = ({ from, to }: { from: string; to: string }): boolean =>
      onWay.has(pairId(from, to));
    const passing = new Set(
      filterLinks(links, flows, filter).filter(({ kind }) => !hidden.has(kind)),
    );
    const shownLinks = links.filter((link) => passing.has(link) || isKept(link));
    const passingOwn = new Set(showOwn ? filterOwn(own, filter) : []);
    const shownOwn = own.filter((each) => passingOwn.has(each) || isKept(each));
    const edges = graphEdges(shownLinks, shownOwn, new Set());
    const degrees = new Map<string, number>();
    for (const { from, to } of edges) {
      degrees.set(from, (degrees.get(from) ?? 0) + 1);
      degrees.set(to, (degrees.get(to) ?? 0) + 1);
    }
    const isGuest = ({ id }: GraphNode): boolean => isStack && products.has(id);
    const isNarrowed =
      hidden.size > 0 || !showOwn || direction !== null || confidence !== null || of !== null;
    const isShown = (node: GraphNode): boolean =>
      (isStack ? !isGuest(node) : node.id === rootId) || degrees.has(node.id);
    const shownNodes = isNarrowed ? nodes.filter(isShown) : nodes;
    const graph: DrawnGraph = {
      nodes: shownNodes,
      edges,
      rootId,
      guests: new Set(nodes.filter(isGuest).map(({ id }) => id)),
      centres: new Set(rootId === null ? [] : expanded.keys()),
      weight: (node) => (isStack ? (degrees.get(node.id) ?? 0) : node.integrations),
    };
    return { graph, data: { nodes: shownNodes, links: shownLinks, flows, own: shownOwn } };
  }, [
    nodes,
    links,
    flows,
    own,
    hidden,
    showOwn,
    direction,
    confidence,
    of,
    key,
    expanded,
    products,
    way,
  ]);
}
