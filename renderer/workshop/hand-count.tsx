import type { ReactNode } from 'react';
import type { VoteView } from '../../shared/workshop/view.ts';
import { NumberInput } from './number-input.tsx';
import { applyStep } from './workshop-state.ts';
import styles from './votes.module.css';

/** The facilitator counts hands and types them in. */
export function HandCount({ vote }: { readonly vote: VoteView }): ReactNode {
  const { id: voteId, options, counts, budget, people, isOnePerOption } = vote;
  const most = isOnePerOption ? people : budget * people;
  return (
    <ul className={styles.counts} aria-label="Dots of each option">
      {options.map(({ id: optionId, label }) => (
        <li key={optionId}>
          <bdi>{label}</bdi>
          <NumberInput
            isLabelHidden
            label={`Dots for ${label}`}
            value={counts?.[optionId] ?? 0}
            least={0}
            most={most}
            onChange={(dots) => void applyStep({ type: 'count-hands', voteId, optionId, dots })}
          />
        </li>
      ))}
    </ul>
  );
}
