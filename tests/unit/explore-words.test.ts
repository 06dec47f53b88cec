import { describe, expect, it } from 'vitest';
import { collectFacts } from '../../renderer/product/collect-facts.ts';
import { groupIntegrations } from '../../renderer/product/group-integrations.ts';
import {
  addressText,
  count,
  counted,
  dateText,
  factLabel,
  factValue,
  flowOf,
  isWebAddress,
  licenceText,
  pricingText,
  revisionText,
  sizeText,
} from '../../renderer/product/words.ts';
import { alternativeReason } from '../../renderer/product/alternative-reason.ts';
import { sortSources } from '../../renderer/library/sort-sources.ts';
import { indexAfterKey } from '../../renderer/explore/list-keys.ts';
import { parseProductDrag } from '../../renderer/explore/product-drag-data.ts';
import type { Integration, Product, Source } from '../../shared/domain/product.ts';

const integration = (part: Partial<Integration>): Integration => ({
  from: { id: 'a', name: 'Alpha' },
  to: { id: 'b', name: 'Beta' },
  kind: 'events',
  direction: 'forward',
  confidence: 'reported',
  ends: 0,
  independent: 1,
  evidence: [{ source: 's', url: 'https://example.com' }],
  ...part,
});

const product: Product = {
  id: 'a',
  name: 'Alpha',
  homepage: null,
  domain: null,
  description: null,
  categoryId: 'cdp',
  groupId: 'data',
  kind: 'product',
  status: 'active',
  pricing: [],
  oss: null,
  saas: null,
  tcfVendorId: null,
  icon: null,
  sources: 1,
  integrations: 0,
  vendor: null,
  statusNote: null,
  categories: ['cdp'],
  aliases: [],
  facts: [],
  integrationsByKind: {},
  sourceRows: [],
};

describe('words for facts', () => {
  it('say numbers and what is counted', () => {
    expect(count(12345)).toBe('12,345');
    expect(counted(1, 'product', 'products')).toBe('1 product');
    expect(counted(0, 'product', 'products')).toBe('0 products');
  });

  it('say how one pays before how much', () => {
    expect(pricingText(['low', 'freemium'])).toBe('Freemium, Low price');
    expect(pricingText([])).toBe('');
  });

  it('keep what is no date as it is', () => {
    expect(dateText('2026-11-22')).toBe('22 Nov 2026');
    expect(dateText('some day')).toBe('some day');
  });

  it('give sizes in units that people read', () => {
    expect(sizeText(900)).toBe('900 bytes');
    expect(sizeText(1536)).toBe('1.5 kB');
    expect(sizeText(57_344)).toBe('57 kB');
  });

  it('keep SPDX ids, and say where no licence is known', () => {
    expect(licenceText('GPL-3.0-only')).toBe('GPL-3.0-only');
    expect(licenceText('NOASSERTION')).toBe('No licence recognised');
    expect(licenceText('LicenseRef-n8n-sustainable-use')).toBe('n8n sustainable use');
  });

  it('shorten commits and leave package versions whole', () => {
    expect(revisionText('0123456789abcdef0123456789abcdef01234567')).toBe('0123456789');
    expect(revisionText('npm:simple-icons@16.0.0')).toBe('simple-icons@16.0.0');
  });

  it('turn keys and codes of sources into words', () => {
    expect(factLabel('apiDocs')).toBe('API documentation');
    expect(factLabel('maxBatchSize')).toBe('Max batch size');
    expect(factValue('API_KEY')).toBe('API key');
    expect(factValue('GOOGLE_SERVICE_ACCOUNT')).toBe('Google service account');
    expect(factValue('eu-west-1')).toBe('eu-west-1');
  });

  it('take for a web address only what is https', () => {
    expect(isWebAddress('https://example.com/a')).toBe(true);
    expect(isWebAddress('http://example.com')).toBe(false);
    expect(isWebAddress('javascript:alert(1)')).toBe(false);
    expect(isWebAddress('Example Ltd')).toBe(false);
    expect(addressText('https://www.example.com/docs/?a=b#c')).toBe('example.com/docs');
  });

  it('say why a product is an alternative', () => {
    const likeness = {
      sharedCategories: ['CDP'],
      isSamePrimary: true,
      sharedIntegrations: 34,
      sharedWith: ['Braze', 'Slack', 'Snowflake'],
    };
    expect(alternativeReason(likeness)).toBe(
      'Same main category, CDP. Works with 34 of the same products, such as Braze, Slack and Snowflake.',
    );
    const far = { ...likeness, isSamePrimary: false, sharedIntegrations: 1, sharedWith: ['Slack'] };
    expect(alternativeReason({ ...far, sharedCategories: ['A', 'B', 'C', 'D'] })).toBe(
      'Both are in A, B and 2 more. Both work with Slack.',
    );
    expect(
      alternativeReason({ ...likeness, sharedCategories: ['A', 'B'], sharedIntegrations: 0 }),
    ).toBe('Same main category; both are in A and B.');
  });

  it('leave out what no source states, and never take “not stated” for “no”', () => {
    expect(collectFacts(product)).toEqual([]);
    expect(collectFacts({ ...product, oss: false })).toEqual([
      { label: 'Open source', values: ['No'], sources: [] },
    ]);
  });

  it('gather equal facts of several sources, and cut long lists', () => {
    const facts = [
      { key: 'authMode', value: 'API_KEY', source: 'x' },
      { key: 'authMode', value: 'API_KEY', source: 'y' },
      ...Array.from({ length: 20 }, (_, at) => ({ key: 'regions', value: `r${at}`, source: 'x' })),
    ];
    const [auth, regions] = collectFacts({ ...product, facts });
    expect(auth).toEqual({ label: 'Authentication', values: ['API key'], sources: ['x', 'y'] });
    expect(regions?.values.length).toBe(8);
    expect(regions?.values.at(-1)).toBe('13 more');
  });
});

describe('integrations of a product', () => {
  it('go out at one end and come in at the other', () => {
    expect(flowOf(integration({}), 'a')).toBe('out');
    expect(flowOf(integration({}), 'b')).toBe('in');
    expect(flowOf(integration({ direction: 'both' }), 'b')).toBe('both');
    expect(flowOf(integration({ direction: 'none' }), 'a')).toBe('unknown');
  });

  it('name the platform and the extension whichever way data flows', () => {
    expect(flowOf(integration({ kind: 'plugin', direction: 'none' }), 'a')).toBe('extends');
    expect(flowOf(integration({ kind: 'plugin', direction: 'forward' }), 'b')).toBe('extended');
  });

  it('are grouped by kind, best documented first, each seen from the product', () => {
    const twice = [
      { source: 's', url: 'https://example.com/1' },
      { source: 't', url: 'https://example.com/2' },
    ];
    const groups = groupIntegrations(
      [
        integration({ to: { id: 'z', name: 'Zeta' } }),
        integration({ to: { id: 'b', name: 'Beta' } }),
        integration({
          from: { id: 'y', name: 'Ypsilon' },
          to: { id: 'a', name: 'Alpha' },
          evidence: twice,
        }),
        integration({ kind: 'audience' }),
      ],
      'a',
    );
    expect(groups.map(({ kind }) => kind)).toEqual(['events', 'audience']);
    expect(groups[0]?.neighbours.map(({ other }) => other.name)).toEqual([
      'Ypsilon',
      'Beta',
      'Zeta',
    ]);
  });

  it('are found by any part of a name, whatever its accents and case', () => {
    const all = [integration({ to: { id: 'c', name: 'Café Société' } }), integration({})];
    expect(groupIntegrations(all, 'a', 'societe CAFE')[0]?.neighbours.length).toBe(1);
    expect(groupIntegrations(all, 'a', 'nobody')).toEqual([]);
  });
});

describe('the table of sources', () => {
  const source = (id: string, part: Partial<Source>): Source => ({
    id,
    title: id,
    url: 'https://example.com',
    revision: null,
    snapshotDate: '2026-01-01',
    licence: 'MIT',
    note: '',
    products: 0,
    integrations: 0,
    owner: null,
    ...part,
  });
  const sources = [
    source('b', { products: 10 }),
    source('a', { products: 9, licence: 'CC0-1.0' }),
    source('c', { products: 10 }),
  ];

  it('orders numbers as numbers, and by title among equals', () => {
    const sorted = sortSources(sources, { column: 'products', isDescending: true });
    expect(sorted.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });

  it('finds sources by their licence', () => {
    const found = sortSources(sources, { column: 'title', isDescending: false }, 'cc0');
    expect(found.map(({ id }) => id)).toEqual(['a']);
  });
});

describe('keys in the list', () => {
  const at = (active: number, columns = 1) => ({ active, total: 10, columns, visibleRows: 4 });

  it('move by one, by a page and to the ends, and never leave the list', () => {
    expect(indexAfterKey('ArrowDown', at(3))).toBe(4);
    expect(indexAfterKey('ArrowDown', at(9))).toBe(9);
    expect(indexAfterKey('ArrowUp', at(0))).toBe(0);
    expect(indexAfterKey('PageDown', at(8))).toBe(9);
    expect(indexAfterKey('PageUp', at(1))).toBe(0);
    expect(indexAfterKey('Home', at(5))).toBe(0);
    expect(indexAfterKey('End', at(5))).toBe(9);
  });

  it('move in two dimensions among cards', () => {
    expect(indexAfterKey('ArrowRight', at(1, 3))).toBe(2);
    expect(indexAfterKey('ArrowDown', at(1, 3))).toBe(4);
    expect(indexAfterKey('ArrowDown', at(8, 3))).toBe(8);
  });

  it('leave other keys, sideways arrows in a list and empty lists alone', () => {
    expect(indexAfterKey('a', at(1))).toBeNull();
    expect(indexAfterKey('ArrowRight', at(1))).toBeNull();
    expect(indexAfterKey('End', { ...at(0), total: 0 })).toBeNull();
  });
});

describe('what a drag carries', () => {
  it('is a list of product ids and nothing else', () => {
    expect(parseProductDrag('["hubspot","braze"]')).toEqual(['hubspot', 'braze']);
    for (const foreign of ['', 'not JSON', '{}', '[]', '[1]', '["../x"]', '["__proto__"]']) {
      expect(parseProductDrag(foreign)).toEqual([]);
    }
  });
});
