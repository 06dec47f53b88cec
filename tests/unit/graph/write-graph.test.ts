import cytoscape, { type ElementsDefinition } from 'cytoscape';
import fc from 'fast-check';
import { MultiDirectedGraph, MultiGraph } from 'graphology';
import * as gexf from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { describe, expect, it } from 'vitest';
import { directions, groupIds } from '../../../shared/domain/catalogue.ts';
import { confidenceLevels } from '../../../shared/domain/confidence.ts';
import { describeGraph } from '../../../shared/graph/describe-graph.ts';
import { drawGraph } from '../../../shared/graph/draw-graph.ts';
import { edgeKinds, GraphFile } from '../../../shared/graph/graph-file.ts';
import {
  graphAsCytoscape,
  graphAsGexf,
  graphAsGraphml,
  graphEdgesAsCsv,
  graphNodesAsCsv,
} from '../../../shared/graph/write-graph.ts';
import { dataKinds } from '../../../shared/stack/vocabulary.ts';

const names = new Map([['crm', 'CRM']]);

/** Any graph that the page could show, with names of ill will among them. */
const someGraph: fc.Arbitrary<GraphFile> = fc.integer({ min: 1, max: 8 }).chain((size) => {
  const id = fc.nat(size - 1).map((at) => `p${at}`);
  return fc.record({
    title: fc.string({ unit: 'binary', maxLength: 20 }),
    nodes: fc
      .array(
        fc.record({
          name: fc.oneof(
            fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
            fc.constantFrom('=1+1', '</data><node id="x"/>', '"; DROP', '@cmd', 'Ünïcode 漢字'),
          ),
          groupId: fc.constantFrom(...groupIds),
          integrations: fc.nat(500),
          at: fc.option(
            fc.record({
              x: fc.integer({ min: -5000, max: 5000 }),
              y: fc.integer({ min: -5000, max: 5000 }),
              diameter: fc.integer({ min: 20, max: 70 }),
            }),
          ),
        }),
        { minLength: size, maxLength: size },
      )
      .map((nodes) => nodes.map((node, at) => ({ ...node, id: `p${at}`, categoryId: 'crm' }))),
    edges: fc.array(
      fc.record({
        from: id,
        to: id,
        kinds: fc.uniqueArray(fc.constantFrom(...edgeKinds), { minLength: 1, maxLength: 3 }),
        direction: fc.constantFrom(...directions),
        confidence: fc.option(fc.constantFrom(...confidenceLevels)),
        data: fc.uniqueArray(fc.constantFrom(...dataKinds), { maxLength: 2 }),
        label: fc.string({ unit: 'binary', maxLength: 10 }),
      }),
      { maxLength: 12 },
    ),
  });
});

const ends = ({ edges }: GraphFile): string[] => edges.map(({ from, to }) => `${from} ${to}`);

describe('the graph as a file', () => {
  it('is, as GraphML, the same graph to a library that we did not write', () => {
    fc.assert(
      fc.property(someGraph, (graph) => {
        const read = parseGraphml(MultiDirectedGraph, graphAsGraphml(graph, names));
        expect(read.nodes()).toEqual(graph.nodes.map(({ id }) => id));
        expect(read.mapEdges((_, __, from, to) => `${from} ${to}`)).toEqual(ends(graph));
        for (const { id, integrations } of graph.nodes) {
          expect(read.getNodeAttribute(id, 'integrations')).toBe(integrations);
        }
        expect(read.mapEdges((_, { flow }) => String(flow))).toEqual(
          graph.edges.map(({ direction }) => direction),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is, as GEXF, the same graph to a library that we did not write', () => {
    fc.assert(
      fc.property(someGraph, (graph) => {
        const read = gexf.parse(MultiGraph, graphAsGexf(graph, names), {
          addMissingNodes: false,
          allowUndeclaredAttributes: false,
        });
        expect(read.nodes()).toEqual(graph.nodes.map(({ id }) => id));
        expect(read.mapEdges((_, __, from, to) => `${from} ${to}`)).toEqual(ends(graph));
      }),
      { numRuns: 60 },
    );
  });

  it('is, as Cytoscape JSON, the same graph to Cytoscape, places included', () => {
    fc.assert(
      fc.property(someGraph, (graph) => {
        const { elements } = JSON.parse(graphAsCytoscape(graph, names)) as {
          elements: ElementsDefinition;
        };
        const cy = cytoscape({ headless: true, elements, layout: { name: 'preset' } });
        expect(cy.nodes().map((node) => node.id())).toEqual(graph.nodes.map(({ id }) => id));
        expect(cy.edges().map((edge) => `${edge.source().id()} ${edge.target().id()}`)).toEqual(
          ends(graph),
        );
        for (const { id, name, at } of graph.nodes) {
          expect(cy.getElementById(id).data('name')).toBe(name);
          if (at) expect(cy.getElementById(id).position()).toEqual({ x: at.x, y: at.y });
        }
        cy.destroy();
      }),
      { numRuns: 60 },
    );
  });

  it('is, as tables, a row for each product and connection and never a formula', () => {
    fc.assert(
      fc.property(someGraph, (graph) => {
        const tables = [
          { text: graphNodesAsCsv(graph, names), rows: graph.nodes.length, cells: 6 },
          { text: graphEdgesAsCsv(graph), rows: graph.edges.length, cells: 10 },
        ];
        for (const { text, rows, cells } of tables) {
          // Cells in quotes aside, only separators are left.
          const bare = text.slice(1).replace(/"(?:[^"]|"")*"/g, '');
          const lines = bare.split('\r\n').slice(0, -1);
          expect(lines).toHaveLength(rows + 1);
          for (const line of lines) {
            expect(line.split(',')).toHaveLength(cells);
            for (const cell of line.split(',')) expect(cell).not.toMatch(/^[\s\u00a0]*[=+\-@]/);
          }
        }
      }),
    );
    const [graph] = fc.sample(someGraph, 1);
    const hostile = { ...graph!, nodes: [{ ...graph!.nodes[0]!, name: '=cmd|calc' }], edges: [] };
    expect(graphNodesAsCsv(hostile, names)).toContain(",'=cmd|calc,CRM,");
  });

  it('is, as a picture, every product that has a place, and its name as text', () => {
    fc.assert(
      fc.property(someGraph, (graph) => {
        const { svg, size } = drawGraph(graph, 'light', () => []);
        const placed = graph.nodes.filter(({ at }) => at !== null);
        const groups = new Set(graph.nodes.map(({ groupId }) => groupId));
        expect(svg.match(/<circle /g)).toHaveLength(placed.length + groups.size);
        expect(svg).not.toContain('<node');
        expect(svg).not.toContain('NaN');
        expect(size.width).toBeGreaterThan(0);
        expect(size.height).toBeGreaterThan(0);
      }),
    );
  });
});

describe('what is written of a graph', () => {
  it('is one edge for each pair, with all of its kinds, the surest confidence and the data', () => {
    const link = { sources: 1, direction: 'forward' } as const;
    const row = (id: string) =>
      ({ id, name: id, categoryId: 'crm', groupId: 'data', integrations: 2 }) as const;
    const graph = describeGraph({
      title: 'Shop',
      rows: [row('a'), row('b')],
      placed: [{ productId: 'gone', name: 'Gone', categoryId: 'crm', groupId: 'data' }],
      links: [
        { from: 'a', to: 'b', kind: 'workflow', confidence: 'reported', ...link },
        { from: 'b', to: 'a', kind: 'events', confidence: 'confirmed', ...link },
      ],
      flows: [
        { from: 'a', to: 'b', data: ['orders'] },
        { from: 'b', to: 'a', data: ['events'] },
      ],
      own: [
        { id: 'c', from: 'gone', to: 'a', label: 'Leads', direction: 'both', data: ['profiles'] },
      ],
    });
    expect(graph.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'gone']);
    expect(graph.edges).toEqual([
      {
        ...{ from: 'a', to: 'b', direction: 'both', kinds: ['events', 'workflow'] },
        ...{ confidence: 'confirmed', data: ['events', 'orders'], label: '' },
      },
      {
        ...{ from: 'gone', to: 'a', direction: 'both', kinds: ['user'] },
        ...{ confidence: null, data: ['profiles'], label: 'Leads' },
      },
    ]);
    expect(GraphFile.safeParse(graph).success).toBe(true);
  });
});
