import type { Database } from 'better-sqlite3';
import { fold } from '../../shared/search/fold.ts';
import { squash } from '../../shared/search/search-query.ts';
import { seededRandom } from './bench.ts';
import { handWrittenQueries } from './hand-written-queries.ts';

/** What somebody types and the products they would be content to find. */
export interface KnownQuery {
  readonly kind: string;
  readonly text: string;
  /** Product ids, any of which is right. */
  readonly right: readonly string[];
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly domain: string | null;
}

type Change = (text: string, random: () => number) => string | null;

const letters = 'abcdefghijklmnopqrstuvwxyz';
const inside = (text: string, random: () => number): number =>
  1 + Math.floor(random() * (text.length - 2));

const slips: readonly Change[] = [
  (text, random) => swap(text, inside(text, random)),
  (text, random) => cut(text, inside(text, random), 1, ''),
  (text, random) => cut(text, inside(text, random), 1, letters[Math.floor(random() * 26)]!),
  (text, random) => cut(text, inside(text, random), 0, letters[Math.floor(random() * 26)]!),
];
const slip: Change = (text, random) => slips[Math.floor(random() * slips.length)]!(text, random);

/** How people type a name, and how many queries of each sort there are. */
const kinds: readonly { kind: string; count: number; minLength: number; change: Change }[] = [
  { kind: 'exact', count: 25, minLength: 2, change: (text) => text },
  { kind: 'case', count: 15, minLength: 3, change: (text) => text.toUpperCase() },
  { kind: 'prefix', count: 25, minLength: 7, change: (text) => text.slice(0, -2) },
  { kind: 'one slip', count: 50, minLength: 6, change: slip },
  {
    kind: 'two slips',
    count: 25,
    minLength: 9,
    change: (text, random) => slip(slip(text, random)!, random),
  },
  { kind: 'transposition', count: 25, minLength: 5, change: slips[0]! },
  { kind: 'accents', count: 15, minLength: 4, change: accent },
  {
    kind: 'word order',
    count: 20,
    minLength: 6,
    change: (text) => (text.includes(' ') ? text.split(' ').reverse().join(' ') : null),
  },
  {
    kind: 'missing space',
    count: 15,
    minLength: 6,
    change: (text) => (text.includes(' ') ? text.replaceAll(' ', '') : null),
  },
  {
    kind: 'extra space',
    count: 15,
    minLength: 6,
    change: (text, random) =>
      text.includes(' ') ? null : cut(text, 1 + inside(text, random), 0, ' '),
  },
];

/**
 * A fixed set of queries over the real products, the same for the same catalogue: names with
 * seeded slips of many kinds, other names, former names and domains, and a list written by hand.
 * Half of the products are well known, half are any.
 */
export function knownQueries(db: Database): KnownQuery[] {
  const random = seededRandom(8_000);
  const products = db
    .prepare<[], Named>("SELECT id, name, domain FROM product WHERE kind = 'product' ORDER BY id")
    .all();
  const famous = db
    .prepare<[], Named>(
      `SELECT id, name, domain FROM product WHERE kind = 'product'
       ORDER BY sources DESC, degree DESC, id LIMIT 800`,
    )
    .all();
  const owners = nameOwners(db);
  const queries: KnownQuery[] = [];
  for (const { kind, count, minLength, change } of kinds) {
    for (let found = 0, tries = 0; found < count && tries < 5000; tries++) {
      const from = tries % 2 === 0 ? famous : products;
      const product = from[Math.floor(random() * from.length)]!;
      if (product.name.length < minLength || product.name.length > 40) continue;
      const text = change(product.name, random);
      if (text === null || fold(text) === '') continue;
      const meant = owners.get(squash(fold(product.name)))!;
      // A slip that makes another product's name has another right answer.
      const said = owners.get(squash(fold(text)));
      if (said && !said.includes(product.id)) continue;
      queries.push({ kind, text, right: meant });
      found++;
    }
  }
  queries.push(...aliasQueries(db, owners, random), ...domainQueries(db, random));
  return [...queries, ...handWritten(owners)];
}

/** Ids of the products that are called something, by name or other name, folded without spaces. */
function nameOwners(db: Database): Map<string, string[]> {
  const rows = db
    .prepare<[], [string, string]>(
      `SELECT id, sort_name FROM product
       UNION SELECT product.id, folded FROM product_alias JOIN product ON rowid = product
         WHERE product_alias.kind <> 'domain' ORDER BY 1`,
    )
    .raw()
    .all() as [string, string][];
  const owners = new Map<string, string[]>();
  for (const [id, name] of rows) {
    const key = squash(name);
    owners.set(key, [...(owners.get(key) ?? []), id]);
  }
  return owners;
}

function aliasQueries(
  db: Database,
  owners: ReadonlyMap<string, readonly string[]>,
  random: () => number,
): KnownQuery[] {
  return (['name', 'former'] as const).flatMap((kind) => {
    const aliases = db
      .prepare<[string], string>(
        `SELECT alias FROM product_alias WHERE kind = ? AND length(alias) > 2 ORDER BY alias`,
      )
      .pluck()
      .all(kind) as string[];
    return Array.from({ length: 20 }, () => {
      const text = aliases[Math.floor(random() * aliases.length)]!;
      const right = owners.get(squash(fold(text))) ?? [];
      return { kind: kind === 'name' ? 'other name' : 'former name', text, right };
    });
  });
}

function domainQueries(db: Database, random: () => number): KnownQuery[] {
  const domains = db
    .prepare<[], { domain: string; ids: string }>(
      `SELECT domain, group_concat(id) AS ids FROM product WHERE domain IS NOT NULL
       GROUP BY domain ORDER BY domain`,
    )
    .all();
  return Array.from({ length: 20 }, (_, at) => {
    const { domain, ids } = domains[Math.floor(random() * domains.length)]!;
    const text = at % 2 === 0 ? domain : `https://www.${domain}/pricing`;
    return { kind: 'domain', text, right: ids.split(',') };
  });
}

function handWritten(owners: ReadonlyMap<string, readonly string[]>): KnownQuery[] {
  return handWrittenQueries.map(([text, name]) => {
    const right = owners.get(squash(fold(name)));
    if (!right) throw new Error(`the catalogue has no product called ${name}`);
    return { kind: 'hand-written', text, right };
  });
}

function swap(text: string, at: number): string {
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}

function cut(text: string, at: number, length: number, replacement: string): string {
  return text.slice(0, at) + replacement + text.slice(at + length);
}

function accent(text: string): string | null {
  const accents: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'ï', o: 'ö', u: 'ü' };
  const changed = text.replace(/[aeiou]/, (letter) => accents[letter]!);
  return changed === text ? null : changed;
}
