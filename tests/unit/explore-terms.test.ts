import { describe, expect, it } from 'vitest';
import { suggestTerms } from '../../renderer/explore/term-suggestions.ts';
import { termLabel } from '../../renderer/explore/term-words.ts';
import { wayOuts } from '../../renderer/explore/way-outs.ts';
import { emptyFilter, termChips, wordsOf } from '../../renderer/explore/filter-state.ts';
import type { CategoryGroup, Source } from '../../shared/domain/product.ts';
import { typedTerm } from '../../shared/search/query-language.ts';

const category = (id: string, name: string) =>
  ({ id, name, groupId: 'data', covers: '', products: 1 }) as const;
const taxonomy: CategoryGroup[] = [
  {
    id: 'data',
    name: 'Data Stack',
    categories: [category('cdp', 'Customer Data Platforms'), category('email', 'E-mail')],
  },
];
const source = { id: 'segment', title: 'Segment catalogue', products: 3 } as Source;

function suggested(query: string): string[] {
  const term = typedTerm(query, query.length);
  if (!term) return [];
  return suggestTerms(term, { taxonomy, sources: [source] }).map(({ insert }) => insert);
}

describe('suggestions while typing', () => {
  it('complete a field once enough of it is typed to be meant', () => {
    expect(suggested('segment pri')).toEqual(['pricing:']);
    expect(suggested('pr')).toEqual([]);
    expect(suggested('-ki')).toEqual([]);
    expect(suggested('-kin')).toEqual(['-kind:']);
    expect(suggested('has')).toEqual(['has:']);
    expect(suggested('analytics')).toEqual([]);
  });

  it('complete the values of a field, leaving out those that are there', () => {
    expect(suggested('pricing:fr')).toEqual(['pricing:free', 'pricing:freemium']);
    expect(suggested('pricing:free,fr')).toEqual(['pricing:free,freemium']);
    expect(suggested('oss:')).toEqual(['oss:yes', 'oss:no']);
  });

  it('know categories by name and group, and sources by title', () => {
    expect(suggested('category:"customer d')).toEqual(['category:cdp']);
    expect(suggested('category:data')).toEqual(['category:data', 'category:cdp']);
    expect(suggested('source:cata')).toEqual(['source:segment']);
  });
});

describe('terms in words', () => {
  const label = (field: 'oss' | 'via' | 'integrates' | 'fits', names: string[], negated = false) =>
    termLabel({ field, names, negated });

  it('say what each means', () => {
    expect(label('oss', ['no'])).toBe('Not open source');
    expect(label('integrates', ['HubSpot', 'Segment'])).toBe('Integrates with HubSpot or Segment');
    expect(label('integrates', ['HubSpot'], true)).toBe('Not: Integrates with HubSpot');
    expect(label('integrates', ['A', 'B', 'C', 'D', 'E'])).toBe('Integrates with A or B or 3 more');
    expect(label('fits', ['3'])).toBe('Works with 3 or more of my stack');
  });

  it('are taken out of the text one by one or all at once', () => {
    const text = 'email oss:yes builder kind:product';
    const terms = [
      { field: 'oss' as const, names: ['yes'], negated: false, start: 6, end: 13 },
      { field: 'kind' as const, names: ['product'], negated: false, start: 22, end: 34 },
    ];
    expect(termChips(text, terms).map(({ without }) => without)).toEqual([
      'email builder kind:product',
      'email oss:yes builder',
    ]);
    expect(wordsOf(text)).toBe('email builder');
  });

  it('are the first thing to leave out when nothing is found', () => {
    const query = { text: 'email oss:yes', filter: emptyFilter, sort: 'name' } as const;
    expect(wayOuts(query).map((way) => way.query.text)).toEqual(['email']);
  });
});
