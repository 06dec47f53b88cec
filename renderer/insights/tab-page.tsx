import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import type { Asked } from './use-insight.ts';
import styles from './tab-page.module.css';

interface TabPageProps {
  readonly title: string;
  /** What the answer means and what it cannot know. */
  readonly text?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The head that all tabs share, and their answer below. */
export function TabPage({ title, text, actions, children }: TabPageProps): ReactNode {
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h2>{title}</h2>
          {text ? <div className={styles.text}>{text}</div> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
      {children}
    </div>
  );
}

interface AnswerProps<T> {
  readonly asked: Asked<T>;
  readonly children: (value: T) => ReactNode;
}

/** An answer once it is there; why not, where it failed. */
export function Answer<T>({ asked, children }: AnswerProps<T>): ReactNode {
  if (asked.failure !== null) return <p role="alert">{asked.failure}</p>;
  if (asked.value === null) {
    return (
      <p role="status">
        {asked.progress ?? 'Computing'}…{' '}
        {asked.stop ? (
          <Button tone="quiet" onPress={asked.stop}>
            Stop
          </Button>
        ) : null}
      </p>
    );
  }
  return children(asked.value);
}
