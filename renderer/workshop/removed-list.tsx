import type { ReactNode } from 'react';
import type { removableLists } from '../../shared/workshop/commands.ts';
import type { WorkshopView } from '../../shared/workshop/view.ts';
import { Button } from '../ui/button.tsx';
import { applyStep, useWorkshop } from './workshop-state.ts';
import styles from './workshop.module.css';

type List = (typeof removableLists)[number];

function removedOf(current: WorkshopView | null, list: List): { id: string; words: string }[] {
  if (!current) return [];
  switch (list) {
    case 'agenda':
      return current.agenda
        .filter(({ isRemoved }) => isRemoved)
        .map(({ id, title }) => ({ id, words: title }));
    case 'votes':
      return current.votes
        .filter(({ isRemoved }) => isRemoved)
        .map(({ id, question }) => ({ id, words: question }));
    case 'points':
      return current.points
        .filter(({ isRemoved }) => isRemoved)
        .map(({ id, text }) => ({ id, words: text }));
    case 'decisions':
      return current.decisions
        .filter(({ isRemoved }) => isRemoved)
        .map(({ id, what }) => ({ id, words: what }));
  }
}

/** What was removed from a list, to be brought back; nothing where nothing was. */
export function RemovedList({ list }: { readonly list: List }): ReactNode {
  const current = useWorkshop((state) => state.current);
  const removed = removedOf(current, list);
  if (removed.length === 0) return null;
  return (
    <details className={styles.removed}>
      <summary>Removed ({removed.length})</summary>
      <ul>
        {removed.map(({ id, words }) => (
          <li key={id} className={styles.entry}>
            <bdi className={styles.words}>{words}</bdi>
            <Button
              aria-label={`Bring back ${words}`}
              onPress={() => void applyStep({ type: 'bring-back', list, id })}
            >
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
