import { z } from 'zod';
import { directions } from '../domain/catalogue.ts';
import { EntityId, GivenName, Slug } from '../domain/ids.ts';
import { Coordinate } from './coordinate.ts';
import { ItemChange, StackItem } from './items.ts';
import { Connection, Lane, Stack, StackNode } from './stack.ts';
import { connectionStates, dataKinds } from './vocabulary.ts';

/** A product to place. Without a position it goes to the next free place of its lane. */
export const Placement = StackNode.omit({ laneId: true, x: true, y: true }).extend({
  position: z.object({ x: Coordinate, y: Coordinate }).optional(),
});
export type Placement = z.output<typeof Placement>;
export type PlacementInput = z.input<typeof Placement>;

const Ids = z.array(EntityId).max(5000).default([]);
const NodeMoves = z.array(z.object({ nodeId: EntityId, x: Coordinate, y: Coordinate })).max(5000);

/** What a move is called in the history. */
export const moveReasons = ['move', 'align', 'distribute', 'arrange'] as const;

/**
 * A field that may be left out. Without its default, which zod would fill in where nothing is said
 * and so change what nobody named.
 */
const optional = <T extends z.ZodType>(field: z.ZodDefault<T>) => field.unwrap().optional();

/** Everything a person can do to a stack. One command is one step of undo. */
export const StackCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('add-products'), products: z.array(Placement).min(1).max(2000) }),
  z.object({
    type: z.literal('move-nodes'),
    moves: NodeMoves.default([]),
    items: z
      .array(z.object({ itemId: EntityId, x: Coordinate, y: Coordinate }))
      .max(5000)
      .default([]),
    /** Lanes that get other places or sizes; products that are not named above go along. */
    lanes: z
      .array(
        Lane.pick({ x: true, y: true, width: true, height: true }).extend({ laneId: EntityId }),
      )
      .max(200)
      .default([]),
    reason: z.enum(moveReasons).default('move'),
  }),
  z.object({
    type: z.literal('remove'),
    nodeIds: Ids,
    connectionIds: Ids,
    itemIds: Ids,
    laneIds: Ids,
  }),
  z.object({ type: z.literal('rename-stack'), name: GivenName }),
  z.object({ type: z.literal('rename-lane'), laneId: EntityId, title: GivenName }),
  z.object({ type: z.literal('add-lane'), lane: Lane }),
  z.object({
    type: z.literal('edit-lane'),
    laneId: EntityId,
    change: Lane.pick({ title: true, groups: true, x: true, y: true, width: true, height: true })
      .partial()
      .extend({
        shape: optional(Lane.shape.shape),
        categories: optional(Lane.shape.categories),
      }),
  }),
  /** Gives the stack other lanes, and products their places in them. */
  z.object({
    type: z.literal('restructure'),
    templateId: Slug.nullable(),
    /** What the lanes are called together, for the history: "Customer journey". */
    title: GivenName,
    lanes: z.array(Lane).max(200),
    moves: NodeMoves.default([]),
  }),
  z.object({
    type: z.literal('edit-nodes'),
    nodeIds: z.array(EntityId).min(1).max(5000),
    change: z.object({
      state: optional(StackNode.shape.state),
      owner: optional(StackNode.shape.owner),
      yearlyCost: optional(StackNode.shape.yearlyCost),
      hasProcessorAgreement: optional(StackNode.shape.hasProcessorAgreement),
    }),
  }),
  /** Puts another product in the place of one, with its position and the person's connections. */
  z.object({ type: z.literal('swap-product'), nodeId: EntityId, product: Placement }),
  z.object({ type: z.literal('add-items'), items: z.array(StackItem).min(1).max(2000) }),
  z.object({ type: z.literal('edit-item'), itemId: EntityId, change: ItemChange }),
  z.object({ type: z.literal('lock'), nodeIds: Ids, itemIds: Ids, locked: z.boolean() }),
  /** Puts things into one cluster, or out of theirs. */
  z.object({
    type: z.literal('cluster'),
    nodeIds: Ids,
    itemIds: Ids,
    clusterId: EntityId.nullable(),
  }),
  z.object({
    type: z.literal('connect'),
    connectionId: EntityId,
    fromNodeId: EntityId,
    toNodeId: EntityId,
    label: z.string().trim().max(200).default(''),
    direction: z.enum(directions).default('forward'),
    state: Connection.shape.state,
    dataKinds: Connection.shape.dataKinds,
  }),
  z.object({
    type: z.literal('edit-connection'),
    connectionId: EntityId,
    label: z.string().trim().max(200).optional(),
    direction: z.enum(directions).optional(),
    state: z.enum(connectionStates).optional(),
    dataKinds: z.array(z.enum(dataKinds)).max(dataKinds.length).optional(),
    /** Exchange the two ends. */
    reverse: z.boolean().optional(),
  }),
  /** Pastes what was copied here or from another stack; products that are there already stay out. */
  z.object({
    type: z.literal('paste'),
    nodes: z.array(StackNode).max(5000).default([]),
    items: z.array(StackItem).max(5000).default([]),
    connections: z.array(Connection).max(20_000).default([]),
  }),
  /** Makes the stack what it was in a version of it; the name stays. */
  z.object({
    type: z.literal('restore'),
    /** What the version is called. */
    title: GivenName,
    content: Stack.omit({ id: true, name: true }),
  }),
]);
export type StackCommand = z.output<typeof StackCommand>;
export type StackCommandInput = z.input<typeof StackCommand>;
/** One command by its name, defaults filled in. */
export type CommandOf<T extends StackCommand['type']> = Extract<StackCommand, { type: T }>;
