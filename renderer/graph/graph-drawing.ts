import type { Core, EdgeSingular, ElementDefinition, NodeSingular } from 'cytoscape';
import { monogram } from '../../shared/diagram/monogram.ts';
import { tint } from '../../shared/diagram/tint.ts';
import { themes, type ThemeName } from '../../shared/diagram/theme.ts';
import type { Icon } from '../../shared/domain/product.ts';
import { diameter, type GraphEdge, type GraphNode } from './graph-model.ts';
import {
  requestLayout,
  type LayoutAnswer,
  type LayoutMessage,
  type LayoutRequest,
} from './layout-request.ts';
import { FEW_EDGES } from './graph-style.ts';

export interface DrawnGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly rootId: string | null;
  /** Products beyond those that the graph is of, which step back a little. */
  readonly guests: ReadonlySet<string>;
  /** Products whose own edges stand out; where there are any, all other edges step back. */
  readonly centres: ReadonlySet<string>;
  /** Size of each node: integrations in the catalogue, or within the graph. */
  readonly weight: (node: GraphNode) => number;
}

/** Loads the library when the first graph is shown, not when the application starts. */
export async function loadCytoscape() {
  const { default: cytoscape } = await import('cytoscape');
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
    const isAside = ({ from, to }: GraphEdge): boolean =>
      centres.size > 0 && !centres.has(from) && !centres.has(to);
    const isCrowded = graph.edges.filter((edge) => !isAside(edge)).length > FEW_EDGES;
    for (const each of graph.edges) {
      const edge = cy.getElementById(each.id);
      edge.toggleClass('aside', isAside(each));
      edge.toggleClass('plain', isAside(each) || isCrowded);
    }
    cy.nodes().forEach((node) => void node.toggleClass('guest', graph.guests.has(node.id())));
    cy.nodes().removeClass('root');
    if (graph.rootId !== null) cy.getElementById(graph.rootId).addClass('root');
  });
  return added;
}

/** Width of a letter of a name, in pixels at zoom 1; enough for a layout. */
const LETTER = 6.6;
const NAME = { most: 130, height: 20 } as const;

/** New nodes start around a neighbour that has its place already, so that the way there is short. */
function startOf(
  node: NodeSingular,
  turn: number,
  added: ReadonlySet<string>,
): { x: number; y: number } {
  const others = node.neighborhood().nodes().toArray() as NodeSingular[];
  const at = others.find((other) => !added.has(other.id()))?.position() ?? { x: 0, y: 0 };
  // The golden angle spreads any number of them evenly.
  const angle = turn * 2.39996;
  return { x: at.x + 140 * Math.cos(angle), y: at.y + 140 * Math.sin(angle) };
}

/** What the layout is asked: all nodes to find a place, or only those added, the rest staying. */
function layoutRequest(cy: Core, added: ReadonlySet<string> | undefined): LayoutRequest {
  const isPart = added !== undefined && added.size > 0 && added.size < cy.nodes().length;
  const nodes = cy.nodes().toArray() as NodeSingular[];
  return {
    nodes: nodes.map((node, index) => {
      const size = Number(node.data('size'));
      const name = Math.min(NAME.most, String(node.data('name')).length * LETTER);
      const room = { id: node.id(), width: Math.max(size, name), height: size + NAME.height };
      if (!isPart) return room;
      const isNew = added.has(node.id());
      const { x, y } = isNew ? startOf(node, index, added) : node.position();
      return { ...room, at: { x, y, isFixed: !isNew } };
    }),
    edges: (cy.edges().toArray() as EdgeSingular[]).map((edge) => ({
      from: edge.source().id(),
      to: edge.target().id(),
      isAside: edge.hasClass('aside'),
    })),
  };
}

function place(cy: Core, answer: LayoutAnswer): void {
  cy.batch(() => {
    for (const { id, x, y } of answer) cy.getElementById(id).position({ x, y });
  });
}

/** Where nodes stand when a layout is called off before it has found anything: a spiral of all. */
function spiral(cy: Core): LayoutAnswer {
  return cy.nodes().map((node, at) => ({
    id: node.id(),
    x: 62 * Math.sqrt(at) * Math.cos(at * 2.39996),
    y: 62 * Math.sqrt(at) * Math.sin(at * 2.39996),
  }));
}

/**
 * Lays the graph out without holding up the window. With `added`, only those nodes look for a
 * place; all others stay where they are.
 * @param stop ends it with what has been found by then
 * @returns whether it was done, and not called off
 */
export async function layOut(
  cy: Core,
  signal: AbortSignal,
  {
    added,
    stop,
    onProgress,
  }: {
    readonly added?: ReadonlySet<string> | undefined;
    readonly stop: AbortSignal;
    readonly onProgress: (fraction: number) => void;
  },
): Promise<boolean> {
  const request = layoutRequest(cy, added);
  let found: LayoutAnswer | null = null;
  const answer = await requestLayout(
    request,
    AbortSignal.any([signal, stop]),
    ({ fraction, answer: soFar }: LayoutMessage) => {
      found = soFar ?? found;
      onProgress(fraction);
    },
  );
  if (signal.aborted) return false;
  const isPart = request.nodes.some(({ at }) => at?.isFixed);
  if (answer ?? found) place(cy, (answer ?? found)!);
  else if (isPart)
    place(
      cy,
      request.nodes.map(({ id, at }) => ({ id, x: at!.x, y: at!.y })),
    );
  else place(cy, spiral(cy));
  return true;
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

/** Brings out a way from product to product, and dims all else. */
export function lightWay(cy: Core, way: readonly string[]): void {
  cy.batch(() => {
    cy.elements().removeClass('near far');
    const inside = new Set(way);
    const nodes = cy.nodes().filter((node) => inside.has(node.id()));
    const edges = way
      .slice(1)
      .reduce(
        (all, id, at) => all.union(cy.getElementById(way[at]!).edgesWith(cy.getElementById(id))),
        cy.collection(),
      );
    nodes.union(edges).addClass('near');
    cy.elements().not(nodes).not(edges).addClass('far');
  });
}

/** Where each product stands, and how large it is drawn. */
export function placesOf(cy: Core): Map<string, { x: number; y: number; diameter: number }> {
  return new Map(
    cy.nodes().map((node) => {
      const { x, y } = node.position();
      return [node.id(), { x, y, diameter: Number(node.data('size')) }];
    }),
  );
}
