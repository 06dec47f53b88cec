import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatTerm,
  parseQuery,
  queryFields,
  suggestTerms,
} from '../../../shared/search/query-language.ts';

describe('the query language', () => {
  it('reads terms and leaves the rest as text to search for', () => {
    const parsed = parseQuery(
      'email category:cdp pricing:freemium,free oss:yes integrates:"Salesforce Sales Cloud" -kind:plugin builder',
    );
    expect(parsed.text).toBe('email builder');
    expect(parsed.problems).toEqual([]);
    expect(parsed.terms.map(({ field, values, negated }) => ({ field, values, negated }))).toEqual([
      { field: 'category', values: ['cdp'], negated: false },
      { field: 'pricing', values: ['freemium', 'free'], negated: false },
      { field: 'oss', values: ['yes'], negated: false },
      { field: 'integrates', values: ['Salesforce Sales Cloud'], negated: false },
      { field: 'kind', values: ['plugin'], negated: true },
    ]);
  });

  it('takes a colon that names no field as text', () => {
    expect(parseQuery('https://segment.com foo:bar').text).toBe('https://segment.com foo:bar');
  });

  it('says which values a field takes instead of finding nothing', () => {
    const { terms, problems } = parseQuery('pricing:cheap segment');
    expect(terms).toEqual([]);
    expect(problems).toEqual([
      '“pricing” takes free, freemium, payg, recurring, onetime, low, mid, high, poa; “cheap” is none of them.',
    ]);
  });

  it('treats a term that is still being typed as text or as nothing', () => {
    expect(parseQuery('category:').text).toBe('category:');
    expect(parseQuery('integrates:"Sales').terms[0]?.values).toEqual(['Sales']);
    expect(parseQuery('integrates:""').terms).toEqual([]);
  });

  it('gives every term back that it has written', () => {
    const term = fc.record({
      field: fc.constantFrom('category', 'integrates', 'vendor', 'source', 'domain'),
      values: fc.array(
        fc
          .string({ minLength: 1, maxLength: 20 })
          .filter((s) => !s.includes('"') && s.trim() === s),
        { minLength: 1, maxLength: 3 },
      ),
      negated: fc.boolean(),
    });
    fc.assert(
      fc.property(term, (each) => {
        const typed = { ...each, field: each.field as 'category' };
        expect(parseQuery(formatTerm(typed)).terms).toMatchObject([typed]);
      }),
    );
  });

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (query) => {
        expect(parseQuery(query).text.length).toBeLessThanOrEqual(query.length);
      }),
    );
  });

  it('understands the example of every field', () => {
    for (const { name, example } of queryFields) {
      expect(parseQuery(example).terms.map((term) => term.field)).toEqual([name]);
    }
  });

  it('suggests fields and their values for the word under the caret', () => {
    expect(suggestTerms('segment pri', 11)).toEqual(['pricing:']);
    expect(suggestTerms('pricing:fr', 10)).toEqual(['pricing:free', 'pricing:freemium']);
    expect(suggestTerms('segment', 7)).toEqual([]);
  });
});
