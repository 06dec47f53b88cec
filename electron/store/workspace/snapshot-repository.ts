import type { Database } from 'better-sqlite3';
import { Stack } from '../../../shared/stack/stack.ts';
import type { Snapshot } from '../../../shared/versions/contract.ts';

type Row = {
  id: string;
  stack_id: string;
  name: string;
  is_automatic: 0 | 1;
  created_at: string;
  products: number;
  connections: number;
};

const toSnapshot = (row: Row): Snapshot => ({
  id: row.id,
  stackId: row.stack_id,
  name: row.name,
  isAutomatic: row.is_automatic === 1,
  createdAt: row.created_at,
  products: row.products,
  connections: row.connections,
});

/** Versions of stacks. Writes belong in a transaction of the caller. */
export function createSnapshotRepository(db: Database) {
  const columns = 'id, stack_id, name, is_automatic, created_at, products, connections';
  const list = db.prepare<[string], Row>(
    `SELECT ${columns} FROM stack_snapshot WHERE stack_id = ? AND deleted_at IS NULL
     ORDER BY created_at DESC, id`,
  );
  const one = db.prepare<[string], Row>(`SELECT ${columns} FROM stack_snapshot WHERE id = ?`);
  const content = db
    .prepare<[string], string>('SELECT content FROM stack_snapshot WHERE id = ?')
    .pluck();
  const newest = db
    .prepare<[string], string>(
      'SELECT content FROM stack_snapshot WHERE stack_id = ? ORDER BY created_at DESC, id LIMIT 1',
    )
    .pluck();
  const insert = db.prepare<[Row & { content: string }]>(
    `INSERT INTO stack_snapshot (${columns}, content, deleted_at)
     VALUES (@id, @stack_id, @name, @is_automatic, @created_at, @products, @connections, @content, NULL)`,
  );
  const rename = db.prepare<[string, string]>(
    'UPDATE stack_snapshot SET name = ?, is_automatic = 0 WHERE id = ?',
  );
  const setDeleted = db.prepare<[string | null, string]>(
    'UPDATE stack_snapshot SET deleted_at = ? WHERE id = ?',
  );
  const dropOld = db.prepare<[string, string, number]>(
    `DELETE FROM stack_snapshot WHERE stack_id = ? AND is_automatic = 1 AND id NOT IN (
       SELECT id FROM stack_snapshot WHERE stack_id = ? AND is_automatic = 1
       ORDER BY created_at DESC, id LIMIT ?)`,
  );
  return {
    /** The newest first, without those that were deleted. */
    list: (stackId: string): Snapshot[] => list.all(stackId).map(toSnapshot),
    get(id: string): Snapshot | undefined {
      const row = one.get(id);
      return row && toSnapshot(row);
    },
    /** The stack as it was. @throws ZodError where the row is damaged */
    stackOf(id: string): Stack | undefined {
      const json = content.get(id);
      return json === undefined ? undefined : Stack.parse(JSON.parse(json));
    },
    /** Whether the newest version is the stack as it is. */
    isNewest: (stack: Stack): boolean => newest.get(stack.id) === JSON.stringify(stack),
    add(snapshot: Snapshot, stack: Stack): void {
      insert.run({
        id: snapshot.id,
        stack_id: snapshot.stackId,
        name: snapshot.name,
        is_automatic: snapshot.isAutomatic ? 1 : 0,
        created_at: snapshot.createdAt,
        products: snapshot.products,
        connections: snapshot.connections,
        content: JSON.stringify(stack),
      });
    },
    /** Gives it a name of the person's own; it is no automatic one any more. */
    rename: (id: string, name: string): void => void rename.run(name, id),
    setDeletedAt: (id: string, time: string | null): void => void setDeleted.run(time, id),
    /** Lets the oldest automatic versions go. */
    keepNewest: (stackId: string, most: number): void => void dropOld.run(stackId, stackId, most),
  };
}
