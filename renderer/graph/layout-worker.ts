import cytoscape, { type EdgeSingular, type LayoutOptions, type NodeSingular } from 'cytoscape';
import fcose from 'cytoscape-fcose';
import type { LayoutAnswer, LayoutRequest } from './layout-request.ts';

cytoscape.use(fcose);

/** Positions for a graph, found away from the page so that the window stays usable meanwhile. */
function positionsOf({ nodes, edges }: LayoutRequest): LayoutAnswer {
  const isPart = nodes.some((node) => node.at?.isFixed);
  const cy = cytoscape({
    headless: true,
    // Without styles every node would be a point, and names would lie on one another.
    styleEnabled: true,
    style: [{ selector: 'node', style: { width: 'data(width)', height: 'data(height)' } }],
    elements: [
      ...nodes.map(({ id, width, height, at }) => ({
        group: 'nodes' as const,
        data: { id, width, height },
        ...(at ? { position: { x: at.x, y: at.y } } : {}),
      })),
      ...edges.map(({ from, to, isAside }, index) => ({
        group: 'edges' as const,
        data: { id: `edge ${index}`, source: from, target: to, aside: isAside },
      })),
    ],
    layout: { name: 'preset' },
  });
  // A web of thousands of edges needs room, or it becomes a knot.
  const reach = 140 + Math.min(200, edges.length / 8);
  const pull = edges.length > 600 ? 0.12 : 0.4;
  const fixed = nodes.flatMap(({ id, at }) =>
    at?.isFixed ? { nodeId: id, position: { x: at.x, y: at.y } } : [],
  );
  const options = {
    name: 'fcose',
    animate: false,
    fit: false,
    randomize: !isPart,
    quality: 'default',
    nodeSeparation: 150,
    // Edges that step back pull little: they would draw a neighbourhood into a knot.
    idealEdgeLength: (edge: EdgeSingular) => (edge.data('aside') ? 340 : reach),
    edgeElasticity: (edge: EdgeSingular) => (edge.data('aside') ? 0.04 : pull),
    nodeRepulsion: () => 24_000,
    gravity: 0.35,
    numIter: isPart ? 800 : 2500,
    packComponents: false,
    ...(isPart ? { fixedNodeConstraint: fixed } : {}),
  };
  // The layout's own options are not in Cytoscape's types.
  cy.layout(options as unknown as LayoutOptions).run();
  const [first] = fixed;
  const now = first && cy.getElementById(first.nodeId).position();
  // The layout keeps the fixed nodes where they are to one another, but may move all of them.
  const shift =
    first && now ? { x: first.position.x - now.x, y: first.position.y - now.y } : { x: 0, y: 0 };
  const answer = (cy.nodes().toArray() as NodeSingular[]).map((node) => {
    const { x, y } = node.position();
    return { id: node.id(), x: x + shift.x, y: y + shift.y };
  });
  cy.destroy();
  return answer;
}

self.addEventListener('message', (event: MessageEvent<LayoutRequest>) => {
  self.postMessage(positionsOf(event.data));
});
