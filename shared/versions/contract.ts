import { z } from 'zod';
import { EntityId, GivenName, Slug } from '../domain/ids.ts';
import { lookNames } from '../diagram/looks.ts';
import { InsightProduct } from '../insights/contract.ts';

/** A version of a stack that is kept. */
export const Snapshot = z.object({
  id: EntityId,
  stackId: EntityId,
  name: GivenName,
  /** Taken by itself before a large change. */
  isAutomatic: z.boolean(),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  products: z.int(),
  connections: z.int(),
});
export type Snapshot = z.output<typeof Snapshot>;

/** A version: one that is kept, or a stack as it is now. */
export const VersionRef = z.discriminatedUnion('type', [
  z.object({ type: z.literal('current'), stackId: EntityId }),
  z.object({ type: z.literal('snapshot'), id: EntityId }),
]);
export type VersionRef = z.output<typeof VersionRef>;

const Product = z.object({ id: Slug, name: z.string() });
const Link = z.object({ a: Slug, b: Slug, isOwn: z.boolean() });
const CostSum = z.object({ sum: z.number(), known: z.int(), products: z.int() });

const OfSnapshot = z.object({ id: EntityId });
const Between = z.object({ from: VersionRef, to: VersionRef });

export const versionCalls = {
  /** The newest first. */
  'versions:list': { input: z.object({ stackId: EntityId }), output: z.array(Snapshot) },
  'versions:take': { input: z.object({ stackId: EntityId, name: GivenName }), output: Snapshot },
  /** A version that got a name stays, also where it was an automatic one. */
  'versions:rename': { input: OfSnapshot.extend({ name: GivenName }), output: Snapshot },
  'versions:delete': { input: OfSnapshot, output: z.object({}) },
  'versions:undelete': { input: OfSnapshot, output: Snapshot },
  /** Makes the stack what it was, as one step that can be undone. */
  'versions:restore': { input: OfSnapshot, output: z.object({ stackId: EntityId }) },
  'versions:compare': {
    input: Between,
    output: z.object({
      /** What the two are called. */
      from: z.string(),
      to: z.string(),
      /** Names of every product that the answer mentions, by id. */
      names: z.record(Slug, z.string()),
      added: z.array(Product),
      removed: z.array(Product),
      replaced: z.array(z.object({ before: Product, after: Product })),
      moved: z.array(z.object({ product: Product, before: z.string(), after: z.string() })),
      changed: z.array(
        z.object({
          product: Product,
          what: z.enum(['state', 'owner', 'cost']),
          before: z.string(),
          after: z.string(),
        }),
      ),
      gained: z.array(Link),
      lost: z.array(Link),
      cost: z.object({ before: CostSum, after: CostSum }),
    }),
  },
  /** A version as an SVG, or both in one with marks on what differs. */
  'versions:picture': {
    input: Between.extend({
      which: z.enum(['from', 'to', 'overlay']),
      look: z.enum(lookNames).default('light'),
    }),
    output: z.object({ svg: z.string() }),
  },
  /** What swapping a product would keep, lose and gain of known integrations with the stack. */
  'versions:swap-options': {
    input: z.object({
      stackId: EntityId,
      nodeId: EntityId,
      /** One product to look at; without it, suggestions are ranked by what they keep. */
      productId: Slug.nullable().default(null),
    }),
    output: z.object({
      product: InsightProduct,
      /** The person's own connections, which are carried over. */
      own: z.int(),
      options: z.array(
        z.object({
          product: InsightProduct,
          isOnStack: z.boolean(),
          kept: z.array(InsightProduct),
          lost: z.array(InsightProduct),
          gained: z.array(InsightProduct),
        }),
      ),
    }),
  },
};
