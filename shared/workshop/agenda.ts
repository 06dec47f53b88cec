import { fail, succeed, type Result } from '../result.ts';
import type { AgendaItem } from './workshop.ts';

const MINUTE_MS = 60_000;

export type ItemPhase = 'waiting' | 'running' | 'paused' | 'done';

/** How an item stands at a time, from what is stored alone: a second window counts the same. */
export interface ItemTime {
  readonly phase: ItemPhase;
  readonly elapsedMs: number;
  /** Planned and given on top. */
  readonly allowedMs: number;
  /** Below zero where it is over. */
  readonly leftMs: number;
}

/** @param now milliseconds since 1970 */
export function itemTime(item: AgendaItem, now: number): ItemTime {
  const { minutes, extraMinutes, elapsedMs, runningSince, startedAt, leftAt } = item;
  // A clock that was set back must not make time run backwards.
  const running = runningSince === null ? 0 : Math.max(0, now - Date.parse(runningSince));
  const elapsed = elapsedMs + running;
  const allowedMs = (minutes + extraMinutes) * MINUTE_MS;
  const phase =
    runningSince !== null
      ? 'running'
      : startedAt === null
        ? 'waiting'
        : leftAt === null
          ? 'paused'
          : 'done';
  return { phase, elapsedMs: elapsed, allowedMs, leftMs: allowedMs - elapsed };
}

/** The item that runs or is paused. */
export function currentItem(agenda: readonly AgendaItem[]): AgendaItem | null {
  return (
    agenda.find(
      ({ isRemoved, startedAt, leftAt }) => !isRemoved && startedAt !== null && leftAt === null,
    ) ?? null
  );
}

/** The first that has not begun, after the current one if there is any. */
export function nextItem(agenda: readonly AgendaItem[]): AgendaItem | null {
  const shown = agenda.filter(({ isRemoved }) => !isRemoved);
  const current = currentItem(agenda);
  const after = current === null ? shown : shown.slice(shown.indexOf(current) + 1);
  const isWaiting = ({ startedAt }: AgendaItem): boolean => startedAt === null;
  return after.find(isWaiting) ?? shown.find(isWaiting) ?? null;
}

export function newItem(id: string, title: string, minutes: number): AgendaItem {
  return {
    ...{ id, title, minutes, extraMinutes: 0, isRemoved: false },
    ...{ startedAt: null, leftAt: null, elapsedMs: 0, runningSince: null },
  };
}

/** An item that stands still from a time on. */
export function stopped(item: AgendaItem, at: string): AgendaItem {
  const { elapsedMs } = itemTime(item, Date.parse(at));
  return { ...item, elapsedMs, runningSince: null };
}

/** The agenda with nothing current any more: what ran or was paused is left. */
export function leaveCurrent(agenda: readonly AgendaItem[], at: string): AgendaItem[] {
  const current = currentItem(agenda);
  return agenda.map((item) => (item === current ? { ...stopped(item, at), leftAt: at } : item));
}

/** Begins an item or goes on with it, in the place of the one that was current. */
export function startItem(
  agenda: readonly AgendaItem[],
  id: string,
  at: string,
): Result<AgendaItem[]> {
  const wanted = agenda.find((item) => item.id === id && !item.isRemoved);
  if (!wanted) return fail('not-found', 'This item is not on the agenda any more.');
  if (wanted.runningSince !== null) return succeed([...agenda]);
  const left = currentItem(agenda) === wanted ? [...agenda] : leaveCurrent(agenda, at);
  return succeed(
    left.map((item) =>
      item.id === id
        ? { ...item, startedAt: item.startedAt ?? at, leftAt: null, runningSince: at }
        : item,
    ),
  );
}

export function startNext(agenda: readonly AgendaItem[], at: string): Result<AgendaItem[]> {
  const next = nextItem(agenda);
  if (next) return startItem(agenda, next.id, at);
  if (currentItem(agenda)) return succeed(leaveCurrent(agenda, at));
  return fail('conflict', 'There is nothing left on the agenda.');
}

/** Puts an item at a place among those that are shown. */
export function moveItem(
  agenda: readonly AgendaItem[],
  id: string,
  to: number,
): Result<AgendaItem[]> {
  const item = agenda.find((each) => each.id === id && !each.isRemoved);
  if (!item) return fail('not-found', 'This item is not on the agenda any more.');
  const others = agenda.filter((each) => each !== item);
  const shown = others.filter(({ isRemoved }) => !isRemoved);
  const before = shown[to];
  const place = before === undefined ? others.length : others.indexOf(before);
  return succeed([...others.slice(0, place), item, ...others.slice(place)]);
}

/** "12:05", or "1:02:05" from an hour on. Whole seconds, rounded down. */
export function clockWords(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`;
}

/** What is left, shown so that the second in which it ends reads 0:00; what is over counts up. */
export function leftWords({ leftMs }: Pick<ItemTime, 'leftMs'>): string {
  return leftMs > 0 ? clockWords(Math.ceil(leftMs / 1000) * 1000) : `${clockWords(-leftMs)} over`;
}

/** Minutes left at which the room is told, and 0 for when the time is up. */
export const announcedMinutes = [5, 1, 0] as const;

/**
 * Which of the announcements is due: the last mark that was passed, or null before the first. An
 * item that is no longer than a mark does not begin with it.
 */
export function passedMark({ leftMs, allowedMs }: ItemTime): number | null {
  const passed = announcedMinutes.filter(
    (minutes) => leftMs <= minutes * MINUTE_MS && allowedMs > minutes * MINUTE_MS,
  );
  return passed.at(-1) ?? null;
}

export function markWords(title: string, minutes: number): string {
  return minutes === 0
    ? `The time for “${title}” is up.`
    : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left for “${title}”.`;
}
