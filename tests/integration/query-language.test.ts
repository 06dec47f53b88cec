import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createCatalogueHandlers } from '../../electron/services/catalogue/catalogue-handlers.ts';
import { createSearchEngine } from '../../electron/services/search/search-engine.ts';
import { createSearchHandlers } from '../../electron/services/search/search-handlers.ts';
import { openCatalogue } from '../../electron/store/catalogue/open-catalogue.ts';
import { contract, type CallInput } from '../../shared/contract/contract.ts';
import { pricingModels } from '../../shared/domain/catalogue.ts';
import type { ProductPage, SearchHit } from '../../shared/domain/query.ts';
import { formatTerm, type QueryTerm } from '../../shared/search/query-language.ts';
import {
  bruteForceFacets,
  passes,
  readListed,
  type Listed,
} from '../support/brute-force-facets.ts';
import { callContext } from '../support/call-context.ts';
import { realCatalogue } from '../support/catalogue.ts';

const catalogue = openCatalogue(realCatalogue());
const engine = createSearchEngine(catalogue);
const handlers = {
  ...createCatalogueHandlers(catalogue, engine),
  ...createSearchHandlers(catalogue, engine),
};
const db = new Database(realCatalogue(), { readonly: true });
afterAll(() => {
  catalogue.close();
  db.close();
});
const listed = readListed(db);
const categoryIds = db.prepare('SELECT id FROM category').pluck().all() as string[];
const sourceIds = db.prepare('SELECT id FROM source').pluck().all() as string[];

function query(text: string, rest: CallInput<'catalogue:query'> = {}): ProductPage {
  const parsed = contract['catalogue:query'].input.parse({ text, ...rest });
  return handlers['catalogue:query'](parsed, callContext()) as ProductPage;
}
function idsOf(text: string, rest: CallInput<'catalogue:query'> = {}): string[] {
  const ids: string[] = [];
  for (let offset = 0; ; offset += 500) {
    const { rows, total } = query(text, { ...rest, offset, limit: 500 });
    ids.push(...rows.map((row) => row.id));
    if (offset + 500 >= total) return ids;
  }
}
function search(text: string): SearchHit[] {
  const input = contract['catalogue:search'].input.parse({ text, limit: 200 });
  return handlers['catalogue:search'](input, callContext()) as SearchHit[];
}
const sorted = (ids: Iterable<string>): string[] => [...ids].sort();
/** Products at the other end of an integration with one, straight from the tables. */
const partners = db
  .prepare<[string, string, string], string>(
    `SELECT DISTINCT other.id FROM product AS own
     JOIN integration ON own.rowid IN (from_product, to_product)
     JOIN product AS other ON other.rowid = from_product + to_product - own.rowid
     WHERE own.id = ? AND (? = '' OR integration.kind = ?)`,
  )
  .pluck();
const partnersOf = (id: string, kind = ''): string[] => sorted(partners.all(id, kind, kind));

type AnyTerm = Pick<QueryTerm, 'field' | 'values' | 'negated'>;
const is = (stated: number | null, value: string): boolean =>
  stated !== null && (stated === 1) === (value === 'yes');
const means: Partial<Record<QueryTerm['field'], (product: Listed, value: string) => boolean>> = {
  category: ({ categories }, value) => categories.includes(value),
  pricing: ({ pricing }, value) => pricing.includes(value),
  source: ({ sources }, value) => sources.includes(value),
  oss: ({ oss }, value) => is(oss, value),
  saas: ({ saas }, value) => is(saas, value),
  tcf: ({ tcfId }, value) => (tcfId !== null) === (value === 'yes'),
  kind: ({ extension }, value) => extension === (value !== 'product'),
  status: ({ discontinued }, value) => discontinued === (value === 'discontinued'),
};
const keeps = (product: Listed, { field, values, negated }: AnyTerm): boolean =>
  values.some((value) => means[field]!(product, value)) !== negated;

function termOf(field: QueryTerm['field'], values: readonly string[]): fc.Arbitrary<AnyTerm> {
  return fc.record({
    field: fc.constant(field),
    values: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }),
    negated: fc.boolean(),
  });
}
const yesNo = ['yes', 'no'];
const anyTerm = fc.oneof(
  termOf('category', categoryIds),
  termOf('pricing', pricingModels),
  termOf('source', sourceIds),
  termOf('oss', yesNo),
  termOf('saas', yesNo),
  termOf('tcf', yesNo),
  termOf('kind', ['product', 'extension', 'plugin']),
  termOf('status', ['active', 'discontinued']),
);

describe('the query language on the real catalogue', () => {
  it('lists and counts for any terms and filter what looking at each product would', () => {
    const anyFilter = fc.record({
      categories: fc.uniqueArray(fc.constantFrom(...categoryIds), { maxLength: 2 }),
      pricing: fc.uniqueArray(fc.constantFrom(...pricingModels), { maxLength: 1 }),
      sources: fc.constant<string[]>([]),
      oss: fc.option(fc.boolean(), { nil: undefined }),
      hideExtensions: fc.option(fc.boolean(), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(anyTerm, { maxLength: 3 }), anyFilter, (terms, filter) => {
        const page = query(terms.map(formatTerm).join(' '), { filter });
        expect(page.problems).toEqual([]);
        const kept = listed.filter((product) => terms.every((term) => keeps(product, term)));
        expect(page.facets).toEqual(bruteForceFacets(kept, filter, categoryIds, sourceIds));
        expect(page.total).toBe(kept.filter((product) => passes(product, filter)).length);
      }),
      { numRuns: 40 },
    );
  });

  it('finds what integrates with a product named by id, name, alias or with a slip', () => {
    const expected = partnersOf('salesforce');
    expect(expected.length).toBeGreaterThan(20);
    for (const name of ['salesforce', '"Salesforce"', 'SALESFORCE', 'salesforse']) {
      expect(sorted(idsOf(`integrates:${name}`))).toEqual(expected);
    }
    expect(sorted(idsOf('integrates:Sendinblue'))).toEqual(partnersOf('brevo'));
    expect(query('integrates:Sendinblue').terms).toMatchObject([{ names: ['Brevo'] }]);
  });

  it('takes alternatives in one term together and several terms one after the other', () => {
    const [a, b] = [new Set(partnersOf('hubspot')), new Set(partnersOf('mailchimp'))];
    expect(sorted(idsOf('integrates:hubspot,mailchimp'))).toEqual(sorted(new Set([...a, ...b])));
    expect(sorted(idsOf('integrates:hubspot integrates:mailchimp'))).toEqual(
      sorted([...a].filter((id) => b.has(id))),
    );
    expect(sorted(idsOf('integrates:hubspot -integrates:mailchimp'))).toEqual(
      sorted([...a].filter((id) => !b.has(id))),
    );
  });

  it('asks for the kind of the integration that another term names', () => {
    expect(sorted(idsOf('integrates:segment via:events'))).toEqual(partnersOf('segment', 'events'));
    const bidders = idsOf('via:bidding');
    expect(bidders.length).toBeGreaterThan(100);
    expect(bidders).toContain('prebid');
    expect(idsOf('-via:bidding')).toHaveLength(listed.length - bidders.length);
  });

  it('keeps integrations that are at least so sure, from whichever end they are asked', () => {
    const confirmed = idsOf('integrates:segment confidence:confirmed');
    expect(confirmed.length).toBeGreaterThan(5);
    expect(confirmed.length).toBeLessThan(partnersOf('segment').length);
    for (const id of confirmed) {
      const links = handlers['catalogue:integrations']({ id, with: 'segment' }, callContext());
      const levels = (links as { confidence: string }[]).map(({ confidence }) => confidence);
      expect(levels).toContain('confirmed');
      expect(idsOf(`integrates:${id} confidence:confirmed`)).toContain('segment');
    }
    const any = idsOf('integrates:segment confidence:reported');
    expect(sorted(any)).toEqual(partnersOf('segment'));
    const sure = new Set(idsOf('integrates:segment confidence:documented'));
    expect(confirmed.every((id) => sure.has(id))).toBe(true);
  });

  it('knows the product whose own documentation a source is', () => {
    const owners = db
      .prepare<[], [string, string]>('SELECT id, owner FROM source WHERE owner IS NOT NULL')
      .raw()
      .all() as [string, string][];
    expect(owners.length).toBeGreaterThan(50);
    const ids = new Set(listed.map(({ id }) => id));
    for (const [, owner] of owners) expect(ids).toContain(owner);
    expect(Object.fromEntries(owners)).toMatchObject({
      zapier: 'zapier',
      'posthog-docs': 'posthog',
    });
  });

  it('knows categories by name and group, vendors, domains and known facts', () => {
    expect(idsOf('category:"Customer Data Platforms"')).toEqual(idsOf('category:cdp'));
    expect(query('category:commerce').terms).toMatchObject([{ field: 'category' }]);
    expect(query('category:commerce').total).toBe(query('').facets.groups?.['commerce']);
    const count = (sql: string): unknown => db.prepare(sql).pluck().get();
    expect(query('has:homepage').total).toBe(
      count('SELECT count(*) FROM product WHERE homepage IS NOT NULL'),
    );
    expect(query('has:api').total).toBe(
      count("SELECT count(DISTINCT product) FROM product_fact WHERE key = 'apiDocs'"),
    );
    expect(query('has:icon -has:description').total).toBe(
      count('SELECT count(*) FROM product WHERE icon IS NOT NULL AND description IS NULL'),
    );
    expect(query('has:integrations').total).toBe(query('').facets.hasIntegrations.yes);
    expect(idsOf('vendor:adobe')).toContain('adobe-experience-platform');
    expect(idsOf('domain:hubspot.com')).toContain('hubspot');
  });

  it('narrows a search by words without changing its order', () => {
    const narrowed = idsOf('email oss:yes');
    const all = idsOf('email');
    const kept = new Set(narrowed);
    expect(narrowed).toEqual(all.filter((id) => kept.has(id)));
    expect(narrowed.length).toBeGreaterThan(0);
    expect(narrowed.length).toBeLessThan(all.length);
  });

  it('says in a sentence what it does not know, and keeps everything of such a term', () => {
    const page = query('integrates:"Qqxzvw Jjk" category:nonsense vendor:zzzz pricing:cheap');
    expect(page.total).toBe(listed.length);
    expect(page.terms).toEqual([]);
    expect(page.problems).toEqual([
      '“pricing” takes free, freemium, payg, recurring, onetime, low, mid, high, poa; “cheap” is none of them.',
      'No product is called “Qqxzvw Jjk”.',
      'No category is called “nonsense”.',
      'No vendor is called “zzzz”.',
    ]);
  });

  it('answers any text in the shape of the contract', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(anyTerm, { maxLength: 3 }).map((terms) => terms.map(formatTerm).join('"')),
      fc.string({ maxLength: 12 }).map((value) => `-integrates:${value} like:"${value}`),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const page = query(typed, { limit: 3 });
        expect(contract['catalogue:query'].output.parse(page)).toEqual(page);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the search by itself', () => {
  it('narrows its hits by terms and lists the best known where there are no words', () => {
    const hits = search('email oss:yes');
    expect(hits.map((hit) => hit.id)).toEqual(idsOf('email oss:yes').slice(0, 200));
    expect(search('category:cdp oss:yes').map((hit) => hit.id)).toEqual(
      idsOf('category:cdp oss:yes').slice(0, 200),
    );
    expect(search('   ')).toEqual([]);
  });

  it('refuses a term that it does not understand, with the sentence', () => {
    expect(() => search('category:nonsense')).toThrow('No category is called “nonsense”.');
  });
});

describe('working with a stack', () => {
  const stack = ['hubspot', 'segment', 'shopify', 'snowflake', 'slack', 'no-such-product'];
  const fits = new Map<string, number>();
  for (const id of stack) {
    for (const other of partnersOf(id)) fits.set(other, (fits.get(other) ?? 0) + 1);
  }

  it('tells of each product how many of the stack it integrates with', () => {
    const { rows } = query('category:email,cdp', { stack, limit: 500 });
    expect(rows.length).toBeGreaterThan(100);
    for (const { id, fit } of rows) expect(fit).toBe(fits.get(id) ?? 0);
    expect(query('').rows[0]).not.toHaveProperty('fit');
  });

  it('puts those first that integrate with the most', () => {
    for (const text of ['', 'email']) {
      const order = idsOf(text, { stack, sort: 'stack-fit' }).map((id) => fits.get(id) ?? 0);
      expect(order).toEqual([...order].sort((a, b) => b - a));
      expect(order[0]).toBeGreaterThan(1);
    }
  });

  it('counts and keeps those that integrate with at least so many', () => {
    const { facets } = query('category:crm', { stack });
    const crm = listed.filter(({ categories }) => categories.includes('crm'));
    for (const least of [1, 3, 5]) {
      const expected = crm.filter(({ id }) => (fits.get(id) ?? 0) >= least).map(({ id }) => id);
      expect(facets.stackFit?.[least]).toBe(expected.length);
      const base = { categories: ['crm'], pricing: [], sources: [] };
      const filter = { ...base, stackFit: least };
      expect(sorted(idsOf('', { stack, filter }))).toEqual(sorted(expected));
      expect(sorted(idsOf(`category:crm fits:${least}`, { stack }))).toEqual(sorted(expected));
      // Choosing one threshold leaves the counts of the others true.
      expect(query('', { stack, filter }).facets.stackFit).toEqual(facets.stackFit);
    }
  });

  it('says so where no stack is there to compare with', () => {
    expect(query('fits:3').problems).toEqual([
      '“fits” counts the products of the open stack, and none is open.',
    ]);
    expect(query('fits:3').total).toBe(listed.length);
  });
});

describe('more like this', () => {
  it('lists in their order what the product panel calls alternatives', () => {
    const alternatives = handlers['catalogue:alternatives'](
      { id: 'hubspot', limit: 50 },
      callContext(),
    ) as { product: { id: string } }[];
    expect(idsOf('like:hubspot').slice(0, 50)).toEqual(
      alternatives.map(({ product }) => product.id),
    );
    expect(idsOf('like:hubspot')).not.toContain('hubspot');
  });

  it('gives reasons that the tables confirm', () => {
    const answer = handlers['catalogue:alternatives']({ id: 'segment', limit: 12 }, callContext());
    const alternatives = contract['catalogue:alternatives'].output.parse(answer);
    const own = new Set(partnersOf('segment'));
    expect(alternatives.map(({ product }) => product.id)).toContain('rudderstack');
    const byName = db.prepare<[string], string>('SELECT id FROM product WHERE name = ?').pluck();
    for (const { product, sharedIntegrations, sharedWith, isSamePrimary } of alternatives) {
      const shared = new Set(partnersOf(product.id).filter((id) => own.has(id)));
      expect(sharedIntegrations).toBe(shared.size);
      expect(sharedWith).toHaveLength(Math.min(3, shared.size));
      for (const name of sharedWith) {
        expect(byName.all(name).some((id) => shared.has(id))).toBe(true);
      }
      expect(isSamePrimary).toBe(product.categoryId === 'cdp');
    }
  });
});
