import type { Database } from 'better-sqlite3';
import { getDomain } from 'tldts';
import { OWN_SOURCE } from '../../../shared/custom/own-source.ts';
import type { OwnRecords } from '../../../shared/custom/records.ts';
import { pricingModels, type Direction } from '../../../shared/domain/catalogue.ts';
import { fold } from '../../../shared/search/fold.ts';

const bit = (value: boolean | null): number | null => (value === null ? null : Number(value));

/** An integration that two products have already. */
interface Between {
  readonly rowid: number;
  readonly isForward: 0 | 1;
  readonly kind: string;
  readonly direction: Direction;
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
  let nextProduct = Math.max(0, ...rowids.values()) + 1;

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
  // Both ways round; two look-ups in the index of the unique constraint.
  const linksBetween = db.prepare<{ a: number; b: number }, Between>(
    `SELECT rowid, 1 AS isForward, kind, direction FROM integration
       WHERE from_product = @a AND to_product = @b
     UNION ALL SELECT rowid, 0, kind, direction FROM integration
       WHERE from_product = @b AND to_product = @a`,
  );
  const insertLink = db.prepare(
    'INSERT INTO integration (from_product, to_product, kind, direction) VALUES (?, ?, ?, ?)',
  );
  const setDirection = db.prepare(
    'UPDATE integration SET from_product = ?, to_product = ?, direction = ? WHERE rowid = ?',
  );
  const insertEvidence = db.prepare(
    'INSERT OR IGNORE INTO evidence (integration, source, url) VALUES (?, ?, ?)',
  );
  const addNeighbours = db.prepare('UPDATE product SET degree = degree + ? WHERE rowid = ?');

  db.transaction(() => {
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
    const newNeighbours = new Map<number, number>();
    for (const { from, to, kind, direction, url } of integrations) {
      const a = rowids.get(from);
      const b = rowids.get(to);
      if (a === undefined || b === undefined || a === b) continue;
      const between = linksBetween.all({ a, b });
      // What a source states already gets one more witness.
      const sameKind = between.filter((link) => link.kind === kind);
      const same =
        sameKind.find((link) => link.isForward === 1) ??
        sameKind.find((link) => direction !== 'forward' || link.direction === 'none');
      // Where no source says which way data goes, the person does.
      if (same?.direction === 'none' && direction !== 'none') {
        setDirection.run(a, b, direction, same.rowid);
      }
      const link = same?.rowid ?? Number(insertLink.run(a, b, kind, direction).lastInsertRowid);
      insertEvidence.run(link, OWN_SOURCE, url ?? '');
      if (between.length > 0) continue;
      for (const end of [a, b]) newNeighbours.set(end, (newNeighbours.get(end) ?? 0) + 1);
    }
    for (const [rowid, count] of newNeighbours) addNeighbours.run(count, rowid);
  })();
}
