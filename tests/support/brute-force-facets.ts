import type { Database } from 'better-sqlite3';
import { groupIds, pricingModels } from '../../shared/domain/catalogue.ts';
import type { Facets, ProductFilter } from '../../shared/domain/query.ts';

/** A product as a filter sees it, read straight from the tables. */
export interface Listed {
  readonly id: string;
  readonly categories: readonly string[];
  /** Groups of its categories. */
  readonly groups: readonly string[];
  readonly pricing: readonly string[];
  readonly sources: readonly string[];
  readonly oss: number | null;
  readonly saas: number | null;
  readonly tcfId: number | null;
  readonly degree: number;
  readonly extension: boolean;
  readonly discontinued: boolean;
}

interface Row extends Pick<Listed, 'id' | 'oss' | 'saas' | 'tcfId' | 'degree'> {
  readonly pricing: string;
  readonly categories: string;
  readonly groups: string;
  readonly sources: string;
  readonly extension: number;
  readonly discontinued: number;
}

export function readListed(db: Database): Listed[] {
  const rows = db
    .prepare(
      `SELECT id, pricing, oss, saas, tcf_id AS tcfId, degree,
         kind = 'extension' AS extension, status = 'discontinued' AS discontinued,
         (SELECT group_concat(category_id, '|') FROM product_category WHERE product = product.rowid)
           AS categories,
         (SELECT group_concat(DISTINCT group_id) FROM product_category
            JOIN category ON category.id = category_id WHERE product = product.rowid) AS groups,
         (SELECT group_concat(DISTINCT source) FROM product_source WHERE product = product.rowid)
           AS sources
       FROM product`,
    )
    .all() as Row[];
  return rows.map((row) => ({
    ...row,
    categories: row.categories.split('|'),
    groups: row.groups.split(','),
    pricing: row.pricing === '' ? [] : row.pricing.split('|'),
    sources: row.sources.split(','),
    extension: row.extension === 1,
    discontinued: row.discontinued === 1,
  }));
}

/** Whether a product is to be listed, field by field as the contract words it. */
export function passes(product: Listed, filter: ProductFilter): boolean {
  const meets = (chosen: readonly string[], own: readonly string[]): boolean =>
    chosen.length === 0 || chosen.some((value) => own.includes(value));
  const is = (chosen: boolean | undefined, own: boolean | null): boolean =>
    chosen === undefined || chosen === own;
  return (
    meets(filter.categories, product.categories) &&
    meets(filter.pricing, product.pricing) &&
    meets(filter.sources, product.sources) &&
    is(filter.oss, product.oss === null ? null : product.oss === 1) &&
    is(filter.saas, product.saas === null ? null : product.saas === 1) &&
    is(filter.hasIntegrations, product.degree > 0) &&
    is(filter.tcfVendor, product.tcfId !== null) &&
    !(filter.hideExtensions && product.extension) &&
    !(filter.hideDiscontinued && product.discontinued)
  );
}

/** Each value counted by choosing it alone in its field and listing what passes. */
export function bruteForceFacets(
  products: readonly Listed[],
  filter: ProductFilter,
  categoryIds: readonly string[],
  sourceIds: readonly string[],
): Facets {
  const without = (...fields: (keyof ProductFilter)[]): ProductFilter => ({
    ...filter,
    ...Object.fromEntries(
      fields.map((field) => [field, Array.isArray(filter[field]) ? [] : undefined]),
    ),
  });
  const count = (field: keyof ProductFilter, has: (product: Listed) => boolean): number => {
    const rest = without(field);
    return products.filter((product) => has(product) && passes(product, rest)).length;
  };
  const each = (
    field: keyof ProductFilter,
    values: readonly string[],
    own: (product: Listed) => readonly string[],
  ): Record<string, number> =>
    Object.fromEntries(
      values.map((value) => [value, count(field, (product) => own(product).includes(value))]),
    );
  const yesNo = (
    field: keyof ProductFilter,
    own: (product: Listed) => boolean | null,
  ): { yes: number; no: number } => ({
    yes: count(field, (product) => own(product) === true),
    no: count(field, (product) => own(product) === false),
  });
  return {
    categories: each('categories', categoryIds, (product) => product.categories),
    groups: each('categories', groupIds, (product) => product.groups),
    pricing: each('pricing', pricingModels, (product) => product.pricing),
    sources: each('sources', sourceIds, (product) => product.sources),
    oss: yesNo('oss', ({ oss }) => (oss === null ? null : oss === 1)),
    saas: yesNo('saas', ({ saas }) => (saas === null ? null : saas === 1)),
    hasIntegrations: yesNo('hasIntegrations', ({ degree }) => degree > 0),
    tcfVendor: yesNo('tcfVendor', ({ tcfId }) => tcfId !== null),
    extensions: count('hideExtensions', (product) => product.extension),
    discontinued: count('hideDiscontinued', (product) => product.discontinued),
  };
}
