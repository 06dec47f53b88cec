import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatTerm,
  parseQuery,
  queryFields,
  typedTerm,
  withTerm,
  withoutTerm,
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
    expect(parseQuery('category:').text).toBe('');
    expect(parseQuery('segment -kind: cdp').text).toBe('segment cdp');
    expect(parseQuery('foo:').text).toBe('foo:');
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

  it('takes a number where one is meant', () => {
    expect(parseQuery('fits:3').terms).toMatchObject([{ field: 'fits', values: ['3'] }]);
    for (const odd of ['0', '1000', 'many', '2.5', '-1']) {
      expect(parseQuery(`fits:${odd}`).problems).toEqual([
        `“fits” takes a number from 1 to 999; “${odd}” is none.`,
      ]);
    }
  });

  it('takes a term out and puts one in without touching the rest', () => {
    const query = 'email category:cdp builder';
    const [term] = parseQuery(query).terms;
    expect(withoutTerm(query, term!)).toBe('email builder');
    const like = { field: 'like', values: ['hubspot'], negated: false } as const;
    expect(withTerm('email ', like)).toBe('email like:hubspot');
    expect(withTerm('like:hubspot email', like)).toBe('like:hubspot email');
  });

  it('tells what is being typed before the caret', () => {
    const at = (query: string, caret = query.length) => typedTerm(query, caret);
    expect(at('segment pri')).toMatchObject({ start: 8, field: null, typed: 'pri' });
    expect(at('segment ')).toBeNull();
    expect(at('-kind:')).toMatchObject({ field: { name: 'kind' }, typed: '', negated: true });
    expect(at('pricing:free,fr')).toMatchObject({ typed: 'fr', before: ['free'], start: 0 });
    expect(at('kind:product,')).toMatchObject({ typed: '', before: ['product'], start: 0 });
    expect(at('integrates:"Sales cl')).toMatchObject({ typed: 'Sales cl', before: [] });
    expect(at('integrates:"Sales"')).toBeNull();
    expect(at('cat segment', 3)).toMatchObject({ start: 0, typed: 'cat' });
  });

  it('reads what is being typed in anything without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), (query, caret) => {
        const place = typedTerm(query, Math.min(caret, query.length));
        if (place) expect(place.start).toBeLessThan(Math.min(caret, query.length));
      }),
    );
  });
});
