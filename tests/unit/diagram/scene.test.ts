import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildScene, type SceneInput } from '../../../shared/diagram/build-scene.ts';
import { bundleLinks } from '../../../shared/diagram/bundle-links.ts';
import { measureText } from '../../../shared/diagram/measure-text.ts';
import type { Scene } from '../../../shared/diagram/scene.ts';
import { directions, integrationKinds } from '../../../shared/domain/catalogue.ts';
import type { Link } from '../../../shared/domain/product.ts';
import type { Box } from '../../../shared/stack/layout.ts';
import { newStack } from '../../../shared/stack/new-stack.ts';
import { aStackContent, stackContent } from '../../support/stack-files.ts';

function aLink(from: string, to: string, changes: Partial<Link> = {}): Link {
  return { from, to, kind: 'events', direction: 'forward', sources: 1, ...changes };
}

function aScene(changes: Partial<SceneInput> = {}): Scene {
  return buildScene({
    stack: { id: 'stack', ...aStackContent() },
    links: [aLink('segment', 'hubspot')],
    icons: new Map(),
    categories: new Map([['crm', 'CRM']]),
    theme: 'light',
    ...changes,
  });
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width + 1e-6 &&
    inner.y + inner.height <= outer.y + outer.height + 1e-6
  );
}

describe('the links of two products', () => {
  it('become one edge, led by the kind that moves data by itself', () => {
    const [bundle, ...others] = bundleLinks([
      aLink('a', 'b', { kind: 'workflow', direction: 'none' }),
      aLink('b', 'a', { kind: 'audience' }),
      aLink('a', 'b', { kind: 'plugin', direction: 'none' }),
    ]);
    expect(others).toEqual([]);
    expect(bundle).toMatchObject({ from: 'b', to: 'a', kind: 'audience', furtherKinds: 2 });
    expect(bundle?.direction).toBe('forward');
  });

  it('flow both ways as soon as one goes there and another comes back', () => {
    const both = bundleLinks([aLink('a', 'b'), aLink('b', 'a', { kind: 'pipeline' })]);
    expect(both).toMatchObject([{ direction: 'both', furtherKinds: 1 }]);
    expect(bundleLinks([aLink('a', 'b', { direction: 'none' })])[0]?.direction).toBe('none');
  });

  it('give the same edges in whatever order they come', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const link = fc.record({
      from: id,
      to: id,
      kind: fc.constantFrom(...integrationKinds),
      direction: fc.constantFrom(...directions),
      sources: fc.constant(1),
    });
    const byPairAndKind = (each: Link): string => `${each.from} ${each.to} ${each.kind}`;
    const links = fc.uniqueArray(link, { selector: byPairAndKind });
    fc.assert(
      fc.property(links, (some) => {
        const shape = (list: readonly Link[]) =>
          bundleLinks(list).map(({ links: _links, ...rest }) => rest);
        expect(shape([...some].reverse())).toEqual(shape(some));
        expect(shape(some).every(({ from, to }) => from !== to)).toBe(true);
      }),
    );
  });
});

describe('the scene of a stack', () => {
  it('holds every lane, product and edge', () => {
    const scene = aScene();
    expect(scene.lanes.map((lane) => lane.fullTitle)).toEqual(['Left']);
    expect(scene.cards.map((card) => card.productId)).toEqual(['hubspot', 'salesforce', 'segment']);
    expect(scene.edges.map((edge) => edge.description)).toEqual([
      'segment → hubspot: Event stream',
      'hubspot ↔ segment: Leads',
    ]);
    expect(scene.description).toBe('3 products · 1 known connection · 1 of your own');
  });

  it('explains what occurs in it, and nothing else', () => {
    const labels = aScene().legend.map((entry) => entry.text.text);
    expect(labels).toEqual([
      'Event stream',
      'Your connection',
      'Flow of data',
      'Social & Relationships',
    ]);
    const quiet = aScene({ links: [], stack: newStack('s', 'Empty') });
    expect(quiet.legend).toEqual([]);
    expect(quiet.subtitle.text).toBe('Nothing on this stack yet');
  });

  it('draws the icon of a brand, and a monogram where there is none', () => {
    const icon = { slug: 'hubspot', title: 'HubSpot', hex: 'FF7A59', path: 'M0 0h24v24z' };
    const [hubspot, salesforce] = aScene({ icons: new Map([['hubspot', icon]]) }).cards;
    expect(hubspot?.mark).toMatchObject({ type: 'icon', path: icon.path });
    expect(salesforce?.mark).toMatchObject({ type: 'monogram', text: { text: 'Sa' } });
  });

  it('says of a product that the catalogue no longer has it', () => {
    const [gone] = aScene({ gone: new Set(['hubspot']) }).cards;
    expect(gone).toMatchObject({ gone: true, fullCategory: 'No longer in the catalogue' });
  });

  it('keeps text inside its card, everything inside its bounds and numbers finite', () => {
    const links = [aLink('a', 'b')];
    fc.assert(
      fc.property(stackContent, fc.constantFrom('light', 'dark'), (content, theme) => {
        const scene = aScene({ stack: { id: 's', ...content }, links, theme });
        for (const card of scene.cards) {
          expect(contains(scene.bounds, card.box)).toBe(true);
          for (const { at, text, font } of [...card.name, ...card.category]) {
            const width = measureText(text, font);
            expect(at.x + width).toBeLessThanOrEqual(card.box.x + card.box.width - 7.99);
          }
        }
        for (const { box } of scene.lanes) expect(contains(scene.bounds, box)).toBe(true);
        for (const { label } of scene.edges) {
          if (label) expect(contains(scene.bounds, label.box)).toBe(true);
        }
        const numbers = JSON.stringify(scene, (_key, value: unknown) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'BROKEN' : value,
        );
        expect(numbers).not.toContain('BROKEN');
      }),
    );
  });

  it('puts a label where it covers no card, if there is such a place on its edge', () => {
    const stack = aStackContent();
    const apart = { ...stack.nodes['c']!, x: 900, y: 400 };
    const scene = aScene({ stack: { id: 's', ...stack, nodes: { ...stack.nodes, c: apart } } });
    const label = scene.edges.find((edge) => edge.label)?.label?.box;
    expect(label).toBeDefined();
    for (const { box } of scene.cards) {
      const isClear =
        label!.x >= box.x + box.width ||
        label!.x + label!.width <= box.x ||
        label!.y >= box.y + box.height ||
        label!.y + label!.height <= box.y;
      expect(isClear).toBe(true);
    }
  });

  it('does not depend on the order of the parts', () => {
    const stack = aStackContent();
    const nodes = Object.fromEntries(Object.entries(stack.nodes).reverse());
    const links = [aLink('segment', 'hubspot'), aLink('salesforce', 'hubspot')];
    expect(
      aScene({ stack: { id: 'stack', ...stack, nodes }, links: [...links].reverse() }),
    ).toEqual(aScene({ links }));
  });
});
