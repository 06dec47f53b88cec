import Database from 'better-sqlite3';
import { getDomain } from 'tldts';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { groupIds } from '../../../shared/domain/catalogue.ts';
import { Refusal } from '../../../shared/result.ts';
import { fold } from '../../../shared/search/fold.ts';
import { CATALOGUE_SCHEMA_VERSION, catalogueSchema } from '../../store/catalogue/schema.ts';
import { manifestOf, sha256, type PackContent } from './pack-file.ts';

/** 20 MB; the largest public landscape has two. */
const MAX_BYTES = 20 * 1024 * 1024;
const MAX_ITEMS = 50_000;

const text = z.string().trim();
const Item = z.object({
  name: text.min(1).max(300),
  description: text.max(5000).nullish(),
  homepage_url: text.max(2000).nullish(),
  repo_url: text.max(2000).nullish(),
  open_source: z.boolean().nullish(),
  /** "Category / Subcategory" of further places. */
  second_path: z.union([text, z.array(text)]).nullish(),
});
const Subcategory = z.object({ name: text.min(1).max(200), items: z.array(Item).nullish() });
const Category = z.object({
  name: text.min(1).max(200),
  subcategories: z.array(Subcategory).nullish(),
});
/** `landscape` in the first format, `categories` in the second. */
const Landscape = z
  .object({ landscape: z.array(Category).nullish(), categories: z.array(Category).nullish() })
  .transform(({ landscape, categories }) => landscape ?? categories ?? []);

function slugs(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const plain =
      fold(name)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 90) || 'item';
    let slug = plain;
    for (let n = 2; taken.has(slug); n++) slug = `${plain}-${n}`;
    taken.add(slug);
    return slug;
  };
}

/** Says where in the file something does not fit: "landscape, entry 3, subcategories…". */
function place(path: readonly PropertyKey[]): string {
  return path
    .slice(0, 8)
    .map((step) => (typeof step === 'number' ? `entry ${step + 1}` : String(step)))
    .join(', ');
}

function parse(source: string): z.output<typeof Landscape> {
  // Aliases are how a small YAML grows without end; no landscape uses more than a few.
  const document = parseDocument(source, { logLevel: 'error' });
  const [fault] = document.errors;
  if (fault) {
    const line = fault.linePos?.[0].line;
    throw new Refusal(
      'invalid-input',
      `This is not YAML${line === undefined ? '' : `; the first fault is in line ${line}`}.`,
      { line: line ?? null },
    );
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 });
  } catch {
    throw new Refusal('too-large', 'This YAML repeats itself far too often; it was not read.');
  }
  const landscape = Landscape.safeParse(value);
  if (!landscape.success) {
    const [issue] = landscape.error.issues;
    throw new Refusal(
      'invalid-input',
      `This is no landscape: ${place(issue?.path ?? [])} does not fit (${issue?.message ?? ''}).`,
    );
  }
  if (landscape.data.length === 0) {
    throw new Refusal('invalid-input', 'This is no landscape: it has no list of categories.');
  }
  return landscape.data;
}

const webAddress = (address: string | null | undefined): string | null => {
  const url = address ? URL.parse(address) : null;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
};

/**
 * The open landscape format of the CNCF (`landscape.yml`, and the `categories` of its successor) as a
 * catalogue: its subcategories become categories, its categories fill the six groups in their order,
 * which carry the colours. Descriptions are the landscape's own and come along as they are.
 * @throws Refusal with a sentence for whatever is wrong with the file
 */
export function landscapePack(bytes: Uint8Array, name: string, now: Date): PackContent {
  if (bytes.length > MAX_BYTES) {
    throw new Refusal('too-large', 'This file is larger than 20 MB; no landscape is.');
  }
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('invalid-input', 'This is no landscape: it is not text in UTF-8.');
  }
  const landscape = parse(source);
  const date = now.toISOString().slice(0, 10);
  const db = new Database(':memory:');
  try {
    db.exec(catalogueSchema);
    db.transaction(() => fill(db, landscape, { name, date, version: sha256(bytes).slice(0, 8) }))();
    db.exec('ANALYZE');
    const database = db.serialize();
    return { manifest: manifestOf(database, name), database };
  } finally {
    db.close();
  }
}

interface About {
  readonly name: string;
  readonly date: string;
  readonly version: string;
}

function fill(
  db: Database.Database,
  landscape: z.output<typeof Landscape>,
  { name, date, version }: About,
): void {
  const meta = db.prepare('INSERT INTO meta VALUES (?, ?)');
  meta.run('schema_version', String(CATALOGUE_SCHEMA_VERSION));
  meta.run('catalogue_version', `landscape-${version}`);
  meta.run('facts_date', date);
  db.prepare(
    `INSERT INTO source (id, title, url, revision, snapshot_date, licence, note, products,
       integrations, owner) VALUES ('landscape', ?, '', NULL, ?, '', ?, 0, 0, NULL)`,
  ).run(name, date, 'The landscape file that this catalogue was made from.');

  // Neighbours share a group, so that each keeps its colour together on the map.
  const groupOf = (at: number): number => Math.floor((at * groupIds.length) / landscape.length);
  const group = db.prepare('INSERT INTO category_group VALUES (?, ?, ?)');
  groupIds.forEach((id, at) => {
    const names = landscape.filter((_, index) => groupOf(index) === at).map((each) => each.name);
    group.run(id, names.join(', ') || '—', at);
  });
  const categorySlug = slugs();
  const category = db.prepare('INSERT INTO category VALUES (?, ?, ?, ?, ?)');
  const paths = new Map<string, string>();
  const pathOf = (top: string, sub: string): string => `${fold(top)} / ${fold(sub)}`;
  let position = 0;
  landscape.forEach((top, at) => {
    for (const sub of top.subcategories ?? []) {
      const path = pathOf(top.name, sub.name);
      if (paths.has(path)) continue;
      const id = categorySlug(sub.name);
      paths.set(path, id);
      const label = sub.name === top.name ? sub.name : `${sub.name} (${top.name})`;
      category.run(id, groupIds[groupOf(at)], label, top.name, position++);
    }
  });

  const productSlug = slugs();
  const product = db.prepare(
    `INSERT INTO product (rowid, id, name, sort_name, homepage, domain, description, vendor,
       category_id, kind, status, status_note, pricing, oss, saas, tcf_id, icon, sources, degree)
     VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, 'product', 'active', NULL, '', ?, NULL, NULL, NULL, 1, 0)`,
  );
  const inCategory = db.prepare('INSERT OR IGNORE INTO product_category VALUES (?, ?, ?)');
  const fromSource = db.prepare(
    `INSERT INTO product_source VALUES (?, 'landscape', ?, ?, ?, ?, 'It stands in the file.', 1)`,
  );
  const seen = new Map<string, number>();
  let rows = 0;
  for (const top of landscape) {
    for (const sub of top.subcategories ?? []) {
      const id = paths.get(pathOf(top.name, sub.name))!;
      for (const item of sub.items ?? []) {
        // The same project in two places is one product in two categories.
        const key = `${fold(item.name)} ${item.homepage_url ?? ''}`;
        const known = seen.get(key);
        if (known !== undefined) {
          inCategory.run(known, id, 9);
          continue;
        }
        if (++rows > MAX_ITEMS) {
          throw new Refusal('too-large', `This landscape has more than ${MAX_ITEMS} items.`);
        }
        seen.set(key, rows);
        const homepage = webAddress(item.homepage_url) ?? webAddress(item.repo_url);
        const oss = item.open_source ?? (item.repo_url ? true : null);
        const slug = productSlug(item.name);
        product.run(
          ...[rows, slug, item.name, fold(item.name), homepage],
          ...[homepage === null ? null : getDomain(homepage), item.description || null, id],
          oss === null ? null : Number(oss),
        );
        inCategory.run(rows, id, 0);
        const further = [item.second_path ?? []].flat();
        further.forEach((path, at) => {
          const [head = '', tail = ''] = path.split('/').map((part) => part.trim());
          const other = paths.get(pathOf(head, tail));
          if (other !== undefined) inCategory.run(rows, other, at + 1);
        });
        fromSource.run(rows, slug, item.name, homepage, `${top.name} / ${sub.name}`);
      }
    }
  }
  if (rows === 0) throw new Refusal('invalid-input', 'This landscape has no items.');
  db.prepare('UPDATE source SET products = ?').run(rows);
}
