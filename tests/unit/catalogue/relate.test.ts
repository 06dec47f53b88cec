import { describe, expect, it } from 'vitest';
import type { Product } from '../../../scripts/catalogue/product.ts';
import type { FactLink } from '../../../scripts/catalogue/read-facts.ts';
import { degrees, relate } from '../../../scripts/catalogue/relate.ts';
import { aRow, resolveRows } from './builders.ts';

function aProduct(id: string, refs: readonly string[]): Product {
  const rows = refs.map((ref) => {
    const [source = '', key = ''] = ref.split(':');
    return aRow({ source, key, name: id });
  });
  return {
    id,
    name: id,
    homepage: null,
    domain: null,
    description: null,
    vendor: null,
    categories: ['crm'],
    kind: 'product',
    status: 'active',
    statusNote: null,
    pricing: [],
    oss: null,
    saas: null,
    tcfId: null,
    icon: null,
    aliases: [],
    facts: [],
    members: resolveRows(rows).clusters[0]?.members ?? [],
    sources: 1,
  };
}

const aLink = (parts: Partial<FactLink>): FactLink => ({
  source: 'one',
  from: 'a',
  to: 'b',
  kind: 'events',
  direction: 'forward',
  url: 'https://one.example/docs',
  ...parts,
});
const products = [aProduct('alpha', ['one:a', 'two:a']), aProduct('beta', ['one:b', 'two:b'])];

describe('integrations', () => {
  it('are one per pair and kind, with every piece of evidence', () => {
    const { integrations } = relate(
      [aLink({}), aLink({ source: 'two', url: 'https://two.example' })],
      products,
    );
    expect(integrations).toEqual([
      {
        from: 'alpha',
        to: 'beta',
        kind: 'events',
        direction: 'forward',
        evidence: [
          { source: 'one', url: 'https://one.example/docs' },
          { source: 'two', url: 'https://two.example' },
        ],
      },
    ]);
  });

  it('flow both ways when one source states each way', () => {
    const { integrations } = relate(
      [aLink({}), aLink({ source: 'two', from: 'b', to: 'a' })],
      products,
    );
    expect(integrations).toMatchObject([{ from: 'alpha', to: 'beta', direction: 'both' }]);
  });

  it('take a stated flow over none', () => {
    const { integrations } = relate(
      [aLink({ direction: 'none' }), aLink({ source: 'two', from: 'b', to: 'a' })],
      products,
    );
    expect(integrations).toMatchObject([{ from: 'beta', to: 'alpha', direction: 'forward' }]);
  });

  it('stay apart by kind', () => {
    expect(relate([aLink({}), aLink({ kind: 'audience' })], products).integrations).toHaveLength(2);
  });

  it('leave out and count what has no product at an end, or the same at both', () => {
    const merged = [aProduct('alpha', ['one:a', 'one:b'])];
    expect(relate([aLink({}), aLink({ to: 'gone' })], merged)).toEqual({
      integrations: [],
      dropped: { missingEnd: 1, sameProduct: 1 },
    });
  });

  it('count distinct neighbours as degree', () => {
    const { integrations } = relate([aLink({}), aLink({ kind: 'audience' })], products);
    expect(Object.fromEntries(degrees(integrations))).toEqual({ alpha: 1, beta: 1 });
  });
});
