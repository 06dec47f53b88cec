import type { Database } from 'better-sqlite3';
import { getDomain } from 'tldts';
import { OWN_SOURCE } from '../../../shared/custom/own-source.ts';
import type { OwnRecords } from '../../../shared/custom/records.ts';
import { pricingModels } from '../../../shared/domain/catalogue.ts';
import { fold } from '../../../shared/search/fold.ts';
import { addOwnLinks } from './add-own-links.ts';

const bit = (value: boolean | null): number | null => (value === null ? null : Number(value));

/** From here on building an index once is quicker than keeping it while rows come in. */
const MANY = 5_000;

/** Takes the indexes away that only reading needs. @returns puts them back */
function withoutIndexes(db: Database): () => void {
  const indexes = db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL",
    )
    .all();
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`);
  return () => {
    for (const { sql } of indexes) db.exec(sql);
  };
}

/** What the other names of a product must not repeat. */
function distinct(aliases: readonly string[], name: string): string[] {
  return [...new Set(aliases)].filter((alias) => alias !== name);
}

/**
 * Writes a person's own records into a catalogue that is open for writing, which is a copy in memory:
 * the file itself holds nothing of the person's. An integration with an end that this catalogue does
 * not have is left out; it stays in the workspace and comes back with the product.
 */
export function addOwnRecords(db: Database, { products, integrations }: OwnRecords): void {
  const categories = db.prepare<[], string>('SELECT id FROM category ORDER BY position, id');
  const known = categories.pluck().all() as string[];
  const [anyCategory] = known;
  const isKnown = new Set(known);
  const rowids = new Map<string, number>(
    db.prepare<[], [string, number]>('SELECT id, rowid FROM product').raw().all() as [
      string,
      number,
    ][],
  );
  const lastOfCatalogue = rowids.size === 0 ? 0 : Math.max(...rowids.values());
  let nextProduct = lastOfCatalogue + 1;

  const insertProduct = db.prepare(
    `INSERT INTO product (rowid, id, name, sort_name, homepage, domain, description, vendor,
       category_id, kind, status, status_note, pricing, oss, saas, tcf_id, icon, sources, degree)
     VALUES (@rowid, @id, @name, @sort_name, @homepage, @domain, @description, @vendor,
       @category_id, @kind, @status, NULL, @pricing, @oss, @saas, NULL, NULL, 1, 0)`,
  );
  const insertCategory = db.prepare(
    'INSERT INTO product_category (product, category_id, position) VALUES (?, ?, ?)',
  );
  const insertAlias = db.prepare(
    "INSERT INTO product_alias (product, alias, kind, folded) VALUES (?, ?, 'name', ?)",
  );
  const insertSource = db.prepare(
    `INSERT INTO product_source (product, source, key, name, homepage, categories, why, strength)
     VALUES (?, ?, ?, ?, ?, ?, 'You added it.', 1)`,
  );
  db.transaction(() => {
    const restoreIndexes =
      products.length + integrations.length < MANY ? undefined : withoutIndexes(db);
    db.prepare(
      `INSERT INTO source (id, title, url, revision, snapshot_date, licence, note, products,
         integrations, owner) VALUES (?, 'Your own records', '', NULL, '', '', ?, ?, ?, NULL)`,
    ).run(
      OWN_SOURCE,
      'What you added yourself, by hand or from your files. It stays on this machine.',
      products.length,
      integrations.length,
    );
    for (const product of products) {
      const own = product.categories.filter((id) => isKnown.has(id));
      // Another landscape may have none of its categories; the product must show all the same.
      const placed = own.length > 0 ? own : anyCategory === undefined ? [] : [anyCategory];
      const [primary] = placed;
      if (primary === undefined || rowids.has(product.id)) continue;
      const rowid = nextProduct++;
      rowids.set(product.id, rowid);
      insertProduct.run({
        rowid,
        id: product.id,
        name: product.name,
        sort_name: fold(product.name),
        homepage: product.homepage,
        domain: product.homepage === null ? null : getDomain(product.homepage),
        description: product.description,
        vendor: product.vendor,
        category_id: primary,
        kind: product.kind,
        status: product.status,
        pricing: pricingModels.filter((model) => product.pricing.includes(model)).join('|'),
        oss: bit(product.oss),
        saas: bit(product.saas),
      });
      [...new Set(placed)].forEach((id, position) => insertCategory.run(rowid, id, position));
      for (const alias of distinct(product.aliases, product.name)) {
        insertAlias.run(rowid, alias, fold(alias));
      }
      insertSource.run(
        ...[rowid, OWN_SOURCE, product.id, product.name, product.homepage],
        product.categories.join('|'),
      );
    }
    addOwnLinks(db, integrations, rowids, lastOfCatalogue);
    restoreIndexes?.();
  })();
}
