import type { Workspace } from '../../store/workspace/open-workspace.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Deleted stacks can be brought back for this long. */
const DAYS_UNTIL_PURGE = 90;

/**
 * Backs the workspace up when the newest backup is older than a day, and removes for good what was
 * deleted long ago, never without a backup that still has it. An empty workspace needs none.
 * @throws Refusal or SqliteError if the backup cannot be made; then nothing is purged
 */
export function maintainWorkspace(workspace: Workspace, now: Date): void {
  if (workspace.stacks.count() === 0 && workspace.personal.all().length === 0) return;
  const purgeBefore = new Date(now.getTime() - DAYS_UNTIL_PURGE * DAY_MS).toISOString();
  const toPurge = workspace.stacks.countDeletedBefore(purgeBefore);
  // One from the future, made while the clock was wrong, says nothing about the last day.
  const newest = workspace.newestBackupAt(now);
  const isDue = newest === undefined || now.getTime() - Date.parse(newest) > DAY_MS;
  if (isDue || toPurge > 0) workspace.createBackup('schedule');
  if (toPurge > 0) workspace.write(() => workspace.stacks.purgeDeletedBefore(purgeBefore));
}
