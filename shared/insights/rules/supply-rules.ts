import { listed } from '../health-words.ts';
import type { HealthProduct, HealthRule } from '../health.ts';
import { ids, names, own, percent } from './rule-kit.ts';

export const oneVendor: HealthRule = {
  id: 'one-vendor',
  name: 'Concentration on one vendor',
  why: 'One contract partner sets the terms for many capabilities at once.',
  source: own('Computed: vendors of the products, where the catalogue knows them'),
  thresholds: [
    {
      id: 'share',
      label: 'Share of the stack',
      unit: 'share',
      standard: 0.4,
      least: 0.05,
      most: 1,
      source: 'A choice of this application: two products of five.',
    },
    {
      id: 'products',
      label: 'Products of one vendor, at least',
      unit: 'count',
      standard: 3,
      least: 2,
      most: 100,
      source: 'A choice of this application: two are no concentration yet.',
    },
  ],
  find: ({ products }, limits) => {
    const known = products.filter(({ vendor }) => vendor !== null);
    const byVendor = new Map<string, HealthProduct[]>();
    for (const product of known) {
      const vendor = product.vendor!;
      byVendor.set(vendor, [...(byVendor.get(vendor) ?? []), product]);
    }
    return [...byVendor].flatMap(([vendor, theirs]) => {
      const share = theirs.length / products.length;
      if (theirs.length < limits('products') || share < limits('share')) return [];
      return [
        {
          subject: vendor,
          severity: 'caution' as const,
          title: `${percent(share)} of the stack comes from ${vendor}.`,
          detail: `${listed(names(theirs), 6)} belong to one vendor, so its prices, its outages and its decisions touch them together. The catalogue knows the vendor of ${known.length} of ${products.length} products; the share may be larger.`,
          products: ids(theirs),
          categories: [],
          fix: 'swap' as const,
        },
      ];
    });
  },
};

export const discontinued: HealthRule = {
  id: 'discontinued',
  name: 'Products that are no longer sold',
  why: 'What is not maintained any more breaks when something beside it changes.',
  source: own('The catalogue’s own record of discontinued products'),
  thresholds: [],
  find: ({ products }) => {
    const ended = products.filter(({ status }) => status === 'discontinued');
    const gone = products.filter(({ isKnown }) => !isKnown);
    return [
      ...ended.map((product) => ({
        subject: product.id,
        severity: 'problem' as const,
        title: `${product.name} is discontinued.`,
        detail: `${product.statusNote ? `${product.statusNote}. ` : ''}Choose what takes its place.`,
        products: [product.id],
        categories: [product.categoryId],
        fix: 'swap' as const,
      })),
      ...(gone.length === 0
        ? []
        : [
            {
              subject: 'unknown',
              severity: 'caution' as const,
              title: `The catalogue does not know ${listed(names(gone))}.`,
              detail:
                'Nothing can be computed for products that the catalogue does not have, or no longer has; they count as unconnected here.',
              products: ids(gone),
              categories: [],
              fix: 'look' as const,
            },
          ]),
    ];
  },
};

export const renamed: HealthRule = {
  id: 'renamed',
  name: 'Products that changed their name',
  why: 'Contracts, log-ins and documents go by the old name, searches by the new one.',
  source: own('The catalogue’s own record of former names'),
  thresholds: [],
  find: ({ products }) =>
    products
      .filter(({ isKnown, placedAs, name }) => isKnown && placedAs !== name)
      .map((product) => ({
        subject: product.id,
        severity: 'note' as const,
        title: `${product.placedAs} is called ${product.name} now.`,
        detail: product.formerNames.includes(product.placedAs)
          ? 'The catalogue knows the name on the stack as a former one.'
          : 'The catalogue has another name for it than the one it was put on the stack with.',
        products: [product.id],
        categories: [],
        fix: 'rename' as const,
      })),
};
