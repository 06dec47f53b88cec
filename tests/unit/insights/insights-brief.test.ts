import { describe, expect, it } from 'vitest';
import { lineText } from '../../../shared/insights/brief.ts';
import { composeBrief, type BriefFacts } from '../../../shared/insights/compose-brief.ts';
import { layOutBrief, layOutEvidence } from '../../../shared/insights/lay-out-brief.ts';
import { briefToMarkdown } from '../../../shared/insights/write-brief.ts';
import { measureText } from '../../../shared/diagram/measure-text.ts';
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
    triple: null,
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
  exit: {
    products,
    roots: [],
    root: null,
    reached: 0,
    passages: [],
    list: [
      {
        product: 0,
        starved: [{ kind: 'profiles', products: [1, 2] }],
        flows: 2,
        capabilities: [],
        pairs: 1,
        lostPairs: 0,
        crossings: { all: 0, bridged: 0, longer: 0, bridges: [] },
      },
    ],
  },
  truth: {
    products,
    kinds: [
      {
        kind: 'profiles',
        masters: [0],
        writers: [0],
        readers: [1],
        orphans: [],
        unfed: [],
        flows: [],
        conflicts: [],
        loops: [],
      },
    ],
    holders: [
      { place: 0, kinds: ['profiles'], hasAgreement: true },
      { place: 1, kinds: ['profiles'], hasAgreement: null },
    ],
  },
  smallest: {
    products,
    costs: [null, null, null],
    required: ['crm'],
    isChosen: false,
    missing: [],
    kept: [0],
    cuts: [{ product: 2, loses: [], connections: [], stranded: [] }],
    weight: 1,
    atLeast: 1,
    isExact: true,
    factor: 1,
    connections: [1, 0],
    pairs: [1, 0],
    categories: [1, 1],
    assumedCost: null,
    overlaps: [],
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
  const brief = composeBrief(facts);
  const text = (title: string) =>
    brief.sections
      .find((each) => each.title === title)
      ?.lines.map(lineText)
      .join(' ');

  it('says the numbers that the findings hold, and what they rest on', () => {
    expect(lineText(brief.intro)).toBe('3 products, 1 finding.');
    expect(text('Findings')).toBe('Caution: Two products for CRM.');
    expect(text('Connections')).toContain(
      'Of 3 pairs of products, 1 are connected directly and 0 through one product of the stack; for 2 neither',
    );
    expect(text('Hubs to consider')).toContain('Zap would connect the most');
    expect(text('Change')).toContain(
      '<b>Bold</b>: 23 of 100 from easy to hard to replace (some rework).',
    );
    expect(text('Change')).toContain('If Acme vanished, 2 products would get data');
    expect(text('Change')).toContain('1 of 3 products cover all 1 required');
    expect(text('Data')).toContain('One source of truth for profiles (Acme).');
    expect(text('Data')).toContain('Of 2 products that hold personal data, 1 have no agreement');
    expect(text('Coverage')).toContain('several products for Category crm');
    expect(text('What this rests on')).toContain('no proof that there is none');
  });

  it('links every figure to evidence that is there, each piece of which is named once', () => {
    const numbers = brief.sections.flatMap(({ lines }) =>
      lines.flat().flatMap(({ evidence }) => evidence ?? []),
    );
    expect(numbers).toEqual(brief.evidence.map((_, at) => at + 1));
    const [finding, direct] = brief.evidence;
    expect(finding).toMatchObject({
      page: 'health',
      items: ['Acme and Cee share a main category.', 'Products: Acme, Cee'],
    });
    expect(direct).toMatchObject({ page: 'matrix', items: ['Acme – <b>Bold</b> (events)'] });
  });

  it('leaves out what there is nothing to say of', () => {
    const none = { ...facts.hubs, best: [], open: 0 };
    const { sections } = composeBrief({ ...facts, hubs: none });
    expect(sections.every(({ lines }) => lines.length > 0)).toBe(true);
    expect(sections.map(({ title }) => title)).not.toContain('Hubs to consider');
  });

  it('keeps names in the Markdown from being markup, also in its footnotes', () => {
    const markdown = briefToMarkdown(brief);
    expect(markdown).toContain('# Our \\*own\\* stack');
    expect(markdown).toContain('\\<b\\>Bold\\</b\\>');
    expect(markdown).not.toMatch(/[^\\]<b>/);
    expect(markdown).toContain('Caution[^1]: Two products for CRM.');
    expect(markdown).toContain('[^1]: Two products for CRM. Acme and Cee share');
  });

  it('fits its lines into the width of a page, however long a word is', () => {
    const width = 300;
    const long = composeBrief({ ...facts, stackName: `${'W'.repeat(400)} ${'short '.repeat(80)}` });
    for (const page of [layOutBrief(long, width), ...layOutEvidence(long, width, 200)]) {
      for (const each of page.texts) {
        const end = each.at.x + measureText(each.text, each.font);
        // A mark may stand in the margin beside the last word of a line.
        expect(end).toBeLessThanOrEqual(width + 20);
        expect(each.at.y).toBeLessThanOrEqual(page.height + 4);
      }
    }
  });
});
