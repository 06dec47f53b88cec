import type { Database } from 'better-sqlite3';
import { StackPatch } from '../../../shared/stack/patch.ts';
import type { WorkshopMove } from '../../../shared/workshop/moves.ts';
import type { StoredWorkshop, WorkshopSummary } from '../../../shared/workshop/view.ts';
import { WorkshopContent } from '../../../shared/workshop/workshop.ts';

type SummaryRow = {
  id: string;
  stack_id: string;
  name: string;
  started_at: string;
  ended_at: string | null;
};
type Row = SummaryRow & {
  revision: number;
  before_id: string;
  after_id: string | null;
  content: string;
};
type StepRow = { seq: number; command: string; label: string; created_at: string };
type MoveRow = StepRow & { patch: string };

const toSummary = (row: SummaryRow): WorkshopSummary => ({
  id: row.id,
  stackId: row.stack_id,
  name: row.name,
  startedAt: row.started_at,
  endedAt: row.ended_at,
});

const toRow = (workshop: StoredWorkshop): Row => ({
  id: workshop.id,
  stack_id: workshop.stackId,
  name: workshop.name,
  started_at: workshop.startedAt,
  ended_at: workshop.endedAt,
  revision: workshop.revision,
  before_id: workshop.beforeId,
  after_id: workshop.afterId,
  // Nothing is written that could not be read again.
  content: JSON.stringify(WorkshopContent.parse(workshop.content)),
});

/** Workshops and what was done to their stacks. Writes belong in a transaction of the caller. */
export function createWorkshopRepository(db: Database) {
  const summaries = 'id, stack_id, name, started_at, ended_at';
  const columns = `${summaries}, revision, before_id, after_id, content`;
  const list = db.prepare<[string], SummaryRow>(
    `SELECT ${summaries} FROM workshop WHERE stack_id = ? AND deleted_at IS NULL
     ORDER BY started_at DESC, id`,
  );
  const one = db.prepare<[string], Row & { deleted_at: string | null }>(
    `SELECT ${columns}, deleted_at FROM workshop WHERE id = ?`,
  );
  const running = db
    .prepare<[string], string>(
      'SELECT id FROM workshop WHERE stack_id = ? AND ended_at IS NULL AND deleted_at IS NULL',
    )
    .pluck();
  const insert = db.prepare<[Row]>(
    `INSERT INTO workshop (${columns}, deleted_at)
     VALUES (@id, @stack_id, @name, @started_at, @ended_at, @revision, @before_id, @after_id,
       @content, NULL)`,
  );
  const update = db.prepare<[Row]>(
    `UPDATE workshop SET name = @name, ended_at = @ended_at, revision = @revision,
       after_id = @after_id, content = @content
     WHERE id = @id`,
  );
  const setDeleted = db.prepare<[string | null, string]>(
    'UPDATE workshop SET deleted_at = ? WHERE id = ?',
  );
  const moves = db.prepare<[string, number], MoveRow>(
    `SELECT seq, command, label, patch, created_at FROM workshop_move
     WHERE workshop_id = ? AND seq <= ? ORDER BY seq`,
  );
  const lastMove = db
    .prepare<[string], number>(
      'SELECT coalesce(max(seq), 0) FROM workshop_move WHERE workshop_id = ?',
    )
    .pluck();
  const addMove = db.prepare<[MoveRow & { workshop_id: string }]>(
    `INSERT INTO workshop_move (workshop_id, seq, command, label, patch, created_at)
     VALUES (@workshop_id, @seq, @command, @label, @patch, @created_at)`,
  );
  return {
    /** The newest first, without those that were deleted. */
    list: (stackId: string): WorkshopSummary[] => list.all(stackId).map(toSummary),
    /** A deleted one as well, said so. @throws ZodError or SyntaxError where the row is damaged */
    find(
      id: string,
    ): { readonly workshop: StoredWorkshop; readonly isDeleted: boolean } | undefined {
      const row = one.get(id);
      if (!row) return undefined;
      const workshop = {
        ...toSummary(row),
        revision: row.revision,
        beforeId: row.before_id,
        afterId: row.after_id,
        content: WorkshopContent.parse(JSON.parse(row.content)),
      };
      return { workshop, isDeleted: row.deleted_at !== null };
    },
    /** Id of the workshop about a stack that has not ended. */
    running: (stackId: string): string | undefined => running.get(stackId),
    add: (workshop: StoredWorkshop): void => void insert.run(toRow(workshop)),
    put: (workshop: StoredWorkshop): void => void update.run(toRow(workshop)),
    setDeletedAt: (id: string, time: string | null): void => void setDeleted.run(time, id),
    /** Oldest first. @param until the last one that is wanted */
    moves: (id: string, until = Number.MAX_SAFE_INTEGER): WorkshopMove[] =>
      moves.all(id, until).map(({ created_at, patch, ...move }) => ({
        ...move,
        patch: StackPatch.parse(JSON.parse(patch)),
        createdAt: created_at,
      })),
    addMove(id: string, { command, label, patch, createdAt }: Omit<WorkshopMove, 'seq'>): void {
      addMove.run({
        workshop_id: id,
        seq: (lastMove.get(id) ?? 0) + 1,
        command,
        label,
        patch: JSON.stringify(patch),
        created_at: createdAt,
      });
    },
  };
}
