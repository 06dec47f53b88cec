import { z } from 'zod';
import { directions, groupIds } from '../domain/catalogue.ts';
import { EntityId, GivenName, Slug } from '../domain/ids.ts';

/** Canvas units are CSS pixels at zoom 1. Far-off coordinates are refused, not drawn. */
const Coordinate = z.number().min(-100_000).max(100_000);

/** A product placed on a stack. Name and categories are a snapshot that outlives the catalogue. */
export const StackNode = z.object({
  id: EntityId,
  productId: Slug,
  name: z.string().min(1).max(20_000),
  categoryId: Slug,
  groupId: z.enum(groupIds),
  laneId: EntityId.nullable(),
  /** Top left corner. */
  x: Coordinate,
  y: Coordinate,
});
export type StackNode = z.output<typeof StackNode>;

/** A region of the canvas. Products of its groups go there unless a person puts them elsewhere. */
export const Lane = z.object({
  id: EntityId,
  title: GivenName,
  groups: z.array(z.enum(groupIds)),
  x: Coordinate,
  y: Coordinate,
  width: z.number().min(80).max(10_000),
  /** Least height; a lane is drawn taller when its products reach further down. */
  height: z.number().min(80).max(100_000),
});
export type Lane = z.output<typeof Lane>;

/** A connection that a person drew, as against an integration that the catalogue knows. */
export const Connection = z.object({
  id: EntityId,
  fromNodeId: EntityId,
  toNodeId: EntityId,
  label: z.string().max(200),
  direction: z.enum(directions),
});
export type Connection = z.output<typeof Connection>;

export const Stack = z.object({
  id: EntityId,
  name: GivenName,
  nodes: z.record(EntityId, StackNode),
  lanes: z.record(EntityId, Lane),
  connections: z.record(EntityId, Connection),
});
export type Stack = z.output<typeof Stack>;

export const StackSummary = z.object({
  id: EntityId,
  name: GivenName,
  products: z.number().int(),
  connections: z.number().int(),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
});
export type StackSummary = z.output<typeof StackSummary>;
