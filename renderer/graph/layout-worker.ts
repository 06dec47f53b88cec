import cytoscape, {
  type Core,
  type EdgeSingular,
  type LayoutOptions,
  type NodeSingular,
} from 'cytoscape';
import fcose from 'cytoscape-fcose';
import { forceRounds, removeOverlaps, type ForceGraph } from '../../shared/graph/force-layout.ts';
import type { LayoutAnswer, LayoutMessage, LayoutRequest } from './layout-request.ts';

cytoscape.use(fcose);

/** Above this many products fcose takes seconds to minutes; its first sketch is kept and refined. */
const MOST_FOR_FCOSE = 250;
/** How often the page is told how far it is. */
const TELL_EVERY_MS = 150;

function headless({ nodes, edges }: LayoutRequest): Core {
  return cytoscape({
    headless: true,
    // Without styles every node would be a point, and names would lie on one another.
    styleEnabled: true,
    style: [{ selector: 'node', style: { width: 'data(width)', height: 'data(height)' } }],
    elements: [
      ...nodes.map(({ id, width, height }) => ({
        group: 'nodes' as const,
        data: { id, width, height },
      })),
      ...edges.map(({ from, to, isAside }, index) => ({
        group: 'edges' as const,
        data: { id: `edge ${index}`, source: from, target: to, aside: isAside },
      })),
    ],
    layout: { name: 'preset' },
  });
}

/** Places by fcose: all of its work, or only its first sketch. */
function byFcose(request: LayoutRequest, isSketch: boolean): LayoutAnswer {
  const cy = headless(request);
  const { length } = request.edges;
  // A web of thousands of edges needs room, or it becomes a knot.
  const reach = 140 + Math.min(200, length / 8);
  const pull = length > 600 ? 0.12 : 0.4;
  const options = {
    name: 'fcose',
    animate: false,
    fit: false,
    randomize: true,
    quality: isSketch ? 'draft' : 'default',
    nodeSeparation: 150,
    // Edges that step back pull little: they would draw a neighbourhood into a knot.
    idealEdgeLength: (edge: EdgeSingular) => (edge.data('aside') ? 340 : reach),
    edgeElasticity: (edge: EdgeSingular) => (edge.data('aside') ? 0.04 : pull),
    nodeRepulsion: () => 24_000,
    gravity: 0.35,
    numIter: 2500,
    packComponents: false,
  };
  // The layout's own options are not in Cytoscape's types.
  cy.layout(options as unknown as LayoutOptions).run();
  const answer = (cy.nodes().toArray() as NodeSingular[]).map((node) => {
    const { x, y } = node.position();
    return { id: node.id(), x, y };
  });
  cy.destroy();
  return answer;
}

function forceGraph({ nodes, edges }: LayoutRequest, start: LayoutAnswer | null): ForceGraph {
  const numberOf = new Map(nodes.map(({ id }, at) => [id, at]));
  const startOf = new Map(start?.map(({ id, x, y }) => [id, { x, y }]));
  const places = nodes.map(({ id, at }) => at ?? startOf.get(id) ?? { x: 0, y: 0 });
  // Around the middle, towards which everything is pulled; where some stay, they are the middle.
  const isPart = nodes.some(({ at }) => at?.isFixed);
  const count = Math.max(1, nodes.length);
  const middle = isPart
    ? { x: 0, y: 0 }
    : {
        x: places.reduce((sum, { x }) => sum + x, 0) / count,
        y: places.reduce((sum, { y }) => sum + y, 0) / count,
      };
  return {
    x: Float64Array.from(places, ({ x }) => x - middle.x),
    y: Float64Array.from(places, ({ y }) => y - middle.y),
    radius: Float64Array.from(nodes, ({ width, height }) => (width + height) / 4 + 6),
    isFixed: Uint8Array.from(nodes, ({ at }) => (at?.isFixed ? 1 : 0)),
    from: Uint32Array.from(edges, ({ from }) => numberOf.get(from)!),
    to: Uint32Array.from(edges, ({ to }) => numberOf.get(to)!),
    pull: Float64Array.from(edges, ({ isAside }) => (isAside ? 0.15 : 1)),
  };
}

function answerOf({ nodes }: LayoutRequest, { x, y }: ForceGraph): LayoutAnswer {
  return nodes.map(({ id }, at) => ({ id, x: x[at]!, y: y[at]! }));
}

const tell = (message: LayoutMessage): void => self.postMessage(message);

/** Positions for a graph, found away from the page so that the window stays usable meanwhile. */
function layOut(request: LayoutRequest): LayoutAnswer {
  const isPart = request.nodes.some(({ at }) => at?.isFixed);
  if (!isPart && request.nodes.length <= MOST_FOR_FCOSE) return byFcose(request, false);
  tell({ fraction: 0, answer: null, isDone: false });
  const graph = forceGraph(request, isPart ? null : byFcose(request, true));
  const rounds = isPart ? 120 : 300;
  let told = performance.now();
  for (const fraction of forceRounds(graph, { length: 110, rounds, reach: isPart ? 0.6 : 4 })) {
    const now = performance.now();
    if (now - told < TELL_EVERY_MS) continue;
    told = now;
    tell({ fraction, answer: isPart ? null : answerOf(request, graph), isDone: false });
  }
  removeOverlaps(graph, 40);
  return answerOf(request, graph);
}

self.addEventListener('message', (event: MessageEvent<LayoutRequest>) => {
  tell({ fraction: 1, answer: layOut(event.data), isDone: true });
});
