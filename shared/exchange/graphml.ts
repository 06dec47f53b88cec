import { escapeXml } from '../diagram/escape-xml.ts';

export interface GraphmlKey {
  readonly id: string;
  readonly on: 'graph' | 'node' | 'edge';
  readonly name: string;
  readonly type: 'string' | 'double' | 'int' | 'boolean';
}

/** By key. */
export type GraphmlValues = Readonly<Record<string, string | number | boolean>>;

export interface Graphml {
  readonly id: string;
  readonly keys: readonly GraphmlKey[];
  readonly values: GraphmlValues;
  readonly nodes: readonly { readonly id: string; readonly values: GraphmlValues }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly values: GraphmlValues;
  }[];
}

const data = (values: GraphmlValues): string =>
  Object.entries(values)
    .map(([key, value]) => `<data key="${key}">${escapeXml(String(value))}</data>`)
    .join('');

/**
 * A graph as GraphML. All edges are directed, as readers refuse a mixture.
 * Source: GraphML Primer, "graph", "node", "edge" and attributes.
 */
export function graphmlText({ id, keys, values, nodes, edges }: Graphml): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys.map(
      (key) =>
        `  <key id="${key.id}" for="${key.on}" attr.name="${key.name}" attr.type="${key.type}"/>`,
    ),
    `  <graph id="${escapeXml(id)}" edgedefault="directed">`,
    `    ${data(values)}`,
    ...nodes.map((node) => `    <node id="${escapeXml(node.id)}">${data(node.values)}</node>`),
    ...edges.map((edge, index) => {
      const ends = `source="${escapeXml(edge.from)}" target="${escapeXml(edge.to)}"`;
      return `    <edge id="edge-${index + 1}" ${ends}>${data(edge.values)}</edge>`;
    }),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}
