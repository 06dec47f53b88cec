import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../shared/search/fold.ts';
import { buildSearchIndex, type NameKind } from '../../../shared/search/search-index.ts';
import { searchProducts } from '../../../shared/search/search-products.ts';
import { parseSearchQuery } from '../../../shared/search/search-query.ts';
import { anyText } from '../../support/any-text.ts';

interface Listed {
  readonly name: string;
  readonly other?: string;
  readonly former?: string;
  readonly domain?: string;
  readonly categories?: readonly number[];
  readonly fame?: number;
}

const categoryNames = ['Email Marketing email', 'CRM crm'];

function searchIn(products: readonly Listed[]) {
  const entries = products.flatMap((product, at) => {
    const kinds: [NameKind, string | undefined][] = [
      ['product', fold(product.name)],
      ['name', product.other && fold(product.other)],
      ['former', product.former && fold(product.former)],
      ['domain', product.domain],
    ];
    return kinds.flatMap(([kind, text]) => (text === undefined ? [] : [{ at, kind, text }]));
  });
  const starts = new Uint32Array(products.length + 1);
  products.forEach(({ categories = [] }, at) => (starts[at + 1] = starts[at]! + categories.length));
  const index = buildSearchIndex({
    size: products.length,
    products: Uint32Array.from(entries, ({ at }) => at),
    texts: entries.map(({ text }) => text),
    kinds: entries.map(({ kind }) => kind),
    fame: Float32Array.from(products, ({ fame = 0.5 }) => fame),
    categoryNames,
    categories: {
      starts,
      values: Uint16Array.from(products.flatMap(({ categories = [] }) => categories)),
    },
  });
  return (typed: string) => {
    const query = parseSearchQuery(typed);
    return query === null
      ? { names: [], scores: [] }
      : (({ products: found, scores }) => ({
          names: [...found].map((product) => products[product]!.name),
          scores: [...scores],
        }))(searchProducts(index, query));
  };
}

describe('searching products', () => {
  it('puts the exact name before a longer one that is better known', () => {
    const search = searchIn([
      { name: 'Heap Analytics', fame: 1 },
      { name: 'Heap', fame: 0 },
    ]);
    expect(search('heap').names).toEqual(['Heap', 'Heap Analytics']);
  });

  it('puts the beginning of a name before a word inside it, and that before a piece of a word', () => {
    const search = searchIn([
      { name: 'Rechartify', fame: 1 },
      { name: 'Live Chart', fame: 1 },
      { name: 'Chartbeat', fame: 0 },
    ]);
    expect(search('chart').names).toEqual(['Chartbeat', 'Live Chart', 'Rechartify']);
  });

  it('puts the better-known product first where the texts match alike', () => {
    const search = searchIn([
      { name: 'Data Mate', fame: 0.1 },
      { name: 'Data Maps', fame: 0.9 },
    ]);
    expect(search('data').names).toEqual(['Data Maps', 'Data Mate']);
  });

  it('finds words in any order', () => {
    expect(searchIn([{ name: 'Google Analytics' }])('analytics goo').names).toEqual([
      'Google Analytics',
    ]);
  });

  it('joins words of a name and of a category', () => {
    const search = searchIn([
      { name: 'HubSpot', categories: [1] },
      { name: 'HubSpot Forms', categories: [0] },
    ]);
    expect(search('hubspot crm').names[0]).toBe('HubSpot');
  });

  it('lists a whole category by its name or its short name', () => {
    const search = searchIn([
      { name: 'One', categories: [1], fame: 0.2 },
      { name: 'Two', categories: [0] },
      { name: 'Three', categories: [0, 1], fame: 0.9 },
    ]);
    expect(search('crm').names).toEqual(['Three', 'One']);
    expect(search('emial marketing').names).toEqual(['Three', 'Two']);
  });

  it('finds a product by a name it had before and by its domain', () => {
    const search = searchIn([
      { name: 'Brevo', former: 'Sendinblue', domain: 'brevo.com' },
      { name: 'Bronto', domain: 'mailworks.co.uk' },
    ]);
    expect(search('sendinblue').names).toEqual(['Brevo']);
    expect(search('send in blue').names).toEqual(['Brevo']);
    expect(search('mailworks').names).toEqual(['Bronto']);
    expect(search('https://app.mailworks.co.uk/login').names).toEqual(['Bronto']);
  });

  it('does not take the top-level domain of every product for a word', () => {
    const search = searchIn([{ name: 'Brevo', domain: 'brevo.com' }, { name: 'Commerce' }]);
    expect(search('com').names).toEqual(['Commerce']);
  });

  it('takes a domain that many share for a hint only', () => {
    const tools = ['Ant', 'Bee', 'Cat', 'Dog', 'Eel'].map((name) => ({
      name,
      domain: 'github.com',
      fame: 1,
    }));
    expect(searchIn([...tools, { name: 'GitHub Actions', fame: 0 }])('github').names[0]).toBe(
      'GitHub Actions',
    );
  });

  it('finds a short name of which two letters were swapped', () => {
    expect(searchIn([{ name: 'Heap' }, { name: 'Other' }])('ehap').names).toEqual(['Heap']);
  });

  it('adds no guesses beside an exact name unless they are close', () => {
    const search = searchIn([{ name: 'Segment' }, { name: 'Sentiment' }, { name: 'Segmint' }]);
    expect(search('segment').names).toEqual(['Segment', 'Segmint']);
  });

  it('answers one letter with the names that begin with it', () => {
    const search = searchIn([{ name: 'Heap' }, { name: 'Ahead' }, { name: 'Big Help' }]);
    expect(search('h').names).toEqual(['Heap', 'Big Help']);
  });

  const anyName = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });

  it('finds any product first by its own name, whatever letters it is written with', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyName, {
          selector: (name) => fold(name).replaceAll(' ', ''),
          maxLength: 8,
        }),
        (names) => {
          const search = searchIn(names.map((name) => ({ name, fame: 0 })));
          for (const name of names) if (fold(name) !== '') expect(search(name).names[0]).toBe(name);
        },
      ),
    );
  });

  it('answers anything that can be typed with scores from 1 down to 0, each product once', () => {
    const search = searchIn([
      { name: 'HubSpot', former: 'Hub', domain: 'hubspot.com', categories: [0, 1] },
      { name: '"OR" NOT *', fame: 1, categories: [1] },
      { name: '微信 WeChat', fame: 0 },
    ]);
    const typed = fc.oneof(anyText(500), fc.stringMatching(/^[hubspotcrmORNT"*(): .-]{0,40}$/));
    fc.assert(
      fc.property(typed, (text) => {
        const { names, scores } = search(text);
        expect(new Set(names).size).toBe(names.length);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const score of scores) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
