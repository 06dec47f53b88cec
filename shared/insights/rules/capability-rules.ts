import { listed, numberWord } from '../health-words.ts';
import type { Finding, HealthContext, HealthProduct, HealthRule } from '../health.ts';
import { ids, names, own, virtualPlatform, withAny, withPrimary } from './rule-kit.ts';

const customerRecords = ['crm', 'cdp', 'data-warehouse'];
/** Categories of which one usually has several on purpose: each is a channel of its own. */
const channels = new Set([
  'display-programmatic',
  'search-social-ads',
  'native-content-ads',
  'video-ads',
  'mobile-ads',
  'social-media',
  'affiliate',
]);
const layers = [
  { categories: ['data-warehouse'], name: 'a data warehouse or lake' },
  { categories: ['workflow-automation', 'data-integration'], name: 'cross-department automation' },
  { categories: ['dashboards-bi'], name: 'dashboards and BI' },
  { categories: ['privacy-consent', 'data-quality-governance'], name: 'privacy and governance' },
] as const;

function findCustomerTruth(context: HealthContext): Finding[] {
  const masters = withPrimary(context, customerRecords);
  if (masters.length === 0) {
    const besides = withAny(context, customerRecords);
    return [
      {
        subject: 'customers',
        severity: 'problem',
        title: 'No product is the source of truth for customers.',
        detail:
          'The stack has no CRM, no customer data platform and no data warehouse, so nothing in it is made to hold who a customer is.' +
          (besides.length > 0
            ? ` ${listed(names(besides))} can hold customer records besides its main purpose.`
            : ''),
        products: ids(besides),
        categories: customerRecords,
        fix: 'look',
      },
    ];
  }
  if (masters.length === 1) return [];
  const kinds = new Set(masters.map(({ categoryId }) => categoryId));
  return [
    {
      subject: 'customers',
      // A CRM beside a warehouse is usual; two CRMs are two truths.
      severity: kinds.size < masters.length ? 'caution' : 'note',
      title: `${numberWord(masters.length)} products could each be the source of truth for customers.`,
      detail: `${listed(names(masters))} hold customer records. Say which one is right when they disagree, and let the others follow it.`,
      products: ids(masters),
      categories: [],
      fix: 'look',
    },
  ];
}

export const customerTruth: HealthRule = {
  id: 'customer-source-of-truth',
  name: 'One source of truth for customers',
  why: 'Two records of one customer disagree sooner or later; somebody has to know which is right.',
  source: virtualPlatform,
  thresholds: [],
  find: findCustomerTruth,
};

export const overlap: HealthRule = {
  id: 'overlap',
  name: 'Overlapping capabilities',
  why: 'Two products with one purpose are paid for, learnt and connected twice.',
  source: own('Computed: primary categories of the taxonomy'),
  thresholds: [
    {
      id: 'products',
      label: 'Products with one main category',
      unit: 'count',
      standard: 2,
      least: 2,
      most: 20,
      source: 'Two are the fewest that can overlap.',
    },
  ],
  find: (context, limits) => {
    const byCategory = new Map<string, HealthProduct[]>();
    for (const product of context.products) {
      const list = byCategory.get(product.categoryId);
      if (list) list.push(product);
      else byCategory.set(product.categoryId, [product]);
    }
    return [...byCategory].flatMap(([category, products]) => {
      if (products.length < limits('products')) return [];
      const isChannel = channels.has(category);
      return [
        {
          subject: category,
          severity: isChannel ? ('note' as const) : ('caution' as const),
          title: `${numberWord(products.length)} products for ${context.categoryName(category)}.`,
          detail: isChannel
            ? `${listed(names(products))} are channels of one kind; several are usual. Look whether each still earns its place.`
            : `${listed(names(products))} share a main category. That may be meant, for different tasks, teams or regions; if not, one of them is paid for twice.`,
          products: ids(products),
          categories: [],
          fix: 'state' as const,
        },
      ];
    });
  },
};

export const missingLayers: HealthRule = {
  id: 'missing-layers',
  name: 'Layers beyond marketing',
  why: 'Data, workflow and governance are shared with the rest of the company; without them the marketing products are islands.',
  source: virtualPlatform,
  thresholds: [],
  find: (context) =>
    layers.flatMap(({ categories, name }) => {
      if (withAny(context, categories).length > 0) return [];
      return [
        {
          subject: categories[0],
          severity: 'note' as const,
          title: `Missing beyond marketing: ${name}.`,
          detail: `No product of this stack is for ${categories.map(context.categoryName).join(' or ')}. Other departments may have one already; put it on the stack to see what it connects.`,
          products: [],
          categories: [...categories],
          fix: 'look' as const,
        },
      ];
    }),
};

export const templateGaps: HealthRule = {
  id: 'template-gaps',
  name: 'What the template expects',
  why: 'A template was chosen because its parts belong together; a part with nothing in it is a gap or was not needed.',
  source: own('Computed: the capabilities that the stack’s template expects'),
  thresholds: [],
  find: (context) =>
    context.expected.flatMap(({ id, title, categories }) => {
      if (withAny(context, categories).length > 0) return [];
      return [
        {
          subject: id,
          severity: 'note' as const,
          title: `Nothing for “${title}”, which the template expects.`,
          detail: `No product of this stack is for ${listed(categories.map(context.categoryName))}. Add one, or take another template if the stack does not need it.`,
          products: [],
          categories: [...categories],
          fix: 'look' as const,
        },
      ];
    }),
};
