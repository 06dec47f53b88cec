import { z } from 'zod';
import { pricingModels } from './catalogue.ts';
import { Slug } from './ids.ts';
import { ProductRow } from './product.ts';

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
});
export type ProductFilter = z.output<typeof ProductFilter>;

export const sortOrders = ['relevance', 'name', 'integrations', 'sources'] as const;
export type SortOrder = (typeof sortOrders)[number];

export const ProductQuery = z.object({
  text: z.string().max(500).default(''),
  filter: ProductFilter.default({ categories: [], pricing: [], sources: [] }),
  sort: z.enum(sortOrders).default('relevance'),
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
});
export type Facets = z.output<typeof Facets>;

export const ProductPage = z.object({
  total: z.number().int(),
  offset: z.number().int(),
  rows: z.array(ProductRow),
  facets: Facets,
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
