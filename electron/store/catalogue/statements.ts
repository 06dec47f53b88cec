/**
 * Every statement that reads one product or a few at a time. They are kept as text so that a test
 * can ask SQLite how it runs each of them; all but the lists of the whole catalogue go by an index.
 */

const integrationColumns = `
  integration.rowid AS link, integration.kind, integration.direction,
  source_product.id AS from_id, source_product.name AS from_name,
  target_product.id AS to_id, target_product.name AS to_name,
  evidence.source, evidence.url, source.owner
FROM integration
JOIN product AS source_product ON source_product.rowid = integration.from_product
JOIN product AS target_product ON target_product.rowid = integration.to_product
JOIN evidence ON evidence.integration = integration.rowid
JOIN source ON source.id = evidence.source`;

/** Read once or rarely, and meant to read everything. */
const lists = {
  stats: `SELECT
    (SELECT count(*) FROM product) AS products,
    (SELECT count(*) FROM category) AS categories,
    (SELECT count(*) FROM integration) AS integrations,
    (SELECT count(*) FROM evidence) AS evidence,
    (SELECT count(*) FROM source) AS sources,
    (SELECT count(*) FROM product_alias) AS aliases`,
  groups: 'SELECT id, name FROM category_group ORDER BY position, id',
  categories: `SELECT id, name, group_id, covers,
      (SELECT count(*) FROM product_category WHERE category_id = category.id) AS products
    FROM category ORDER BY position, id`,
  sources: `SELECT id, title, url, revision, snapshot_date, licence, note, products, integrations, owner
    FROM source ORDER BY title, id`,
  // Those most worth a look first, merged and kept apart by turns.
  doubts: `SELECT verdict, a, b, reason, strength FROM doubt
    ORDER BY row_number() OVER (PARTITION BY verdict ORDER BY id), verdict DESC LIMIT ?`,
  marks: 'SELECT name, icon FROM product ORDER BY rowid',
} as const;

/** Read at every click: each goes straight to its rows. */
export const lookups = {
  product: `SELECT rowid, id, name, homepage, domain, description, vendor, category_id, kind, status,
      status_note, pricing, oss, saas, tcf_id, icon, sources, degree
    FROM product WHERE rowid = ?`,
  searchFields: 'SELECT id, name, homepage FROM product WHERE rowid = ?',
  aliasNames: `SELECT alias FROM product_alias
    WHERE product = ? AND kind IN ('name', 'former') ORDER BY kind DESC, alias`,
  productCategories: `SELECT category_id FROM product_category
    WHERE product = ? ORDER BY position, category_id`,
  aliases: 'SELECT alias, kind FROM product_alias WHERE product = ? ORDER BY kind, alias',
  facts: `SELECT key, value, source FROM product_fact
    WHERE product = ? ORDER BY key, value, source`,
  sourceRows: `SELECT source, key, name, homepage, why FROM product_source
    WHERE product = ? ORDER BY source, key`,
  kinds: `SELECT kind, count(*) AS count FROM integration
    WHERE from_product = ? OR to_product = ? GROUP BY kind`,
  integrations: `SELECT ${integrationColumns}
    WHERE integration.from_product = ? OR integration.to_product = ?
    ORDER BY link, evidence.source, evidence.url`,
  integrationsBetween: `SELECT ${integrationColumns}
    WHERE (integration.from_product = ? AND integration.to_product = ?)
      OR (integration.from_product = ? AND integration.to_product = ?)
    ORDER BY link, evidence.source, evidence.url`,
  icon: 'SELECT slug, title, hex, path FROM icon WHERE slug = ?',
} as const;

export const catalogueStatements = { ...lists, ...lookups } as const;
