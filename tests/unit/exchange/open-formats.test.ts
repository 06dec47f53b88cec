import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildScene } from '../../../shared/diagram/build-scene.ts';
import type { Scene } from '../../../shared/diagram/scene.ts';
import type { StackContent } from '../../../shared/exchange/stack-file.ts';
import { csvCell, writeCsv } from '../../../shared/exchange/write-csv.ts';
import { writeGraphml } from '../../../shared/exchange/write-graphml.ts';
import { writeJsonCanvas } from '../../../shared/exchange/write-json-canvas.ts';
import { writeMarkdown } from '../../../shared/exchange/write-markdown.ts';
import { aStackContent, stackContent } from '../../support/stack-files.ts';

function sceneOf(content: StackContent): Scene {
  return buildScene({
    stack: { id: 'stack', ...content },
    links: [
      { from: 'segment', to: 'hubspot', kind: 'events', direction: 'forward', sources: 2 },
      { from: 'segment', to: 'hubspot', kind: 'tag', direction: 'none', sources: 1 },
      { from: 'hubspot', to: 'salesforce', kind: 'native', direction: 'none', sources: 1 },
    ],
    icons: new Map(),
    categories: new Map([['crm', 'CRM, Sales & more']]),
    theme: 'light',
  });
}

/** The small stack with a name of ill will. */
function withName(name: string): Scene {
  const content = aStackContent();
  return sceneOf({
    ...content,
    nodes: { ...content.nodes, a: { ...content.nodes['a']!, name } },
  });
}

describe('the table of a stack', () => {
  it('has a row for each product, by lane', () => {
    expect(writeCsv(sceneOf(aStackContent())).split('\r\n')).toEqual([
      '\ufeffProduct,Id,Category,Group,Lane,Connections,Connected with',
      'hubspot,hubspot,"CRM, Sales & more",Social & Relationships,Left,2,"salesforce; segment"',
      'salesforce,salesforce,"CRM, Sales & more",Social & Relationships,Outside of the lanes,1,hubspot',
      'segment,segment,"CRM, Sales & more",Social & Relationships,Outside of the lanes,1,hubspot',
      '',
    ]);
  });

  it('never lets a spreadsheet take a name for a formula', () => {
    const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1', '\n@x'];
    for (const name of hostile) expect(csvCell(name)).toMatch(/^"?'/);
    expect(writeCsv(withName('=HYPERLINK("https://example.org")'))).toContain(
      `\r\n"'=HYPERLINK(""https://example.org"")",hubspot,`,
    );
    expect(csvCell('3M - Scott=Tiger')).toBe('3M - Scott=Tiger');
  });

  it('keeps as many cells in every row whatever the names', () => {
    fc.assert(
      fc.property(stackContent, (content) => {
        const scene = sceneOf(content);
        const text = writeCsv(scene).slice(1);
        // Cells in quotes aside, only separators are left.
        const bare = text.replace(/"(?:[^"]|"")*"/g, '');
        const rows = bare.split('\r\n').slice(0, -1);
        expect(rows.length).toBe(scene.cards.length + 1);
        for (const row of rows) expect(row.split(',').length).toBe(7);
      }),
    );
  });
});

describe('the text of a stack', () => {
  it('lists products by lane and every connection', () => {
    const text = writeMarkdown(sceneOf(aStackContent()));
    expect(text).toContain('# Our stack\n\n3 products · 2 known connections · 1 of your own\n');
    expect(text).toContain(
      '## Left\n\n| Product | Category | Group |\n| --- | --- | --- |\n' +
        '| hubspot | CRM, Sales & more | Social & Relationships |\n\n## Outside of the lanes',
    );
    expect(text).toContain('| segment | → | hubspot | Event stream and 1 more |  |');
    expect(text).toContain('| hubspot | ↔ | segment | Your connection | Leads |');
  });

  it('shows markup in a name as text', () => {
    const text = writeMarkdown(withName('<b>*x*</b> &amp; | [a](javascript:b) `c`'));
    expect(text).toContain('\\<b\\>\\*x\\*\\</b\\> \\&amp; \\| \\[a\\](javascript:b) \\`c\\`');
  });
});

describe('the graph of a stack', () => {
  it('has every product and edge, and says of each where data flows', () => {
    const xml = writeGraphml(sceneOf(aStackContent()));
    expect(xml.match(/<node id=/g)).toHaveLength(3);
    expect(xml.match(/<edge id=/g)).toHaveLength(3);
    expect(xml).toContain('source="c" target="a"><data key="kind">Event stream<');
    const flows = Array.from(xml.matchAll(/<data key="flow">(\w+)</g), ([, flow]) => flow);
    expect(flows).toEqual(['none', 'forward', 'both']);
  });

  it('declares every attribute that it uses', () => {
    const xml = writeGraphml(sceneOf(aStackContent()));
    const declared = new Set(Array.from(xml.matchAll(/<key id="(\w+)"/g), ([, id]) => id));
    const used = new Set(Array.from(xml.matchAll(/<data key="(\w+)"/g), ([, id]) => id));
    expect([...used].sort()).toEqual([...declared].sort());
  });

  it('holds a name of ill will as text', () => {
    const xml = writeGraphml(withName('</data><node id="x"/>\u0000&'));
    expect(xml).toContain('&lt;/data&gt;&lt;node id=&quot;x&quot;/&gt; &amp;</data>');
    expect(xml.match(/<node id=/g)).toHaveLength(3);
  });
});

describe('the canvas file of a stack', () => {
  it('has lanes as groups behind their products, and edges that stay connected', () => {
    const canvas = JSON.parse(writeJsonCanvas(sceneOf(aStackContent()))) as {
      nodes: { id: string; type: string }[];
      edges: object[];
    };
    expect(canvas.nodes.map(({ id, type }) => `${type} ${id}`)).toEqual([
      'group lane-left',
      'text product-a',
      'text product-b',
      'text product-c',
    ]);
    expect(canvas.edges).toContainEqual({
      ...{ id: 'edge-2', fromNode: 'product-c', toNode: 'product-a' },
      ...{ fromSide: 'left', toSide: 'right', fromEnd: 'none', toEnd: 'arrow' },
      ...{ color: '#2c4a86', label: 'Event stream' },
    });
  });

  it('keeps to the specification whatever is on the stack', () => {
    const sides = ['top', 'right', 'bottom', 'left'];
    fc.assert(
      fc.property(stackContent, (content) => {
        const { nodes, edges } = JSON.parse(writeJsonCanvas(sceneOf(content))) as {
          nodes: Record<string, unknown>[];
          edges: Record<string, unknown>[];
        };
        const ids = nodes.map((node) => node['id']);
        expect(new Set(ids).size).toBe(ids.length);
        for (const node of nodes) {
          for (const key of ['x', 'y', 'width', 'height']) {
            expect(Number.isInteger(node[key])).toBe(true);
          }
        }
        for (const edge of edges) {
          expect(ids).toContain(edge['fromNode']);
          expect(ids).toContain(edge['toNode']);
          expect(sides).toContain(edge['fromSide']);
          expect(['none', 'arrow']).toContain(edge['toEnd']);
        }
      }),
    );
  });
});
