import type { Database } from 'better-sqlite3';
import { Refusal } from '../../../shared/result.ts';

export interface Migration {
  /** Becomes the file's `user_version`. A released number is never edited; a mistake gets a new one. */
  readonly version: number;
  up(db: Database): void;
}

/** Marks the file as ours in the SQLite header, so that a stranger's database is told apart. */
export const WORKSPACE_APPLICATION_ID = 0x53_54_4b_53; // "STKS"

const firstSchema = `
CREATE TABLE stack (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  created_at TEXT NOT NULL,             -- ISO 8601, UTC, as every time here
  updated_at TEXT NOT NULL,
  deleted_at TEXT,                      -- set while the stack waits to be restored or purged
  revision   INTEGER NOT NULL,          -- grows with every change, undo and redo
  position   INTEGER NOT NULL           -- seq of the last change in effect; 0 before the first
) STRICT, WITHOUT ROWID;

-- "place" keeps the order in which things were added: lanes are looked up in that order.
CREATE TABLE stack_lane (
  place    INTEGER PRIMARY KEY,
  stack_id TEXT NOT NULL REFERENCES stack(id) ON DELETE CASCADE,
  id       TEXT NOT NULL,
  title    TEXT NOT NULL,
  groups   TEXT NOT NULL CHECK (json_valid(groups)),
  x        REAL NOT NULL,
  y        REAL NOT NULL,
  width    REAL NOT NULL,
  height   REAL NOT NULL,
  UNIQUE (stack_id, id)
) STRICT;

CREATE TABLE stack_node (
  place       INTEGER PRIMARY KEY,
  stack_id    TEXT NOT NULL REFERENCES stack(id) ON DELETE CASCADE,
  id          TEXT NOT NULL,
  product_id  TEXT NOT NULL,            -- slug in the catalogue; the product may be gone from it
  name        TEXT NOT NULL,            -- snapshot, as are the category and the group
  category_id TEXT NOT NULL,
  group_id    TEXT NOT NULL,
  lane_id     TEXT,
  x           REAL NOT NULL,
  y           REAL NOT NULL,
  UNIQUE (stack_id, id),
  FOREIGN KEY (stack_id, lane_id) REFERENCES stack_lane(stack_id, id)
    DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX stack_node_by_lane ON stack_node(stack_id, lane_id);

CREATE TABLE stack_connection (
  place        INTEGER PRIMARY KEY,
  stack_id     TEXT NOT NULL REFERENCES stack(id) ON DELETE CASCADE,
  id           TEXT NOT NULL,
  from_node_id TEXT NOT NULL,
  to_node_id   TEXT NOT NULL,
  label        TEXT NOT NULL,
  direction    TEXT NOT NULL CHECK (direction IN ('forward', 'both', 'none')),
  UNIQUE (stack_id, id),
  FOREIGN KEY (stack_id, from_node_id) REFERENCES stack_node(stack_id, id)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (stack_id, to_node_id) REFERENCES stack_node(stack_id, id)
    DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX stack_connection_by_from ON stack_connection(stack_id, from_node_id);
CREATE INDEX stack_connection_by_to ON stack_connection(stack_id, to_node_id);

-- What was done, and how to take it back. Rows after stack.position are what redo would do.
CREATE TABLE stack_change (
  stack_id   TEXT NOT NULL REFERENCES stack(id) ON DELETE CASCADE,
  seq        INTEGER NOT NULL CHECK (seq > 0),
  command    TEXT NOT NULL,             -- type of the command
  label      TEXT NOT NULL,
  patch      TEXT NOT NULL CHECK (json_valid(patch)),
  inverse    TEXT NOT NULL CHECK (json_valid(inverse)),
  created_at TEXT NOT NULL,
  PRIMARY KEY (stack_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

-- What happened before the window opened and waits to be read.
CREATE TABLE notice (
  id         TEXT PRIMARY KEY,
  level      TEXT NOT NULL CHECK (level IN ('info', 'warning')),
  title      TEXT NOT NULL,
  text       TEXT NOT NULL,
  backups    TEXT NOT NULL CHECK (json_valid(backups)),
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

const personalSchema = `
-- What a person keeps about a product of the catalogue; the product may be gone from it.
CREATE TABLE product_mark (
  product_id TEXT PRIMARY KEY,          -- slug in the catalogue
  hidden     INTEGER NOT NULL CHECK (hidden IN (0, 1)),
  note       TEXT NOT NULL,
  tags       TEXT NOT NULL CHECK (json_valid(tags)),
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

const savedSearchSchema = `
CREATE TABLE saved_search (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  query      TEXT NOT NULL CHECK (json_valid(query)),  -- text, filter and sort
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

const customSchema = `
-- What a person adds to the catalogue; the fields of a record are in its content.
CREATE TABLE own_product (
  id        TEXT PRIMARY KEY,
  content   TEXT NOT NULL CHECK (json_valid(content)),
  import_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX own_product_by_import ON own_product(import_id) WHERE import_id IS NOT NULL;

-- The ends are ids of products, of the catalogue or own ones; either may be gone.
CREATE TABLE own_integration (
  id        TEXT PRIMARY KEY,
  from_id   TEXT NOT NULL,
  to_id     TEXT NOT NULL,
  content   TEXT NOT NULL CHECK (json_valid(content)),
  import_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX own_integration_by_from ON own_integration(from_id);
CREATE INDEX own_integration_by_to ON own_integration(to_id);
CREATE INDEX own_integration_by_import ON own_integration(import_id) WHERE import_id IS NOT NULL;

-- One row. Grows with every change to the two tables above.
CREATE TABLE own_revision (
  revision INTEGER NOT NULL
) STRICT;
INSERT INTO own_revision VALUES (0);
`;

const importSchema = `
CREATE TABLE import_run (
  id           TEXT PRIMARY KEY,
  file_name    TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('products', 'integrations')),
  created_at   TEXT NOT NULL,
  undone_at    TEXT,
  products     INTEGER NOT NULL,
  integrations INTEGER NOT NULL,
  marks        TEXT NOT NULL CHECK (json_valid(marks))  -- notes and tags, before and after
) STRICT, WITHOUT ROWID;
`;

const canvasSchema = `
ALTER TABLE stack ADD COLUMN template_id TEXT DEFAULT 'taxonomy';
ALTER TABLE stack_lane ADD COLUMN shape TEXT NOT NULL DEFAULT 'column';
ALTER TABLE stack_lane ADD COLUMN categories TEXT NOT NULL DEFAULT '[]'
  CHECK (json_valid(categories));
ALTER TABLE stack_node ADD COLUMN state TEXT NOT NULL DEFAULT 'in-use';
ALTER TABLE stack_node ADD COLUMN owner TEXT NOT NULL DEFAULT '';
ALTER TABLE stack_node ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1));
ALTER TABLE stack_node ADD COLUMN cluster_id TEXT;
ALTER TABLE stack_node ADD COLUMN yearly_cost REAL;
ALTER TABLE stack_node ADD COLUMN processor_agreement INTEGER
  CHECK (processor_agreement IN (0, 1));
ALTER TABLE stack_connection ADD COLUMN state TEXT NOT NULL DEFAULT 'live';
ALTER TABLE stack_connection ADD COLUMN data_kinds TEXT NOT NULL DEFAULT '[]'
  CHECK (json_valid(data_kinds));

-- Notes, headings, frames and pictures; what each type has is in its content.
CREATE TABLE stack_item (
  place    INTEGER PRIMARY KEY,
  stack_id TEXT NOT NULL REFERENCES stack(id) ON DELETE CASCADE,
  id       TEXT NOT NULL,
  content  TEXT NOT NULL CHECK (json_valid(content)),
  UNIQUE (stack_id, id)
) STRICT;

-- Kept once each, under the hash of the bytes; items name them.
CREATE TABLE picture (
  id         TEXT PRIMARY KEY,          -- SHA-256, hexadecimal
  mime_type  TEXT NOT NULL,
  bytes      BLOB NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

const insightSchema = `
-- Findings that somebody has decided to live with, and what they rested on then.
CREATE TABLE accepted_finding (
  stack_id    TEXT NOT NULL REFERENCES stack(id) ON DELETE CASCADE,
  rule_id     TEXT NOT NULL,
  subject     TEXT NOT NULL,            -- what the finding is about, within its rule
  basis       TEXT NOT NULL,
  title       TEXT NOT NULL,            -- as it read then
  reason      TEXT NOT NULL,
  accepted_at TEXT NOT NULL,
  PRIMARY KEY (stack_id, rule_id, subject)
) STRICT, WITHOUT ROWID;

-- Rules that are off or have other thresholds than their own; for all stacks.
CREATE TABLE rule_setting (
  rule_id    TEXT PRIMARY KEY,
  is_on      INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  thresholds TEXT NOT NULL CHECK (json_valid(thresholds))
) STRICT, WITHOUT ROWID;

-- Categories that a stack has to cover, where somebody has said so.
CREATE TABLE stack_need (
  stack_id   TEXT PRIMARY KEY REFERENCES stack(id) ON DELETE CASCADE,
  categories TEXT NOT NULL CHECK (json_valid(categories))
) STRICT, WITHOUT ROWID;
`;

const snapshotSchema = `
-- Versions of a stack as it was, whole; an automatic one was taken before a large change.
CREATE TABLE stack_snapshot (
  id           TEXT PRIMARY KEY,
  stack_id     TEXT NOT NULL REFERENCES stack(id) ON DELETE CASCADE,
  name         TEXT NOT NULL,
  is_automatic INTEGER NOT NULL CHECK (is_automatic IN (0, 1)),
  created_at   TEXT NOT NULL,
  products     INTEGER NOT NULL,
  connections  INTEGER NOT NULL,
  content      TEXT NOT NULL CHECK (json_valid(content)),
  deleted_at   TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX stack_snapshot_of ON stack_snapshot (stack_id, created_at);
`;

const workshopSchema = `
-- Workshops about a stack; what the facilitator keeps is in the content.
CREATE TABLE workshop (
  id         TEXT PRIMARY KEY,
  stack_id   TEXT NOT NULL REFERENCES stack(id) ON DELETE CASCADE,
  name       TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at   TEXT,                      -- null while it runs
  revision   INTEGER NOT NULL,
  before_id  TEXT NOT NULL,             -- versions of the stack, in stack_snapshot
  after_id   TEXT,
  content    TEXT NOT NULL CHECK (json_valid(content)),
  deleted_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX workshop_of ON workshop (stack_id, started_at);
-- One at a time about a stack.
CREATE UNIQUE INDEX workshop_running ON workshop (stack_id)
  WHERE ended_at IS NULL AND deleted_at IS NULL;

-- What was done to the stack while it ran, as it happened: undoing is a move like any other, and
-- later changes of the stack's own log take nothing from it.
CREATE TABLE workshop_move (
  workshop_id TEXT NOT NULL REFERENCES workshop(id) ON DELETE CASCADE,
  seq         INTEGER NOT NULL CHECK (seq > 0),
  command     TEXT NOT NULL,
  label       TEXT NOT NULL,
  patch       TEXT NOT NULL CHECK (json_valid(patch)),
  created_at  TEXT NOT NULL,
  PRIMARY KEY (workshop_id, seq)
) STRICT, WITHOUT ROWID;
`;

export const migrations: readonly Migration[] = [
  {
    version: 1,
    up: (db) => {
      db.exec(firstSchema);
      db.pragma(`application_id = ${WORKSPACE_APPLICATION_ID}`);
    },
  },
  { version: 2, up: (db) => void db.exec(savedSearchSchema) },
  { version: 3, up: (db) => void db.exec(personalSchema) },
  { version: 4, up: (db) => void db.exec(customSchema) },
  { version: 5, up: (db) => void db.exec(importSchema) },
  { version: 7, up: (db) => void db.exec(canvasSchema) },
  { version: 9, up: (db) => void db.exec(insightSchema) },
  { version: 10, up: (db) => void db.exec(snapshotSchema) },
  { version: 11, up: (db) => void db.exec(workshopSchema) },
];

export function newestVersion(steps: readonly Migration[] = migrations): number {
  return steps.at(-1)?.version ?? 0;
}

export function versionOf(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/**
 * Brings the schema up to the newest version, one transaction per step: a step that fails leaves the
 * file at the step before.
 * @throws Refusal 'unsupported-version' if a newer release wrote the file; it is left untouched
 */
export function migrate(db: Database, steps: readonly Migration[] = migrations): void {
  const target = newestVersion(steps);
  if (versionOf(db) > target) {
    throw new Refusal(
      'unsupported-version',
      'These data were written by a newer release of Stackscape. Install that release to open them; nothing was changed.',
      { found: versionOf(db), supported: target },
    );
  }
  for (const step of steps) {
    db.transaction(() => {
      // Looked up inside the transaction: another process may have taken the step meanwhile.
      if (versionOf(db) >= step.version) return;
      step.up(db);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
}
