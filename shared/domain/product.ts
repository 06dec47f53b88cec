import { z } from 'zod';
import { directions, groupIds, integrationKinds, pricingModels } from './catalogue.ts';
import { productKinds, productStatuses } from './catalogue.ts';
import { confidenceLevels } from './confidence.ts';
import { Slug } from './ids.ts';

/** A product as lists, tiles and graphs need it. */
export const ProductRow = z.object({
  id: Slug,
  name: z.string(),
  homepage: z.string().nullable(),
  domain: z.string().nullable(),
  description: z.string().nullable(),
  categoryId: Slug,
  groupId: z.enum(groupIds),
  kind: z.enum(productKinds),
  status: z.enum(productStatuses),
  pricing: z.array(z.enum(pricingModels)),
  oss: z.boolean().nullable(),
  saas: z.boolean().nullable(),
  tcfVendorId: z.number().int().nullable(),
  /** simple-icons slug; the drawing comes from `catalogue:icons`. */
  icon: z.string().nullable(),
  /** How many sources name the product. */
  sources: z.number().int(),
  /** How many distinct products it is known to integrate with. */
  integrations: z.number().int(),
});
export type ProductRow = z.output<typeof ProductRow>;

export const AliasKind = z.enum(['name', 'former', 'domain']);

export const Product = ProductRow.extend({
  vendor: z.string().nullable(),
  statusNote: z.string().nullable(),
  /** Primary first. */
  categories: z.array(Slug),
  aliases: z.array(z.object({ alias: z.string(), kind: AliasKind })),
  facts: z.array(z.object({ key: z.string(), value: z.string(), source: Slug })),
  integrationsByKind: z.partialRecord(z.enum(integrationKinds), z.number().int()),
  /** The source rows that make up the record, and why each belongs to it. */
  sourceRows: z.array(
    z.object({
      source: Slug,
      key: z.string(),
      name: z.string(),
      homepage: z.string().nullable(),
      why: z.string(),
    }),
  ),
});
export type Product = z.output<typeof Product>;

export const ProductRef = z.object({ id: Slug, name: z.string() });
export type ProductRef = z.output<typeof ProductRef>;

export const Evidence = z.object({ source: Slug, url: z.string() });
export type Evidence = z.output<typeof Evidence>;

export const Integration = z.object({
  from: ProductRef,
  to: ProductRef,
  kind: z.enum(integrationKinds),
  direction: z.enum(directions),
  /** By the rule in shared/domain/confidence.ts, with what it counted. */
  confidence: z.enum(confidenceLevels),
  ends: z.number().int(),
  independent: z.number().int(),
  evidence: z.array(Evidence).min(1),
});
export type Integration = z.output<typeof Integration>;

/** An integration as a graph draws it: ends by id, evidence counted. */
export const Link = z.object({
  from: Slug,
  to: Slug,
  kind: z.enum(integrationKinds),
  direction: z.enum(directions),
  /** Number of sources that state it. */
  sources: z.number().int(),
});
export type Link = z.output<typeof Link>;

export const Icon = z.object({
  slug: z.string(),
  title: z.string(),
  /** Brand colour, RRGGBB. */
  hex: z.string(),
  /** SVG path data on a 24 × 24 grid. */
  path: z.string(),
});
export type Icon = z.output<typeof Icon>;

export const Category = z.object({
  id: Slug,
  name: z.string(),
  groupId: z.enum(groupIds),
  covers: z.string(),
  /** Products that have it as any of their categories. */
  products: z.number().int(),
});
export type Category = z.output<typeof Category>;

export const CategoryGroup = z.object({
  id: z.enum(groupIds),
  name: z.string(),
  categories: z.array(Category),
});
export type CategoryGroup = z.output<typeof CategoryGroup>;

export const Source = z.object({
  id: Slug,
  title: z.string(),
  url: z.string(),
  revision: z.string().nullable(),
  snapshotDate: z.string(),
  licence: z.string(),
  note: z.string(),
  products: z.number().int(),
  integrations: z.number().int(),
  /** The product whose own documentation it is; null for a third party. */
  owner: Slug.nullable(),
});
export type Source = z.output<typeof Source>;

/** Two source rows that the catalogue's builder was least sure of. */
export const Doubt = z.object({
  verdict: z.enum(['merged', 'kept-apart']),
  /** A source row, `source:key`, or a product id; likewise `b`. */
  a: z.string(),
  b: z.string(),
  /** Why the verdict fell as it did, in words. */
  reason: z.string(),
  /** How much speaks for one product, 0..1. */
  strength: z.number(),
});
export type Doubt = z.output<typeof Doubt>;
