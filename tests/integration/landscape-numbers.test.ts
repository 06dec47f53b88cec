import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCatalogueServices } from '../../electron/services/create-services.ts';
import { MOST_CONNECTED } from '../../shared/landscape/contract.ts';
import { publishedCounts } from '../../shared/landscape/growth.ts';
import { callContext } from '../support/call-context.ts';
import { realCatalogue } from '../support/catalogue.ts';
import { tempFolder } from '../support/temp-folder.ts';

function services() {
  const running = createCatalogueServices(realCatalogue(), tempFolder());
  onTestFinished(() => running.close());
  return running.handlers;
}

/** The same, counted by the database. */
function database() {
  const db = new Database(realCatalogue(), { readonly: true });
  onTestFinished(() => void db.close());
  return db;
}

describe('the landscape in numbers', () => {
  it('counts products by category as the database does', async () => {
    const { categories } = await services()['landscape:numbers']({}, callContext());
    const counted = database()
      .prepare<[], { id: string; products: number }>(
        `SELECT category.id, count(product.rowid) AS products FROM category
         LEFT JOIN product ON product.category_id = category.id GROUP BY category.id`,
      )
      .all();
    const byId = new Map(counted.map(({ id, products }) => [id, products]));
    expect(categories).toHaveLength(counted.length);
    for (const { id, products, all } of categories) {
      expect(products, id).toBe(byId.get(id));
      expect(all, id).toBeGreaterThanOrEqual(products);
    }
  });

  it('counts pairs of categories as the database does, and finds them when asked', async () => {
    const handlers = services();
    const { categories, cells, pairs } = await handlers['landscape:numbers']({}, callContext());
    const counted = database()
      .prepare<[], { a: string; b: string; pairs: number }>(
        `SELECT min(p.category_id, q.category_id) AS a, max(p.category_id, q.category_id) AS b,
           count(*) AS pairs
         FROM (SELECT DISTINCT min(from_product, to_product) AS x, max(from_product, to_product) AS y
               FROM integration WHERE from_product <> to_product)
         JOIN product p ON p.rowid = x JOIN product q ON q.rowid = y GROUP BY 1, 2`,
      )
      .all();
    const found = new Map(
      cells.map((cell) => [
        [categories[cell.a]!.id, categories[cell.b]!.id].sort().join(' '),
        cell.pairs,
      ]),
    );
    expect(cells).toHaveLength(counted.length);
    for (const { a, b, pairs: number } of counted) {
      expect(found.get([a, b].sort().join(' ')), `${a} ${b}`).toBe(number);
    }
    expect(pairs).toBe(counted.reduce((sum, cell) => sum + cell.pairs, 0));
    for (const { density } of cells) expect(density > 0 && density <= 1).toBe(true);
    const some = counted[0]!;
    const listed = await handlers['landscape:pairs']({ a: some.a, b: some.b }, callContext());
    expect(listed.total).toBe(some.pairs);
    expect(listed.first.length).toBe(Math.min(50, some.pairs));
  });

  it('names the most connected products first, with where data goes', async () => {
    const { connected, alone } = await services()['landscape:numbers']({}, callContext());
    expect(connected).toHaveLength(MOST_CONNECTED);
    const degrees = connected.map(({ product }) => product.integrations);
    expect(degrees).toEqual([...degrees].sort((a, b) => b - a));
    for (const { product, sends, gets, unknown } of connected) {
      expect(Math.max(sends, gets, unknown)).toBeLessThanOrEqual(product.integrations);
      expect(sends + gets + unknown).toBeGreaterThanOrEqual(product.integrations);
    }
    expect(alone).toBeGreaterThan(0);
  });

  it('refuses a category that does not exist', () => {
    const ask = () => services()['landscape:pairs']({ a: 'crm', b: 'none' }, callContext());
    expect(ask).toThrow('There is no category “none”.');
  });
});

it('published counts go up from year to year, each with who published it', () => {
  publishedCounts.slice(1).forEach(({ year, products, source }, at) => {
    expect(year).toBeGreaterThan(publishedCounts[at]!.year);
    expect(products).toBeGreaterThan(publishedCounts[at]!.products);
    expect(source).not.toBe('');
  });
  expect(publishedCounts.at(-1)).toMatchObject({ year: 2026, products: 15_505 });
});
