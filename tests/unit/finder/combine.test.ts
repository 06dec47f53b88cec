import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  combineInventories,
  sightingKey,
  type NamedInventory,
} from '../../../shared/finder/combine.ts';
import type { FinderMatch } from '../../../shared/finder/match.ts';
import { unseenInWords } from '../../../shared/finder/unseen-words.ts';

const list = (name: string, ...values: string[]): NamedInventory => ({
  name,
  kind: 'table',
  sightings: values.map((value) => ({
    kind: 'name',
    value,
    evidence: [`${name}: ${value}`],
    count: 1,
  })),
});

const match = (certainty: FinderMatch['certainty'], product: string | null): FinderMatch => ({
  certainty,
  product,
  alternatives: [],
  reason: 'is the product’s name',
});

const key = (value: string): string => sightingKey({ kind: 'name', value });

const matches = new Map([
  [key('HubSpot'), match('sure', 'hubspot')],
  [key('HubSpot Inc'), match('sure', 'hubspot')],
  [key('Slack Technologies'), match('doubtful', 'slack')],
  [key('Mystery'), match('unknown', null)],
]);
const lists = [
  list('sso', 'HubSpot', 'Slack Technologies'),
  list('spend', 'HubSpot Inc', 'Mystery', 'hubspot'),
];

describe('several lists side by side', () => {
  it('give each product once, with who saw it and as what', () => {
    const { found, doubtful, unknown } = combineInventories(lists, matches);
    expect(found.map(({ product, seenBy, count }) => ({ product, seenBy, count }))).toEqual([
      { product: 'hubspot', seenBy: [0, 1], count: 3 },
    ]);
    expect(found[0]?.findings.map(({ value }) => value)).toEqual(['HubSpot', 'HubSpot Inc']);
    expect(found[0]?.findings[0]?.traces.map(({ inventory }) => inventory)).toEqual([0, 1]);
    expect(doubtful.map(({ value }) => value)).toEqual(['Slack Technologies']);
    expect(unknown.map(({ value }) => value)).toEqual(['Mystery']);
  });

  it('take the person’s word: accepted, another product, put aside', () => {
    const decided = new Map([
      [key('Slack Technologies'), 'slack'],
      [key('Mystery'), 'zendesk'],
      [key('HubSpot'), null],
    ]);
    const { found, doubtful, unknown, dismissed } = combineInventories(lists, matches, decided);
    expect(found.map(({ product }) => product).sort()).toEqual(['hubspot', 'slack', 'zendesk']);
    expect([...doubtful, ...unknown]).toEqual([]);
    expect(dismissed.map(({ value }) => value)).toEqual(['HubSpot']);
  });

  it('count nothing twice and lose nothing, whatever was decided', () => {
    const decision = fc.option(fc.constantFrom('hubspot', 'slack', 'other'), { nil: null });
    const anyDecisions = fc.dictionary(fc.constantFrom(...matches.keys()), decision);
    fc.assert(
      fc.property(anyDecisions, (decided) => {
        const all = combineInventories(lists, matches, new Map(Object.entries(decided)));
        const keys = [
          ...all.found.flatMap(({ findings }) => findings),
          ...all.doubtful,
          ...all.unknown,
          ...all.dismissed,
        ].map((finding) => finding.key);
        expect(keys.sort()).toEqual([...matches.keys()].sort());
      }),
    );
  });
});

describe('tools that no list has seen', () => {
  const sure = (values: readonly string[]) =>
    new Map(values.map((value) => [key(value), match('sure', value)]));

  it('are estimated from how far two lists overlap, with the interval in words', () => {
    const a = list('a', 'p', 'q', 'r', 's');
    const b = list('b', 'p', 'q', 't', 'u');
    const { unseen } = combineInventories([a, b], sure(['p', 'q', 'r', 's', 't', 'u']));
    // Chao's bias-corrected bound by hand: (1/2) · 4·3 / (2·(2+1)) = 1.
    expect(unseen).toMatchObject({ seen: 6, once: 4, twice: 2, unseen: 1 });
    expect(unseenInWords(unseen)).toMatch(/6 tools together, 4 of them on one list only.*95%/);
  });

  it('are not estimated from one list', () => {
    const { unseen } = combineInventories([list('a', 'p')], sure(['p']));
    expect(unseen).toBeNull();
    expect(unseenInWords(unseen)).toMatch(/second list/);
  });

  it('are none where the lists agree', () => {
    const { unseen } = combineInventories(
      [list('a', 'p', 'q'), list('b', 'p', 'q')],
      sure(['p', 'q']),
    );
    expect(unseenInWords(unseen)).toMatch(/nothing suggests that there are more/);
  });
});
