import { Check } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import { displayText } from '../../shared/diagram/measure-text.ts';
import { api } from '../api.ts';
import { useStacks } from '../state/stacks.ts';
import { showError } from '../state/toasts.ts';
import { stepsTo } from './history-steps.ts';
import styles from './history-panel.module.css';

type History = Output<'stacks:history'>;

/** Undoes or redoes step by step until the step is the last in effect; stops where one fails. */
async function goTo(position: number, from: number): Promise<void> {
  const { way, count } = stepsTo(from, position);
  for (let done = 0; done < count; done += 1) {
    const { current, undo, redo } = useStacks.getState();
    const before = current?.revision;
    await (way === 'undo' ? undo() : redo());
    if (useStacks.getState().current?.revision === before) return;
  }
}

const timeOf = (iso: string): string =>
  new Date(iso).toLocaleString([], { dateStyle: 'short', timeStyle: 'short' });

/** Every step of the stack by its name; a click goes back or forward to just after it. */
export function HistoryPanel({ stackId }: { readonly stackId: string }): ReactNode {
  const revision = useStacks((state) => state.current?.revision ?? 0);
  const [history, setHistory] = useState<History | null>(null);
  const [isGoing, setGoing] = useState(false);
  useEffect(() => {
    let isLate = false;
    void api.call('stacks:history', { stackId }).then((answer) => {
      if (isLate) return;
      if (answer.ok) setHistory(answer.value);
      else showError(answer.error);
    });
    return () => {
      isLate = true;
    };
  }, [stackId, revision]);
  if (!history) return null;
  const { steps, position, total } = history;
  const go = (seq: number): void => {
    if (isGoing || seq === position) return;
    setGoing(true);
    void goTo(seq, position).finally(() => setGoing(false));
  };
  const start = { seq: 0, label: 'The stack as it began', createdAt: '' };
  return (
    <div className={styles.history}>
      <h2>History</h2>
      <ol reversed className={styles.steps} aria-busy={isGoing}>
        {[...steps, ...(steps.length === total ? [start] : [])].map(({ seq, label, createdAt }) => (
          <li key={seq}>
            <button
              type="button"
              className={`${styles.step} ${seq > position ? styles.undone : ''}`}
              aria-current={seq === position ? 'step' : undefined}
              onClick={() => go(seq)}
            >
              <span className={styles.mark}>
                {seq === position ? <Check aria-hidden="true" /> : null}
              </span>
              <bdi className={styles.label}>{displayText(label)}</bdi>
              {seq > position ? <span className="visually-hidden">, undone</span> : null}
              <time className={styles.time} dateTime={createdAt}>
                {createdAt === '' ? '' : timeOf(createdAt)}
              </time>
            </button>
          </li>
        ))}
      </ol>
      {steps.length < total ? (
        <p className={styles.more}>
          The last {steps.length} of {total} steps; undo goes back further.
        </p>
      ) : null}
    </div>
  );
}
