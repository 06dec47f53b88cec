import type { Database, Statement } from 'better-sqlite3';
import { groupIds, pricingModels, type GroupId } from '../../../shared/domain/catalogue.ts';

/** Bits of `Columns.flags`. Open source and service have two each, as "not stated" is neither. */
export const flag = {
  oss: 1,
  notOss: 2,
  saas: 4,
  notSaas: 8,
  extension: 16,
  discontinued: 32,
  tcfVendor: 64,
} as const;

/** Lists of small numbers end to end: those of product i are `values[starts[i]]` to `values[starts[i + 1] - 1]`. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly values: Uint16Array;
}

/**
 * What filters, counts and orders need of every product, one array a column, so that no filter,
 * facet or sort ever asks the database. A product's index is its place in the order of rowids.
 */
export interface Columns {
  readonly size: number;
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly rowids: Uint32Array;
  /** From rowid to index; rowids that are not there give 0, so ask only for known ones. */
  readonly indexOfRow: Uint32Array;
  /** Product indexes by folded name, and each product's place among them. */
  readonly byName: Uint32Array;
  readonly nameRank: Uint32Array;
  readonly categoryIds: readonly string[];
  readonly categoryNames: readonly string[];
  /** Group of each category, by category index. */
  readonly categoryGroups: readonly GroupId[];
  readonly sourceIds: readonly string[];
  readonly primaryCategory: Uint16Array;
  /** Category indexes of each product, in the order of the taxonomy. */
  readonly categories: Lists;
  /** Source indexes of each product. */
  readonly sourceLists: Lists;
  /** Bit n is pricing model n of shared/domain. */
  readonly pricing: Uint16Array;
  readonly flags: Uint8Array;
  /** Number of distinct products it integrates with. */
  readonly degree: Uint32Array;
  /** Number of sources that name it. */
  readonly sources: Uint16Array;
  /** How well known a product is, 0..1: by the sources that name it and the products it works with. */
  readonly fame: Float32Array;
}

type ProductTuple = [
  rowid: number,
  id: string,
  categoryId: string,
  pricing: string,
  flags: number,
  degree: number,
  sources: number,
];

/** Reads the columns of every product. @throws the database's error where a table is not as expected */
export function loadColumns(db: Database): Columns {
  const categories = db
    .prepare<[], [string, string, string]>(
      `SELECT category.id, category.name, category.group_id
       FROM category JOIN category_group ON category_group.id = category.group_id
       ORDER BY category_group.position, category.position, category.id`,
    )
    .raw()
    .all() as [string, string, string][];
  const categoryIndex = new Map(categories.map(([id], index) => [id, index]));
  const sourceIds = db
    .prepare<[], string>('SELECT id FROM source ORDER BY id')
    .pluck()
    .all() as string[];

  const tuples = db
    .prepare<[], ProductTuple>(
      `SELECT rowid, id, category_id, pricing,
         (oss IS 1) * ${flag.oss} + (oss IS 0) * ${flag.notOss}
           + (saas IS 1) * ${flag.saas} + (saas IS 0) * ${flag.notSaas}
           + (kind = 'extension') * ${flag.extension}
           + (status = 'discontinued') * ${flag.discontinued}
           + (tcf_id IS NOT NULL) * ${flag.tcfVendor},
         degree, sources
       FROM product ORDER BY rowid`,
    )
    .raw()
    .all() as ProductTuple[];
  const size = tuples.length;
  const ids: string[] = new Array(size);
  const indexOf = new Map<string, number>();
  const rowids = new Uint32Array(size);
  const indexOfRow = new Uint32Array((tuples.at(-1)?.[0] ?? 0) + 1);
  const primaryCategory = new Uint16Array(size);
  const pricing = new Uint16Array(size);
  const flags = new Uint8Array(size);
  const degree = new Uint32Array(size);
  const sources = new Uint16Array(size);
  const pricingBits = new Map<string, number>();
  tuples.forEach(([rowid, id, categoryId, models, flagBits, links, sourceCount], index) => {
    ids[index] = id;
    indexOf.set(id, index);
    rowids[index] = rowid;
    indexOfRow[rowid] = index;
    primaryCategory[index] = categoryIndex.get(categoryId) ?? 0;
    let bits = pricingBits.get(models);
    if (bits === undefined) pricingBits.set(models, (bits = toPricingBits(models)));
    pricing[index] = bits;
    flags[index] = flagBits;
    degree[index] = links;
    sources[index] = sourceCount;
  });

  const byName = readNameOrder(db, indexOfRow, size);
  const nameRank = new Uint32Array(size);
  byName.forEach((product, rank) => (nameRank[product] = rank));

  return {
    size,
    ids,
    indexOf,
    rowids,
    indexOfRow,
    byName,
    nameRank,
    categoryIds: categories.map(([id]) => id),
    categoryNames: categories.map(([, name]) => name),
    categoryGroups: categories.map(([, , group]) => toGroup(group)),
    sourceIds,
    primaryCategory,
    categories: readLists(
      db.prepare<[string], number>(
        'SELECT product FROM product_category WHERE category_id = ? ORDER BY product',
      ),
      categories.map(([id]) => id),
      indexOfRow,
      size,
    ),
    sourceLists: readLists(
      db.prepare<[string], number>('SELECT DISTINCT product FROM product_source WHERE source = ?'),
      sourceIds,
      indexOfRow,
      size,
    ),
    pricing,
    flags,
    degree,
    sources,
    fame: toFame(degree, sources, flags),
  };
}

/** Whether product `index` has `value` in its list. */
export function listHas(lists: Lists, index: number, value: number): boolean {
  const end = lists.starts[index + 1]!;
  for (let at = lists.starts[index]!; at < end; at++) if (lists.values[at] === value) return true;
  return false;
}

function readNameOrder(db: Database, indexOfRow: Uint32Array, size: number): Uint32Array {
  const order = new Uint32Array(size);
  const rowids = db
    .prepare<[], number>('SELECT rowid FROM product ORDER BY sort_name, rowid')
    .pluck()
    .all() as number[];
  rowids.forEach((rowid, rank) => (order[rank] = indexOfRow[rowid]!));
  return order;
}

/**
 * Asks for the products of one value after the other: plain numbers come out of the database
 * several times faster than pairs of a product and a value do.
 */
function readLists(
  productsOf: Statement<[string], number>,
  values: readonly string[],
  indexOfRow: Uint32Array,
  size: number,
): Lists {
  const lists = values.map((value) => productsOf.pluck().all(value) as number[]);
  const starts = new Uint32Array(size + 1);
  for (const rowids of lists) for (const rowid of rowids) starts[indexOfRow[rowid]! + 1]!++;
  for (let index = 0; index < size; index++) starts[index + 1]! += starts[index]!;
  const next = starts.slice(0, size);
  const found = new Uint16Array(starts[size]!);
  lists.forEach((rowids, value) => {
    for (const rowid of rowids) found[next[indexOfRow[rowid]!]!++] = value;
  });
  return { starts, values: found };
}

function toPricingBits(models: string): number {
  if (models === '') return 0;
  return models
    .split('|')
    .map((model) => pricingModels.findIndex((known) => known === model))
    .reduce((bits, bit) => (bit < 0 ? bits : bits | (1 << bit)), 0);
}

function toGroup(id: string): GroupId {
  const group = groupIds.find((known) => known === id);
  if (!group) throw new Error(`unknown category group ${id}`);
  return group;
}

/**
 * Logarithms, because a product with 400 integrations is not ten times better known than one with
 * 40. Being named by several sources says more than being connected through one of them. What
 * lives inside another product, or is no longer sold, is seldom what a short query means.
 */
function toFame(degree: Uint32Array, sources: Uint16Array, flags: Uint8Array): Float32Array {
  const fame = new Float32Array(degree.length);
  let top = 0;
  for (let index = 0; index < fame.length; index++) {
    let value = Math.log2(1 + degree[index]!) + 2 * Math.log2(1 + sources[index]!);
    if (flags[index]! & flag.extension) value *= 0.5;
    if (flags[index]! & flag.discontinued) value *= 0.5;
    fame[index] = value;
    if (value > top) top = value;
  }
  if (top > 0) for (let index = 0; index < fame.length; index++) fame[index]! /= top;
  return fame;
}
