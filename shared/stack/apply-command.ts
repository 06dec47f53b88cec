import { assertNever, succeed, type Result } from '../result.ts';
import type { StackCommand } from './commands.ts';
import { applyPatch, invertPatch, type StackPatch } from './patch.ts';
import { planCluster, planLock, planMove } from './plans/arrange.ts';
import { planConnect, planEditConnection } from './plans/connections.ts';
import { planAddItems, planEditItem } from './plans/items.ts';
import { planAddLane, planEditLane, planRenameLane, planRestructure } from './plans/lanes.ts';
import type { Planned } from './plans/plan.ts';
import { planAdd, planEditNodes, planSwap } from './plans/products.ts';
import { planPaste, planRemove, planRestore } from './plans/whole.ts';
import type { Stack } from './stack.ts';

export interface Applied {
  readonly stack: Stack;
  readonly patch: StackPatch;
  readonly inverse: StackPatch;
  /** Names the step for people: "Add HubSpot", "Move 5 products". */
  readonly label: string;
}

function plan(stack: Stack, command: StackCommand): Planned {
  switch (command.type) {
    case 'add-products':
      return planAdd(stack, command);
    case 'edit-nodes':
      return planEditNodes(stack, command);
    case 'swap-product':
      return planSwap(stack, command);
    case 'move-nodes':
      return planMove(stack, command);
    case 'lock':
      return planLock(stack, command);
    case 'cluster':
      return planCluster(stack, command);
    case 'add-items':
      return planAddItems(stack, command);
    case 'edit-item':
      return planEditItem(stack, command);
    case 'add-lane':
      return planAddLane(stack, command);
    case 'edit-lane':
      return planEditLane(stack, command);
    case 'rename-lane':
      return planRenameLane(stack, command);
    case 'restructure':
      return planRestructure(stack, command);
    case 'connect':
      return planConnect(stack, command);
    case 'edit-connection':
      return planEditConnection(stack, command);
    case 'remove':
      return planRemove(stack, command);
    case 'paste':
      return planPaste(stack, command);
    case 'restore':
      return planRestore(stack, command);
    case 'rename-stack':
      return succeed({ patch: { name: command.name }, label: `Rename to ${command.name}` });
    default:
      return assertNever(command);
  }
}

/**
 * Applies one command to a stack.
 * @returns the new stack, the patch that made it and its exact inverse; or why it was refused, in
 *   which case the stack is as it was
 */
export function applyCommand(stack: Stack, command: StackCommand): Result<Applied> {
  const planned = plan(stack, command);
  if (!planned.ok) return planned;
  const { patch, label } = planned.value;
  return succeed({
    stack: applyPatch(stack, patch),
    patch,
    inverse: invertPatch(stack, patch),
    label,
  });
}
