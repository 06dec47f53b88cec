import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StatedExtension } from './extensions.ts';
import { squish } from './names.ts';
import { bucket, byText } from './order.ts';
import { field, readTsv } from './tsv.ts';

/** Another name of a product, as the curated table of names states it. */
export type CuratedAlias = {
  readonly name: string;
  readonly alias: string;
  readonly kind: 'name' | 'former';
  readonly year: string;
};

export type NeverMerge = { readonly a: string; readonly b: string; readonly reason: string };
export type WordRule = {
  readonly pattern: RegExp;
  readonly category: string;
  readonly weight: number;
};

/** What a source's own category says: a category of the taxonomy, a reason to leave out, or nothing. */
export type CategoryTarget = {
  readonly target: string;
  readonly weight: number;
};

/** The curated tables, read but not yet checked against the products. */
export type Curated = {
  readonly names: readonly CuratedAlias[];
  /** Squished name → its other names. */
  readonly aliasesOf: ReadonlyMap<string, readonly CuratedAlias[]>;
  /** "source:key" → the name the row should carry. */
  readonly rowNames: ReadonlyMap<string, string>;
  readonly neverMerge: readonly NeverMerge[];
  readonly hosts: ReadonlySet<string>;
  readonly moved: ReadonlyMap<string, string>;
  readonly vendorDomains: ReadonlyMap<string, string>;
  readonly sourceCategories: ReadonlyMap<string, CategoryTarget>;
  readonly words: readonly WordRule[];
  readonly categories: ReadonlyMap<string, readonly string[]>;
  readonly homepages: ReadonlyMap<string, string>;
  readonly vendors: ReadonlyMap<string, string>;
  readonly discontinued: ReadonlyMap<string, { readonly year: string; readonly note: string }>;
  readonly acquisitions: ReadonlyMap<string, { readonly acquirer: string; readonly year: string }>;
  readonly exclusions: ReadonlyMap<string, string>;
  readonly icons: ReadonlyMap<string, string>;
  readonly extensions: ReadonlyMap<string, StatedExtension>;
  readonly descriptions: ReadonlyMap<string, string>;
  /** Source → id of the product whose own documentation it is. */
  readonly sourceOwners: ReadonlyMap<string, string>;
};

/** Key of the table of source categories; `*` stands for every source. */
export function categoryKey(source: string, category: string): string {
  return `${source}\t${category.toLowerCase()}`;
}

/** A two-column table as a map. @throws Error on a key that is stated twice */
function mapOf<V>(
  file: string,
  key: string,
  value: (row: Readonly<Record<string, string>>) => V,
): Map<string, V> {
  const map = new Map<string, V>();
  for (const row of readTsv(file)) {
    const id = field(row, key);
    if (map.has(id)) throw new Error(`${file}: "${id}" is stated twice`);
    map.set(id, value(row));
  }
  return map;
}

function readDescriptions(dir: string): Map<string, string> {
  const all = new Map<string, string>();
  const files = readdirSync(dir)
    .filter((name) => /^descriptions.*\.tsv$/u.test(name))
    .sort(byText);
  for (const name of files) {
    const file = join(dir, name);
    for (const [id, text] of mapOf(file, 'id', (row) => field(row, 'description'))) {
      if (all.has(id)) throw new Error(`${file}: "${id}" is described twice`);
      all.set(id, text);
    }
  }
  return all;
}

/**
 * @throws Error where a name belongs to two products, or leads to a product and has other names of
 * its own: the rows under those would reach neither product for sure
 */
export function checkNames(names: readonly CuratedAlias[]): void {
  const heads = new Set(names.map(({ name }) => squish(name)));
  const seen = new Map<string, string>();
  for (const row of names) {
    const key = squish(row.alias);
    const before = seen.get(key);
    if (before !== undefined && before !== row.name) {
      throw new Error(`names.tsv: "${row.alias}" belongs to "${before}" and to "${row.name}"`);
    }
    if (heads.has(key) && key !== squish(row.name)) {
      throw new Error(`names.tsv: "${row.alias}" belongs to "${row.name}" and has other names`);
    }
    seen.set(key, row.name);
  }
}

/** Reads the curated tables below `dir`. @throws Error naming the file for a malformed or doubled row */
export function readCurated(dir: string): Curated {
  const at = (name: string): string => join(dir, `${name}.tsv`);
  const names = readTsv(at('names')).map((row): CuratedAlias => {
    const kind = field(row, 'kind');
    if (kind !== 'name' && kind !== 'former') throw new Error(`names.tsv: kind "${kind}"`);
    return { name: field(row, 'name'), alias: field(row, 'alias'), kind, year: field(row, 'year') };
  });
  checkNames(names);
  const aliasesOf = new Map<string, CuratedAlias[]>();
  for (const row of names) bucket(aliasesOf, squish(row.name)).push(row);
  return {
    names,
    aliasesOf,
    rowNames: mapOf(at('row-names'), 'row', (row) => field(row, 'name')),
    neverMerge: readTsv(at('never-merge')).map((row) => ({
      a: field(row, 'a'),
      b: field(row, 'b'),
      reason: field(row, 'reason'),
    })),
    hosts: new Set(readTsv(at('shared-hosts')).map((row) => field(row, 'domain'))),
    moved: mapOf(at('moved-domains'), 'old', (row) => field(row, 'new')),
    vendorDomains: mapOf(at('vendor-domains'), 'domain', (row) => field(row, 'vendor')),
    sourceCategories: new Map(
      readTsv(at('source-categories')).map((row) => [
        categoryKey(field(row, 'source'), field(row, 'category')),
        { target: field(row, 'target'), weight: Number(field(row, 'weight')) },
      ]),
    ),
    words: readTsv(at('name-words')).map((row) => ({
      pattern: new RegExp(field(row, 'pattern'), 'iu'),
      category: field(row, 'category'),
      weight: Number(field(row, 'weight')),
    })),
    categories: mapOf(at('category-overrides'), 'product', (row) =>
      field(row, 'categories').split('|'),
    ),
    homepages: mapOf(at('homepages'), 'product', (row) => field(row, 'homepage')),
    vendors: mapOf(at('vendors'), 'product', (row) => field(row, 'vendor')),
    discontinued: mapOf(at('discontinued'), 'product', (row) => ({
      year: field(row, 'year'),
      note: field(row, 'note'),
    })),
    acquisitions: mapOf(at('acquisitions'), 'product', (row) => ({
      acquirer: field(row, 'acquirer'),
      year: field(row, 'year'),
    })),
    exclusions: mapOf(at('exclusions'), 'product', (row) => field(row, 'reason')),
    icons: mapOf(at('icons'), 'product', (row) => field(row, 'icon')),
    extensions: mapOf(at('extensions'), 'extension', (row) => ({
      product: field(row, 'product'),
      platform: field(row, 'platform'),
    })),
    descriptions: readDescriptions(dir),
    sourceOwners: mapOf(at('source-owners'), 'source', (row) => field(row, 'product')),
  };
}
