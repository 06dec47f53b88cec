import { describe, expect, it } from 'vitest';
import type { ImportMatch } from '../../../shared/import/contract.ts';
import type { IntegrationDraft, ProductDraft } from '../../../shared/import/map-rows.ts';
import { planIntegrations, planProducts, type PlanChoices } from '../../../shared/import/plan.ts';

const draft = (row: number, name: string, change: Partial<ProductDraft> = {}): ProductDraft => ({
  ...{ row, name, homepage: null, vendor: null, categories: [], description: null },
  ...{ pricing: [], aliases: [], tags: [], note: '' },
  ...change,
});
const is = (state: ImportMatch['state'], ...ids: string[]): ImportMatch => ({
  state,
  products: ids.map((id) => ({ id, name: id })),
  why: '',
});
const choices: PlanChoices = {
  decisions: new Map(),
  onDoubt: 'skip',
  categories: new Map([['cdp', 'cdp']]),
  otherwise: 'crm',
};

describe('the plan of an import of products', () => {
  const drafts = [
    draft(2, 'New', { categories: ['CDP', 'Odd'] }),
    draft(3, 'HubSpot', { tags: ['keep'] }),
    draft(4, 'Braze'),
    draft(5, 'Segmint'),
    draft(6, 'NEW'),
  ];
  const matches = [
    is('new'),
    is('same', 'hubspot'),
    is('same', 'braze'),
    is('doubtful', 'segment'),
    is('new'),
  ];

  it('adds what is new, marks what is known, and tells a row that repeats another', () => {
    const plan = planProducts(drafts, matches, choices);
    expect(plan.products).toMatchObject([{ name: 'New', categories: ['cdp'] }]);
    expect(plan.marks).toEqual([{ id: 'hubspot', tags: ['keep'], note: '' }]);
    expect(plan).toMatchObject({ unchanged: 1, skipped: 1 });
    expect(plan.problems).toEqual([{ row: 6, column: null, reason: 'The same as row 2.' }]);
  });

  it('treats doubtful rows by the rule, and by a person’s own word before it', () => {
    const names = (change: Partial<PlanChoices>) =>
      planProducts(drafts, matches, { ...choices, ...change }).products.map(({ name }) => name);
    expect(names({ onDoubt: 'new' })).toEqual(['New', 'Segmint']);
    expect(names({ onDoubt: 'match' })).toEqual(['New']);
    expect(names({ decisions: new Map([[5, 'new']]) })).toEqual(['New', 'Segmint']);
    expect(names({ onDoubt: 'new', decisions: new Map([[5, { is: 'segment' }]]) })).toEqual([
      'New',
    ]);
  });
});

describe('the plan of an import of integrations', () => {
  const link = (row: number, from: string, to: string): IntegrationDraft => ({
    ...{ row, from, to, kind: 'native', direction: 'none', note: '', url: null },
  });

  it('has those whose ends are known, each once, and says what the others lack', () => {
    const ends = new Map([
      ['HubSpot', 'hubspot'],
      ['Hubspot CRM', 'hubspot'],
      ['Braze', 'braze'],
      ['Nobody', null],
    ]);
    const plan = planIntegrations(
      [
        link(2, 'HubSpot', 'Braze'),
        link(3, 'Hubspot CRM', 'Braze'),
        link(4, 'HubSpot', 'Nobody'),
        link(5, 'HubSpot', 'Hubspot CRM'),
      ],
      ends,
    );
    expect(plan.integrations).toMatchObject([{ from: 'hubspot', to: 'braze' }]);
    expect(plan.problems.map(({ row }) => row)).toEqual([3, 4, 5]);
    expect(plan.problems[1]?.reason).toContain('Nobody');
  });
});
