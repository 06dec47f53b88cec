import { SaxesParser } from 'saxes';
import { MultiGraph } from 'graphology';
import * as gexf from 'graphology-gexf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildScene } from '../../../shared/diagram/build-scene.ts';
import type { Scene } from '../../../shared/diagram/scene.ts';
import type { StackContent } from '../../../shared/exchange/stack-file.ts';
import { writeArchimate } from '../../../shared/exchange/write-archimate.ts';
import { dotText, writeDot } from '../../../shared/exchange/write-dot.ts';
import { writeDrawio } from '../../../shared/exchange/write-drawio.ts';
import { writeExcalidraw } from '../../../shared/exchange/write-excalidraw.ts';
import { writeGexf } from '../../../shared/exchange/write-gexf.ts';
import { mermaidText, writeMermaid } from '../../../shared/exchange/write-mermaid.ts';
import { aStackContent, stackContent } from '../../support/stack-files.ts';

function sceneOf(content: StackContent): Scene {
  return buildScene({
    stack: { id: 'stack', ...content },
    links: [
      { from: 'segment', to: 'hubspot', kind: 'events', direction: 'forward', sources: 2 },
      { from: 'hubspot', to: 'salesforce', kind: 'native', direction: 'none', sources: 1 },
    ],
    icons: new Map(),
    categories: new Map([['crm', 'CRM, Sales & more']]),
    theme: 'light',
  });
}

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The tags of a document, or an error where it is not well-formed XML with its namespaces. */
function tagsOf(xml: string): Tag[] {
  const tags: Tag[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    tags.push({ name, attributes: Object.fromEntries(values) as Record<string, string> });
  });
  parser.write(xml).close();
  return tags;
}

const hostile = '"]; <script>alert(1)</script> --> end \\N {{x}} & #quot;';
function hostileScene(): Scene {
  const content = aStackContent();
  return sceneOf({
    ...content,
    nodes: { ...content.nodes, a: { ...content.nodes['a']!, name: hostile } },
  });
}

describe('every XML that a stack becomes', () => {
  it('is well formed whatever the stack holds', () => {
    fc.assert(
      fc.property(stackContent, (content) => {
        const scene = sceneOf(content);
        for (const write of [writeDrawio, writeGexf, writeArchimate]) {
          expect(() => tagsOf(write(scene))).not.toThrow();
        }
      }),
    );
  });
});

describe('the draw.io file of a stack', () => {
  it('has a shape for each product, in its lane, and edges that are connected', () => {
    const tags = tagsOf(writeDrawio(sceneOf(aStackContent())));
    const shapes = tags.filter(({ name }) => name === 'UserObject');
    const ids = new Set(shapes.map(({ attributes }) => attributes['id']));
    expect(shapes.map(({ attributes }) => attributes['product']).filter(Boolean)).toEqual([
      ...['hubspot', 'salesforce', 'segment'],
    ]);
    const cells = tags.filter(({ name }) => name === 'mxCell');
    const edges = cells.filter(({ attributes }) => attributes['edge'] === '1');
    expect(edges).toHaveLength(3);
    for (const { attributes } of edges) {
      expect(ids).toContain(attributes['source']);
      expect(ids).toContain(attributes['target']);
    }
    const parents = cells.map(({ attributes }) => attributes['parent']);
    expect(parents.filter((parent) => parent === 'lane-left')).toHaveLength(1);
  });
});

describe('the Excalidraw file of a stack', () => {
  it('binds each arrow to the boxes at its ends, and the boxes to it', () => {
    fc.assert(
      fc.property(stackContent, (content) => {
        const { elements } = JSON.parse(writeExcalidraw(sceneOf(content))) as {
          elements: {
            id: string;
            type: string;
            startBinding?: { elementId: string };
            endBinding?: { elementId: string };
            boundElements: { id: string }[];
          }[];
        };
        const byId = new Map(elements.map((element) => [element.id, element]));
        expect(byId.size).toBe(elements.length);
        for (const arrow of elements.filter(({ type }) => type === 'arrow')) {
          for (const binding of [arrow.startBinding, arrow.endBinding]) {
            const box = byId.get(binding?.elementId ?? '');
            expect(box?.boundElements.map(({ id }) => id)).toContain(arrow.id);
          }
        }
      }),
    );
  });
});

describe('the GEXF file of a stack', () => {
  it('is the same graph to a library that we did not write', () => {
    const graph = gexf.parse(MultiGraph, writeGexf(sceneOf(aStackContent())), {
      addMissingNodes: false,
      allowUndeclaredAttributes: false,
    });
    expect(graph.nodes()).toEqual(['a', 'b', 'c']);
    expect(graph.size).toBe(3);
    expect(graph.getNodeAttribute('a', 'product')).toBe('hubspot');
  });
});

describe('the ArchiMate model of a stack', () => {
  it('names nothing that it does not define', () => {
    fc.assert(
      fc.property(stackContent, (content) => {
        const tags = tagsOf(writeArchimate(sceneOf(content)));
        const defined = tags.flatMap(({ attributes }) => attributes['identifier'] ?? []);
        expect(new Set(defined).size).toBe(defined.length);
        const known = new Set(defined);
        for (const { attributes } of tags) {
          for (const key of ['source', 'target', 'elementRef', 'relationshipRef'] as const) {
            const reference = attributes[key];
            if (reference !== undefined) expect(known).toContain(reference);
          }
        }
        for (const { attributes } of tags.filter(({ name }) => name === 'node')) {
          expect(attributes['x']).toMatch(/^\d+$/);
          expect(attributes['w']).toMatch(/^[1-9]\d*$/);
        }
      }),
    );
  });
});

describe('a hostile name', () => {
  it('stays inside of its quotation marks in Mermaid and DOT', () => {
    expect(mermaidText(hostile)).not.toMatch(/["<>[\]{}\\&]/);
    expect(dotText(hostile)).toMatch(/^"(?:[^"\\]|\\.)*"$/);
    expect(writeMermaid(hostileScene()).match(/"/g)?.length ?? 0).toBe(
      writeMermaid(sceneOf(aStackContent())).match(/"/g)?.length,
    );
    expect(writeDot(hostileScene())).toContain('\\"]; <script>');
  });
});
