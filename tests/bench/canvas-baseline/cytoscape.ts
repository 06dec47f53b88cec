import cytoscape from 'cytoscape';
import { CARD } from '../../../shared/stack/layout.ts';
import { stage } from './graph.ts';

let drawn: cytoscape.Core | null = null;

/** Cytoscape on its canvas: boxes with names, curved lines with arrows, nothing tuned. */
window.showBaseline = (graph) =>
  new Promise((resolve) => {
    drawn = cytoscape({
      container: stage(),
      elements: {
        nodes: graph.nodes.map(({ id, name, x, y }) => ({
          data: { id, name },
          position: { x: x + CARD.width / 2, y: y + CARD.height / 2 },
        })),
        edges: graph.edges.map(({ id, from, to }) => ({
          data: { id: `edge ${id}`, source: from, target: to },
        })),
      },
      layout: { name: 'preset', fit: true },
      style: [
        {
          selector: 'node',
          style: {
            ...{ shape: 'round-rectangle', width: CARD.width, height: CARD.height },
            ...{ label: 'data(name)', 'text-valign': 'center', 'font-size': 14 },
            ...{ 'background-color': '#ffffff', 'border-width': 1, 'border-color': '#8a94a6' },
          },
        },
        {
          selector: 'edge',
          style: { 'curve-style': 'bezier', 'target-arrow-shape': 'triangle', width: 1.5 },
        },
      ],
    });
    drawn.one('render', () => resolve());
  });

window.placeOf = (id) => drawn!.getElementById(id).renderedPosition();
