import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { catalogueSchema } from '../../electron/store/catalogue/schema.ts';
import { fold } from '../../shared/search/fold.ts';
import type { Icon } from './icons.ts';
import { byText } from './order.ts';
import type { Product } from './product.ts';
import type { Source } from './read-facts.ts';
import type { Integration } from './relate.ts';
import { degrees } from './relate.ts';
import type { Doubt } from './resolve.ts';
import type { Taxonomy } from './taxonomy.ts';

/** All that goes into the file. */
export type Catalogue = {
  readonly meta: Readonly<Record<string, string>>;
  readonly sources: readonly Source[];
  /** Source → id of the product whose own documentation it is. */
  readonly sourceOwners: ReadonlyMap<string, string>;
  readonly taxonomy: Taxonomy;
  readonly products: readonly Product[];
  readonly integrations: readonly Integration[];
  readonly icons: readonly Icon[];
  readonly doubts: readonly Doubt[];
};

const bit = (value: boolean | null): number | null => (value === null ? null : Number(value));

/** Fills an empty database. Rows go in sorted, so the same catalogue gives the same bytes. */
function fill(db: Database.Database, catalogue: Catalogue): void {
  const { products, integrations, sources, taxonomy } = catalogue;
  const insert = (table: string, columns: readonly string[]): Database.Statement =>
    db.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );

  const meta = insert('meta', ['key', 'value']);
  for (const [key, value] of Object.entries(catalogue.meta).sort((a, b) => byText(a[0], b[0])))
    meta.run(key, value);

  const namedBy = new Map<string, number>();
  for (const product of products) {
    for (const id of new Set(product.members.map(({ row }) => row.fact.source)))
      namedBy.set(id, (namedBy.get(id) ?? 0) + 1);
  }
  const shownBy = new Map<string, number>();
  for (const { evidence } of integrations) {
    for (const id of new Set(evidence.map((item) => item.source)))
      shownBy.set(id, (shownBy.get(id) ?? 0) + 1);
  }
  const source = insert('source', [
    'id',
    'title',
    'url',
    'revision',
    'snapshot_date',
    'licence',
    'note',
    'products',
    'integrations',
    'owner',
  ]);
  for (const s of sources) {
    source.run(
      s.id,
      s.title,
      s.url,
      s.commit || null,
      s.snapshotDate,
      s.licence,
      s.note,
      namedBy.get(s.id) ?? 0,
      shownBy.get(s.id) ?? 0,
      catalogue.sourceOwners.get(s.id) ?? null,
    );
  }

  const group = insert('category_group', ['id', 'name', 'position']);
  taxonomy.groups.forEach((g, at) => group.run(g.id, g.name, at));
  const category = insert('category', ['id', 'group_id', 'name', 'covers', 'position']);
  taxonomy.categories.forEach((c, at) => category.run(c.id, c.group, c.name, c.covers, at));

  const icon = insert('icon', ['slug', 'title', 'hex', 'path']);
  for (const i of catalogue.icons) icon.run(i.slug, i.title, i.hex, i.path);

  const degree = degrees(integrations);
  const product = insert('product', [
    'rowid',
    'id',
    'name',
    'sort_name',
    'homepage',
    'domain',
    'description',
    'vendor',
    'category_id',
    'kind',
    'status',
    'status_note',
    'pricing',
    'oss',
    'saas',
    'tcf_id',
    'icon',
    'sources',
    'degree',
  ]);
  const productCategory = insert('product_category', ['product', 'category_id', 'position']);
  const alias = insert('product_alias', ['product', 'alias', 'kind', 'folded']);
  const fact = insert('product_fact', ['product', 'key', 'value', 'source']);
  const productSource = insert('product_source', [
    'product',
    'source',
    'key',
    'name',
    'homepage',
    'categories',
    'why',
    'strength',
  ]);
  const rowids = new Map<string, number>();
  products.forEach((p, at) => {
    const rowid = at + 1;
    rowids.set(p.id, rowid);
    product.run(
      rowid,
      p.id,
      p.name,
      fold(p.name),
      p.homepage,
      p.domain,
      p.description,
      p.vendor,
      p.categories[0],
      p.kind,
      p.status,
      p.statusNote,
      p.pricing.join('|'),
      bit(p.oss),
      bit(p.saas),
      p.tcfId,
      p.icon,
      p.sources,
      degree.get(p.id) ?? 0,
    );
    p.categories.forEach((id, position) => productCategory.run(rowid, id, position));
    for (const a of p.aliases) alias.run(rowid, a.alias, a.kind, fold(a.alias));
    for (const f of p.facts) fact.run(rowid, f.key, f.value, f.source);
    for (const { row, why, strength } of p.members) {
      const { source: from, key, name, homepage, categories } = row.fact;
      productSource.run(
        rowid,
        from,
        key,
        name,
        homepage || null,
        categories.join('|'),
        why,
        strength,
      );
    }
  });

  const integration = insert('integration', [
    'rowid',
    'from_product',
    'to_product',
    'kind',
    'direction',
  ]);
  const evidence = insert('evidence', ['integration', 'source', 'url']);
  integrations.forEach((link, at) => {
    integration.run(at + 1, rowids.get(link.from), rowids.get(link.to), link.kind, link.direction);
    for (const { source: from, url } of link.evidence) evidence.run(at + 1, from, url);
  });

  const doubt = insert('doubt', ['id', 'verdict', 'a', 'b', 'reason', 'strength']);
  catalogue.doubts.forEach((d, at) => doubt.run(at + 1, d.verdict, d.a, d.b, d.reason, d.strength));
}

/**
 * Writes the catalogue beside `file` and renames it into place, so that a reader sees the old file
 * or the whole new one.
 */
export function writeDatabase(file: string, catalogue: Catalogue): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  rmSync(draft, { force: true });
  try {
    const db = new Database(draft);
    try {
      db.pragma('journal_mode = OFF');
      db.pragma('synchronous = OFF');
      db.pragma('page_size = 4096');
      db.pragma('foreign_keys = ON');
      db.exec(catalogueSchema);
      db.transaction(() => fill(db, catalogue))();
      db.exec('ANALYZE');
      db.exec('VACUUM');
    } finally {
      db.close();
    }
    const handle = openSync(draft, 'r+');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
