import { z } from 'zod';
import { directions, groupIds } from '../domain/catalogue.ts';
import { EntityId, GivenName, Slug } from '../domain/ids.ts';
import { Coordinate } from './coordinate.ts';
import { StackItem } from './items.ts';
import { connectionStates, dataKinds, laneShapes, nodeStates } from './vocabulary.ts';

// Fields that came after the first release have defaults, so that the log of changes, stack files
// and rows from before them can still be read.

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
  state: z.enum(nodeStates).default('in-use'),
  /** The department that answers for it; empty where nobody does, as far as the stack says. */
  owner: z.string().trim().max(100).default(''),
  /** A locked product stays where it is until it is unlocked. */
  locked: z.boolean().default(false),
  /** What has the same cluster is selected and moved together. */
  clusterId: EntityId.nullable().default(null),
  /** Licence and everything that goes with it, in the person's own currency; null: not entered. */
  yearlyCost: z.number().min(0).max(1e12).nullable().default(null),
  /** Whether an agreement on processing personal data is signed; null: not entered. */
  hasProcessorAgreement: z.boolean().nullable().default(null),
});
export type StackNode = z.output<typeof StackNode>;

/** A region of the canvas. Products of its groups go there unless a person puts them elsewhere. */
export const Lane = z.object({
  id: EntityId,
  title: GivenName,
  groups: z.array(z.enum(groupIds)),
  x: Coordinate,
  y: Coordinate,
  width: z.number().min(80).max(100_000),
  /** Least height; a lane is drawn taller when its products reach further down. */
  height: z.number().min(80).max(100_000),
  /** How products line up in it: down a column, or along rows. */
  shape: z.enum(laneShapes).default('column'),
  /** Categories that go here before any lane that only names their group. */
  categories: z.array(Slug).max(100).default([]),
});
export type Lane = z.output<typeof Lane>;

/** A connection that a person drew, as against an integration that the catalogue knows. */
export const Connection = z.object({
  id: EntityId,
  fromNodeId: EntityId,
  toNodeId: EntityId,
  label: z.string().max(200),
  direction: z.enum(directions),
  state: z.enum(connectionStates).default('live'),
  /** What goes through it; empty where nothing is said. */
  dataKinds: z.array(z.enum(dataKinds)).max(dataKinds.length).default([]),
});
export type Connection = z.output<typeof Connection>;

export const Stack = z.object({
  id: EntityId,
  name: GivenName,
  nodes: z.record(EntityId, StackNode),
  lanes: z.record(EntityId, Lane),
  connections: z.record(EntityId, Connection),
  /** Notes, headings, frames and pictures. */
  items: z.record(EntityId, StackItem),
  /** The template that its lanes come from, or null. */
  templateId: Slug.nullable(),
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
