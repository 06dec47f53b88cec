import { deflateSync, strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildScene } from '../../../shared/diagram/build-scene.ts';
import type { ProductRow } from '../../../shared/domain/product.ts';
import { diagramToStack } from '../../../shared/exchange/diagram-to-stack.ts';
import { plainLabel, type ImportedDiagram } from '../../../shared/exchange/imported-diagram.ts';
import { readDrawio } from '../../../shared/exchange/read-drawio.ts';
import { readJsonCanvas } from '../../../shared/exchange/read-json-canvas.ts';
import { readNameList } from '../../../shared/exchange/read-names.ts';
import type { StackContent } from '../../../shared/exchange/stack-file.ts';
import { writeDrawio } from '../../../shared/exchange/write-drawio.ts';
import { writeJsonCanvas } from '../../../shared/exchange/write-json-canvas.ts';
import { unwrap } from '../../../shared/result.ts';
import { aStackContent } from '../../support/stack-files.ts';
import { aRow } from '../stack-ui/builders.ts';

const sceneOf = (content: StackContent) =>
  buildScene({
    stack: { id: 'stack', ...content },
    links: [{ from: 'segment', to: 'hubspot', kind: 'events', direction: 'forward', sources: 2 }],
    icons: new Map(),
    categories: new Map(),
    theme: 'light',
  });

/** Shapes whose label is the name of a product are that product. */
function stackOf(diagram: ImportedDiagram): StackContent {
  const rows = new Map<string, ProductRow>(
    diagram.shapes.flatMap(({ id, label, role }) =>
      role === 'shape' && ['hubspot', 'salesforce', 'segment'].includes(label.toLowerCase())
        ? [[id, aRow(label.toLowerCase())] as const]
        : [],
    ),
  );
  return diagramToStack(diagram, rows, 'Again');
}

const told = ({ nodes, connections }: StackContent) => ({
  places: Object.values(nodes)
    .map(({ productId, x, y }) => [productId, x, y])
    .sort(),
  connections: Object.values(connections).map(({ fromNodeId, toNodeId, label, direction }) => [
    nodes[fromNodeId]?.productId,
    nodes[toNodeId]?.productId,
    label,
    direction,
  ]),
});

describe('a draw.io file made here', () => {
  it('gives back products in their places, lanes and one’s own connections', () => {
    const before = aStackContent();
    const again = stackOf(unwrap(readDrawio(writeDrawio(sceneOf(before)))));
    expect(told(again)).toEqual(told(before));
    expect(Object.values(again.lanes)).toMatchObject([{ title: 'Left', x: 0, y: 0, width: 208 }]);
  });
});

describe('a canvas made here', () => {
  it('gives back products in their places and one’s own connections', () => {
    const before = aStackContent();
    const text = writeJsonCanvas(sceneOf(before));
    const again = stackOf(unwrap(readJsonCanvas(JSON.parse(text))));
    expect(told(again)).toEqual(told(before));
  });
});

describe('a diagram made elsewhere', () => {
  const xml = (cells: string) =>
    `<mxfile><diagram name="Theirs"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel></diagram></mxfile>`;
  const box = (id: string, value: string, x: number, style = '') =>
    `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="1"><mxGeometry x="${x}" y="0" width="92" height="26" as="geometry"/></mxCell>`;
  const drawn =
    box('a', '&lt;b&gt;HubSpot&lt;/b&gt;', 0) +
    box('b', 'Segment', 200) +
    box('c', 'Our own thing', 400) +
    '<mxCell id="e" value="leads" edge="1" parent="1" source="a" target="b" style="endArrow=none"><mxGeometry relative="1" as="geometry"/></mxCell>';

  it('keeps what nobody recognises as a note, and scales shapes to cards', () => {
    const stack = stackOf(unwrap(readDrawio(xml(drawn))));
    expect(Object.values(stack.nodes)).toMatchObject([
      { productId: 'hubspot', x: 0 },
      { productId: 'segment', x: 400 },
    ]);
    expect(Object.values(stack.items)).toMatchObject([{ type: 'note', text: 'Our own thing' }]);
    expect(Object.values(stack.connections)).toMatchObject([{ label: 'leads', direction: 'none' }]);
    expect(stack.name).toBe('Again');
  });

  it('is read as well where its page is packed', () => {
    const page = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${drawn}</root></mxGraphModel>`;
    const packed = Buffer.from(deflateSync(strToU8(encodeURIComponent(page)))).toString('base64');
    const diagram = unwrap(readDrawio(`<mxfile><diagram>${packed}</diagram></mxfile>`));
    expect(diagram.shapes).toHaveLength(3);
  });

  it.each<readonly [string, string, RegExp]>([
    ['that is cut off', xml(drawn).slice(0, 300), /damaged/],
    ['without shapes', xml(''), /no shapes/],
    ['that defines entities', `<!DOCTYPE x [<!ENTITY a "b">]>${xml(drawn)}`, /of its own/],
    ['that nests without end', `<mxfile>${'<a>'.repeat(5000)}`, /too deeply/],
    ['whose page is no page', '<mxfile><diagram>!!!!</diagram></mxfile>', /unpack/],
    ['that is none', '{"a": 1}', /damaged/],
  ])('is refused with a sentence: one %s', (_, text, words) => {
    const read = readDrawio(text);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error.message).toMatch(words);
  });

  it('never gets further than a refusal, whatever is done to its text', () => {
    const whole = writeDrawio(sceneOf(aStackContent()));
    const edit = fc.record({
      at: fc.nat({ max: whole.length }),
      to: fc.constantFrom('<', '>', '"', '&', '&x;', '\u0000', '</root>', ''),
      gone: fc.nat({ max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const text = edits.reduce(
          (each, { at, to, gone }) => each.slice(0, at) + to + each.slice(at + gone),
          whole,
        );
        const read = readDrawio(text);
        if (read.ok) expect(() => stackOf(read.value)).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});

describe('a canvas from elsewhere', () => {
  it('is read or refused, whatever it holds', () => {
    const part = fc.record(
      {
        id: fc.string({ maxLength: 5 }),
        type: fc.constantFrom('text', 'file', 'link', 'group', 'odd'),
        x: fc.double(),
        y: fc.integer(),
        width: fc.integer(),
        height: fc.double(),
        text: fc.string(),
        url: fc.string(),
      },
      { requiredKeys: ['id', 'type'] },
    );
    const value = fc.oneof(fc.anything(), fc.record({ nodes: fc.array(part, { maxLength: 5 }) }));
    fc.assert(
      fc.property(value, (canvas) => {
        const read = readJsonCanvas(canvas);
        if (read.ok) expect(() => stackOf(read.value)).not.toThrow();
      }),
    );
  });

  it('names a card by its first line, without Markdown', () => {
    const node = { id: 'a', type: 'text', x: 0, y: 0, width: 10, height: 10 };
    const { shapes } = unwrap(
      readJsonCanvas({ nodes: [{ ...node, text: '# **HubSpot**\nours' }] }),
    );
    expect(shapes[0]?.label).toBe('HubSpot');
  });
});

describe('a list of names', () => {
  it('has each name once, bullets and numbers passed over', () => {
    const { shapes } = unwrap(readNameList('- HubSpot\n2) Braze\n\n• hubspot.com\nHubSpot\n***\n'));
    expect(shapes.map(({ label }) => label)).toEqual(['HubSpot', 'Braze', 'hubspot.com']);
    const stack = stackOf(unwrap(readNameList('HubSpot\nNobody')));
    expect(Object.values(stack.nodes)).toMatchObject([{ laneId: 'lane-data' }]);
    expect(Object.values(stack.items)).toMatchObject([{ text: 'Nobody' }]);
  });
});

describe('a label', () => {
  it('is words, whatever HTML it is made of', () => {
    expect(plainLabel('<div onclick="x()">Hub&amp;Spot<br>CRM</div>')).toBe('Hub&Spot\nCRM');
    expect(plainLabel('&#72;ub &unknown; <script>x</script>')).toBe('Hub &unknown; x');
  });
});
