import { reachedFrom, targetsOf } from '../adjacency.ts';
import { kindsIn, recordedBy, roleOf } from '../data-roles.ts';
import { absenceNote, listed, numberWord } from '../health-words.ts';
import type { Finding, HealthContext, HealthRule } from '../health.ts';
import { ids, names, own, percent, withPrimary } from './rule-kit.ts';

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

export const unconnected: HealthRule = {
  id: 'unconnected',
  name: 'Nothing stands alone',
  why: 'A product that exchanges no data has to be fed by hand.',
  source: own('Computed: documented integrations and your own connections'),
  thresholds: [],
  find: ({ products, graph }) => {
    const alone = products.filter((_, at) => graph.starts[at + 1] === graph.starts[at]);
    if (alone.length === 0 || products.length < 2) return [];
    return [
      {
        subject: 'alone',
        severity: 'caution',
        title:
          alone.length === 1
            ? `${alone[0]!.name} has no documented connection to the others.`
            : `${numberWord(alone.length)} products have no documented connection to the others.`,
        detail: `For ${listed(names(alone), 6)} no integration with any other product of this stack is documented or drawn. ${absenceNote}`,
        products: ids(alone),
        categories: [],
        fix: 'connect',
      },
    ];
  },
};

/** Products that hold what others need, take data in and give none back. */
export const oneWay: HealthRule = {
  id: 'one-way',
  name: 'No one-way islands',
  why: 'What is recorded where nothing comes out again is known to one team only.',
  source: own('Computed: stated directions, for products whose main category records data'),
  thresholds: [],
  find: ({ products, flow }) => {
    const incoming = new Uint32Array(flow.size);
    for (const target of flow.targets) incoming[target]! += 1;
    const islands = products.filter(
      ({ categoryId }, place) =>
        recordedBy(categoryId) !== 0 && incoming[place]! > 0 && targetsOf(flow, place).length === 0,
    );
    return islands.map((product) => {
      const recorded = kindsIn(recordedBy(product.categoryId)).map((kind) =>
        roleOf[kind].label.toLowerCase(),
      );
      return {
        subject: product.id,
        severity: 'note' as const,
        title: `Data goes into ${product.name} and none is documented to come back.`,
        detail: `Products of its category record ${listed(recorded)}; every documented direction leads into it, none out of it. ${absenceNote}`,
        products: [product.id],
        categories: [],
        fix: 'connect' as const,
      };
    });
  },
};

function findDataToActivation(context: HealthContext): Finding[] {
  const place = new Map(context.products.map((product, at) => [product, at]));
  const sources = withPrimary(context, behaviour);
  const targets = withPrimary(context, activation);
  if (targets.length === 0) return [];
  if (sources.length === 0) {
    return [
      {
        subject: 'behaviour',
        severity: 'caution',
        title: 'Nothing records what customers do.',
        detail: `${listed(names(targets))} address customers, but the stack has no analytics, tag management or customer data platform that could say whom and when.`,
        products: ids(targets),
        categories: behaviour,
        fix: 'look',
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
      subject: 'activation',
      severity: none ? 'problem' : 'caution',
      title: none
        ? 'No documented path leads from behaviour data to activation.'
        : `No documented path leads from behaviour data to ${listed(names(dark), 3)}.`,
      detail: `Following the documented direction of data from ${listed(names(sources))}, ${listed(names(dark), 6)} cannot be reached, not even in several steps. ${absenceNote}`,
      products: [...ids(sources), ...ids(dark)],
      categories: none ? ['data-integration', 'cdp'] : [],
      fix: 'connect',
    },
  ];
}

export const dataToActivation: HealthRule = {
  id: 'data-to-activation',
  name: 'Behaviour data reaches activation',
  why: 'Data that never arrives where customers are addressed changes nothing for them.',
  source: own('Computed: directions of the documented integrations'),
  thresholds: [],
  find: findDataToActivation,
};

export const oneHub: HealthRule = {
  id: 'one-hub',
  name: 'Dependence on one hub',
  why: 'If everything goes through one product, everything stops with it.',
  source: own('Computed: pairs of products that lose their only path'),
  thresholds: [
    {
      id: 'share',
      label: 'Connected pairs that hang on it alone',
      unit: 'share',
      standard: 0.25,
      least: 0.01,
      most: 1,
      source: 'A choice of this application: a quarter is more than an outage should take along.',
    },
    {
      id: 'products',
      label: 'Products in the stack, at least',
      unit: 'count',
      standard: 5,
      least: 3,
      most: 100,
      source: 'A choice of this application: below that every hub holds most of it.',
    },
  ],
  find: ({ products, losses }, limits) => {
    if (products.length < limits('products')) return [];
    return losses.flatMap(({ node, lostPairs, pairs }) => {
      const share = pairs === 0 ? 0 : lostPairs / pairs;
      const hub = products[node]!;
      if (share < limits('share')) return [];
      return [
        {
          subject: hub.id,
          severity: 'caution' as const,
          title: `Much hangs on ${hub.name} alone.`,
          detail: `Without it ${lostPairs} of the ${pairs} connected pairs of other products (${percent(share)}) would have no path left. ${absenceNote}`,
          products: [hub.id],
          categories: [],
          fix: 'connect' as const,
        },
      ];
    });
  },
};
