import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createCatalogueHandlers } from '../../electron/services/catalogue/catalogue-handlers.ts';
import { createSearchEngine } from '../../electron/services/search/search-engine.ts';
import { openCatalogue } from '../../electron/store/catalogue/open-catalogue.ts';
import { lookups } from '../../electron/store/catalogue/statements.ts';
import { contract, type CallInput, type Output } from '../../shared/contract/contract.ts';
import { pricingModels } from '../../shared/domain/catalogue.ts';
import { sortOrders, type ProductFilter, type ProductPage } from '../../shared/domain/query.ts';
import { fold } from '../../shared/search/fold.ts';
import { callContext } from '../support/call-context.ts';
import { realCatalogue } from '../support/catalogue.ts';
import { bruteForceFacets, passes, readListed } from '../support/brute-force-facets.ts';

const catalogue = openCatalogue(realCatalogue());
const handlers = createCatalogueHandlers(catalogue, createSearchEngine(catalogue));
const db = new Database(realCatalogue(), { readonly: true });
afterAll(() => {
  catalogue.close();
  db.close();
});
const listed = readListed(db);
const categoryIds = db.prepare('SELECT id FROM category').pluck().all() as string[];
const sourceIds = db.prepare('SELECT id FROM source').pluck().all() as string[];

function query(input: CallInput<'catalogue:query'> = {}): ProductPage {
  const parsed = contract['catalogue:query'].input.parse(input);
  return handlers['catalogue:query'](parsed, callContext()) as ProductPage;
}
function integrations(id: string, other?: string): Output<'catalogue:integrations'> {
  return handlers['catalogue:integrations'](
    { id, with: other },
    callContext(),
  ) as Output<'catalogue:integrations'>;
}

const maybe = fc.option(fc.boolean(), { nil: undefined });
const anyFilter: fc.Arbitrary<ProductFilter> = fc.record({
  categories: fc.uniqueArray(fc.constantFrom(...categoryIds, 'unknown'), { maxLength: 4 }),
  pricing: fc.uniqueArray(fc.constantFrom(...pricingModels), { maxLength: 3 }),
  sources: fc.uniqueArray(fc.constantFrom(...sourceIds), { maxLength: 4 }),
  oss: maybe,
  saas: maybe,
  hasIntegrations: maybe,
  tcfVendor: maybe,
  hideExtensions: maybe,
  hideDiscontinued: maybe,
});

describe('listing the real catalogue', () => {
  it('lists everything when nothing is asked for', () => {
    const page = query({ limit: 500 });
    expect(page.total).toBe(listed.length);
    expect(page.rows).toHaveLength(500);
  });

  it('counts and lists for any filter what looking at each product would', () => {
    fc.assert(
      fc.property(anyFilter, fc.constantFrom(...sortOrders), (filter, sort) => {
        const page = query({ filter, sort, limit: 500 });
        const expected = listed.filter((product) => passes(product, filter));
        expect(page.total).toBe(expected.length);
        const ids = new Set(expected.map((product) => product.id));
        for (const row of page.rows) expect(ids).toContain(row.id);
        expect(page.facets).toEqual(bruteForceFacets(listed, filter, categoryIds, sourceIds));
      }),
      { numRuns: 60 },
    );
  });

  it('counts the same way among the matches of a search', () => {
    const text = 'analytics';
    const all = query({ text, limit: 500 });
    const matches = new Set<string>();
    for (let offset = 0; offset < all.total; offset += 500) {
      for (const row of query({ text, offset, limit: 500 }).rows) matches.add(row.id);
    }
    expect(matches.size).toBe(all.total);
    const among = listed.filter((product) => matches.has(product.id));
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const page = query({ text, filter });
        expect(page.total).toBe(among.filter((product) => passes(product, filter)).length);
        expect(page.facets).toEqual(bruteForceFacets(among, filter, categoryIds, sourceIds));
      }),
      { numRuns: 40 },
    );
  });

  it.each(sortOrders)('cuts the list by %s into pages without a gap or a repetition', (sort) => {
    const filter = { categories: ['email', 'crm'] };
    const whole: string[] = [];
    for (let offset = 0; ; offset += 70) {
      const { rows, total } = query({ filter, sort, offset, limit: 70 });
      whole.push(...rows.map((row) => row.id));
      if (rows.length === 0) {
        expect(whole).toHaveLength(total);
        break;
      }
    }
    expect(new Set(whole).size).toBe(whole.length);
  });

  it('sorts by name as folded, and by number of integrations with the most first', () => {
    const names = query({ sort: 'name', limit: 500 }).rows.map((row) => fold(row.name));
    expect(names).toEqual([...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    const degrees = query({ sort: 'integrations', limit: 500 }).rows.map((row) => row.integrations);
    expect(degrees).toEqual([...degrees].sort((a, b) => b - a));
  });

  it('keeps the order of the search under a filter', () => {
    const text = 'google';
    const order = query({ text, limit: 500 }).rows.map((row) => row.id);
    const narrowed = query({ text, filter: { hasIntegrations: true }, limit: 500 }).rows;
    const places = narrowed.map((row) => order.indexOf(row.id));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('gives an empty page beyond the end', () => {
    expect(query({ offset: 1_000_000 })).toMatchObject({ total: listed.length, rows: [] });
  });
});

describe('looking things up', () => {
  it.each(Object.entries(lookups))('finds %s by an index, without scanning a table', (_, sql) => {
    const parameters = sql
      .split('?')
      .slice(1)
      .map(() => 1);
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
    expect(plan.length).toBeGreaterThan(0);
    for (const { detail } of plan) expect(detail).not.toMatch(/^SCAN/);
  });

  it('gives the rows of known products in the order asked and leaves unknown ones out', () => {
    const rows = handlers['catalogue:rows'](
      { ids: ['mailchimp', 'no-such-product', 'hubspot', 'mailchimp'] },
      callContext(),
    ) as Output<'catalogue:rows'>;
    expect(rows.map((row) => row.id)).toEqual(['mailchimp', 'hubspot', 'mailchimp']);
  });

  it('tells everything about a product in the shape of the contract', () => {
    const product = handlers['catalogue:product']({ id: 'brevo' }, callContext());
    expect(contract['catalogue:product'].output.parse(product)).toEqual(product);
    expect(product).toMatchObject({
      name: 'Brevo',
      aliases: expect.arrayContaining([{ alias: 'Sendinblue', kind: 'former' }]) as unknown,
    });
  });

  it('answers the lists of the whole catalogue in the shape of the contract', () => {
    for (const channel of ['catalogue:stats', 'catalogue:taxonomy', 'catalogue:sources'] as const) {
      const answer = handlers[channel]({}, callContext());
      expect(contract[channel].output.parse(answer)).toEqual(answer);
    }
    const page = query({ text: 'email' });
    expect(contract['catalogue:query'].output.parse(page)).toEqual(page);
  });

  it('counts in the taxonomy what the list of each category holds', () => {
    const taxonomy = handlers['catalogue:taxonomy'](
      {},
      callContext(),
    ) as Output<'catalogue:taxonomy'>;
    const categories = taxonomy.flatMap((group) => group.categories);
    expect(categories).toHaveLength(categoryIds.length);
    for (const { id, products } of categories) {
      expect(query({ filter: { categories: [id] }, limit: 1 }).total).toBe(products);
    }
  });

  it('draws the icons that exist, each once', () => {
    const icons = handlers['catalogue:icons'](
      { slugs: ['hubspot', 'no-such-icon', 'hubspot'] },
      callContext(),
    ) as Output<'catalogue:icons'>;
    expect(icons.map((icon) => icon.slug)).toEqual(['hubspot']);
    expect(icons[0]!.hex).toMatch(/^[0-9A-F]{6}$/i);
  });

  it('refuses an unknown product with a sentence', () => {
    expect(() => handlers['catalogue:product']({ id: 'nothing' }, callContext())).toThrow(
      'There is no product “nothing” in the catalogue.',
    );
    expect(() => integrations('hubspot', 'nothing')).toThrow(/no product “nothing”/);
  });
});

describe('integrations', () => {
  it('are the same from either side, each with evidence', () => {
    const known = db
      .prepare<[], [string, string]>(
        `SELECT a.id, b.id FROM integration
         JOIN product AS a ON a.rowid = from_product JOIN product AS b ON b.rowid = to_product
         ORDER BY integration.rowid`,
      )
      .raw()
      .all() as [string, string][];
    fc.assert(
      fc.property(fc.constantFrom(...known), ([a, b]) => {
        const there = integrations(a, b);
        expect(there.length).toBeGreaterThan(0);
        expect(integrations(b, a)).toEqual(there);
        for (const { evidence } of there) {
          expect(evidence.length).toBeGreaterThan(0);
          for (const { url } of evidence) expect(url).toMatch(/^https?:\/\//);
        }
      }),
    );
  });

  it('of one product are those counted by kind', () => {
    const all = integrations('hubspot');
    const product = handlers['catalogue:product'](
      { id: 'hubspot' },
      callContext(),
    ) as Output<'catalogue:product'>;
    const counted = Object.values(product.integrationsByKind).reduce(
      (sum, count) => sum + count,
      0,
    );
    expect(all).toHaveLength(counted);
    const others = new Set(all.map(({ from, to }) => (from.id === 'hubspot' ? to.id : from.id)));
    expect(others.size).toBe(product.integrations);
  });

  it('of two products that do not meet are none', () => {
    expect(integrations('hubspot', 'hubspot')).toEqual([]);
  });
});
