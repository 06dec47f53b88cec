import type { Database } from 'better-sqlite3';
import {
  integrationKinds,
  pricingModels,
  type Direction,
  type IntegrationKind,
  type PricingModel,
  type ProductKind,
  type ProductStatus,
} from '../../../shared/domain/catalogue.ts';
import { weighEvidence, type Witness } from '../../../shared/domain/confidence.ts';
import type {
  CategoryGroup,
  Doubt,
  Evidence,
  Icon,
  Integration,
  Product,
  ProductRow,
  Source,
} from '../../../shared/domain/product.ts';
import type { Columns } from './columns.ts';
import { catalogueStatements as sql } from './statements.ts';

interface RawProduct {
  readonly rowid: number;
  readonly id: string;
  readonly name: string;
  readonly homepage: string | null;
  readonly domain: string | null;
  readonly description: string | null;
  readonly vendor: string | null;
  readonly category_id: string;
  readonly kind: ProductKind;
  readonly status: ProductStatus;
  readonly status_note: string | null;
  readonly pricing: string;
  readonly oss: number | null;
  readonly saas: number | null;
  readonly tcf_id: number | null;
  readonly icon: string | null;
  readonly sources: number;
  readonly degree: number;
}

interface RawIntegration {
  readonly link: number;
  readonly from_id: string;
  readonly from_name: string;
  readonly to_id: string;
  readonly to_name: string;
  readonly kind: IntegrationKind;
  readonly direction: Direction;
  readonly source: string;
  readonly url: string;
  readonly owner: string | null;
}

type RawSource = Omit<Source, 'snapshotDate'> & { readonly snapshot_date: string };

export interface CatalogueStats {
  readonly products: number;
  readonly categories: number;
  readonly integrations: number;
  readonly evidence: number;
  readonly sources: number;
  readonly aliases: number;
}

export interface ProductMark {
  readonly name: string;
  readonly icon: string | null;
}

export interface SearchFields {
  readonly id: string;
  readonly name: string;
  readonly homepage: string | null;
  readonly categories: string[];
  readonly aliases: string[];
}

export type CatalogueRepository = ReturnType<typeof createCatalogueRepository>;

/** Look-ups in catalogue.db by product index, each statement prepared once. */
export function createCatalogueRepository(db: Database, columns: Columns) {
  const stats = db.prepare<[], CatalogueStats>(sql.stats);
  const groups = db.prepare<[], { id: string; name: string }>(sql.groups);
  const categories = db.prepare<
    [],
    { id: string; name: string; group_id: string; covers: string; products: number }
  >(sql.categories);
  const sources = db.prepare<[], RawSource>(sql.sources);
  const product = db.prepare<[number], RawProduct>(sql.product);
  const searchFields = db.prepare<[number], { id: string; name: string; homepage: string | null }>(
    sql.searchFields,
  );
  const aliasNames = db.prepare<[number], string>(sql.aliasNames).pluck();
  const productCategories = db.prepare<[number], string>(sql.productCategories).pluck();
  const aliases = db.prepare<[number], Product['aliases'][number]>(sql.aliases);
  const facts = db.prepare<[number], Product['facts'][number]>(sql.facts);
  const sourceRows = db.prepare<[number], Product['sourceRows'][number]>(sql.sourceRows);
  const kinds = db.prepare<[number, number], { kind: IntegrationKind; count: number }>(sql.kinds);
  const integrations = db.prepare<[number, number], RawIntegration>(sql.integrations);
  const integrationsBetween = db.prepare<[number, number, number, number], RawIntegration>(
    sql.integrationsBetween,
  );
  const icon = db.prepare<[string], Icon>(sql.icon);
  const doubts = db.prepare<[number], Doubt>(sql.doubts);
  const marks = db.prepare<[], ProductMark>(sql.marks);

  const rowidOf = (index: number): number => columns.rowids[index]!;
  const read = (index: number): RawProduct => {
    const raw = product.get(rowidOf(index));
    if (!raw) throw new Error(`product ${columns.ids[index]} has left the catalogue file`);
    return raw;
  };
  const toRow = (index: number, raw: RawProduct): ProductRow => ({
    id: raw.id,
    name: raw.name,
    homepage: raw.homepage,
    domain: raw.domain,
    description: raw.description,
    categoryId: raw.category_id,
    groupId: columns.categoryGroups[columns.primaryCategory[index]!]!,
    kind: raw.kind,
    status: raw.status,
    pricing: toPricing(raw.pricing),
    oss: toBoolean(raw.oss),
    saas: toBoolean(raw.saas),
    tcfVendorId: raw.tcf_id,
    icon: raw.icon,
    sources: raw.sources,
    integrations: raw.degree,
  });

  return {
    stats: (): CatalogueStats => stats.get()!,

    /** The groups in their order, each with its categories and how many products they hold. */
    taxonomy(): CategoryGroup[] {
      const all = categories.all();
      return groups.all().map((group) => ({
        id: group.id as CategoryGroup['id'],
        name: group.name,
        categories: all
          .filter((category) => category.group_id === group.id)
          .map(({ id, name, covers, products }) => ({
            id,
            name,
            covers,
            products,
            groupId: group.id as CategoryGroup['id'],
          })),
      }));
    },

    sources: (): Source[] =>
      sources.all().map(({ snapshot_date: snapshotDate, ...rest }) => ({ ...rest, snapshotDate })),

    row: (index: number): ProductRow => toRow(index, read(index)),

    rows: (indexes: Iterable<number>): ProductRow[] =>
      Array.from(indexes, (index) => toRow(index, read(index))),

    /** What a search hit shows besides its score; categories with the primary one first. */
    searchFields(index: number): SearchFields {
      const rowid = rowidOf(index);
      return {
        ...searchFields.get(rowid)!,
        categories: productCategories.all(rowid),
        aliases: aliasNames.all(rowid),
      };
    },

    product(index: number): Product {
      const raw = read(index);
      const rowid = raw.rowid;
      return {
        ...toRow(index, raw),
        vendor: raw.vendor,
        statusNote: raw.status_note,
        categories: productCategories.all(rowid),
        aliases: aliases.all(rowid),
        facts: facts.all(rowid),
        integrationsByKind: Object.fromEntries(
          kinds.all(rowid, rowid).map(({ kind, count }) => [kind, count]),
        ),
        sourceRows: sourceRows.all(rowid),
      };
    },

    /** Integrations at either end of a product, each with all its evidence, in one fixed order. */
    integrations: (index: number): Integration[] =>
      toIntegrations(integrations.all(rowidOf(index), rowidOf(index))),

    /** The same whichever of the two is named first. */
    integrationsBetween: (a: number, b: number): Integration[] =>
      toIntegrations(integrationsBetween.all(rowidOf(a), rowidOf(b), rowidOf(b), rowidOf(a))),

    /** Drawings of the slugs that exist, each once. */
    icons: (slugs: readonly string[]): Icon[] =>
      [...new Set(slugs)].flatMap((slug) => icon.get(slug) ?? []),

    /** Pairs of source rows whose verdict is the least sure: the weakest merges, the nearest kept apart. */
    doubts: (limit: number): Doubt[] => doubts.all(limit),

    /** Name and icon of every product, in the order of their indexes. */
    marks: (): ProductMark[] => marks.all(),
  };
}

function toIntegrations(rows: readonly RawIntegration[]): Integration[] {
  const byLink = new Map<
    number,
    { head: RawIntegration; evidence: Evidence[]; witnesses: Witness[] }
  >();
  for (const row of rows) {
    const evidence = { source: row.source, url: row.url };
    const seen = byLink.get(row.link);
    if (seen) {
      seen.evidence.push(evidence);
      seen.witnesses.push(row);
    } else byLink.set(row.link, { head: row, evidence: [evidence], witnesses: [row] });
  }
  const rank = (kind: IntegrationKind): number => integrationKinds.indexOf(kind);
  return [...byLink.values()]
    .sort(
      ({ head: a }, { head: b }) =>
        rank(a.kind) - rank(b.kind) || compare(a.from_id, b.from_id) || compare(a.to_id, b.to_id),
    )
    .map(({ head, evidence, witnesses }) => ({
      from: { id: head.from_id, name: head.from_name },
      to: { id: head.to_id, name: head.to_name },
      kind: head.kind,
      direction: head.direction,
      ...weighEvidence(head.from_id, head.to_id, witnesses),
      evidence,
    }));
}

// By code unit, so that the order is the same under every locale.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function toPricing(text: string): PricingModel[] {
  if (text === '') return [];
  const stated = text.split('|');
  return pricingModels.filter((model) => stated.includes(model));
}

function toBoolean(value: number | null): boolean | null {
  return value === null ? null : value === 1;
}
