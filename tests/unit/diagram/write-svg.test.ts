import { initWasm, Resvg } from '@resvg/resvg-wasm';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildScene } from '../../../shared/diagram/build-scene.ts';
import { escapeXml } from '../../../shared/diagram/escape-xml.ts';
import { writeSvg } from '../../../shared/diagram/write-svg.ts';
import type { StackContent } from '../../../shared/exchange/stack-file.ts';
import { aStackContent, stackContent } from '../../support/stack-files.ts';

function svgOf(content: StackContent, fonts?: Parameters<typeof writeSvg>[1]): string {
  const scene = buildScene({
    stack: { id: 'stack', ...content },
    links: [{ from: 'hubspot', to: 'segment', kind: 'events', direction: 'none', sources: 1 }],
    icons: new Map(),
    categories: new Map(),
    theme: 'dark',
  });
  return writeSvg(scene, fonts);
}

/** Parses with a strict reader that we did not write. @throws where the text is no SVG */
function parse(svg: string): { readonly width: number; readonly height: number } {
  const image = new Resvg(svg, { font: { fontBuffers: [] } });
  const size = { width: image.width, height: image.height };
  image.free();
  return size;
}

beforeAll(async () => {
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(readFileSync(file));
});

describe('text in XML', () => {
  it('is escaped, and rid of what no document may hold', () => {
    expect(escapeXml(`<a b="c">&'`)).toBe('&lt;a b=&quot;c&quot;&gt;&amp;&apos;');
    expect(escapeXml('a\u0000\u000b\ud800\uffffb\t😀')).toBe('ab\t😀');
  });
});

describe('the SVG of a stack', () => {
  it('has a title and a description for people who do not see it', () => {
    const svg = svgOf(aStackContent({ name: 'R&D <stack>' }));
    expect(svg).toContain('role="img" aria-labelledby="diagram-title diagram-description"');
    expect(svg).toContain('<title id="diagram-title">R&amp;D &lt;stack&gt;</title>');
    expect(svg).toContain('<desc id="diagram-description">3 products · 1 known connection');
  });

  it('shows a hostile name as text', () => {
    const name = `"/><script>alert(1)</script><image href='https://example.org/x'/>\u202e]]>`;
    const content = aStackContent({ name });
    const svg = svgOf({
      ...content,
      nodes: { ...content.nodes, a: { ...content.nodes['a']!, name: name + 'x'.repeat(10_000) } },
    });
    const tags = svg.match(/<[^>]*>/g) ?? [];
    const names = new Set(tags.map((tag) => /^<[/?]?([\w-]+)/.exec(tag)?.[1]));
    expect([...names].sort()).toEqual(['desc', 'g', 'path', 'rect', 'svg', 'text', 'title', 'xml']);
    expect(tags.filter((tag) => /\s(href|on\w+|src|style)=/i.test(tag))).toEqual([]);
    expect(svg.length).toBeLessThan(20_000);
    parse(svg);
  });

  it('refers to nothing outside of itself', () => {
    const fonts = [{ dataUri: 'data:font/woff2;base64,AAAA', unicodeRange: 'U+0-FF' }];
    const svg = svgOf(aStackContent(), { fonts });
    expect(svg.match(/https?:\/\/[^"']+/g)).toEqual(['http://www.w3.org/2000/svg']);
    expect(svg.match(/url\(([^)]*)\)/g)).toEqual(['url(data:font/woff2;base64,AAAA)']);
    expect(svg).toContain("font-family:'Inter'");
  });

  it('is well-formed whatever is on the stack', () => {
    fc.assert(
      fc.property(stackContent, (content) => {
        const { width, height } = parse(svgOf(content));
        expect(Math.min(width, height)).toBeGreaterThan(100);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same bytes for the same stack', () => {
    expect(svgOf(aStackContent())).toBe(svgOf(aStackContent()));
  });
});
