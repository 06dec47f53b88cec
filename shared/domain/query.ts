import { z } from 'zod';
import { pricingModels } from './catalogue.ts';
import { Slug } from './ids.ts';
import { Tag } from './personal.ts';
import { ProductRow } from './product.ts';
import { queryFields } from '../search/query-language.ts';

/** What Explore asks for. Values within one field are alternatives; fields narrow one another. */
export const ProductFilter = z.object({
  categories: z.array(Slug).max(100).default([]),
  pricing: z.array(z.enum(pricingModels)).default([]),
  oss: z.boolean().optional(),
  saas: z.boolean().optional(),
  hasIntegrations: z.boolean().optional(),
  sources: z.array(Slug).max(200).default([]),
  tcfVendor: z.boolean().optional(),
  hideExtensions: z.boolean().optional(),
  hideDiscontinued: z.boolean().optional(),
  /** Lists hidden products too. */
  showHidden: z.boolean().optional(),
  /** Products with one of these tags of a person's own. */
  tags: z.array(Tag).max(100).optional(),
  /** Integrates with at least so many products of the stack that the query names. */
  stackFit: z.number().int().min(1).max(999).optional(),
});
export type ProductFilter = z.output<typeof ProductFilter>;

export const sortOrders = ['relevance', 'name', 'integrations', 'sources', 'stack-fit'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** Thresholds that the facet "works with my stack" counts. */
export const stackFitSteps = [1, 3, 5] as const;

export const ProductQuery = z.object({
  /** Words to search for, and terms of the query language (shared/search/query-language.ts). */
  text: z.string().max(500).default(''),
  filter: ProductFilter.default({ categories: [], pricing: [], sources: [] }),
  sort: z.enum(sortOrders).default('relevance'),
  /** Products of a stack, for the order and the filter that compare with one. */
  stack: z.array(Slug).max(5000).optional(),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
});
export type ProductQuery = z.output<typeof ProductQuery>;

/**
 * Live counts: for each value of a field, how many products would be listed if that value were
 * chosen, all other fields staying as they are.
 */
export const Facets = z.object({
  categories: z.record(z.string(), z.number().int()),
  /** Products in any category of a group: fewer than the sum, as a product may have several. */
  groups: z.record(z.string(), z.number().int()).optional(),
  pricing: z.record(z.string(), z.number().int()),
  sources: z.record(z.string(), z.number().int()),
  oss: z.object({ yes: z.number().int(), no: z.number().int() }),
  saas: z.object({ yes: z.number().int(), no: z.number().int() }),
  hasIntegrations: z.object({ yes: z.number().int(), no: z.number().int() }),
  tcfVendor: z.object({ yes: z.number().int(), no: z.number().int() }),
  extensions: z.number().int(),
  discontinued: z.number().int(),
  /** Hidden products, where a person has marked any. */
  hidden: z.number().int().optional(),
  /** By tag, where a person has given any. */
  tags: z.record(z.string(), z.number().int()).optional(),
  /** By threshold of `stackFitSteps`, where the query names a stack. */
  stackFit: z.record(z.string(), z.number().int()).optional(),
});
export type Facets = z.output<typeof Facets>;

/** A product in a list. */
export const ListedProduct = ProductRow.extend({
  /** Products of the stack it integrates with, where the query names a stack. */
  fit: z.number().int().optional(),
});
export type ListedProduct = z.output<typeof ListedProduct>;

/** A term of the query language as it was understood. */
export const UnderstoodTerm = z.object({
  field: z.enum(queryFields.map(({ name }) => name)),
  /** The values as the catalogue calls them: "Customer Data Platforms" for `category:cdp`. */
  names: z.array(z.string()),
  negated: z.boolean(),
  /** Where it stands in the text, end exclusive. */
  start: z.number().int(),
  end: z.number().int(),
});
export type UnderstoodTerm = z.output<typeof UnderstoodTerm>;

export const ProductPage = z.object({
  total: z.number().int(),
  offset: z.number().int(),
  rows: z.array(ListedProduct),
  facets: Facets,
  terms: z.array(UnderstoodTerm),
  /** What of the text could not be understood, in sentences. */
  problems: z.array(z.string()),
});
export type ProductPage = z.output<typeof ProductPage>;

export const SearchHit = z.object({
  id: Slug,
  name: z.string(),
  homepage: z.string().nullable(),
  /** Primary category. */
  category: Slug,
  categories: z.array(Slug),
  aliases: z.array(z.string()),
  /** 0..1, 1 is an exact match. */
  score: z.number(),
});
export type SearchHit = z.output<typeof SearchHit>;
