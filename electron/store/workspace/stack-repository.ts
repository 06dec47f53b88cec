import type { Database } from 'better-sqlite3';
import type { Direction, GroupId } from '../../../shared/domain/catalogue.ts';
import { StackPatch } from '../../../shared/stack/patch.ts';
import type {
  Connection,
  Lane,
  Stack,
  StackNode,
  StackSummary,
} from '../../../shared/stack/stack.ts';

/** A stack as it is stored, with where it stands in its history. */
export interface StoredStack {
  readonly stack: Stack;
  readonly revision: number;
  /** Seq of the last change in effect; 0 before the first. */
  readonly position: number;
  readonly deletedAt: string | null;
}

export interface LoggedChange {
  readonly seq: number;
  readonly command: string;
  readonly label: string;
  readonly patch: StackPatch;
  readonly inverse: StackPatch;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

type StackRow = {
  id: string;
  name: string;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
  revision: number;
  position: number;
};
type SummaryRow = StackRow & { products: number; connections: number };
type LaneRow = Omit<Lane, 'groups'> & { groups: string };
type NodeRow = {
  id: string;
  product_id: string;
  name: string;
  category_id: string;
  group_id: GroupId;
  lane_id: string | null;
  x: number;
  y: number;
};
type ConnectionRow = {
  id: string;
  from_node_id: string;
  to_node_id: string;
  label: string;
  direction: Direction;
};
type ChangeRow = {
  seq: number;
  command: string;
  label: string;
  patch: string;
  inverse: string;
  created_at: string;
};

const laneFromRow = (row: LaneRow): Lane => ({
  ...row,
  groups: JSON.parse(row.groups) as GroupId[],
});
const nodeFromRow = (row: NodeRow): StackNode => ({
  id: row.id,
  productId: row.product_id,
  name: row.name,
  categoryId: row.category_id,
  groupId: row.group_id,
  laneId: row.lane_id,
  x: row.x,
  y: row.y,
});
const connectionFromRow = (row: ConnectionRow): Connection => ({
  id: row.id,
  fromNodeId: row.from_node_id,
  toNodeId: row.to_node_id,
  label: row.label,
  direction: row.direction,
});
const summaryFromRow = (row: SummaryRow): StackSummary => ({
  id: row.id,
  name: row.name,
  products: row.products,
  connections: row.connections,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  deletedAt: row.deleted_at,
});
const changeFromRow = (row: ChangeRow): LoggedChange => ({
  seq: row.seq,
  command: row.command,
  label: row.label,
  patch: StackPatch.parse(JSON.parse(row.patch)),
  inverse: StackPatch.parse(JSON.parse(row.inverse)),
  createdAt: row.created_at,
});

function byId<T extends { readonly id: string }>(entities: readonly T[]): Record<string, T> {
  return Object.fromEntries(entities.map((entity) => [entity.id, entity]));
}

const SUMMARY = `
  SELECT stack.*,
    (SELECT count(*) FROM stack_node WHERE stack_id = stack.id) AS products,
    (SELECT count(*) FROM stack_connection WHERE stack_id = stack.id) AS connections
  FROM stack`;

/**
 * Stacks, what stands on them and the log of their changes. Methods that write belong inside a
 * transaction of the caller, who knows what must happen together.
 */
export function createStackRepository(db: Database) {
  const stackById = db.prepare<[string], StackRow>('SELECT * FROM stack WHERE id = ?');
  const lanesOf = db.prepare<[string], LaneRow>(
    'SELECT id, title, groups, x, y, width, height FROM stack_lane WHERE stack_id = ? ORDER BY place',
  );
  const nodesOf = db.prepare<[string], NodeRow>(
    `SELECT id, product_id, name, category_id, group_id, lane_id, x, y
     FROM stack_node WHERE stack_id = ? ORDER BY place`,
  );
  const connectionsOf = db.prepare<[string], ConnectionRow>(
    `SELECT id, from_node_id, to_node_id, label, direction
     FROM stack_connection WHERE stack_id = ? ORDER BY place`,
  );
  const current = db.prepare<[], SummaryRow>(
    `${SUMMARY} WHERE deleted_at IS NULL ORDER BY updated_at DESC, id`,
  );
  const deleted = db.prepare<[], SummaryRow>(
    `${SUMMARY} WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id`,
  );
  const summaryById = db.prepare<[string], SummaryRow>(`${SUMMARY} WHERE id = ?`);
  const stackCount = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM stack');

  const insertStack = db.prepare<[string, string, string, string]>(
    `INSERT INTO stack (id, name, created_at, updated_at, deleted_at, revision, position)
     VALUES (?, ?, ?, ?, NULL, 0, 0)`,
  );
  const advanceStack = db.prepare<[string, string, number, string]>(
    'UPDATE stack SET name = ?, updated_at = ?, position = ?, revision = revision + 1 WHERE id = ?',
  );
  const markDeleted = db.prepare<[string | null, string]>(
    'UPDATE stack SET deleted_at = ? WHERE id = ?',
  );
  const deletedBefore = db.prepare<[string], { n: number }>(
    'SELECT count(*) AS n FROM stack WHERE deleted_at < ?',
  );
  const purge = db.prepare<[string]>('DELETE FROM stack WHERE deleted_at < ?');

  const setLane = db.prepare<[LaneRow & { stackId: string }]>(
    `INSERT INTO stack_lane (stack_id, id, title, groups, x, y, width, height)
     VALUES (@stackId, @id, @title, @groups, @x, @y, @width, @height)
     ON CONFLICT (stack_id, id) DO UPDATE SET title = excluded.title, groups = excluded.groups,
       x = excluded.x, y = excluded.y, width = excluded.width, height = excluded.height`,
  );
  const setNode = db.prepare<[StackNode & { stackId: string }]>(
    `INSERT INTO stack_node
       (stack_id, id, product_id, name, category_id, group_id, lane_id, x, y)
     VALUES (@stackId, @id, @productId, @name, @categoryId, @groupId, @laneId, @x, @y)
     ON CONFLICT (stack_id, id) DO UPDATE SET product_id = excluded.product_id,
       name = excluded.name, category_id = excluded.category_id, group_id = excluded.group_id,
       lane_id = excluded.lane_id, x = excluded.x, y = excluded.y`,
  );
  const setConnection = db.prepare<[Connection & { stackId: string }]>(
    `INSERT INTO stack_connection (stack_id, id, from_node_id, to_node_id, label, direction)
     VALUES (@stackId, @id, @fromNodeId, @toNodeId, @label, @direction)
     ON CONFLICT (stack_id, id) DO UPDATE SET from_node_id = excluded.from_node_id,
       to_node_id = excluded.to_node_id, label = excluded.label, direction = excluded.direction`,
  );
  const removeLane = db.prepare<[string, string]>(
    'DELETE FROM stack_lane WHERE stack_id = ? AND id = ?',
  );
  const removeNode = db.prepare<[string, string]>(
    'DELETE FROM stack_node WHERE stack_id = ? AND id = ?',
  );
  const removeConnection = db.prepare<[string, string]>(
    'DELETE FROM stack_connection WHERE stack_id = ? AND id = ?',
  );

  const changeAt = db.prepare<[string, number], ChangeRow>(
    'SELECT * FROM stack_change WHERE stack_id = ? AND seq = ?',
  );
  const labelAt = db.prepare<[string, number], { label: string }>(
    'SELECT label FROM stack_change WHERE stack_id = ? AND seq = ?',
  );
  const changesOf = db.prepare<[string], ChangeRow>(
    'SELECT * FROM stack_change WHERE stack_id = ? ORDER BY seq',
  );
  const dropChangesAfter = db.prepare<[string, number]>(
    'DELETE FROM stack_change WHERE stack_id = ? AND seq > ?',
  );
  const insertChange = db.prepare<[ChangeRow & { stackId: string }]>(
    `INSERT INTO stack_change (stack_id, seq, command, label, patch, inverse, created_at)
     VALUES (@stackId, @seq, @command, @label, @patch, @inverse, @created_at)`,
  );

  function writePatch(stackId: string, patch: StackPatch): void {
    for (const id of patch.connections?.remove ?? []) removeConnection.run(stackId, id);
    for (const id of patch.nodes?.remove ?? []) removeNode.run(stackId, id);
    for (const id of patch.lanes?.remove ?? []) removeLane.run(stackId, id);
    for (const lane of patch.lanes?.set ?? []) {
      setLane.run({ ...lane, groups: JSON.stringify(lane.groups), stackId });
    }
    for (const node of patch.nodes?.set ?? []) setNode.run({ ...node, stackId });
    for (const each of patch.connections?.set ?? []) setConnection.run({ ...each, stackId });
  }

  return {
    /** Stacks newest change first: those in use, or those deleted. */
    list: (which: 'current' | 'deleted'): StackSummary[] =>
      (which === 'deleted' ? deleted : current).all().map(summaryFromRow),

    summary(id: string): StackSummary | undefined {
      const row = summaryById.get(id);
      return row && summaryFromRow(row);
    },

    count: (): number => stackCount.get()?.n ?? 0,

    find(id: string): StoredStack | undefined {
      const row = stackById.get(id);
      if (!row) return undefined;
      const stack: Stack = {
        id: row.id,
        name: row.name,
        nodes: byId(nodesOf.all(id).map(nodeFromRow)),
        lanes: byId(lanesOf.all(id).map(laneFromRow)),
        connections: byId(connectionsOf.all(id).map(connectionFromRow)),
      };
      return {
        stack,
        revision: row.revision,
        position: row.position,
        deletedAt: row.deleted_at,
      };
    },

    /** Stores a stack as it is, with an empty history. */
    insert(stack: Stack, now: string): void {
      insertStack.run(stack.id, stack.name, now, now);
      writePatch(stack.id, {
        nodes: { set: Object.values(stack.nodes), remove: [] },
        lanes: { set: Object.values(stack.lanes), remove: [] },
        connections: { set: Object.values(stack.connections), remove: [] },
      });
    },

    /** Puts a patch into effect and moves the stack to `position` in its history. */
    advance(stack: Stack, patch: StackPatch, position: number, now: string): void {
      writePatch(stack.id, patch);
      advanceStack.run(patch.name ?? stack.name, now, position, stack.id);
    },

    /** Writes a change to the log; whatever was undone before it is forgotten. */
    logChange(stackId: string, change: LoggedChange): void {
      dropChangesAfter.run(stackId, change.seq - 1);
      insertChange.run({
        stackId,
        seq: change.seq,
        command: change.command,
        label: change.label,
        patch: JSON.stringify(change.patch),
        inverse: JSON.stringify(change.inverse),
        created_at: change.createdAt,
      });
    },

    change(stackId: string, seq: number): LoggedChange | undefined {
      const row = changeAt.get(stackId, seq);
      return row && changeFromRow(row);
    },

    /** What the change at `seq` is called, without reading the change itself. */
    changeLabel: (stackId: string, seq: number): string | null =>
      labelAt.get(stackId, seq)?.label ?? null,

    /** The whole log of a stack, oldest first, undone changes included. */
    changes: (stackId: string): LoggedChange[] => changesOf.all(stackId).map(changeFromRow),

    setDeletedAt: (id: string, at: string | null): void => void markDeleted.run(at, id),

    countDeletedBefore: (time: string): number => deletedBefore.get(time)?.n ?? 0,

    /** Removes for good what was deleted before `time`, with its history. */
    purgeDeletedBefore: (time: string): void => void purge.run(time),
  };
}
export type StackRepository = ReturnType<typeof createStackRepository>;
