import { reachedFrom } from './adjacency.ts';
import { absenceNote, listed, numberWord } from './health-words.ts';
import type { Finding, HealthContext, HealthProduct, HealthRule } from './health.ts';

const own = (title: string) => ({ title, url: null });
const virtualPlatform = {
  title: 'Brinker: The entire martech stack is really one big virtual platform (2021)',
  url: 'https://chiefmartec.com/2021/05/entire-martech-stack-really-one-big-virtual-platform/',
};

/** Where behaviour of customers is recorded. */
const behaviour = ['web-product-analytics', 'tag-management', 'cdp'];
/** Where customers are addressed. */
const activation = [
  'email',
  'marketing-automation',
  'messaging-push',
  'personalization-testing',
  'search-social-ads',
  'display-programmatic',
  'video-ads',
  'mobile-ads',
  'native-content-ads',
];
const customerRecords = ['crm', 'cdp', 'data-warehouse'];
/** What sets cookies or reads identifiers on people's devices as its main work. */
const tracking = [
  'display-programmatic',
  'search-social-ads',
  'native-content-ads',
  'video-ads',
  'mobile-ads',
  'dmp-audience',
  'web-product-analytics',
  'tag-management',
];
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

/** Two products of one vendor are no concentration yet. */
const LEAST_OF_VENDOR = 3;
const VENDOR_SHARE = 0.4;
const HUB_SHARE = 0.25;
const LEAST_PRODUCTS_FOR_HUB = 5;

const withPrimary = ({ products }: HealthContext, categories: readonly string[]): HealthProduct[] =>
  products.filter(({ categoryId }) => categories.includes(categoryId));
const withAny = ({ products }: HealthContext, categories: readonly string[]): HealthProduct[] =>
  products.filter((product) => product.categories.some((each) => categories.includes(each)));
const ids = (products: readonly HealthProduct[]): string[] => products.map(({ id }) => id);
const names = (products: readonly HealthProduct[]): string[] => products.map(({ name }) => name);
const percent = (share: number): string => `${Math.round(share * 100)}%`;

function customerTruth(context: HealthContext): Finding[] {
  const masters = withPrimary(context, customerRecords);
  if (masters.length === 0) {
    const besides = withAny(context, customerRecords);
    return [
      {
        severity: 'problem',
        title: 'No product is the source of truth for customers.',
        detail:
          'The stack has no CRM, no customer data platform and no data warehouse, so nothing in it is made to hold who a customer is.' +
          (besides.length > 0
            ? ` ${listed(names(besides))} can hold customer records besides its main purpose.`
            : ''),
        products: ids(besides),
        categories: customerRecords,
      },
    ];
  }
  if (masters.length === 1) return [];
  const kinds = new Set(masters.map(({ categoryId }) => categoryId));
  return [
    {
      // A CRM beside a warehouse is usual; two CRMs are two truths.
      severity: kinds.size < masters.length ? 'caution' : 'note',
      title: `${numberWord(masters.length)} products could each be the source of truth for customers.`,
      detail: `${listed(names(masters))} hold customer records. Say which one is right when they disagree, and let the others follow it.`,
      products: ids(masters),
      categories: [],
    },
  ];
}

function overlaps(context: HealthContext): Finding[] {
  const byCategory = new Map<string, HealthProduct[]>();
  for (const product of context.products) {
    const list = byCategory.get(product.categoryId);
    if (list) list.push(product);
    else byCategory.set(product.categoryId, [product]);
  }
  return [...byCategory].flatMap(([category, products]) => {
    if (products.length < 2) return [];
    const isChannel = channels.has(category);
    return [
      {
        severity: isChannel ? ('note' as const) : ('caution' as const),
        title: `${numberWord(products.length)} products for ${context.categoryName(category)}.`,
        detail: isChannel
          ? `${listed(names(products))} are channels of one kind; several are usual. Look whether each still earns its place.`
          : `${listed(names(products))} share a main category. That may be meant, for different tasks, teams or regions; if not, one of them is paid for twice.`,
        products: ids(products),
        categories: [],
      },
    ];
  });
}

function unconnected(context: HealthContext): Finding[] {
  const { products, graph } = context;
  const alone = products.filter((_, at) => graph.starts[at + 1] === graph.starts[at]);
  if (alone.length === 0 || products.length < 2) return [];
  return [
    {
      severity: 'caution',
      title:
        alone.length === 1
          ? `${alone[0]!.name} has no documented connection to the others.`
          : `${numberWord(alone.length)} products have no documented connection to the others.`,
      detail: `For ${listed(names(alone), 6)} no integration with any other product of this stack is documented or drawn. ${absenceNote}`,
      products: ids(alone),
      categories: [],
    },
  ];
}

function consent(context: HealthContext): Finding[] {
  const trackers = withPrimary(context, tracking);
  if (trackers.length === 0 || withAny(context, ['privacy-consent']).length > 0) return [];
  return [
    {
      severity: 'problem',
      title: `${numberWord(trackers.length)} advertising or analytics ${trackers.length === 1 ? 'product' : 'products'} and no consent management.`,
      detail: `${listed(names(trackers), 6)} ${trackers.length === 1 ? 'usually reads or stores' : 'usually read or store'} something on people’s devices. In the European Union that needs their consent first, unless it is strictly necessary, and nothing in this stack asks for it.`,
      products: ids(trackers),
      categories: ['privacy-consent'],
    },
  ];
}

function dataToActivation(context: HealthContext): Finding[] {
  const place = new Map(context.products.map((product, at) => [product, at]));
  const sources = withPrimary(context, behaviour);
  const targets = withPrimary(context, activation);
  if (targets.length === 0) return [];
  if (sources.length === 0) {
    return [
      {
        severity: 'caution',
        title: 'Nothing records what customers do.',
        detail: `${listed(names(targets))} address customers, but the stack has no analytics, tag management or customer data platform that could say whom and when.`,
        products: ids(targets),
        categories: behaviour,
      },
    ];
  }
  const reached = reachedFrom(
    context.flow,
    sources.map((source) => place.get(source)!),
  );
  const dark = targets.filter((target) => !reached[place.get(target)!]);
  if (dark.length === 0) return [];
  const none = dark.length === targets.length;
  return [
    {
      severity: none ? 'problem' : 'caution',
      title: none
        ? 'No documented path leads from behaviour data to activation.'
        : `No documented path leads from behaviour data to ${listed(names(dark), 3)}.`,
      detail: `Following the documented direction of data from ${listed(names(sources))}, ${listed(names(dark), 6)} cannot be reached, not even in several steps. ${absenceNote}`,
      products: [...ids(sources), ...ids(dark)],
      categories: none ? ['data-integration', 'cdp'] : [],
    },
  ];
}

function oneVendor({ products }: HealthContext): Finding[] {
  const known = products.filter(({ vendor }) => vendor !== null);
  const byVendor = new Map<string, HealthProduct[]>();
  for (const product of known) {
    const vendor = product.vendor!;
    byVendor.set(vendor, [...(byVendor.get(vendor) ?? []), product]);
  }
  return [...byVendor].flatMap(([vendor, theirs]) => {
    const share = theirs.length / products.length;
    if (theirs.length < LEAST_OF_VENDOR || share < VENDOR_SHARE) return [];
    return [
      {
        severity: 'caution' as const,
        title: `${percent(share)} of the stack comes from ${vendor}.`,
        detail: `${listed(names(theirs), 6)} belong to one vendor, so its prices, its outages and its decisions touch them together. The catalogue knows the vendor of ${known.length} of ${products.length} products; the share may be larger.`,
        products: ids(theirs),
        categories: [],
      },
    ];
  });
}

function oneHub({ products, losses }: HealthContext): Finding[] {
  if (products.length < LEAST_PRODUCTS_FOR_HUB) return [];
  return losses.flatMap(({ node, lostPairs, pairs }) => {
    const share = pairs === 0 ? 0 : lostPairs / pairs;
    const hub = products[node]!;
    if (share < HUB_SHARE) return [];
    return [
      {
        severity: 'caution' as const,
        title: `Much hangs on ${hub.name} alone.`,
        detail: `Without it ${lostPairs} of the ${pairs} connected pairs of other products (${percent(share)}) would have no path left. ${absenceNote}`,
        products: [hub.id],
        categories: [],
      },
    ];
  });
}

function discontinued({ products }: HealthContext): Finding[] {
  const ended = products.filter(({ status }) => status === 'discontinued');
  const gone = products.filter(({ isKnown }) => !isKnown);
  return [
    ...ended.map((product) => ({
      severity: 'problem' as const,
      title: `${product.name} is discontinued.`,
      detail: `${product.statusNote ? `${product.statusNote}. ` : ''}Choose what takes its place.`,
      products: [product.id],
      categories: [product.categoryId],
    })),
    ...(gone.length === 0
      ? []
      : [
          {
            severity: 'caution' as const,
            title: `The catalogue does not know ${listed(names(gone))}.`,
            detail:
              'Nothing can be computed for products that the catalogue does not have, or no longer has; they count as unconnected here.',
            products: ids(gone),
            categories: [],
          },
        ]),
  ];
}

function missingLayers(context: HealthContext): Finding[] {
  return layers.flatMap(({ categories, name }) => {
    if (withAny(context, categories).length > 0) return [];
    return [
      {
        severity: 'note' as const,
        title: `Missing beyond marketing: ${name}.`,
        detail: `No product of this stack is for ${categories.map(context.categoryName).join(' or ')}. Other departments may have one already; put it on the stack to see what it connects.`,
        products: [],
        categories: [...categories],
      },
    ];
  });
}

/** The rules, in the order in which equally grave findings are shown. */
export const healthRules: readonly HealthRule[] = [
  {
    id: 'customer-source-of-truth',
    name: 'One source of truth for customers',
    why: 'Two records of one customer disagree sooner or later; somebody has to know which is right.',
    source: virtualPlatform,
    find: customerTruth,
  },
  {
    id: 'consent',
    name: 'Consent before tracking',
    why: 'Reading or storing information on a device needs the consent of the person.',
    source: {
      title: 'Directive 2002/58/EC (ePrivacy), Article 5(3)',
      url: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj',
    },
    find: consent,
  },
  {
    id: 'discontinued',
    name: 'Products that are no longer sold',
    why: 'What is not maintained any more breaks when something beside it changes.',
    source: own('The catalogue’s own record of discontinued products'),
    find: discontinued,
  },
  {
    id: 'data-to-activation',
    name: 'Behaviour data reaches activation',
    why: 'Data that never arrives where customers are addressed changes nothing for them.',
    source: own('Computed: directions of the documented integrations'),
    find: dataToActivation,
  },
  {
    id: 'unconnected',
    name: 'Nothing stands alone',
    why: 'A product that exchanges no data has to be fed by hand.',
    source: own('Computed: documented integrations and your own connections'),
    find: unconnected,
  },
  {
    id: 'one-hub',
    name: 'Dependence on one hub',
    why: 'If everything goes through one product, everything stops with it.',
    source: own(
      `Computed: pairs that lose their only path, from ${percent(HUB_SHARE)} of all connected pairs on`,
    ),
    find: oneHub,
  },
  {
    id: 'one-vendor',
    name: 'Concentration on one vendor',
    why: 'One contract partner sets the terms for many capabilities at once.',
    source: own(
      `Computed: ${LEAST_OF_VENDOR} products or more and at least ${percent(VENDOR_SHARE)} of the stack, where the vendor is known`,
    ),
    find: oneVendor,
  },
  {
    id: 'overlap',
    name: 'Overlapping capabilities',
    why: 'Two products with one purpose are paid for, learnt and connected twice.',
    source: own('Computed: primary categories of the taxonomy'),
    find: overlaps,
  },
  {
    id: 'missing-layers',
    name: 'Layers beyond marketing',
    why: 'Data, workflow and governance are shared with the rest of the company; without them the marketing products are islands.',
    source: virtualPlatform,
    find: missingLayers,
  },
];
