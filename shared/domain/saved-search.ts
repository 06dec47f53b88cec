import { z } from 'zod';
import { EntityId, GivenName } from './ids.ts';
import { ProductQuery } from './query.ts';

/** What Explore asks for, without the page it is at and without the stack it is compared with. */
export const SavedQuery = ProductQuery.pick({ text: true, filter: true, sort: true });
export type SavedQuery = z.output<typeof SavedQuery>;

/** A search that a person keeps under a name. */
export const SavedSearch = z.object({
  id: EntityId,
  name: GivenName,
  query: SavedQuery,
  createdAt: z.string().max(40),
});
export type SavedSearch = z.output<typeof SavedSearch>;
