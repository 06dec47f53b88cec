import { z } from 'zod';
import { directions } from '../domain/catalogue.ts';
import { EntityId, GivenName } from '../domain/ids.ts';
import { StackNode } from './stack.ts';

/** A product to place. Without a position it goes to the next free place of its lane. */
export const Placement = StackNode.omit({ laneId: true, x: true, y: true }).extend({
  position: z.object({ x: StackNode.shape.x, y: StackNode.shape.y }).optional(),
});
export type Placement = z.output<typeof Placement>;

/** Everything a person can do to a stack. One command is one step of undo. */
export const StackCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('add-products'), products: z.array(Placement).min(1).max(2000) }),
  z.object({
    type: z.literal('move-nodes'),
    moves: z
      .array(z.object({ nodeId: EntityId, x: StackNode.shape.x, y: StackNode.shape.y }))
      .min(1)
      .max(5000),
  }),
  z.object({
    type: z.literal('remove'),
    nodeIds: z.array(EntityId).max(5000).default([]),
    connectionIds: z.array(EntityId).max(5000).default([]),
  }),
  z.object({ type: z.literal('rename-stack'), name: GivenName }),
  z.object({ type: z.literal('rename-lane'), laneId: EntityId, title: GivenName }),
  z.object({
    type: z.literal('connect'),
    connectionId: EntityId,
    fromNodeId: EntityId,
    toNodeId: EntityId,
    label: z.string().trim().max(200).default(''),
    direction: z.enum(directions).default('forward'),
  }),
  z.object({
    type: z.literal('edit-connection'),
    connectionId: EntityId,
    label: z.string().trim().max(200).optional(),
    direction: z.enum(directions).optional(),
    /** Exchange the two ends. */
    reverse: z.boolean().optional(),
  }),
]);
export type StackCommand = z.output<typeof StackCommand>;
export type StackCommandInput = z.input<typeof StackCommand>;
