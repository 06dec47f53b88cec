import { z } from 'zod';

/** Product, category and source ids: slugs. */
export const Slug = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[a-z0-9][a-z0-9._-]*$/);

/**
 * Ids of a person's own records: stacks, nodes, lanes, connections. They are keys of plain objects,
 * so none may name something that every object has ("__proto__", "constructor").
 */
export const EntityId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/)
  .refine((id) => !(id in Object.prototype), 'This id is reserved.');

/** Names that people give to things. */
export const GivenName = z.string().trim().min(1).max(200);
