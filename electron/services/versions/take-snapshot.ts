import { randomUUID } from 'node:crypto';
import type { StackCommand } from '../../../shared/stack/commands.ts';
import type { Stack } from '../../../shared/stack/stack.ts';
import { automaticName, MOST_AUTOMATIC } from '../../../shared/versions/automatic.ts';
import type { Snapshot } from '../../../shared/versions/contract.ts';
import { timeAfter } from '../time-after.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';

/** Keeps a stack as it is. Within a transaction of the caller. */
export function takeSnapshot(
  { snapshots }: Pick<Workspace, 'snapshots'>,
  stack: Stack,
  name: string,
  options: { readonly isAutomatic: boolean; readonly time: string },
): Snapshot {
  const snapshot: Snapshot = {
    id: randomUUID(),
    stackId: stack.id,
    name,
    isAutomatic: options.isAutomatic,
    createdAt: timeAfter(snapshots.list(stack.id)[0]?.createdAt, new Date(options.time)),
    products: Object.keys(stack.nodes).length,
    connections: Object.keys(stack.connections).length,
  };
  snapshots.add(snapshot, stack);
  return snapshot;
}

/**
 * Keeps a stack before a large change of it, unless it is empty or the newest version is the same.
 * Within the transaction of the change. @returns whether one was taken
 */
export function keepBefore(
  workspace: Pick<Workspace, 'snapshots'>,
  stack: Stack,
  command: StackCommand,
  time: string,
): boolean {
  const name = automaticName(command);
  if (name === null || Object.keys(stack.nodes).length === 0) return false;
  if (workspace.snapshots.isNewest(stack)) return false;
  takeSnapshot(workspace, stack, name.slice(0, 200), { isAutomatic: true, time });
  workspace.snapshots.keepNewest(stack.id, MOST_AUTOMATIC);
  return true;
}
