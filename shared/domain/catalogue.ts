/** The catalogue's vocabulary. Ids are slugs that survive a rebuild of the catalogue. */

export const integrationKinds = [
  'events',
  'audience',
  'pipeline',
  'workflow',
  'plugin',
  'tag',
  'bidding',
  'channel',
  'native',
] as const;
export type IntegrationKind = (typeof integrationKinds)[number];

/** `forward`: data flows from → to. `none`: the sources state no data flow. */
export const directions = ['forward', 'both', 'none'] as const;
export type Direction = (typeof directions)[number];

export const pricingModels = [
  'free',
  'freemium',
  'payg',
  'recurring',
  'onetime',
  'low',
  'mid',
  'high',
  'poa',
] as const;
export type PricingModel = (typeof pricingModels)[number];

export const productStatuses = ['active', 'discontinued'] as const;
export type ProductStatus = (typeof productStatuses)[number];

/** What a record is: a product of its own, or an extension that lives inside another product. */
export const productKinds = ['product', 'extension'] as const;
export type ProductKind = (typeof productKinds)[number];

export const groupIds = [
  'advertising',
  'content',
  'social',
  'commerce',
  'data',
  'business',
] as const;
export type GroupId = (typeof groupIds)[number];
