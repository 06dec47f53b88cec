import type { WorkshopMove } from '../../../shared/workshop/moves.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';

/** Writes a change of a stack down for the workshop about it, if one runs. Within its transaction. */
export function recordMove(
  { workshops }: Pick<Workspace, 'workshops'>,
  stackId: string,
  move: Omit<WorkshopMove, 'seq'>,
): void {
  const id = workshops.running(stackId);
  if (id !== undefined) workshops.addMove(id, move);
}
