import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Direction, IntegrationKind } from '../../shared/domain/catalogue.ts';
import { byText } from './order.ts';
import { field, readTsv } from './tsv.ts';

/** A source as its `source.json` describes it. */
export type Source = {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly commit: string;
  readonly snapshotDate: string;
  readonly licence: string;
  readonly note: string;
};

/** One product row of one source, as stated there. */
export type FactRow = {
  readonly source: string;
  readonly key: string;
  readonly name: string;
  readonly homepage: string;
  readonly categories: readonly string[];
  readonly pricing: readonly string[];
  readonly oss: boolean | null;
  readonly saas: boolean | null;
  readonly attrs: Readonly<Record<string, unknown>>;
};

/** One integration row of one source; the ends are keys of the same source. */
export type FactLink = {
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly kind: IntegrationKind;
  readonly direction: Direction;
  readonly url: string;
};

export type Facts = {
  readonly sources: readonly Source[];
  readonly rows: readonly FactRow[];
  readonly links: readonly FactLink[];
};

const flag = (text: string): boolean | null => (text === '1' ? true : text === '0' ? false : null);
const list = (text: string): string[] => text.split('|').filter((part) => part !== '');

function readProducts(file: string, source: string): FactRow[] {
  return readTsv(file).map((row) => ({
    source,
    key: field(row, 'key'),
    name: field(row, 'name'),
    homepage: field(row, 'homepage'),
    categories: list(field(row, 'categories')),
    pricing: list(field(row, 'pricing')),
    oss: flag(field(row, 'oss')),
    saas: flag(field(row, 'saas')),
    attrs: JSON.parse(field(row, 'attrs') || '{}') as Record<string, unknown>,
  }));
}

function readLinks(file: string, source: string): FactLink[] {
  return readTsv(file).map((row) => ({
    source,
    from: field(row, 'from_key'),
    to: field(row, 'to_key'),
    kind: field(row, 'kind') as IntegrationKind,
    direction: field(row, 'direction') as Direction,
    url: field(row, 'evidence'),
  }));
}

/**
 * Reads every source folder below `dir`, in the order of their names.
 * @param without  ids of sources to leave out
 * @throws Error if a name in `without` is no source: a misspelt one would silently change nothing
 */
export function readFacts(dir: string, without: readonly string[] = []): Facts {
  const ids = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort(byText);
  const unknown = without.filter((id) => !ids.includes(id));
  if (unknown.length > 0) throw new Error(`No such source: ${unknown.join(', ')}.`);

  const sources: Source[] = [];
  const rows: FactRow[] = [];
  const links: FactLink[] = [];
  for (const id of ids) {
    if (without.includes(id)) continue;
    const folder = join(dir, id);
    const source = JSON.parse(readFileSync(join(folder, 'source.json'), 'utf8')) as Source;
    if (source.id !== id) throw new Error(`${folder}: source.json says "${source.id}"`);
    sources.push(source);
    const products = join(folder, 'products.tsv');
    if (existsSync(products)) for (const row of readProducts(products, id)) rows.push(row);
    const integrations = join(folder, 'integrations.tsv');
    if (existsSync(integrations)) for (const link of readLinks(integrations, id)) links.push(link);
  }
  return { sources, rows, links };
}
