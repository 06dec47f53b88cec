import { groupIds, pricingModels } from '../../../shared/domain/catalogue.ts';
import { stackFitSteps, type Facets, type ProductFilter } from '../../../shared/domain/query.ts';
import { flag, type Columns } from '../../store/catalogue/columns.ts';

/** One bit a field: which of them keep a product out of the list. */
const field = {
  categories: 1,
  pricing: 2,
  sources: 4,
  oss: 8,
  saas: 16,
  hasIntegrations: 32,
  tcfVendor: 64,
  extensions: 128,
  discontinued: 256,
  stackFit: 512,
} as const;

export interface Filtered {
  /** Product indexes that pass, in the order given. */
  readonly products: Uint32Array;
  readonly facets: Facets;
}

/**
 * Narrows products to those that pass every field, and counts each field's values.
 * A product counts for a field if no *other* field keeps it out: so a count tells how many would
 * be listed if that value were chosen, and choosing one category does not zero its neighbours.
 * A product counts once for each category it has.
 * @param candidates  product indexes in the order wanted; ids in the filter that the catalogue
 *                    does not know match nothing
 * @param fit  by product, how many of a stack it integrates with; without it `stackFit` asks nothing
 */
export function filterProducts(
  columns: Columns,
  candidates: Uint32Array,
  filter: ProductFilter,
  fit?: Uint16Array,
): Filtered {
  const reasons = createReasons(columns, filter, fit);
  const categories = new Uint32Array(columns.categoryIds.length);
  const groups = new Uint32Array(groupIds.length);
  const pricing = new Uint32Array(pricingModels.length);
  const sources = new Uint32Array(columns.sourceIds.length);
  const oss = { yes: 0, no: 0 };
  const saas = { yes: 0, no: 0 };
  const hasIntegrations = { yes: 0, no: 0 };
  const tcfVendor = { yes: 0, no: 0 };
  const stackFit = stackFitSteps.map(() => 0);
  let extensions = 0;
  let discontinued = 0;

  const passing = new Uint32Array(candidates.length);
  let total = 0;
  for (const product of candidates) {
    const out = reasons(product);
    if (out === 0) passing[total++] = product;
    const flags = columns.flags[product]!;
    if ((out & ~field.categories) === 0) {
      countList(columns.categories, product, categories);
      countBits(groupBits(columns, product), groups);
    }
    if ((out & ~field.sources) === 0) countList(columns.sourceLists, product, sources);
    if ((out & ~field.pricing) === 0) countBits(columns.pricing[product]!, pricing);
    if ((out & ~field.oss) === 0) {
      if (flags & flag.oss) oss.yes++;
      else if (flags & flag.notOss) oss.no++;
    }
    if ((out & ~field.saas) === 0) {
      if (flags & flag.saas) saas.yes++;
      else if (flags & flag.notSaas) saas.no++;
    }
    if ((out & ~field.hasIntegrations) === 0) {
      hasIntegrations[columns.degree[product]! > 0 ? 'yes' : 'no']++;
    }
    if ((out & ~field.tcfVendor) === 0) tcfVendor[flags & flag.tcfVendor ? 'yes' : 'no']++;
    if (fit && (out & ~field.stackFit) === 0) {
      stackFitSteps.forEach((step, at) => (stackFit[at]! += fit[product]! >= step ? 1 : 0));
    }
    if ((out & ~field.extensions) === 0 && flags & flag.extension) extensions++;
    if ((out & ~field.discontinued) === 0 && flags & flag.discontinued) discontinued++;
  }

  return {
    products: passing.slice(0, total),
    facets: {
      categories: named(columns.categoryIds, categories),
      groups: named(groupIds, groups),
      pricing: named(pricingModels, pricing),
      sources: named(columns.sourceIds, sources),
      oss,
      saas,
      hasIntegrations,
      tcfVendor,
      extensions,
      discontinued,
      ...(fit
        ? { stackFit: Object.fromEntries(stackFitSteps.map((step, at) => [step, stackFit[at]!])) }
        : {}),
    },
  };
}

/** A function that tells, as bits, which fields keep a product out. */
function createReasons(
  columns: Columns,
  filter: ProductFilter,
  fit: Uint16Array | undefined,
): (product: number) => number {
  const wantedCategories = wanted(columns.categoryIds, filter.categories);
  const wantedSources = wanted(columns.sourceIds, filter.sources);
  const wantedPricing = filter.pricing.reduce(
    (bits, model) => bits | (1 << pricingModels.indexOf(model)),
    0,
  );
  const wantedOss = filter.oss === undefined ? 0 : filter.oss ? flag.oss : flag.notOss;
  const wantedSaas = filter.saas === undefined ? 0 : filter.saas ? flag.saas : flag.notSaas;
  return (product) => {
    let out = 0;
    const flags = columns.flags[product]!;
    if (wantedCategories && !listMeets(columns.categories, product, wantedCategories)) {
      out |= field.categories;
    }
    if (wantedSources && !listMeets(columns.sourceLists, product, wantedSources)) {
      out |= field.sources;
    }
    if (wantedPricing !== 0 && (columns.pricing[product]! & wantedPricing) === 0) {
      out |= field.pricing;
    }
    if (wantedOss !== 0 && (flags & wantedOss) === 0) out |= field.oss;
    if (wantedSaas !== 0 && (flags & wantedSaas) === 0) out |= field.saas;
    if (
      filter.hasIntegrations !== undefined &&
      columns.degree[product]! > 0 !== filter.hasIntegrations
    ) {
      out |= field.hasIntegrations;
    }
    if (filter.tcfVendor !== undefined && ((flags & flag.tcfVendor) !== 0) !== filter.tcfVendor) {
      out |= field.tcfVendor;
    }
    if (filter.hideExtensions && flags & flag.extension) out |= field.extensions;
    if (fit && filter.stackFit !== undefined && fit[product]! < filter.stackFit) {
      out |= field.stackFit;
    }
    if (filter.hideDiscontinued && flags & flag.discontinued) out |= field.discontinued;
    return out;
  };
}

type ListColumn = Columns['categories'];

function wanted(known: readonly string[], chosen: readonly string[]): Uint8Array | undefined {
  if (chosen.length === 0) return undefined;
  const marks = new Uint8Array(known.length);
  for (const id of chosen) {
    const index = known.indexOf(id);
    if (index >= 0) marks[index] = 1;
  }
  return marks;
}

function listMeets(lists: ListColumn, product: number, marks: Uint8Array): boolean {
  const end = lists.starts[product + 1]!;
  for (let at = lists.starts[product]!; at < end; at++) {
    if (marks[lists.values[at]!] === 1) return true;
  }
  return false;
}

function countList(lists: ListColumn, product: number, counts: Uint32Array): void {
  const end = lists.starts[product + 1]!;
  for (let at = lists.starts[product]!; at < end; at++) counts[lists.values[at]!]!++;
}

function countBits(bits: number, counts: Uint32Array): void {
  for (let bit = 0; bits !== 0; bit++, bits >>= 1) if (bits & 1) counts[bit]!++;
}

/** The groups of a product's categories, each once: bit n is group n of shared/domain. */
function groupBits({ categories, categoryGroups }: Columns, product: number): number {
  const end = categories.starts[product + 1]!;
  let bits = 0;
  for (let at = categories.starts[product]!; at < end; at++) {
    bits |= 1 << groupIds.indexOf(categoryGroups[categories.values[at]!]!);
  }
  return bits;
}

function named(names: readonly string[], counts: Uint32Array): Record<string, number> {
  return Object.fromEntries(names.map((name, index) => [name, counts[index]!]));
}
