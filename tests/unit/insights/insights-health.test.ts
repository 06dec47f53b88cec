import { describe, expect, it } from 'vitest';
import { adjacencyOf, bothWays, type Arc } from '../../../shared/insights/adjacency.ts';
import { coverageByLane, coverageOf } from '../../../shared/insights/coverage.ts';
import {
  checkHealth,
  severities,
  type HealthContext,
  type HealthProduct,
} from '../../../shared/insights/health.ts';
import { healthRules } from '../../../shared/insights/health-rules.ts';
import { paths } from '../../../scripts/catalogue/paths.ts';
import { readTaxonomy } from '../../../scripts/catalogue/taxonomy.ts';
import { templates } from '../../../shared/stack/templates/templates.ts';
import { virtualPlatformTemplate } from '../../../shared/stack/templates/virtual-platform.ts';
import type { TemplateCapability } from '../../../shared/stack/templates/template.ts';
import type { RuleSettings } from '../../../shared/insights/rule-settings.ts';
import { listed } from '../../../shared/insights/health-words.ts';
import { exitDrill } from '../../../shared/insights/weak-points.ts';

function product(id: string, categoryId: string, rest: Partial<HealthProduct> = {}): HealthProduct {
  return {
    id,
    name: id.toUpperCase(),
    categoryId,
    groupId: 'data',
    categories: [categoryId],
    vendor: null,
    status: 'active',
    statusNote: null,
    isKnown: true,
    state: 'in-use',
    owner: '',
    hasProcessorAgreement: null,
    placedAs: id.toUpperCase(),
    formerNames: [],
    tcfVendorId: null,
    tcfPurposes: [],
    tcfWithoutConsent: [],
    ...rest,
  };
}

function contextOf(
  products: readonly HealthProduct[],
  flows: readonly Arc[] = [],
  expected: readonly TemplateCapability[] = [],
): HealthContext {
  const graph = adjacencyOf(products.length, bothWays(flows));
  return {
    products,
    categoryName: (id) => id,
    graph,
    flow: adjacencyOf(products.length, flows),
    losses: exitDrill(graph),
    expected,
  };
}

function findings(
  ruleId: string,
  products: readonly HealthProduct[],
  flows: readonly Arc[] = [],
  settings: RuleSettings = {},
) {
  return checkHealth(contextOf(products, flows), settings).filter(
    (finding) => finding.ruleId === ruleId,
  );
}

describe('health checks', () => {
  it('find nothing in an empty stack', () => {
    for (const { id } of healthRules) expect(findings(id, [])).toEqual([]);
  });

  it('name a rule, its reason and its source, each under an id of its own', () => {
    expect(new Set(healthRules.map(({ id }) => id)).size).toBe(healthRules.length);
    for (const { name, why, source, thresholds } of healthRules) {
      for (const { standard, least, most } of thresholds) {
        expect(least).toBeLessThanOrEqual(standard);
        expect(standard).toBeLessThanOrEqual(most);
      }
      expect([name, why, source.title].every((text) => text.length > 0)).toBe(true);
      if (source.url !== null) expect(new URL(source.url).protocol).toBe('https:');
    }
  });

  it('miss a source of truth for customers, accept one, and question two of a kind', () => {
    const rule = 'customer-source-of-truth';
    expect(findings(rule, [product('mail', 'email')])).toMatchObject([
      { severity: 'problem', categories: ['crm', 'cdp', 'data-warehouse'] },
    ]);
    expect(findings(rule, [product('a', 'crm')])).toEqual([]);
    expect(findings(rule, [product('a', 'crm'), product('b', 'cdp')])).toMatchObject([
      { severity: 'note', products: ['a', 'b'] },
    ]);
    expect(findings(rule, [product('a', 'crm'), product('b', 'crm')])).toMatchObject([
      { severity: 'caution' },
    ]);
  });

  it('ask for consent management only where something tracks', () => {
    const ads = product('ads', 'search-social-ads');
    expect(findings('consent', [ads])).toMatchObject([{ severity: 'problem', products: ['ads'] }]);
    expect(findings('consent', [ads, product('cmp', 'privacy-consent')])).toEqual([]);
    expect(findings('consent', [product('crm', 'crm')])).toEqual([]);
  });

  it('follow the direction of data from behaviour to activation', () => {
    const rule = 'data-to-activation';
    const stack = [
      product('web', 'web-product-analytics'),
      product('hub', 'crm'),
      product('mail', 'email'),
    ];
    expect(
      findings(rule, stack, [
        [0, 1],
        [1, 2],
      ]),
    ).toEqual([]);
    expect(
      findings(rule, stack, [
        [0, 1],
        [2, 1],
      ]),
    ).toMatchObject([{ severity: 'problem', products: ['web', 'mail'] }]);
    const two = [...stack, product('push', 'messaging-push')];
    expect(findings(rule, two, [[0, 2]])).toMatchObject([
      { severity: 'caution', products: ['web', 'push'] },
    ]);
    expect(findings(rule, [product('mail', 'email')])).toMatchObject([{ severity: 'caution' }]);
  });

  it('list what is connected to nothing, and say that this is no proof', () => {
    const stack = [product('a', 'crm'), product('b', 'email'), product('c', 'cms')];
    const [found] = findings('unconnected', stack, [[0, 1]]);
    expect(found?.products).toEqual(['c']);
    expect(found?.detail).toContain('no proof');
  });

  it('notice the one product that holds everything together', () => {
    const star = ['hub', 'a', 'b', 'c', 'd'].map((id) => product(id, id));
    const spokes: Arc[] = [
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
    ];
    expect(findings('one-hub', star, spokes)).toMatchObject([{ products: ['hub'] }]);
    expect(findings('one-hub', star, [...spokes, [1, 2], [2, 3], [3, 4]])).toEqual([]);
  });

  it('count a vendor only from three products and two fifths of the stack on', () => {
    const of = (count: number, others: number) => [
      ...Array.from({ length: count }, (_, at) => product(`v${at}`, 'crm', { vendor: 'Acme' })),
      ...Array.from({ length: others }, (_, at) => product(`o${at}`, 'crm')),
    ];
    expect(findings('one-vendor', of(2, 0))).toEqual([]);
    expect(findings('one-vendor', of(3, 5))).toEqual([]);
    expect(findings('one-vendor', of(4, 6))).toMatchObject([{ severity: 'caution' }]);
  });

  it('tell discontinued products from those that the catalogue does not know', () => {
    const stack = [
      product('old', 'crm', { status: 'discontinued', statusNote: 'Ended in 2023' }),
      product('own', 'crm', { isKnown: false }),
    ];
    expect(findings('discontinued', stack)).toMatchObject([
      { severity: 'problem', products: ['old'], categories: ['crm'] },
      { severity: 'caution', products: ['own'] },
    ]);
  });

  it('call two products of one purpose an overlap, and several channels only a note', () => {
    const stack = [
      product('a', 'email'),
      product('b', 'email'),
      product('c', 'search-social-ads'),
      product('d', 'search-social-ads'),
    ];
    expect(findings('overlap', stack)).toMatchObject([
      { severity: 'caution', products: ['a', 'b'] },
      { severity: 'note', products: ['c', 'd'] },
    ]);
  });

  it('miss the layers beyond marketing until one product has them, even besides its purpose', () => {
    const names = (products: HealthProduct[]) =>
      findings('missing-layers', products).map(({ categories }) => categories[0]);
    expect(names([product('a', 'crm')])).toEqual([
      'data-warehouse',
      'workflow-automation',
      'dashboards-bi',
      'privacy-consent',
    ]);
    const both = product('a', 'crm', { categories: ['crm', 'dashboards-bi', 'data-integration'] });
    expect(names([both])).toEqual(['data-warehouse', 'privacy-consent']);
  });

  it('find what takes data in and gives none back, where its category records some', () => {
    const stack = [product('shop', 'ecommerce-platform'), product('desk', 'customer-service')];
    expect(findings('one-way', stack, [[0, 1]])).toMatchObject([
      { products: ['desk'], fix: 'connect' },
    ]);
    expect(
      findings('one-way', stack, [
        [0, 1],
        [1, 0],
      ]),
    ).toEqual([]);
    const screen = [product('shop', 'ecommerce-platform'), product('bi', 'dashboards-bi')];
    expect(findings('one-way', screen, [[0, 1]])).toEqual([]);
  });

  it('name the consent framework’s vendors with the purposes they ask consent for', () => {
    const ads = product('ads', 'display-programmatic', {
      tcfVendorId: 42,
      tcfPurposes: ['10', '1'],
      tcfWithoutConsent: ['7'],
    });
    const [found] = findings('consent-vendors', [ads, product('crm', 'crm')]);
    expect(found).toMatchObject({ products: ['ads'], severity: 'note' });
    expect(found?.detail).toContain('vendor 42');
    expect(found?.detail).toMatch(/1 store or read on devices; 10 improve services/);
    expect(found?.detail).toContain('7 measure ads');
    expect(findings('consent-vendors', [product('crm', 'crm')])).toEqual([]);
  });

  it('ask who answers for data, and only mention it where no owner is entered at all', () => {
    const stack = (owner: string) => [
      product('crm', 'crm', { owner }),
      product('shop', 'ecommerce-platform'),
      product('bi', 'dashboards-bi'),
    ];
    expect(findings('no-owner', stack(''))).toMatchObject([
      { severity: 'note', products: ['crm', 'shop'], fix: 'owner' },
    ]);
    expect(findings('no-owner', stack('Sales'))).toMatchObject([
      { severity: 'caution', products: ['shop'] },
    ]);
  });

  it('point out a missing agreement only where the stack says so, of a product with personal data', () => {
    const said = (hasProcessorAgreement: boolean | null) => [
      product('crm', 'crm', { hasProcessorAgreement }),
      product('cms', 'cms', { hasProcessorAgreement }),
    ];
    expect(findings('no-agreement', said(null))).toEqual([]);
    expect(findings('no-agreement', said(true))).toEqual([]);
    expect(findings('no-agreement', said(false))).toMatchObject([
      { severity: 'problem', products: ['crm'] },
    ]);
  });

  it('weigh the share of shadow IT against a limit that can be set', () => {
    const stack = ['not-ours', 'in-use', 'in-use'].map((state, at) =>
      product(`p${at}`, 'crm', { state: state as HealthProduct['state'] }),
    );
    const rule = 'shadow-share';
    expect(findings(rule, stack.slice(1))).toEqual([]);
    expect(findings(rule, stack)).toMatchObject([
      { severity: 'note', products: ['p0'], title: expect.stringContaining('33%') as string },
    ]);
    const settings = { [rule]: { isOn: true, thresholds: { share: 0.3 } } };
    expect(findings(rule, stack, [], settings)).toMatchObject([{ severity: 'caution' }]);
  });

  it('find nothing by a rule that is off, and keep thresholds within what makes sense', () => {
    const stack = [product('a', 'email'), product('b', 'email')];
    const set = (isOn: boolean, products: number) => ({
      overlap: { isOn, thresholds: { products } },
    });
    expect(findings('overlap', stack, [], set(true, 2))).toHaveLength(1);
    expect(findings('overlap', stack, [], set(true, 3))).toEqual([]);
    expect(findings('overlap', stack, [], set(false, 2))).toEqual([]);
    expect(findings('overlap', [stack[0]!], [], set(true, 0))).toEqual([]);
  });

  it('miss what the chosen template expects until one product has it, even besides its purpose', () => {
    const found = (products: readonly HealthProduct[], expected: readonly TemplateCapability[]) =>
      checkHealth(contextOf(products, [], expected))
        .filter(({ ruleId }) => ruleId === 'template-gaps')
        .map(({ subject }) => subject);
    const { capabilities } = virtualPlatformTemplate;
    const all = capabilities.map(({ id }) => id);
    expect(found([product('a', 'pr')], capabilities)).toEqual(all);
    const both = product('a', 'pr', { categories: ['pr', 'cms', 'data-integration'] });
    expect(found([both], capabilities)).toEqual(
      all.filter((id) => id !== 'web-presence' && id !== 'movement'),
    );
    expect(found([both], [])).toEqual([]);
  });

  it('say what a product is called now', () => {
    const stack = [
      product('gads', 'search-social-ads', { placedAs: 'AdWords', formerNames: ['AdWords'] }),
      product('own', 'crm', { placedAs: 'Own thing', isKnown: false }),
    ];
    expect(findings('renamed', stack)).toMatchObject([
      { title: 'AdWords is called GADS now.', products: ['gads'] },
    ]);
  });

  it('give each finding a subject of its own and the same basis for the same stack', () => {
    const stack = [
      product('ads', 'search-social-ads'),
      product('a', 'email', { status: 'discontinued' }),
      product('b', 'email', { status: 'discontinued' }),
    ];
    const found = checkHealth(contextOf(stack));
    const keys = found.map(({ ruleId, subject }) => `${ruleId} ${subject}`);
    expect(new Set(keys).size).toBe(keys.length);
    const again = checkHealth(contextOf([...stack].reverse()));
    for (const { ruleId, subject, basis } of found) {
      const other = again.find((each) => each.ruleId === ruleId && each.subject === subject);
      expect(other?.basis).toBe(basis);
    }
  });

  it('put the gravest first', () => {
    const stack = [product('ads', 'search-social-ads'), product('mail', 'email')];
    const found = checkHealth(contextOf(stack)).map(({ severity }) => severity);
    expect(found).toEqual(
      severities.flatMap((severity) => found.filter((each) => each === severity)),
    );
    expect(found[0]).toBe('problem');
  });
});

describe('coverage', () => {
  it('is overlap, have, partly or gap by primary and further categories', () => {
    const taxonomy = ['crm', 'email', 'cms', 'seo'].map((id) => ({ id, groupId: 'data' as const }));
    const products = [
      { id: 'a', categoryId: 'crm', categories: ['crm', 'cms'] },
      { id: 'b', categoryId: 'crm', categories: ['crm'] },
      { id: 'c', categoryId: 'email', categories: ['email', 'crm'] },
    ];
    expect(coverageOf(taxonomy, products)).toMatchObject([
      { categoryId: 'crm', state: 'overlap', primary: ['a', 'b'], further: ['c'] },
      { categoryId: 'email', state: 'have', primary: ['c'] },
      { categoryId: 'cms', state: 'partly', primary: [], further: ['a'] },
      { categoryId: 'seo', state: 'gap', primary: [], further: [] },
    ]);
  });
});

describe('coverage by the lanes of a template', () => {
  const taxonomy = readTaxonomy(paths.taxonomy).categories;
  const coverage = coverageOf(
    taxonomy.map(({ id, group }) => ({ id, groupId: group as HealthProduct['groupId'] })),
    [{ id: 'a', categoryId: 'cms', categories: ['cms', 'email'] }],
  );

  it('puts every category of the taxonomy into exactly one lane, whatever the template', () => {
    for (const template of templates) {
      const placed = coverageByLane(template, coverage).flatMap(({ categories }) => categories);
      expect(placed.sort()).toEqual(taxonomy.map(({ id }) => id).sort());
    }
  });

  it('says of each capability whether a product is made for it, has it besides, or none does', () => {
    const lanes = coverageByLane(virtualPlatformTemplate, coverage);
    expect(lanes.map(({ title }) => title)).toEqual([
      'Experience',
      'Workflow',
      'Data',
      'Governance',
    ]);
    expect(lanes[0]?.capabilities).toMatchObject([
      { title: 'Web presence', state: 'have' },
      { title: 'Messages', state: 'partly' },
    ]);
    expect(lanes[3]?.capabilities.every(({ state }) => state === 'gap')).toBe(true);
  });
});

describe('lists in a sentence', () => {
  it('end in “and”, and count what is too much', () => {
    expect(listed(['A'])).toBe('A');
    expect(listed(['A', 'B'])).toBe('A and B');
    expect(listed(['A', 'B', 'C', 'D', 'E'])).toBe('A, B, C and 2 more');
  });
});
