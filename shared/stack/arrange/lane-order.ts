import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { groupIds } from '../../domain/catalogue.ts';
import type { Lane, Stack, StackNode } from '../stack.ts';

/** Two products that an edge joins, by node id. */
export interface ArrangeEdge {
  readonly from: string;
  readonly to: string;
}

/** Finds places for a graph; the engine runs wherever the caller has it run. */
export type LayoutEngine = (graph: ElkNode) => Promise<ElkNode>;

const LAYER_PITCH = 1000;

/** From so many edges on, every further try costs much and gains little. */
const DENSE = 400;

function effort(edges: number): Readonly<Record<string, string>> {
  if (edges <= DENSE) return {};
  return {
    'elk.layered.thoroughness': '1',
    'elk.layered.crossingMinimization.greedySwitch.type': 'OFF',
  };
}

/**
 * The products of parallel lanes as a graph in which each lane is a layer. Only the order within
 * the layers is asked for; edges inside of a lane say nothing about it.
 */
function layerGraph(
  lanes: readonly Pick<Lane, 'id'>[],
  nodes: readonly StackNode[],
  edges: readonly ArrangeEdge[],
): ElkNode {
  const layerOf = new Map<string, number>();
  const places = new Map(lanes.map((lane, index) => [lane.id, index]));
  for (const node of nodes) {
    const layer = places.get(node.laneId ?? '');
    if (layer !== undefined) layerOf.set(node.id, layer);
  }
  const seen = new Set<string>();
  const forward = edges.flatMap(({ from, to }) => {
    const [a, b] = [layerOf.get(from), layerOf.get(to)];
    if (a === undefined || b === undefined || a === b) return [];
    const [source, target] = a < b ? [from, to] : [to, from];
    const id = `${source} ${target}`;
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ id, sources: [source], targets: [target] }];
  });
  return {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.separateConnectedComponents': 'false',
      'elk.edgeRouting': 'POLYLINE',
      // The layers are the lanes, whatever the edges would rather have.
      'elk.layered.layering.strategy': 'INTERACTIVE',
      'elk.layered.cycleBreaking.strategy': 'INTERACTIVE',
      'elk.layered.crossingMinimization.strategy': 'LAYER_SWEEP',
      ...effort(forward.length),
      'elk.layered.nodePlacement.strategy': 'SIMPLE',
      'elk.randomSeed': '1',
    },
    children: nodes
      .filter((node) => layerOf.has(node.id))
      .map((node) => ({
        ...{ id: node.id, width: 10, height: 10 },
        ...{ x: (layerOf.get(node.id) ?? 0) * LAYER_PITCH, y: 0 },
      })),
    edges: forward,
  };
}

/**
 * An order for the products of parallel lanes in which their edges cross as little as possible.
 * @param lanes in the order in which they stand
 * @returns by node id, ascending along the lane
 */
export async function orderInLanes(
  lanes: readonly Pick<Lane, 'id'>[],
  { nodes }: Pick<Stack, 'nodes'>,
  edges: readonly ArrangeEdge[],
  layout: LayoutEngine,
): Promise<ReadonlyMap<string, number>> {
  // Equal input gives an equal answer, whatever the order in which products were stored.
  const sorted = Object.values(nodes).sort(
    (p, q) => p.y - q.y || p.x - q.x || (p.id < q.id ? -1 : 1),
  );
  const graph = layerGraph(lanes, sorted, edges);
  if ((graph.children?.length ?? 0) === 0) return new Map();
  const { children = [] } = await layout(graph);
  return new Map(children.map(({ id, y = 0 }) => [id, y]));
}

const GAP = { layers: 84, nodes: 24 } as const;

/**
 * Products with so many edges that layers along the flow of data would make one long snake: in
 * columns instead, those of one group together, in the order in which their edges cross least.
 */
async function layoutDense(
  nodes: readonly StackNode[],
  edges: readonly ArrangeEdge[],
  layout: LayoutEngine,
  card: { readonly width: number; readonly height: number },
): Promise<ReadonlyMap<string, { readonly x: number; readonly y: number }>> {
  const [width, height] = [card.width + GAP.layers, card.height + GAP.nodes];
  const columns = Math.ceil(Math.sqrt((nodes.length * height * 1.78) / width));
  const depth = Math.ceil(nodes.length / columns);
  const grouped = [...nodes].sort(
    (p, q) =>
      groupIds.indexOf(p.groupId) - groupIds.indexOf(q.groupId) ||
      (p.categoryId === q.categoryId ? 0 : p.categoryId < q.categoryId ? -1 : 1) ||
      (p.id < q.id ? -1 : 1),
  );
  const inColumns = grouped.map((node, index) => ({
    ...node,
    laneId: `column-${Math.floor(index / depth)}`,
  }));
  const lanes = Array.from({ length: columns }, (_, index) => ({ id: `column-${index}` }));
  const byId = Object.fromEntries(inColumns.map((node) => [node.id, node]));
  const order = await orderInLanes(lanes, { nodes: byId }, edges, layout);
  return new Map(
    lanes.flatMap(({ id }, column) =>
      inColumns
        .filter((node) => node.laneId === id)
        .sort((p, q) => (order.get(p.id) ?? 0) - (order.get(q.id) ?? 0))
        .map((node, row) => [node.id, { x: column * width, y: row * height }] as const),
    ),
  );
}

/** The places that an engine gives to products that stand in no lane, from (0, 0) on. */
export async function layoutFree(
  nodes: readonly StackNode[],
  edges: readonly ArrangeEdge[],
  layout: LayoutEngine,
  card: { readonly width: number; readonly height: number },
): Promise<ReadonlyMap<string, { readonly x: number; readonly y: number }>> {
  const ids = new Set(nodes.map((node) => node.id));
  const inside = edges.filter(({ from, to }) => from !== to && ids.has(from) && ids.has(to));
  if (inside.length > 2 * nodes.length && nodes.length > 12) {
    return layoutDense(nodes, inside, layout, card);
  }
  const { children = [] } = await layout({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.aspectRatio': '1.78',
      ...effort(inside.length),
      'elk.edgeRouting': 'POLYLINE',
      'elk.spacing.nodeNode': String(GAP.nodes),
      'elk.spacing.componentComponent': '48',
      'elk.layered.spacing.nodeNodeBetweenLayers': String(GAP.layers),
      'elk.layered.nodePlacement.strategy': 'SIMPLE',
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
      'elk.randomSeed': '1',
    },
    children: [...nodes]
      .sort((p, q) => p.y - q.y || p.x - q.x || (p.id < q.id ? -1 : 1))
      .map(({ id }) => ({ id, ...card })),
    edges: inside.map(({ from, to }, index) => ({
      ...{ id: `edge ${index}`, sources: [from], targets: [to] },
    })),
  });
  return new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}
