import type { StylesheetJson } from 'cytoscape';
import { kindOrder } from '../../shared/diagram/bundle-links.ts';
import type { DiagramTheme, EdgeStyle } from '../../shared/diagram/theme.ts';
import { groupIds } from '../../shared/domain/catalogue.ts';

function edgeBlock(selector: string, style: EdgeStyle): StylesheetJson[number] {
  return {
    selector,
    style: {
      'line-color': style.colour,
      'target-arrow-color': style.colour,
      'source-arrow-color': style.colour,
      'line-style': style.dash.length > 0 ? 'dashed' : 'solid',
      'line-dash-pattern': style.dash.length > 0 ? [...style.dash] : [6, 3],
      width: style.width,
    },
  };
}

/** Above this many edges arrows are left out: they cost most of the drawing and say little there. */
export const FEW_EDGES = 700;

/** The graph in the colours of the diagram's theme. */
export function graphStyle(theme: DiagramTheme, accent: string): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        width: 'data(size)',
        height: 'data(size)',
        'border-width': 2,
        label: 'data(name)',
        color: theme.text,
        'font-family': 'Inter Variable, system-ui, sans-serif',
        'font-size': 12,
        'font-weight': 500,
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-max-width': '130px',
        'text-wrap': 'ellipsis',
        'text-outline-color': theme.surface,
        'text-outline-width': 2.5,
        'min-zoomed-font-size': 7,
        'overlay-opacity': 0,
      },
    },
    ...groupIds.map((group) => ({
      selector: `node[group = "${group}"]`,
      style: {
        'background-color': theme.groups[group].soft,
        'border-color': theme.groups[group].accent,
      },
    })),
    {
      selector: 'node[?brand]',
      style: { 'background-color': theme.card },
    },
    {
      selector: 'node[picture]',
      style: {
        'background-image': 'data(picture)',
        'background-width': '58%',
        'background-height': '58%',
        'background-image-smoothing': 'yes',
      },
    },
    { selector: 'node.guest', style: { 'border-style': 'dashed', color: theme.mutedText } },
    {
      selector: 'node.root',
      style: { 'border-width': 4, 'font-size': 14, 'font-weight': 700 },
    },
    {
      selector: 'edge',
      style: {
        'curve-style': 'straight',
        opacity: 0.75,
        'arrow-scale': 0.8,
        'overlay-opacity': 0,
      },
    },
    ...kindOrder.map((kind) => edgeBlock(`edge[kind = "${kind}"]`, theme.kinds[kind])),
    edgeBlock('edge[kind = "user"]', theme.user),
    {
      selector: 'edge[direction = "forward"], edge[direction = "both"]',
      style: { 'target-arrow-shape': 'triangle' },
    },
    { selector: 'edge[direction = "both"]', style: { 'source-arrow-shape': 'triangle' } },
    // Haystack edges are straight lines from somewhere inside one node to the other: no arrows, and
    // no dashes either, which cost most of the drawing.
    {
      selector: 'edge.plain',
      style: { 'curve-style': 'haystack', 'line-style': 'solid', opacity: 0.35, width: 1.2 },
    },
    { selector: 'edge.aside', style: { opacity: 0.14, width: 1 } },
    { selector: '.far', style: { opacity: 0.12 } },
    { selector: 'edge.near', style: { opacity: 1, width: 2.6 } },
    {
      selector: 'node.near',
      style: { 'min-zoomed-font-size': 0, 'z-index': 10 },
    },
    {
      selector: 'node.open',
      style: {
        'underlay-color': accent,
        'underlay-opacity': 0.35,
        'underlay-padding': 7,
        'underlay-shape': 'ellipse',
      },
    },
  ] as StylesheetJson;
}
