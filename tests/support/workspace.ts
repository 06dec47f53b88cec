import { onTestFinished } from 'vitest';
import { openWorkspace } from '../../electron/store/workspace/open-workspace.ts';
import type { Workspace, WorkspaceOptions } from '../../electron/store/workspace/open-workspace.ts';
import { newStack } from '../../shared/stack/new-stack.ts';

/** Opens a real workspace; closing it twice does no harm, so tests may close it earlier. */
export function aWorkspace(options: WorkspaceOptions): Workspace {
  const workspace = openWorkspace(options);
  onTestFinished(() => workspace.close());
  return workspace;
}

/** Stores an empty stack. */
export function addStack(workspace: Workspace, id: string, name = id): void {
  workspace.write(() => workspace.stacks.insert(newStack(id, name), new Date().toISOString()));
}

export const stackNames = (workspace: Workspace): string[] =>
  workspace.stacks.list('current').map((stack) => stack.name);

/** What `work` throws. @throws Error if it does not */
export function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
