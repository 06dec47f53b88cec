/**
 * The shape of catalogue.db. The file is built whole by `npm run catalogue`, opened read-only by
 * the application and replaced whole by a newer one, so it has a version and no migrations.
 *
 * There is no search index in it: the application builds one in memory from the folded names within
 * some tens of milliseconds. Unlike a table of trigrams it serves words of one and two letters and
 * short words with swapped letters (shared/search/search-index.ts).
 */
export const CATALOGUE_SCHEMA_VERSION = 2;

export const catalogueSchema = `
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  id            TEXT PRIMARY KEY,
  title         TEXT NOT NULL,
  url           TEXT NOT NULL,
  revision      TEXT,               -- commit or package version the facts were read at
  snapshot_date TEXT NOT NULL,      -- YYYY-MM-DD
  licence       TEXT NOT NULL,
  note          TEXT NOT NULL,
  products      INTEGER NOT NULL,   -- catalogue products that this source names
  integrations  INTEGER NOT NULL,   -- catalogue integrations that this source gives evidence for
  owner         TEXT                -- id of the product whose own documentation it is, NULL for a third party
) STRICT, WITHOUT ROWID;

CREATE TABLE category_group (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE category (
  id       TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES category_group(id),
  name     TEXT NOT NULL,
  covers   TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE icon (
  slug  TEXT PRIMARY KEY,           -- simple-icons slug
  title TEXT NOT NULL,
  hex   TEXT NOT NULL,              -- brand colour, RRGGBB
  path  TEXT NOT NULL               -- SVG path on a 24 x 24 grid
) STRICT, WITHOUT ROWID;

CREATE TABLE product (
  rowid       INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  name        TEXT NOT NULL,
  sort_name   TEXT NOT NULL,        -- folded name, for ordering and exact or prefix look-up
  homepage    TEXT,                 -- https://… ; NULL where no source states one
  domain      TEXT,                 -- registrable domain of the homepage
  description TEXT,                 -- one line of our own writing, or NULL
  vendor      TEXT,                 -- company that makes it, where known
  category_id TEXT NOT NULL REFERENCES category(id),
  kind        TEXT NOT NULL CHECK (kind IN ('product', 'extension')),
  status      TEXT NOT NULL CHECK (status IN ('active', 'discontinued')),
  status_note TEXT,                 -- "became X in 2023"
  pricing     TEXT NOT NULL,        -- '|'-joined pricing models in the order of shared/domain, '' if not stated
  oss         INTEGER,              -- 1, 0, NULL = not stated
  saas        INTEGER,              -- 1, 0, NULL = not stated
  tcf_id      INTEGER,              -- IAB TCF vendor id
  icon        TEXT REFERENCES icon(slug),
  sources     INTEGER NOT NULL,     -- number of sources that name it
  degree      INTEGER NOT NULL      -- number of distinct products it integrates with
) STRICT;
CREATE INDEX product_by_sort_name ON product(sort_name);
CREATE INDEX product_by_domain ON product(domain);
CREATE INDEX product_by_category ON product(category_id);

-- Every category of a product, the primary one first (position 0).
CREATE TABLE product_category (
  product     INTEGER NOT NULL REFERENCES product(rowid),
  category_id TEXT NOT NULL REFERENCES category(id),
  position    INTEGER NOT NULL,
  PRIMARY KEY (product, category_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_category_by_category ON product_category(category_id);

-- Other names ('name'), names it had before ('former') and further domains ('domain').
CREATE TABLE product_alias (
  product INTEGER NOT NULL REFERENCES product(rowid),
  alias   TEXT NOT NULL,
  kind    TEXT NOT NULL CHECK (kind IN ('name', 'former', 'domain')),
  folded  TEXT NOT NULL,            -- folded alias, for exact or prefix look-up
  PRIMARY KEY (product, kind, alias)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_alias_by_folded ON product_alias(folded);

-- Other stated facts: apiDocs, authMode, regions, privacyPolicy, appPublisher… one value a row, as text.
CREATE TABLE product_fact (
  product INTEGER NOT NULL REFERENCES product(rowid),
  key     TEXT NOT NULL,
  value   TEXT NOT NULL,
  source  TEXT NOT NULL REFERENCES source(id),
  PRIMARY KEY (product, key, value, source)
) STRICT, WITHOUT ROWID;

-- The source rows that make up a product, and why each belongs to it.
CREATE TABLE product_source (
  product    INTEGER NOT NULL REFERENCES product(rowid),
  source     TEXT NOT NULL REFERENCES source(id),
  key        TEXT NOT NULL,
  name       TEXT NOT NULL,
  homepage   TEXT,
  categories TEXT NOT NULL,
  why        TEXT NOT NULL,         -- the rule that put the row here, in words
  strength   REAL NOT NULL,         -- 0..1, how sure that rule is
  PRIMARY KEY (source, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_source_by_product ON product_source(product);

-- One row per ordered pair and kind. Where direction is 'both' or 'none' the pair is stored once.
CREATE TABLE integration (
  rowid        INTEGER PRIMARY KEY,
  from_product INTEGER NOT NULL REFERENCES product(rowid),
  to_product   INTEGER NOT NULL REFERENCES product(rowid),
  kind         TEXT NOT NULL,
  direction    TEXT NOT NULL CHECK (direction IN ('forward', 'both', 'none')),
  UNIQUE (from_product, to_product, kind),
  CHECK (from_product <> to_product)
) STRICT;
CREATE INDEX integration_by_to ON integration(to_product);

CREATE TABLE evidence (
  integration INTEGER NOT NULL REFERENCES integration(rowid),
  source      TEXT NOT NULL REFERENCES source(id),
  url         TEXT NOT NULL,
  PRIMARY KEY (integration, source, url)
) STRICT, WITHOUT ROWID;

-- Pairs the resolver found doubtful: the weakest merges and the nearest that were kept apart.
CREATE TABLE doubt (
  id       INTEGER PRIMARY KEY,
  verdict  TEXT NOT NULL CHECK (verdict IN ('merged', 'kept-apart')),
  a        TEXT NOT NULL,           -- source:key or product id
  b        TEXT NOT NULL,
  reason   TEXT NOT NULL,
  strength REAL NOT NULL
) STRICT;
`;
