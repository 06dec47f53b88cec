import { TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Notice } from '../../shared/contract/app.ts';
import { api } from '../api.ts';
import { useApp } from '../state/app-state.ts';
import { showError } from '../state/toasts.ts';
import { Button } from '../ui/button.tsx';
import styles from './notices.module.css';

function NoticeBar({ notice }: { readonly notice: Notice }): ReactNode {
  const dismiss = useApp((state) => state.dismissNotice);
  const [isRestoring, setRestoring] = useState(false);
  const [backup] = notice.backups;

  const restore = async (name: string): Promise<void> => {
    setRestoring(true);
    const result = await api.call('backup:restore', { name });
    setRestoring(false);
    // On success the event "workspace:replaced" reloads the page.
    if (result.ok) await dismiss(notice.id);
    else showError(result.error);
  };

  return (
    <div className={`${styles.notice} ${styles[notice.level]}`} role="alert">
      <TriangleAlert />
      <div className={styles.text}>
        <strong>{notice.title}</strong>
        <p>{notice.text}</p>
      </div>
      {backup ? (
        <Button tone="primary" isDisabled={isRestoring} onPress={() => void restore(backup)}>
          {isRestoring ? 'Restoring…' : 'Restore the last backup'}
        </Button>
      ) : null}
      <Button onPress={() => void dismiss(notice.id)}>Dismiss</Button>
    </div>
  );
}

/** What happened before the window opened and that a person must know. */
export function Notices(): ReactNode {
  const notices = useApp((state) => state.info?.notices);
  return notices?.map((notice) => <NoticeBar key={notice.id} notice={notice} />);
}
