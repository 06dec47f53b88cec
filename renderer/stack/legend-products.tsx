import { useMemo, type CSSProperties, type ReactNode } from 'react';
import { displayText } from '../../shared/diagram/measure-text.ts';
import type { StackNode } from '../../shared/stack/stack.ts';
import { nodeStateLabels } from '../../shared/stack/state-words.ts';
import { nodeStates } from '../../shared/stack/vocabulary.ts';
import { CheckBox } from '../ui/check-box.tsx';
import { isFocused, useFocus } from './focus-state.ts';
import styles from './legend.module.css';

interface FocusEntryProps {
  readonly label: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly sample: ReactNode;
  readonly onToggle: () => void;
}

/** One that is pressed makes the others step back. */
function FocusEntry({ label, count, isOn, sample, onToggle }: FocusEntryProps): ReactNode {
  return (
    <li>
      <button
        type="button"
        className={`${styles.entry} ${isOn ? styles.on : ''}`}
        aria-pressed={isOn}
        title={isOn ? 'Show all alike again' : `Let only these stand out: ${label}`}
        onClick={onToggle}
      >
        {sample}
        <bdi className={styles.label}>{label}</bdi>
        <span className={styles.count}>{count}</span>
      </button>
    </li>
  );
}

function countBy<T>(nodes: readonly StackNode[], of: (node: StackNode) => T): Map<T, number> {
  const counts = new Map<T, number>();
  for (const node of nodes) counts.set(of(node), (counts.get(of(node)) ?? 0) + 1);
  return counts;
}

/** The states and owners that occur; choosing some lets their products stand out. */
export function LegendProducts({
  nodes,
}: {
  readonly nodes: Readonly<Record<string, StackNode>>;
}): ReactNode {
  const focus = useFocus();
  const all = useMemo(() => Object.values(nodes), [nodes]);
  const states = useMemo(() => countBy(all, (node) => node.state), [all]);
  const owners = useMemo(
    () => [...countBy(all, (node) => node.owner)].sort(([a], [b]) => a.localeCompare(b)),
    [all],
  );
  const hasOwners = owners.some(([owner]) => owner !== '');
  return (
    <>
      <ul className={styles.list} aria-label="States of products">
        {nodeStates
          .filter((state) => states.has(state))
          .map((state) => (
            <FocusEntry
              key={state}
              label={nodeStateLabels[state]}
              count={states.get(state) ?? 0}
              isOn={focus.states.has(state)}
              sample={
                <span
                  className={`${styles.mark} ${styles[state]}`}
                  style={{ '--line': `var(--state-${state}, var(--card-border))` } as CSSProperties}
                />
              }
              onToggle={() => focus.toggleState(state)}
            />
          ))}
      </ul>
      {hasOwners ? (
        <>
          <ul className={styles.list} aria-label="Owners of products">
            {owners.map(([owner, count]) => (
              <FocusEntry
                key={owner}
                label={displayText(owner) || 'Without an owner'}
                count={count}
                isOn={focus.owners.has(owner)}
                sample={<span className={styles.owner} aria-hidden="true" />}
                onToggle={() => focus.toggleOwner(owner)}
              />
            ))}
          </ul>
          <div className={styles.option}>
            <CheckBox
              isSelected={focus.showOwners}
              onChange={(showOwners) => useFocus.setState({ showOwners })}
            >
              Owners on cards
            </CheckBox>
          </div>
        </>
      ) : null}
      {isFocused(focus) ? (
        <button type="button" className={styles.clear} onClick={focus.clear}>
          Show all alike
        </button>
      ) : null}
    </>
  );
}
