import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createSearchEngine } from '../../electron/services/search/search-engine.ts';
import { createSearchHandlers } from '../../electron/services/search/search-handlers.ts';
import { openCatalogue } from '../../electron/store/catalogue/open-catalogue.ts';
import { contract, type CallInput } from '../../shared/contract/contract.ts';
import type { SearchHit } from '../../shared/domain/query.ts';
import { anyText } from '../support/any-text.ts';
import { callContext } from '../support/call-context.ts';
import { realCatalogue } from '../support/catalogue.ts';

const catalogue = openCatalogue(realCatalogue());
afterAll(() => catalogue.close());
const handlers = createSearchHandlers(catalogue, createSearchEngine(catalogue));

function search(text: string, options: Partial<CallInput<'catalogue:search'>> = {}): SearchHit[] {
  const input = contract['catalogue:search'].input.parse({ text, ...options });
  return handlers['catalogue:search'](input, callContext()) as SearchHit[];
}
const first = (text: string): string | undefined => search(text)[0]?.name;

describe('searching the real catalogue', () => {
  it.each([
    ['hubspot', 'HubSpot'],
    ['HUBSPOT', 'HubSpot'],
    ['Húbspöt', 'HubSpot'],
    ['hub spot', 'HubSpot'],
    ['hubspot crm', 'HubSpot'],
    ['mail chimp', 'Mailchimp'],
    ['salesforse', 'Salesforce'],
    ['googel analytics', 'Google Analytics'],
    ['analytics google', 'Google Analytics'],
    ['sendinblue', 'Brevo'],
    ['klavyo', 'Klaviyo'],
    ['mixpnael', 'Mixpanel'],
    ['twitter', 'X'],
    ['hubspot.com', 'HubSpot'],
    ['https://www.klaviyo.com/pricing', 'Klaviyo'],
  ])('puts what %s means first', (text, name) => {
    expect(first(text)).toBe(name);
  });

  it('gives an exact name a score near 1, a slip a lower one, and never more than 1', () => {
    const exact = search('klaviyo')[0]!;
    const slip = search('klavyo')[0]!;
    expect(slip.id).toBe(exact.id);
    expect(exact.score).toBeGreaterThan(0.97);
    expect(exact.score).toBeLessThanOrEqual(1);
    expect(slip.score).toBeLessThan(exact.score);
  });

  it('answers one letter with well-known names that begin with it', () => {
    const hits = search('h');
    expect(hits).toHaveLength(20);
    for (const hit of hits.slice(0, 5)) expect(hit.name.toLowerCase()).toMatch(/^h/);
    expect(hits.map((hit) => hit.name)).toContain('HubSpot');
  });

  it('keeps to a category when one is given', () => {
    const hits = search('google', { category: 'web-product-analytics', limit: 50 });
    expect(hits[0]!.name).toBe('Google Analytics');
    for (const hit of hits) expect(hit.categories).toContain('web-product-analytics');
  });

  it('refuses a category that does not exist', () => {
    expect(() => search('google', { category: 'no-such-thing' })).toThrow(/no category/);
  });

  it('tells of every hit its primary category first and its other names', () => {
    const [brevo] = search('sendinblue');
    expect(brevo!.categories[0]).toBe(brevo!.category);
    expect(brevo!.aliases).toContain('Sendinblue');
  });

  it('finds a category by its short name', () => {
    const hits = search('cdp', { limit: 100 });
    expect(hits.filter((hit) => hit.categories.includes('cdp')).length).toBeGreaterThan(20);
  });

  it('finds nothing, and says so without fail, where there is nothing to compare', () => {
    for (const text of ['', '   ', '!!!', '🎉🎉', '\u202e', '"']) expect(search(text)).toEqual([]);
  });

  it('finds every product by its own name among the first of those called the same', () => {
    const { columns, repository } = catalogue;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: columns.size - 1 }), (product) => {
        const { id, name } = repository.row(product);
        const hits = search(name, { limit: 20 });
        // A name of punctuation alone cannot be compared.
        if (/[\p{L}\p{N}]/u.test(name)) expect(hits.map((hit) => hit.id)).toContain(id);
      }),
      { numRuns: 300 },
    );
  });

  it('never fails, whatever is typed, and keeps to the limit and the order of scores', () => {
    const operators = fc.stringMatching(/^["'*():^{}+\-~ANDORNEAR\s%_;]{0,60}$/);
    fc.assert(
      fc.property(fc.oneof(anyText(500), operators), (text) => {
        const hits = search(text, { limit: 10 });
        expect(hits.length).toBeLessThanOrEqual(10);
        const scores = hits.map((hit) => hit.score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });
});
