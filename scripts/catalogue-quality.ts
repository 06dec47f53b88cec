/**
 * `npm run catalogue:quality`: how far the built catalogue agrees with products and pairs that were
 * written down by hand, each set by itself. `--verbose` lists every miss, `--json` prints JSON lines, `--check` ends with
 * exit code 1 when an aim is missed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { fold } from '../shared/search/fold.ts';

export interface ExpectedProduct {
  readonly name: string;
  /** Registrable domains a right homepage may have. */
  readonly domains: readonly string[];
  readonly category: string;
  readonly alsoOk: readonly string[];
  readonly alsoKnownAs: readonly string[];
}

export interface ExpectedPair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  readonly note: string;
}

export interface CatalogueProduct {
  readonly id: string;
  readonly name: string;
  readonly domain: string | null;
  readonly category: string;
  readonly degree: number;
}

/** One thing a product answers to; the lower the level, the more it is the product's own name. */
export interface Handle {
  readonly text: string;
  readonly level: 0 | 1 | 2 | 3;
  readonly product: CatalogueProduct;
}

/** The products that answer to a text at the strongest level that has any, best connected first. */
export type Find = (text: string) => readonly CatalogueProduct[];

export interface Verdict {
  readonly subject: string;
  readonly outcome: string;
  readonly detail: string;
}

export interface Share {
  readonly right: number;
  readonly of: number;
}

export interface ProductScores {
  /** Of the expected products, those the catalogue holds at all. */
  readonly held: Share;
  /** Of the products it holds, those it holds as exactly one record. */
  readonly identity: Share;
  readonly homepage: Share;
  readonly categoryStrict: Share;
  readonly category: Share;
  readonly aliases: Share;
  readonly misses: readonly Verdict[];
}

export interface PairScores {
  /** All pairs of the set, judged or not. */
  readonly count: number;
  readonly precision: Share;
  readonly recall: Share;
  readonly apart: Share;
  readonly absent: readonly ExpectedPair[];
  readonly misses: readonly Verdict[];
}

/** What the catalogue has to reach, as ratios in 0..1. */
export const aims = { precision: 0.99, recall: 0.97, category: 0.95 } as const;

const rows = (tsv: string): readonly (readonly string[])[] =>
  tsv
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t'));
const list = (cell = ''): readonly string[] => cell.split('|').filter((item) => item !== '');

/** Reads products.tsv: a header row, then name, domain, category, also_ok, also_known_as. */
export function parseProducts(tsv: string): readonly ExpectedProduct[] {
  return rows(tsv).map(([name = '', domains, category = '', alsoOk, alsoKnownAs]) => ({
    name,
    domains: list(domains),
    category,
    alsoOk: list(alsoOk),
    alsoKnownAs: list(alsoKnownAs),
  }));
}

/** Reads pairs.tsv: a header row, then a, b, same (1 or 0), note. */
export function parsePairs(tsv: string): readonly ExpectedPair[] {
  return rows(tsv).map(([a = '', b = '', same, note = '']) => ({ a, b, same: same === '1', note }));
}

/** Indexes handles by folded text; domains are compared as written. */
export function createFind(handles: readonly Handle[]): Find {
  const index = new Map<string, Handle[]>();
  for (const handle of handles) {
    const key = `${handle.level}:${handle.level === 3 ? handle.text : fold(handle.text)}`;
    index.set(key, [...(index.get(key) ?? []), handle]);
  }
  return (text) => {
    for (const level of [0, 1, 2, 3] as const) {
      const hits = index.get(`${level}:${level === 3 ? text.toLowerCase() : fold(text)}`) ?? [];
      const products = [...new Map(hits.map((hit) => [hit.product.id, hit.product])).values()];
      if (products.length > 0) {
        return products.sort((x, y) => y.degree - x.degree || (x.id < y.id ? -1 : 1));
      }
    }
    return [];
  };
}

/**
 * The one product meant by an expectation, and the records that only repeat it. Of several products
 * with the name, the one at the expected domain is meant; one at another domain is a namesake, one
 * at the same domain, or at none, a duplicate.
 */
export function identify(
  expected: ExpectedProduct,
  find: Find,
): { readonly product?: CatalogueProduct; readonly duplicates: readonly CatalogueProduct[] } {
  const atDomain = (product: CatalogueProduct): boolean =>
    expected.domains.includes(product.domain ?? '');
  const named = find(expected.name);
  const product = named.find(atDomain) ?? named[0];
  if (product) {
    const duplicates = named.filter(
      (other) => other !== product && (atDomain(other) || other.domain === null),
    );
    return { product, duplicates };
  }
  // A domain shared by many products identifies none of them.
  const atAddress = expected.domains.map(find).find((products) => products.length === 1);
  return { ...(atAddress?.[0] && { product: atAddress[0] }), duplicates: [] };
}

/** Scores identity, homepage, primary category and former names of the expected products. */
export function scoreProducts(expected: readonly ExpectedProduct[], find: Find): ProductScores {
  const misses: Verdict[] = [];
  const miss = (subject: string, outcome: string, detail: string): number => {
    misses.push({ subject, outcome, detail });
    return 0;
  };
  let [identity, found, homepage, strict, category, aliases, aliasesOf] = [0, 0, 0, 0, 0, 0, 0];
  for (const wanted of expected) {
    const { product, duplicates } = identify(wanted, find);
    if (!product) {
      miss(wanted.name, 'not found', wanted.domains.join(', '));
      continue;
    }
    found += 1;
    identity +=
      duplicates.length === 0
        ? 1
        : miss(wanted.name, 'duplicate', [product, ...duplicates].map(({ id }) => id).join(', '));
    homepage += wanted.domains.includes(product.domain ?? '')
      ? 1
      : miss(
          wanted.name,
          'homepage',
          `${product.id}: ${product.domain ?? 'none'}, not ${wanted.domains.join(' or ')}`,
        );
    strict += product.category === wanted.category ? 1 : 0;
    category += [wanted.category, ...wanted.alsoOk].includes(product.category)
      ? 1
      : miss(
          wanted.name,
          'category',
          `${product.id}: ${product.category}, not ${[wanted.category, ...wanted.alsoOk].join(' or ')}`,
        );
    for (const alias of wanted.alsoKnownAs) {
      const [other] = find(alias);
      if (!other) continue;
      aliasesOf += 1;
      aliases +=
        other.id === product.id
          ? 1
          : miss(wanted.name, 'other name', `${alias} leads to ${other.id}, not ${product.id}`);
    }
  }
  return {
    held: { right: found, of: expected.length },
    identity: { right: identity, of: found },
    homepage: { right: homepage, of: found },
    categoryStrict: { right: strict, of: found },
    category: { right: category, of: found },
    aliases: { right: aliases, of: aliasesOf },
    misses,
  };
}

/**
 * Scores merges over the pairs of which the catalogue knows both sides. Precision: of the pairs it
 * holds for one product, those that are; recall: of the pairs that are one product, those it merged.
 */
export function scorePairs(pairs: readonly ExpectedPair[], find: Find): PairScores {
  const misses: Verdict[] = [];
  const absent: ExpectedPair[] = [];
  const count = { merged: 0, wronglyMerged: 0, split: 0, apart: 0 };
  for (const pair of pairs) {
    const [[a], [b]] = [find(pair.a), find(pair.b)];
    if (!a || !b) {
      absent.push(pair);
      continue;
    }
    const one = a.id === b.id;
    const subject = `${pair.a} / ${pair.b}`;
    if (pair.same && !one) {
      misses.push({ subject, outcome: 'split', detail: `${a.id} and ${b.id}: ${pair.note}` });
    } else if (!pair.same && one) {
      misses.push({ subject, outcome: 'merged', detail: `${a.id}: ${pair.note}` });
    }
    count[pair.same ? (one ? 'merged' : 'split') : one ? 'wronglyMerged' : 'apart'] += 1;
  }
  return {
    count: pairs.length,
    precision: { right: count.merged, of: count.merged + count.wronglyMerged },
    recall: { right: count.merged, of: count.merged + count.split },
    apart: { right: count.apart, of: count.apart + count.wronglyMerged },
    absent,
    misses,
  };
}

/** A ratio in 0..1; 0 where nothing could be judged, since nothing was shown to be right. */
export const ratio = ({ right, of }: Share): number => (of === 0 ? 0 : right / of);

/** The names of the aims that the scores miss. */
export function missedAims(products: ProductScores, pairs: PairScores): readonly string[] {
  return [
    ...(ratio(pairs.precision) < aims.precision ? ['precision of merges'] : []),
    ...(ratio(pairs.recall) < aims.recall ? ['recall of merges'] : []),
    ...(ratio(products.category) < aims.category ? ['primary category'] : []),
  ];
}

function readHandles(file: string): readonly Handle[] {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  const products = new Map<number, CatalogueProduct>();
  const handles: Handle[] = [];
  const add = (text: string, level: Handle['level'], rowid: number): void => {
    const product = products.get(rowid);
    if (product) handles.push({ text, level, product });
  };
  type ProductRow = CatalogueProduct & { readonly rowid: number };
  for (const { rowid, ...product } of db
    .prepare<[], ProductRow>(
      'SELECT rowid, id, name, domain, category_id AS category, degree FROM product',
    )
    .all()) {
    products.set(rowid, product);
    add(product.name, 0, rowid);
    if (product.domain !== null) add(product.domain, 3, rowid);
  }
  type AliasRow = { readonly product: number; readonly alias: string; readonly kind: string };
  for (const { product, alias, kind } of db
    .prepare<[], AliasRow>('SELECT product, alias, kind FROM product_alias')
    .all()) {
    add(alias, kind === 'domain' ? 3 : 1, product);
  }
  // What a source called the product leads to it as well: "Mixpanel (Actions)".
  for (const { product, alias } of db
    .prepare<[], Omit<AliasRow, 'kind'>>('SELECT product, name AS alias FROM product_source')
    .all()) {
    add(alias, 2, product);
  }
  db.close();
  return handles;
}

/** The sets that are measured, each by itself, and what their files begin with. */
const sets = [
  { title: 'first set', prefix: '' },
  { title: 'second set, written blind', prefix: 'blind-' },
  { title: 'third set, written blind', prefix: 'blind-3-' },
] as const;

type Line = readonly [measure: string, share: Share, aim?: number];

const linesOf = (products: ProductScores, pairs: PairScores): readonly Line[] => [
  ['known products it holds', products.held],
  ['identity: exactly one record', products.identity],
  ['homepage', products.homepage],
  ['primary category, first choice', products.categoryStrict],
  ['primary category', products.category, aims.category],
  ['other names lead to it', products.aliases],
  ['precision of merges', pairs.precision, aims.precision],
  ['recall of merges', pairs.recall, aims.recall],
  ['kept apart', pairs.apart],
];

type Show = (set: string, products: ProductScores, pairs: PairScores, verbose: boolean) => void;

const showAsJson: Show = (set, products, pairs, verbose) => {
  const print = (line: object): void => console.log(JSON.stringify({ set, ...line }));
  for (const [measure, share, aim] of linesOf(products, pairs)) {
    print({ measure, ...share, ratio: ratio(share), aim });
  }
  print({ measure: 'pairs with an absent side', count: pairs.absent.length });
  if (!verbose) return;
  for (const miss of [...products.misses, ...pairs.misses]) print(miss);
  for (const { a, b } of pairs.absent) print({ absent: `${a} / ${b}` });
};

const showAsText: Show = (set, products, pairs, verbose) => {
  console.log(`${set}: ${products.held.of} products, ${pairs.count} pairs`);
  for (const [measure, share, aim] of linesOf(products, pairs)) {
    const percent = `${(ratio(share) * 100).toFixed(1)} %`;
    const aimed = aim === undefined ? '' : `  aim ${aim * 100} %`;
    console.log(
      `  ${measure.padEnd(32)}${percent.padStart(8)}${`${share.right}/${share.of}`.padStart(10)}${aimed}`,
    );
  }
  console.log(
    `  ${'pairs with an absent side'.padEnd(32)}${String(pairs.absent.length).padStart(8)}`,
  );
  if (!verbose) return;
  for (const { subject, outcome, detail } of [...products.misses, ...pairs.misses]) {
    console.log(`  ${outcome.padEnd(11)} ${subject}: ${detail}`);
  }
  for (const { a, b, note } of pairs.absent) console.log(`  absent      ${a} / ${b}: ${note}`);
};

function main(): void {
  const { values } = parseArgs({
    options: {
      verbose: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  });
  const root = join(import.meta.dirname, '..');
  const file = join(root, 'dist/catalogue/catalogue.db');
  if (!existsSync(file)) {
    console.error(
      'There is no built catalogue. Build it with “npm run catalogue”, then try again.',
    );
    process.exit(2);
  }
  const fixture = (name: string): string =>
    readFileSync(join(root, 'tests/fixtures/catalogue-quality', name), 'utf8');
  const find = createFind(readHandles(file));
  const missed = sets.flatMap((set) => {
    const products = scoreProducts(parseProducts(fixture(`${set.prefix}products.tsv`)), find);
    const pairs = scorePairs(parsePairs(fixture(`${set.prefix}pairs.tsv`)), find);
    const show = values.json ? showAsJson : showAsText;
    show(set.title, products, pairs, values.verbose);
    return missedAims(products, pairs).map((aim) => `${aim} (${set.title})`);
  });
  if (values.check && missed.length > 0) {
    console.error(`Below the aim: ${missed.join(', ')}.`);
    process.exit(1);
  }
}

if (import.meta.main) main();
