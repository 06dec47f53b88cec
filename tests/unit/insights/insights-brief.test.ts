import { describe, expect, it } from 'vitest';
import {
  briefToMarkdown,
  composeBrief,
  type BriefFacts,
} from '../../../shared/insights/compose-brief.ts';
import type { InsightProduct } from '../../../shared/insights/contract.ts';

const product = (id: string, name: string): InsightProduct => ({
  id,
  name,
  categoryId: 'crm',
  groupId: 'social',
  icon: null,
  isKnown: true,
});

const products = [product('a', 'Acme'), product('b', '<b>Bold</b>'), product('c', 'Cee')];
const hub = { product: product('z', 'Zap'), connects: 1, members: [0, 2] };

const facts: BriefFacts = {
  stackName: 'Our *own* stack',
  factsDate: '2026-11-01',
  categoryName: (id) => `Category ${id}`,
  groupName: (id) => `Group ${id}`,
  health: {
    products,
    rules: [],
    accepted: [],
    idle: [],
    findings: [
      {
        ruleId: 'overlap',
        subject: 'crm',
        basis: '',
        fix: 'state',
        outdated: null,
        severity: 'caution',
        title: 'Two products for CRM.',
        detail: 'Acme and Cee share a main category.',
        products: ['a', 'c'],
        categories: [],
      },
    ],
  },
  matrix: {
    products,
    hubs: [],
    pairs: [
      {
        a: 0,
        b: 1,
        relation: 'direct',
        kinds: ['events'],
        direction: 'none',
        isDrawn: false,
        via: [],
        hubs: [],
      },
    ],
  },
  hubs: {
    products,
    pairs: 3,
    open: 2,
    hopeless: 1,
    candidates: 1,
    best: [hub],
    pair: null,
    steps: [],
  },
  replacing: {
    products,
    bridges: [],
    list: [
      {
        product: 1,
        index: 23,
        band: 'rework',
        connections: [0],
        candidates: 0,
        rivals: [],
        pairs: 0,
        lostPairs: 0,
        pieces: [[0]],
        stranded: [0],
      },
    ],
  },
  coverage: {
    products,
    categories: [
      {
        categoryId: 'crm',
        groupId: 'social',
        state: 'overlap',
        primary: [0, 2],
        further: [],
        candidates: [],
      },
    ],
  },
};

describe('the brief of a stack', () => {
  it('says the numbers that the findings hold, and what they rest on', () => {
    const { intro, sections } = composeBrief(facts);
    expect(intro).toBe('3 products, 1 finding.');
    const text = (title: string) => sections.find((each) => each.title === title)?.lines.join(' ');
    expect(text('Findings')).toBe(
      'Caution: Two products for CRM. Acme and Cee share a main category.',
    );
    expect(text('Connections')).toContain(
      'Of 3 pairs of products, 1 are connected directly and 0 through one product of the stack; for 2 neither',
    );
    expect(text('Hubs to consider')).toContain('Zap would connect the most');
    expect(text('Hardest to replace')).toContain('<b>Bold</b>: 23 of 100 (some rework).');
    expect(text('Coverage')).toContain('several products for Category crm');
    expect(text('What this rests on')).toContain('no proof that there is none');
  });

  it('leaves out what there is nothing to say of', () => {
    const none = { ...facts.hubs, best: [], open: 0 };
    const { sections } = composeBrief({ ...facts, hubs: none });
    expect(sections.every(({ title, lines }) => title !== '' && lines.length > 0)).toBe(true);
    expect(sections.map(({ title }) => title)).not.toContain('Hubs to consider');
  });

  it('keeps names in the Markdown from being markup', () => {
    const text = briefToMarkdown(composeBrief(facts));
    expect(text).toContain('# Our \\*own\\* stack');
    expect(text).toContain('\\<b\\>Bold\\</b\\>');
  });
});
