import { useEffect, useState } from 'react';
import { currentItem, itemTime, nextItem, type ItemTime } from '../../shared/workshop/agenda.ts';
import type { AgendaItem } from '../../shared/workshop/workshop.ts';
import { useWorkshop } from './workshop-state.ts';

/** What a room may see of the workshop as it goes, for this window and any other. */

/** Looks at the clock a few times a second, so that no second is skipped. */
const TICK_MS = 250;

/** Milliseconds since 1970, a moment old; goes on only while it is needed. */
export function useNow(isRunning: boolean, everyMs = TICK_MS): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return;
    const timer = window.setInterval(() => setNow(Date.now()), everyMs);
    return () => window.clearInterval(timer);
  }, [isRunning, everyMs]);
  return now;
}

/** The item of the agenda that is on, in a workshop that runs. */
export function useCurrentItem(): AgendaItem | null {
  return useWorkshop(({ current }) =>
    current && current.endedAt === null ? currentItem(current.agenda) : null,
  );
}

/** The item that would come next. */
export function useNextItem(): AgendaItem | null {
  return useWorkshop(({ current }) =>
    current && current.endedAt === null ? nextItem(current.agenda) : null,
  );
}

/** How the current item stands, every second anew. */
export function useCurrentTime(): { readonly item: AgendaItem; readonly time: ItemTime } | null {
  const item = useCurrentItem();
  const now = useNow(item !== null && item.runningSince !== null);
  // A step that was just stored is never in the future.
  const since = item?.runningSince ?? null;
  const at = since === null ? now : Math.max(now, Date.parse(since));
  return item === null ? null : { item, time: itemTime(item, at) };
}
