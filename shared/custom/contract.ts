import { z } from 'zod';
import { EntityId, Slug } from '../domain/ids.ts';
import {
  OwnIntegration,
  OwnIntegrationFields,
  OwnProduct,
  OwnProductFields,
  OwnRecords,
} from './records.ts';

/** Calls on a person's own products and integrations. */
export const customCalls = {
  /** All, or with `of` what there is of one product: itself, if it is an own one, and its integrations. */
  'custom:list': {
    input: z.object({ of: Slug.optional() }),
    output: z.object({
      products: z.array(OwnProduct),
      /** With the names of both ends; `isGone` where the catalogue no longer has one of them. */
      integrations: z.array(
        OwnIntegration.extend({
          fromName: z.string(),
          toName: z.string(),
          isGone: z.boolean(),
        }),
      ),
    }),
  },
  /**
   * Adds a product, or changes the one that `id` names.
   * Refused with 'conflict' and `details.similar` where there is one of its name or address, unless
   * `evenIfSimilar`.
   */
  'custom:save-product': {
    input: z.object({
      id: Slug.optional(),
      product: OwnProductFields,
      evenIfSimilar: z.boolean().default(false),
    }),
    output: OwnProduct,
  },
  /** Gives back what was deleted, for `custom:restore` to put where it was. */
  'custom:delete-product': { input: z.object({ id: Slug }), output: OwnRecords },
  'custom:save-integration': {
    input: z.object({ id: EntityId.optional(), integration: OwnIntegrationFields }),
    output: OwnIntegration,
  },
  'custom:delete-integration': { input: z.object({ id: EntityId }), output: OwnRecords },
  'custom:restore': { input: OwnRecords, output: z.object({}) },
};
