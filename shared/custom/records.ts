import { z } from 'zod';
import {
  directions,
  integrationKinds,
  pricingModels,
  productKinds,
  productStatuses,
} from '../domain/catalogue.ts';
import { EntityId, GivenName, Slug } from '../domain/ids.ts';

/** http or https and nothing else: it becomes a link. */
const WebAddress = z
  .string()
  .trim()
  .max(2000)
  .refine((text) => {
    const url = URL.parse(text);
    return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
  }, 'An address begins with https:// or http://.');

const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null);

/** A product that a person added to the catalogue. */
export const OwnProductFields = z.object({
  name: GivenName,
  homepage: WebAddress.nullable().default(null),
  vendor: optionalText(200),
  /** Primary first. */
  categories: z.array(Slug).min(1, 'A product needs a category.').max(6),
  kind: z.enum(productKinds).default('product'),
  status: z.enum(productStatuses).default('active'),
  pricing: z.array(z.enum(pricingModels)).max(pricingModels.length).default([]),
  description: optionalText(500),
  oss: z.boolean().nullable().default(null),
  saas: z.boolean().nullable().default(null),
  /** Other names it goes by. */
  aliases: z.array(GivenName).max(20).default([]),
});
export type OwnProductFields = z.output<typeof OwnProductFields>;

export const OwnProduct = OwnProductFields.extend({
  id: Slug,
  /** The import that it came with, or null. */
  importId: EntityId.nullable(),
});
export type OwnProduct = z.output<typeof OwnProduct>;

/** An integration that a person knows of, between any two products. */
export const OwnIntegrationFields = z.object({
  from: Slug,
  to: Slug,
  kind: z.enum(integrationKinds).default('native'),
  direction: z.enum(directions).default('none'),
  /** How one knows. */
  note: z.string().trim().max(500).default(''),
  url: WebAddress.nullable().default(null),
});
export type OwnIntegrationFields = z.output<typeof OwnIntegrationFields>;

export const OwnIntegration = OwnIntegrationFields.extend({
  id: EntityId,
  importId: EntityId.nullable(),
});
export type OwnIntegration = z.output<typeof OwnIntegration>;

/** All that a person added, or a part of it. */
export const OwnRecords = z.object({
  products: z.array(OwnProduct),
  integrations: z.array(OwnIntegration),
});
export type OwnRecords = z.output<typeof OwnRecords>;
