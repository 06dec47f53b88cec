import { directions, integrationKinds, pricingModels } from '../domain/catalogue.ts';
import type { Direction, IntegrationKind, PricingModel } from '../domain/catalogue.ts';
import { kindLabels } from '../diagram/theme.ts';
import { fold } from '../search/fold.ts';
import type { ImportField, Mapping } from './columns.ts';
import { columnName, type ImportTable } from './table.ts';

/** A row of a file as a product. Strings are trimmed; empty means that nothing is said. */
export interface ProductDraft {
  /** Number of the row in the file. */
  readonly row: number;
  readonly name: string;
  readonly homepage: string | null;
  readonly vendor: string | null;
  /** As the file says it; turned into categories by a choice. */
  readonly categories: readonly string[];
  readonly description: string | null;
  readonly pricing: readonly PricingModel[];
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  readonly note: string;
}

/** A row of a file as an integration; its ends are names, domains or ids. */
export interface IntegrationDraft {
  readonly row: number;
  readonly from: string;
  readonly to: string;
  readonly kind: IntegrationKind;
  readonly direction: Direction;
  readonly note: string;
  readonly url: string | null;
}

/** Why a row, or a cell of it, is left out. */
export interface RowProblem {
  readonly row: number;
  /** Letter of the column, or null where the row as a whole is meant. */
  readonly column: string | null;
  readonly reason: string;
}

export interface Mapped<T> {
  readonly drafts: readonly T[];
  readonly problems: readonly RowProblem[];
}

/** Problems that are told one by one; whoever has more has chosen the wrong columns. */
const MOST_PROBLEMS = 1000;

const split = (text: string): string[] =>
  text
    .split(/[,;|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** "acme.com" as lists have it becomes an address; what is none is null. */
export function addressOf(text: string): string | null {
  const typed = text.trim();
  if (typed === '') return null;
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  return url.hostname.includes('.') && url.href.length <= 2000 ? url.href : null;
}

const pricingWords: readonly (readonly [RegExp, PricingModel])[] = [
  [/freemium/, 'freemium'],
  [/\bfree\b|kostenlos|gratuit|gratis/, 'free'],
  [/usage|pay as you go|payg|metered/, 'payg'],
  [/one time|onetime|perpetual/, 'onetime'],
  [/subscription|monthly|yearly|annual|per (month|year|seat|user)|recurring/, 'recurring'],
  [/quote|request|contact|enterprise|custom/, 'poa'],
];

function pricingOf(text: string): PricingModel[] {
  const folded = fold(text);
  const found = pricingWords.flatMap(([pattern, model]) => (pattern.test(folded) ? [model] : []));
  const named = pricingModels.filter((model) => split(folded).includes(model));
  return [...new Set([...found, ...named])];
}

function kindOf(text: string): IntegrationKind | null {
  const folded = fold(text);
  if (folded === '') return 'native';
  return (
    integrationKinds.find((kind) => kind === folded || fold(kindLabels[kind]) === folded) ?? null
  );
}

const directionWords: Readonly<Record<string, Direction>> = {
  forward: 'forward',
  'one way': 'forward',
  to: 'forward',
  '>': 'forward',
  '→': 'forward',
  both: 'both',
  'both ways': 'both',
  'two way': 'both',
  bidirectional: 'both',
  '<>': 'both',
  '↔': 'both',
  none: 'none',
  '': 'none',
  unknown: 'none',
};

class Problems {
  readonly list: RowProblem[] = [];
  readonly mapping: Mapping;
  constructor(mapping: Mapping) {
    this.mapping = mapping;
  }
  add(row: number, field: ImportField | null, reason: string): void {
    if (this.list.length >= MOST_PROBLEMS) return;
    const column = field === null ? undefined : this.mapping[field];
    this.list.push({ row, column: column === undefined ? null : columnName(column), reason });
  }
}

/** Characters that no text has, or that would turn the direction of what follows. */
const clean = (text: string): string =>
  text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .trim();

function reader(mapping: Mapping) {
  return (row: readonly string[], field: ImportField): string => {
    const column = mapping[field];
    return column === undefined ? '' : clean(row[column] ?? '');
  };
}

/** What cannot be kept of a row is left out and told; a row without a name is left out whole. */
export function mapProducts(table: ImportTable, mapping: Mapping): Mapped<ProductDraft> {
  const problems = new Problems(mapping);
  const cell = reader(mapping);
  const drafts: ProductDraft[] = [];
  table.rows.forEach((cells, index) => {
    if (cells.length === 0) return;
    const row = table.firstRow + index;
    const name = cell(cells, 'name').replace(/\s+/g, ' ');
    if (name === '') return problems.add(row, 'name', 'There is no name.');
    if (name.length > 200)
      return problems.add(row, 'name', 'The name is longer than 200 characters.');
    if (name.includes('\ufffd')) {
      problems.add(row, 'name', 'The name has characters that this encoding does not have.');
    }
    const address = cell(cells, 'homepage');
    const homepage = addressOf(address);
    if (address !== '' && homepage === null) {
      problems.add(row, 'homepage', 'The homepage is no web address; it is left out.');
    }
    const description = cell(cells, 'description').replace(/\s+/g, ' ');
    if (description.length > 500) {
      problems.add(row, 'description', 'The description is cut after 500 characters.');
    }
    const note = cell(cells, 'note');
    drafts.push({
      row,
      name,
      homepage,
      vendor: cell(cells, 'vendor').slice(0, 200) || null,
      categories: split(cell(cells, 'category')).slice(0, 6),
      description: description.slice(0, 500) || null,
      pricing: pricingOf(cell(cells, 'pricing')),
      aliases: split(cell(cells, 'aliases'))
        .filter((alias) => alias.length <= 200)
        .slice(0, 20),
      tags: split(cell(cells, 'tags'))
        .map((tag) => tag.slice(0, 40))
        .slice(0, 20),
      note: note.slice(0, 5000),
    });
  });
  return { drafts, problems: problems.list };
}

/** See `mapProducts`. */
export function mapIntegrations(table: ImportTable, mapping: Mapping): Mapped<IntegrationDraft> {
  const problems = new Problems(mapping);
  const cell = reader(mapping);
  const drafts: IntegrationDraft[] = [];
  table.rows.forEach((cells, index) => {
    if (cells.length === 0) return;
    const row = table.firstRow + index;
    const from = cell(cells, 'from').slice(0, 300);
    const to = cell(cells, 'to').slice(0, 300);
    if (from === '') return problems.add(row, 'from', 'One end is missing.');
    if (to === '') return problems.add(row, 'to', 'One end is missing.');
    if (fold(from) === fold(to)) {
      return problems.add(row, 'to', 'A product cannot integrate with itself.');
    }
    const kind = kindOf(cell(cells, 'kind'));
    if (kind === null) {
      problems.add(row, 'kind', 'This kind is not known; it is taken for a direct integration.');
    }
    const said = cell(cells, 'direction');
    const direction =
      directionWords[fold(said)] ??
      directionWords[said.trim()] ??
      directions.find((d) => d === said);
    if (direction === undefined) {
      problems.add(row, 'direction', 'This direction is not known; none is stated.');
    }
    const address = cell(cells, 'url');
    const url = addressOf(address);
    if (address !== '' && url === null) {
      problems.add(row, 'url', 'This is no web address; it is left out.');
    }
    drafts.push({
      row,
      from,
      to,
      kind: kind ?? 'native',
      direction: direction ?? 'none',
      note: cell(cells, 'note').slice(0, 500),
      url,
    });
  });
  return { drafts, problems: problems.list };
}
