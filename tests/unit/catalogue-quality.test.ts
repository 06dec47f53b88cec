import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createFind,
  identify,
  missedAims,
  parsePairs,
  parseProducts,
  ratio,
  scorePairs,
  scoreProducts,
  type CatalogueProduct,
} from '../../scripts/catalogue-quality.ts';

const root = join(import.meta.dirname, '../..');
const fixture = (name: string): string =>
  readFileSync(join(root, 'tests/fixtures/catalogue-quality', name), 'utf8');

const product = (
  id: string,
  domain: string | null,
  category = 'email',
  degree = 0,
): CatalogueProduct => ({ id, name: id, domain, category, degree });

const kit = product('Kit', 'kit.com', 'email', 9);
const drip = product('Drip', 'drip.com', 'marketing-automation', 5);
const otherDrip = product('drip-2', 'drip.example');
const brevo = product('Brevo', 'brevo.com', 'crm', 3);
const find = createFind([
  { text: 'Kit', level: 0, product: kit },
  { text: 'ConvertKit', level: 1, product: kit },
  { text: 'ConvertKit Trigger', level: 2, product: kit },
  { text: 'kit.com', level: 3, product: kit },
  { text: 'Drip', level: 0, product: otherDrip },
  { text: 'Drip', level: 0, product: drip },
  { text: 'drip.com', level: 3, product: drip },
  { text: 'Brevo', level: 0, product: brevo },
  { text: 'Sendinblue', level: 1, product: drip },
]);
const expected = (row: string) => parseProducts(`header\n${row}\n`);

describe('finding a product of the fixture', () => {
  it('finds by name, other name, source name and domain, however they are written', () => {
    for (const text of ['KIT', 'convertkit', 'ConvertKit (Trigger)', 'Kit.com']) {
      expect(find(text)).toEqual([kit]);
    }
    expect(find('Convert')).toEqual([]);
  });

  it('puts the best connected of several first', () => {
    expect(find('drip')).toEqual([drip, otherDrip]);
  });

  it('takes a namesake at another domain for another product', () => {
    const [wanted] = expected('Drip\tdrip.example\temail\t\t');
    expect(identify(wanted!, find)).toEqual({ product: otherDrip, duplicates: [] });
  });

  it('takes a second record without a homepage for a duplicate', () => {
    const bare = product('kit-2', null);
    const both = createFind([
      { text: 'Kit', level: 0, product: kit },
      { text: 'Kit', level: 0, product: bare },
    ]);
    const [wanted] = expected('Kit\tkit.com\temail\t\t');
    expect(identify(wanted!, both)).toEqual({ product: kit, duplicates: [bare] });
    expect(scoreProducts([wanted!], both).identity).toEqual({ right: 0, of: 1 });
  });

  it('does not identify a product by a domain that several share', () => {
    const shared = createFind([
      { text: 'vendor.example', level: 3, product: kit },
      { text: 'vendor.example', level: 3, product: drip },
    ]);
    const [wanted] = expected('Unheard of\tvendor.example\temail\t\t');
    expect(identify(wanted!, shared).product).toBeUndefined();
  });
});

describe('scoring', () => {
  it('counts homepage, category, alternatives and other names of the products found', () => {
    const scores = scoreProducts(
      expected(
        [
          'Kit\tkit.com|convertkit.com\temail\t\tConvertKit',
          'Brevo\tbrevo.org\temail\tcrm\tSendinblue|Never heard of',
          'Missing\tmissing.example\tseo\t\t',
        ].join('\n'),
      ),
      find,
    );
    expect(scores.held).toEqual({ right: 2, of: 3 });
    expect(scores.identity).toEqual({ right: 2, of: 2 });
    expect(scores.homepage).toEqual({ right: 1, of: 2 });
    expect(scores.categoryStrict).toEqual({ right: 1, of: 2 });
    expect(scores.category).toEqual({ right: 2, of: 2 });
    expect(scores.aliases).toEqual({ right: 1, of: 2 });
    expect(scores.misses.map(({ outcome }) => outcome)).toEqual([
      'homepage',
      'other name',
      'not found',
    ]);
  });

  it('counts a pair only where the catalogue knows both sides', () => {
    const scores = scorePairs(
      parsePairs(
        [
          'a\tb\tsame\tnote',
          'Kit\tConvertKit\t1\trenamed',
          'Brevo\tSendinblue\t1\trenamed',
          'Drip\tSendinblue\t0\tlookalike',
          'Kit\tDrip\t0\tlookalike',
          'Kit\tKitten\t0\tlookalike',
        ].join('\n'),
      ),
      find,
    );
    expect(scores.precision).toEqual({ right: 1, of: 2 });
    expect(scores.recall).toEqual({ right: 1, of: 2 });
    expect(scores.apart).toEqual({ right: 1, of: 2 });
    expect(scores.absent.map(({ b }) => b)).toEqual(['Kitten']);
    expect(scores.misses.map(({ outcome }) => outcome)).toEqual(['split', 'merged']);
  });

  it('names the aims that are missed, and takes nothing judged for nothing right', () => {
    expect(ratio({ right: 0, of: 0 })).toBe(0);
    const products = scoreProducts(expected('Kit\tkit.com\temail\t\t'), find);
    const pairs = scorePairs(parsePairs('h\nKit\tConvertKit\t1\t\n'), find);
    expect(missedAims(products, pairs)).toEqual([]);
    const worse = scorePairs(parsePairs('h\nBrevo\tSendinblue\t1\t\n'), find);
    expect(missedAims(products, worse)).toEqual(['precision of merges', 'recall of merges']);
  });
});

describe('the fixture', () => {
  const products = parseProducts(fixture('products.tsv'));
  const pairs = parsePairs(fixture('pairs.tsv'));
  const categories = readFileSync(join(root, 'resources/catalogue/taxonomy.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[2]!);

  it('covers every category with at least five products', () => {
    for (const category of categories) {
      const covered = products.filter((wanted) => wanted.category === category);
      expect(covered.length, category).toBeGreaterThanOrEqual(5);
    }
  });

  it('names each product once, with a domain and categories of the taxonomy', () => {
    expect(new Set(products.map(({ name }) => name)).size).toBe(products.length);
    for (const { name, domains, category, alsoOk } of products) {
      expect(domains.length, name).toBeGreaterThan(0);
      for (const id of [category, ...alsoOk]) expect(categories, name).toContain(id);
    }
  });

  it('holds pairs of both kinds, each once', () => {
    const keys = pairs.map(({ a, b }) => [a.toLowerCase(), b.toLowerCase()].sort().join('|'));
    expect(new Set(keys).size).toBe(pairs.length);
    expect(pairs.filter(({ same }) => same).length).toBeGreaterThanOrEqual(100);
    expect(pairs.filter(({ same }) => !same).length).toBeGreaterThanOrEqual(100);
  });
});
