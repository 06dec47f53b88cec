import { groupLabels, kindLabels, themes, userConnectionLabel } from '../diagram/theme.ts';
import { gexfText } from '../exchange/gexf.ts';
import { graphmlText, type GraphmlKey } from '../exchange/graphml.ts';
import { csvCell } from '../exchange/write-csv.ts';
import type { CategoryNames, EdgeKind, GraphFile, GraphFileEdge } from './graph-file.ts';

export const edgeKindLabel = (kind: EdgeKind): string =>
  kind === 'user' ? userConnectionLabel : kindLabels[kind];

const kindsOf = ({ kinds }: GraphFileEdge): string => kinds.map(edgeKindLabel).join('; ');
const confidenceOf = ({ confidence }: GraphFileEdge): string => confidence ?? 'drawn';

const nodeKeys: readonly GraphmlKey[] = [
  { id: 'label', on: 'node', name: 'label', type: 'string' },
  { id: 'category', on: 'node', name: 'category', type: 'string' },
  { id: 'group', on: 'node', name: 'group', type: 'string' },
  { id: 'integrations', on: 'node', name: 'integrations', type: 'int' },
];
const placeKeys: readonly GraphmlKey[] = [
  { id: 'x', on: 'node', name: 'x', type: 'double' },
  { id: 'y', on: 'node', name: 'y', type: 'double' },
];
const edgeKeys: readonly GraphmlKey[] = [
  { id: 'kinds', on: 'edge', name: 'kinds', type: 'string' },
  { id: 'flow', on: 'edge', name: 'flow', type: 'string' },
  { id: 'confidence', on: 'edge', name: 'confidence', type: 'string' },
  { id: 'data', on: 'edge', name: 'data', type: 'string' },
  { id: 'edgeLabel', on: 'edge', name: 'label', type: 'string' },
];

/** The graph shown as GraphML; `flow` says where data flows both ways or no flow is stated. */
export function graphAsGraphml({ title, nodes, edges }: GraphFile, names: CategoryNames): string {
  const isPlaced = nodes.some(({ at }) => at !== null);
  return graphmlText({
    id: 'graph',
    keys: [
      { id: 'title', on: 'graph', name: 'title', type: 'string' },
      ...nodeKeys,
      ...(isPlaced ? placeKeys : []),
      ...edgeKeys,
    ],
    values: { title },
    nodes: nodes.map(({ id, name, categoryId, groupId, integrations, at }) => ({
      id,
      values: {
        label: name,
        category: names.get(categoryId) ?? categoryId,
        group: groupLabels[groupId],
        integrations,
        ...(at ? { x: at.x, y: at.y } : {}),
      },
    })),
    edges: edges.map((edge) => ({
      from: edge.from,
      to: edge.to,
      values: {
        kinds: kindsOf(edge),
        flow: edge.direction,
        confidence: confidenceOf(edge),
        data: edge.data.join('; '),
        edgeLabel: edge.label,
      },
    })),
  });
}

/** The graph shown for Gephi, in the colours of the light theme, as readers draw on white. */
export function graphAsGexf({ title, nodes, edges }: GraphFile, names: CategoryNames): string {
  const theme = themes.light;
  return gexfText({
    title,
    nodeKeys: [
      ['category', 'string'],
      ['group', 'string'],
      ['integrations', 'integer'],
    ],
    edgeKeys: [
      ['kinds', 'string'],
      ['confidence', 'string'],
      ['data', 'string'],
    ],
    nodes: nodes.map(({ id, name, categoryId, groupId, integrations, at }) => ({
      id,
      label: name,
      values: {
        category: names.get(categoryId) ?? categoryId,
        group: groupLabels[groupId],
        integrations,
      },
      at,
      ...(at ? { size: at.diameter } : {}),
      colour: theme.groups[groupId].accent,
    })),
    edges: edges.map((edge) => {
      const kind = edge.kinds[0]!;
      return {
        from: edge.from,
        to: edge.to,
        direction: edge.direction,
        label: edge.label,
        values: {
          kinds: kindsOf(edge),
          confidence: confidenceOf(edge),
          data: edge.data.join('; '),
        },
        colour: (kind === 'user' ? theme.user : theme.kinds[kind]).colour,
      };
    }),
  });
}

/**
 * The graph shown as Cytoscape reads it, the program and the library alike.
 * Source: Cytoscape.js documentation, "Elements JSON"; Cytoscape manual, "CYJS".
 */
export function graphAsCytoscape({ title, nodes, edges }: GraphFile, names: CategoryNames): string {
  const elements = {
    nodes: nodes.map(({ id, name, categoryId, groupId, integrations, at }) => ({
      data: {
        id,
        name,
        category: names.get(categoryId) ?? categoryId,
        group: groupLabels[groupId],
        integrations,
      },
      ...(at ? { position: { x: at.x, y: at.y } } : {}),
    })),
    edges: edges.map((edge, index) => ({
      data: {
        id: `edge-${index + 1}`,
        source: edge.from,
        target: edge.to,
        interaction: edge.kinds.map(edgeKindLabel)[0],
        kinds: kindsOf(edge),
        flow: edge.direction,
        confidence: confidenceOf(edge),
        data: edge.data.join('; '),
        label: edge.label,
      },
    })),
  };
  const whole = {
    format_version: '1.0',
    generated_by: 'Stackscape',
    data: { name: title },
    elements,
  };
  return `${JSON.stringify(whole, null, 1)}\n`;
}

function csvText(rows: readonly (readonly (string | number)[])[]): string {
  // Excel takes a file without the mark for one in the alphabet of the country.
  return `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** The products of the graph as a table, with the headings that Gephi knows. UTF-8, CRLF, comma. */
export function graphNodesAsCsv({ nodes, edges }: GraphFile, names: CategoryNames): string {
  const degrees = new Map<string, Set<string>>();
  const join = (id: string, other: string): void => {
    degrees.set(id, (degrees.get(id) ?? new Set()).add(other));
  };
  for (const { from, to } of edges) {
    join(from, to);
    join(to, from);
  }
  return csvText([
    ['Id', 'Label', 'Category', 'Group', 'Integrations in the catalogue', 'Connected with here'],
    ...nodes.map(({ id, name, categoryId, groupId, integrations }) => [
      ...[id, name, names.get(categoryId) ?? categoryId, groupLabels[groupId]],
      ...[integrations, degrees.get(id)?.size ?? 0],
    ]),
  ]);
}

/** The connections of the graph as a table, with the headings that Gephi knows. */
export function graphEdgesAsCsv({ nodes, edges }: GraphFile): string {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return csvText([
    [
      ...['Source', 'Target', 'Type', 'From', 'To', 'Kinds', 'Direction'],
      ...['Confidence', 'Data', 'Label'],
    ],
    ...edges.map((edge) => [
      ...[edge.from, edge.to, edge.direction === 'none' ? 'Undirected' : 'Directed'],
      ...[names.get(edge.from) ?? edge.from, names.get(edge.to) ?? edge.to],
      ...[kindsOf(edge), edge.direction, confidenceOf(edge), edge.data.join('; '), edge.label],
    ]),
  ]);
}
