import { parseHex } from '../diagram/colour.ts';
import { escapeXml } from '../diagram/escape-xml.ts';
import type { Direction } from '../domain/catalogue.ts';

export interface Gexf {
  readonly title: string;
  /** Attributes with their types, which every node or edge may have a value of. */
  readonly nodeKeys: readonly (readonly [id: string, type: string])[];
  readonly edgeKeys: readonly (readonly [id: string, type: string])[];
  readonly nodes: readonly {
    readonly id: string;
    readonly label: string;
    readonly values: GexfValues;
    /** Screen coordinates; Gephi's y axis points up. */
    readonly at: { readonly x: number; readonly y: number } | null;
    readonly size?: number;
    /** #RRGGBB. */
    readonly colour: string;
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly direction: Direction;
    readonly label: string;
    readonly values: GexfValues;
    readonly colour: string;
  }[];
}

type GexfValues = Readonly<Record<string, string | number>>;

const attribute = (name: string, value: string | number): string =>
  ` ${name}="${escapeXml(String(value))}"`;

const attvalues = (of: GexfValues): string =>
  `<attvalues>${Object.entries(of)
    .map(([key, value]) => `<attvalue${attribute('for', key)}${attribute('value', value)}/>`)
    .join('')}</attvalues>`;

function vizColour(hex: string): string {
  const [r, g, b] = parseHex(hex) ?? [0, 0, 0];
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`;
}

/** The format has "mutual" for both ways, but readers refuse it; the value `flow` says it instead. */
const edgeType = { forward: 'directed', both: 'directed', none: 'undirected' } as const;

/**
 * A graph for Gephi, with places and colours.
 * Source: GEXF 1.3 primer, "Nodes", "Edges", "Attributes" and the viz module.
 */
export function gexfText({ title, nodeKeys, edgeKeys, nodes, edges }: Gexf): string {
  const keys = (list: Gexf['nodeKeys']): string[] =>
    list.map(([id, type]) => `      <attribute id="${id}" title="${id}" type="${type}"/>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `  <meta><title>${escapeXml(title)}</title><creator>Stackscape</creator></meta>`,
    '  <graph mode="static" defaultedgetype="directed">',
    '    <attributes class="node">',
    ...keys(nodeKeys),
    '    </attributes>',
    '    <attributes class="edge">',
    ...keys([['flow', 'string'], ...edgeKeys]),
    '    </attributes>',
    '    <nodes>',
    ...nodes.map(({ id, label, values, at, size, colour }) => {
      const place = at ? `<viz:position x="${at.x}" y="${-at.y}" z="0"/>` : '';
      const room = size === undefined ? '' : `<viz:size value="${size}"/>`;
      return (
        `      <node${attribute('id', id)}${attribute('label', label)}>` +
        `${attvalues(values)}${place}${room}${vizColour(colour)}</node>`
      );
    }),
    '    </nodes>',
    '    <edges>',
    ...edges.map(({ from, to, direction, label, values, colour }, index) => {
      const ends = attribute('source', from) + attribute('target', to);
      const rest = `type="${edgeType[direction]}"${attribute('label', label)}`;
      return `      <edge id="e${index + 1}"${ends} ${rest}>${attvalues({ flow: direction, ...values })}${vizColour(colour)}</edge>`;
    }),
    '    </edges>',
    '  </graph>',
    '</gexf>',
    '',
  ].join('\n');
}
