import type { Database } from 'better-sqlite3';
import { StackPatch } from '../../../shared/stack/patch.ts';
import type { Stack, StackSummary } from '../../../shared/stack/stack.ts';
import {
  connectionFromRow,
  connectionToRow,
  itemFromRow,
  itemToRow,
  laneFromRow,
  laneToRow,
  nodeFromRow,
  nodeToRow,
  type ConnectionRow,
  type ItemRow,
  type LaneRow,
  type NodeRow,
} from './stack-rows.ts';

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
  template_id: string | null;
  revision: number;
  position: number;
};
type SummaryRow = StackRow & { products: number; connections: number };
type ChangeRow = {
  seq: number;
  command: string;
  label: string;
  patch: string;
  inverse: string;
  created_at: string;
};

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
    `SELECT id, title, groups, x, y, width, height, shape, categories
     FROM stack_lane WHERE stack_id = ? ORDER BY place`,
  );
  const nodesOf = db.prepare<[string], NodeRow>(
    `SELECT id, product_id, name, category_id, group_id, lane_id, x, y, state, owner, locked,
       cluster_id, yearly_cost, processor_agreement
     FROM stack_node WHERE stack_id = ? ORDER BY place`,
  );
  const connectionsOf = db.prepare<[string], ConnectionRow>(
    `SELECT id, from_node_id, to_node_id, label, direction, state, data_kinds
     FROM stack_connection WHERE stack_id = ? ORDER BY place`,
  );
  const itemsOf = db.prepare<[string], ItemRow>(
    'SELECT id, content FROM stack_item WHERE stack_id = ? ORDER BY place',
  );
  const current = db.prepare<[], SummaryRow>(
    `${SUMMARY} WHERE deleted_at IS NULL ORDER BY updated_at DESC, id`,
  );
  const deleted = db.prepare<[], SummaryRow>(
    `${SUMMARY} WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id`,
  );
  const summaryById = db.prepare<[string], SummaryRow>(`${SUMMARY} WHERE id = ?`);
  const stackCount = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM stack');

  const insertStack = db.prepare<[string, string, string | null, string, string]>(
    `INSERT INTO stack
       (id, name, template_id, created_at, updated_at, deleted_at, revision, position)
     VALUES (?, ?, ?, ?, ?, NULL, 0, 0)`,
  );
  const advanceStack = db.prepare<[string, string | null, string, number, string]>(
    `UPDATE stack SET name = ?, template_id = ?, updated_at = ?, position = ?,
       revision = revision + 1
     WHERE id = ?`,
  );
  const markDeleted = db.prepare<[string | null, string]>(
    'UPDATE stack SET deleted_at = ? WHERE id = ?',
  );
  const deletedBefore = db.prepare<[string], { n: number }>(
    'SELECT count(*) AS n FROM stack WHERE deleted_at < ?',
  );
  const purge = db.prepare<[string]>('DELETE FROM stack WHERE deleted_at < ?');

  const setLane = db.prepare<[LaneRow & { stackId: string }]>(
    `INSERT INTO stack_lane
       (stack_id, id, title, groups, x, y, width, height, shape, categories)
     VALUES (@stackId, @id, @title, @groups, @x, @y, @width, @height, @shape, @categories)
     ON CONFLICT (stack_id, id) DO UPDATE SET title = excluded.title, groups = excluded.groups,
       x = excluded.x, y = excluded.y, width = excluded.width, height = excluded.height,
       shape = excluded.shape, categories = excluded.categories`,
  );
  const setNode = db.prepare<[NodeRow & { stackId: string }]>(
    `INSERT INTO stack_node
       (stack_id, id, product_id, name, category_id, group_id, lane_id, x, y, state, owner, locked,
        cluster_id, yearly_cost, processor_agreement)
     VALUES (@stackId, @id, @product_id, @name, @category_id, @group_id, @lane_id, @x, @y, @state,
        @owner, @locked, @cluster_id, @yearly_cost, @processor_agreement)
     ON CONFLICT (stack_id, id) DO UPDATE SET product_id = excluded.product_id,
       name = excluded.name, category_id = excluded.category_id, group_id = excluded.group_id,
       lane_id = excluded.lane_id, x = excluded.x, y = excluded.y, state = excluded.state,
       owner = excluded.owner, locked = excluded.locked, cluster_id = excluded.cluster_id,
       yearly_cost = excluded.yearly_cost, processor_agreement = excluded.processor_agreement`,
  );
  const setConnection = db.prepare<[ConnectionRow & { stackId: string }]>(
    `INSERT INTO stack_connection
       (stack_id, id, from_node_id, to_node_id, label, direction, state, data_kinds)
     VALUES (@stackId, @id, @from_node_id, @to_node_id, @label, @direction, @state, @data_kinds)
     ON CONFLICT (stack_id, id) DO UPDATE SET from_node_id = excluded.from_node_id,
       to_node_id = excluded.to_node_id, label = excluded.label, direction = excluded.direction,
       state = excluded.state, data_kinds = excluded.data_kinds`,
  );
  const setItem = db.prepare<[ItemRow & { stackId: string }]>(
    `INSERT INTO stack_item (stack_id, id, content) VALUES (@stackId, @id, @content)
     ON CONFLICT (stack_id, id) DO UPDATE SET content = excluded.content`,
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
  const removeItem = db.prepare<[string, string]>(
    'DELETE FROM stack_item WHERE stack_id = ? AND id = ?',
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
  const stepsOf = db.prepare<[string, number], { seq: number; label: string; created_at: string }>(
    `SELECT seq, label, created_at FROM stack_change WHERE stack_id = ?
     ORDER BY seq DESC LIMIT ?`,
  );
  const stepCount = db.prepare<[string], { n: number }>(
    'SELECT count(*) AS n FROM stack_change WHERE stack_id = ?',
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
    for (const id of patch.items?.remove ?? []) removeItem.run(stackId, id);
    for (const lane of patch.lanes?.set ?? []) setLane.run({ ...laneToRow(lane), stackId });
    for (const node of patch.nodes?.set ?? []) setNode.run({ ...nodeToRow(node), stackId });
    for (const connection of patch.connections?.set ?? []) {
      setConnection.run({ ...connectionToRow(connection), stackId });
    }
    for (const item of patch.items?.set ?? []) setItem.run({ ...itemToRow(item), stackId });
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
        items: byId(itemsOf.all(id).map(itemFromRow)),
        templateId: row.template_id,
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
      insertStack.run(stack.id, stack.name, stack.templateId, now, now);
      writePatch(stack.id, {
        nodes: { set: Object.values(stack.nodes), remove: [] },
        lanes: { set: Object.values(stack.lanes), remove: [] },
        connections: { set: Object.values(stack.connections), remove: [] },
        items: { set: Object.values(stack.items), remove: [] },
      });
    },

    /** Puts a patch into effect and moves the stack to `position` in its history. */
    advance(stack: Stack, patch: StackPatch, position: number, now: string): void {
      writePatch(stack.id, patch);
      const { name = stack.name, templateId = stack.templateId } = patch;
      advanceStack.run(name, templateId, now, position, stack.id);
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

    /** What the changes are called, newest first, without reading the changes themselves. */
    steps: (stackId: string, limit: number) => ({
      steps: stepsOf
        .all(stackId, limit)
        .map(({ seq, label, created_at }) => ({ seq, label, createdAt: created_at })),
      total: stepCount.get(stackId)?.n ?? 0,
    }),

    /** The whole log of a stack, oldest first, undone changes included. */
    changes: (stackId: string): LoggedChange[] => changesOf.all(stackId).map(changeFromRow),

    setDeletedAt: (id: string, at: string | null): void => void markDeleted.run(at, id),

    countDeletedBefore: (time: string): number => deletedBefore.get(time)?.n ?? 0,

    /** Removes for good what was deleted before `time`, with its history. */
    purgeDeletedBefore: (time: string): void => void purge.run(time),
  };
}
export type StackRepository = ReturnType<typeof createStackRepository>;
