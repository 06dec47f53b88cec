import type { Core, EdgeSingular, ElementDefinition, LayoutOptions, NodeSingular } from 'cytoscape';
import { monogram } from '../../shared/diagram/monogram.ts';
import { tint } from '../../shared/diagram/tint.ts';
import { themes, type ThemeName } from '../../shared/diagram/theme.ts';
import type { Icon } from '../../shared/domain/product.ts';
import { diameter, type GraphEdge, type GraphNode } from './graph-model.ts';
import { FEW_EDGES } from './graph-style.ts';

export interface DrawnGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly rootId: string | null;
  /** Products whose own edges stand out; where there are any, all other edges step back. */
  readonly centres: ReadonlySet<string>;
  /** Size of each node: integrations in the catalogue, or within the graph. */
  readonly weight: (node: GraphNode) => number;
}

/** Loads the library and its layout when the first graph is shown, not when the application is. */
export async function loadCytoscape() {
  const [{ default: cytoscape }, { default: fcose }] = await Promise.all([
    import('cytoscape'),
    import('cytoscape-fcose'),
  ]);
  cytoscape.use(fcose);
  return cytoscape;
}

/** A brand's drawing as an image for a canvas. */
export function pictureOf({ path, hex }: Icon, theme: ThemeName): string {
  // Path data is digits and letters, the colour six hex digits; the rest is escaped all the same.
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 24 24">' +
    `<path fill="${tint(hex, theme)}" d="${path.replace(/["<&]/g, '')}"/></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

/** The first letters of a name as an image, for a product without a drawing of its own. */
export function monogramPicture({ name, groupId }: GraphNode, theme: ThemeName): string {
  const letters = monogram(name).replace(/["<>&]/g, '');
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 24 24">' +
    `<text x="12" y="16.6" text-anchor="middle" font-family="Inter, system-ui, sans-serif" ` +
    `font-size="13" font-weight="600" fill="${themes[theme].groups[groupId].text}">${letters}</text></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

function edgeElement({ id, from, to, style, direction }: GraphEdge): ElementDefinition {
  return { group: 'edges', data: { id, source: from, target: to, kind: style, direction } };
}

/**
 * Brings the drawing up to the graph, touching only what differs.
 * @returns ids of the nodes that are new
 */
export function syncElements(cy: Core, graph: DrawnGraph): ReadonlySet<string> {
  const largest = Math.max(0, ...graph.nodes.map(graph.weight));
  const wantedNodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const wantedEdges = new Map(graph.edges.map((edge) => [edge.id, edge]));
  const added = new Set<string>();
  cy.batch(() => {
    cy.edges()
      .filter((edge) => !wantedEdges.has(edge.id()))
      .remove();
    cy.nodes()
      .filter((node) => !wantedNodes.has(node.id()))
      .remove();
    for (const node of graph.nodes) {
      const size = diameter(graph.weight(node), largest);
      const known = cy.getElementById(node.id);
      if (known.nonempty()) known.data('size', size);
      else {
        added.add(node.id);
        const { id, name, groupId } = node;
        cy.add({ group: 'nodes', data: { id, name: name.slice(0, 200), group: groupId, size } });
      }
    }
    for (const edge of graph.edges) {
      const known = cy.getElementById(edge.id);
      if (known.nonempty()) known.data({ kind: edge.style, direction: edge.direction });
      else cy.add(edgeElement(edge));
    }
    const { centres } = graph;
    for (const { id, from, to } of graph.edges) {
      const isAside = centres.size > 0 && !centres.has(from) && !centres.has(to);
      const edge = cy.getElementById(id);
      edge.toggleClass('aside', isAside);
      edge.toggleClass('plain', isAside || graph.edges.length > FEW_EDGES);
    }
    cy.nodes().removeClass('root');
    if (graph.rootId !== null) cy.getElementById(graph.rootId).addClass('root');
  });
  return added;
}

/** New nodes start around a neighbour that has its place already, so that the way there is short. */
function placeBesideNeighbours(cy: Core, added: ReadonlySet<string>): void {
  let turn = 0;
  for (const id of added) {
    const node = cy.getElementById(id);
    const others = node.neighborhood().nodes().toArray() as NodeSingular[];
    const anchor = others.find((other) => !added.has(other.id()));
    const at = anchor?.position() ?? { x: 0, y: 0 };
    // The golden angle spreads any number of them evenly.
    const angle = turn++ * 2.39996;
    node.position({ x: at.x + 140 * Math.cos(angle), y: at.y + 140 * Math.sin(angle) });
  }
}

/**
 * Lays the graph out. With `added`, only those nodes look for a place; all others stay where they
 * are.
 */
export function layOut(cy: Core, added?: ReadonlySet<string>): void {
  const isPart = added !== undefined && added.size > 0 && added.size < cy.nodes().length;
  if (isPart) placeBesideNeighbours(cy, added);
  const many = cy.nodes().length > 300;
  // A web of thousands of edges needs room, or it becomes a knot.
  const reach = 140 + Math.min(200, cy.edges().length / 8);
  const pull = cy.edges().length > 600 ? 0.12 : 0.4;
  const fixed = isPart
    ? (cy.nodes().toArray() as NodeSingular[])
        .filter((node) => !added.has(node.id()))
        .map((node) => ({ nodeId: node.id(), position: { ...node.position() } }))
    : undefined;
  const options = {
    name: 'fcose',
    animate: false,
    fit: false,
    randomize: !isPart,
    quality: many ? 'draft' : 'default',
    nodeDimensionsIncludeLabels: !many,
    nodeSeparation: 150,
    // Edges that step back pull little: they would draw a neighbourhood into a knot.
    idealEdgeLength: (edge: EdgeSingular) => (edge.hasClass('aside') ? 340 : reach),
    edgeElasticity: (edge: EdgeSingular) => (edge.hasClass('aside') ? 0.04 : pull),
    nodeRepulsion: () => 24_000,
    gravity: 0.35,
    numIter: isPart ? 800 : 2500,
    packComponents: false,
    ...(fixed ? { fixedNodeConstraint: fixed } : {}),
  };
  // The layout's own options are not in Cytoscape's types.
  cy.layout(options as unknown as LayoutOptions).run();
  const [first] = fixed ?? [];
  if (first) {
    // The layout keeps the fixed nodes where they are to one another, but may move all of them.
    const now = cy.getElementById(first.nodeId).position();
    cy.nodes().shift({ x: first.position.x - now.x, y: first.position.y - now.y });
  }
}

export function fitGraph(cy: Core): void {
  if (cy.nodes().empty()) return;
  cy.fit(undefined, 48);
  // A graph of two nodes need not fill the screen.
  if (cy.zoom() > 1.4) {
    cy.zoom(1.4);
    cy.center();
  }
}

/** Brings out one node and its neighbours; null brings all back. */
export function spotlight(cy: Core, nodeId: string | null): void {
  cy.batch(() => {
    cy.elements().removeClass('near far');
    if (nodeId === null) return;
    const node = cy.getElementById(nodeId);
    if (node.empty()) return;
    const near = node.closedNeighborhood();
    near.addClass('near');
    cy.elements().not(near).addClass('far');
  });
}
