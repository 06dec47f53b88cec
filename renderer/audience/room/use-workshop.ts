import { useEffect, useState } from 'react';
import type { WorkshopView } from '../../../shared/workshop/view.ts';
import { api } from '../../api.ts';

/**
 * The workshop about a stack that runs, followed through its steps.
 * @param isHeld it stays as it is, whatever becomes of the workshop
 */
export function useRunningWorkshop(stackId: string | null, isHeld = false): WorkshopView | null {
  const [workshop, setWorkshop] = useState<WorkshopView | null>(null);
  useEffect(() => {
    if (stackId === null || isHeld) return;
    let isOver = false;
    let turn = 0;
    async function load(id: string): Promise<void> {
      turn += 1;
      const mine = turn;
      const list = await api.call('workshops:list', { stackId: id });
      const running = list.ok ? list.value.find(({ endedAt }) => endedAt === null) : undefined;
      const found = running ? await api.call('workshops:get', { id: running.id }) : null;
      if (isOver || mine !== turn) return;
      setWorkshop(found?.ok ? found.value : null);
    }
    void load(stackId);
    const stop = api.on('workshops:changed', (change) => {
      if (change.stackId === stackId) void load(stackId);
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [stackId, isHeld]);
  return workshop?.stackId === stackId ? workshop : null;
}
