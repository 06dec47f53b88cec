import { applyPatch, type StackPatch } from '../stack/patch.ts';
import type { Stack } from '../stack/stack.ts';
import type { AgendaItem } from './workshop.ts';

/** A change of the stack while a workshop ran, as it happened; undone ones and their undoing alike. */
export interface WorkshopMove {
  /** From 1 on. */
  readonly seq: number;
  /** Type of the command, or "undo", "redo" and "meanwhile". */
  readonly command: string;
  readonly label: string;
  readonly patch: StackPatch;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** The stack after the first `count` moves. */
export function stackAfter(start: Stack, moves: readonly WorkshopMove[], count: number): Stack {
  return moves.slice(0, count).reduce((stack, { patch }) => applyPatch(stack, patch), start);
}

/** What was done to the stack while one item of the agenda was on, or between items. */
export interface MoveGroup {
  /** Title of the item; null where none was on. */
  readonly title: string | null;
  readonly from: string;
  readonly to: string;
  readonly lines: readonly string[];
}

const things = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** What a stretch of moves did, in lines: what came and went by name, the rest by number. */
function linesOf(start: Stack, moves: readonly WorkshopMove[]): string[] {
  const names: Record<'added' | 'removed' | 'swapped', string[]> = {
    added: [],
    removed: [],
    swapped: [],
  };
  const counts = { moved: 0, connected: 0, disconnected: 0, written: 0, undone: 0, redone: 0 };
  const others = new Map<string, number>();
  let stack = start;
  for (const { command, label, patch } of moves) {
    const next = applyPatch(stack, patch);
    const came = Object.values(next.nodes).filter(({ id }) => !stack.nodes[id]);
    const went = Object.values(stack.nodes).filter(({ id }) => !next.nodes[id]);
    const drawn = Object.keys(next.connections).filter((id) => !stack.connections[id]).length;
    const cut = Object.keys(stack.connections).filter((id) => !next.connections[id]).length;
    if (command === 'undo') counts.undone += 1;
    else if (command === 'redo') counts.redone += 1;
    else {
      names.added.push(...came.map(({ name }) => name));
      names.removed.push(...went.map(({ name }) => name));
      counts.connected += drawn;
      // A connection that goes with its product is no decision of its own.
      if (went.length === 0) counts.disconnected += cut;
      const isTold = came.length + went.length + drawn + cut > 0;
      if (command === 'swap-product') {
        for (const node of Object.values(next.nodes)) {
          const was = stack.nodes[node.id];
          if (was && was.productId !== node.productId) {
            names.swapped.push(`${was.name} for ${node.name}`);
          }
        }
      } else if (command === 'move-nodes') counts.moved += patch.nodes?.set.length ?? 0;
      else if (command === 'add-items' || command === 'edit-item') counts.written += 1;
      else if (!isTold) others.set(label, (others.get(label) ?? 0) + 1);
    }
    stack = next;
  }
  const list = (word: string, all: readonly string[]): string[] =>
    all.length === 0 ? [] : [`${word} ${all.join(', ')}`];
  const many = (count: number, words: string): string[] => (count === 0 ? [] : [words]);
  const { moved, connected, disconnected, written, undone, redone } = counts;
  return [
    ...list('Added', names.added),
    ...list('Removed', names.removed),
    ...list('Swapped', names.swapped),
    ...many(connected, `Drew ${things(connected, 'connection', 'connections')}`),
    ...many(disconnected, `Removed ${things(disconnected, 'connection', 'connections')}`),
    ...many(moved, `Moved ${things(moved, 'product', 'products')}`),
    ...many(written, `Wrote or changed ${things(written, 'note', 'notes')}`),
    ...[...others].map(([label, times]) => (times === 1 ? label : `${label} (${times} times)`)),
    ...many(undone, `Undid ${things(undone, 'step', 'steps')}`),
    ...many(redone, `Redid ${things(redone, 'step', 'steps')}`),
  ];
}

/** The item that was on at a time: the last one begun that was not left before. */
function itemAt(agenda: readonly AgendaItem[], time: string): AgendaItem | null {
  const on = agenda.filter(
    ({ startedAt, leftAt }) =>
      startedAt !== null && startedAt <= time && (leftAt === null || leftAt >= time),
  );
  return on.sort((a, b) => (a.startedAt! < b.startedAt! ? -1 : 1)).at(-1) ?? null;
}

/** Moves in groups by what of the agenda was on, in their order. */
export function groupMoves(
  start: Stack,
  moves: readonly WorkshopMove[],
  agenda: readonly AgendaItem[],
): MoveGroup[] {
  const runs: { item: AgendaItem | null; moves: WorkshopMove[] }[] = [];
  for (const move of moves) {
    const item = itemAt(agenda, move.createdAt);
    const last = runs.at(-1);
    if (last && last.item === item) last.moves.push(move);
    else runs.push({ item, moves: [move] });
  }
  let stack = start;
  return runs.map(({ item, moves: own }) => {
    const lines = linesOf(stack, own);
    stack = stackAfter(stack, own, own.length);
    return {
      title: item?.title ?? null,
      from: own[0]!.createdAt,
      to: own.at(-1)!.createdAt,
      lines,
    };
  });
}
