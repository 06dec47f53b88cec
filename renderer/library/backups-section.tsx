import { Archive, RotateCcw } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { Backup } from '../../shared/contract/app.ts';
import { api } from '../api.ts';
import { counted, momentText, sizeText } from '../product/words.ts';
import { showError, useToasts } from '../state/toasts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from './page.tsx';
import { forgetRestored, noteRestored } from './restored-note.ts';
import table from './table.module.css';

const reasons: Readonly<Record<Backup['reason'], string>> = {
  migration: 'Before an update of the data format',
  schedule: 'On schedule',
  manual: 'By hand',
  'before-restore': 'Before another backup was restored',
};

interface Backups {
  /** Newest first; null until they are there. */
  readonly backups: readonly Backup[] | null;
  /** Lists them again. */
  readonly reload: () => void;
}

function useBackups(): Backups {
  const [backups, setBackups] = useState<readonly Backup[] | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    void api.call('backup:list', {}, { signal }).then((result) => {
      if (signal.aborted) return;
      if (result.ok) setBackups(result.value);
      else showError(result.error);
    });
    return () => controller.abort();
  }, [round]);
  return { backups, reload: () => setRound(round + 1) };
}

interface RestoreDialogProps {
  readonly backup: Backup;
  readonly onClose: () => void;
}

function RestoreDialog({ backup, onClose }: RestoreDialogProps): ReactNode {
  const [isBusy, setBusy] = useState(false);
  const restore = async (): Promise<void> => {
    setBusy(true);
    // On success the event "workspace:replaced" loads the page again, perhaps before the answer.
    noteRestored(backup.createdAt);
    const result = await api.call('backup:restore', { name: backup.name });
    if (result.ok) return;
    forgetRestored();
    setBusy(false);
    onClose();
    showError(result.error);
  };
  return (
    <Dialog title="Restore this backup?" size="small" isOpen onClose={onClose}>
      <p>
        All stacks and settings go back to {momentText(backup.createdAt)}, with{' '}
        {counted(backup.stacks, 'stack', 'stacks')}. What is there now is kept as a backup first, so
        that you can come back to it.
      </p>
      <DialogActions>
        <Button onPress={onClose}>Cancel</Button>
        <Button tone="primary" isDisabled={isBusy} onPress={() => void restore()}>
          {isBusy ? 'Restoring…' : 'Restore'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Copies of everything the person made, to go back to. */
export function BackupsSection(): ReactNode {
  const { backups, reload } = useBackups();
  const [chosen, setChosen] = useState<Backup | null>(null);
  const [isBusy, setBusy] = useState(false);

  const create = async (): Promise<void> => {
    setBusy(true);
    const result = await api.call('backup:create', {});
    setBusy(false);
    if (!result.ok) return showError(result.error);
    useToasts.getState().show({ tone: 'success', text: 'Backed up.' });
    reload();
  };
  const button = (
    <Button tone="primary" isDisabled={isBusy} onPress={() => void create()}>
      <Archive />
      {isBusy ? 'Backing up…' : 'Back up now'}
    </Button>
  );

  return (
    <Page
      title="Backups"
      text="Every change is saved as you make it. Backups are made on a schedule as well, and before anything that touches all of your data."
      actions={button}
    >
      {backups?.length === 0 ? (
        <EmptyState
          icon={<Archive />}
          title="No backups yet"
          text="The first is made on schedule, or now if you like."
        />
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th>Made</th>
              <th>Why</th>
              <th className={table.number}>Stacks</th>
              <th className={table.number}>Size</th>
              <th>
                <span className="visually-hidden">Restore</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {backups?.map((backup) => (
              <tr key={backup.name}>
                <td className={table.nowrap} title={backup.name}>
                  {momentText(backup.createdAt)}
                </td>
                <td className={table.muted}>{reasons[backup.reason]}</td>
                <td className={table.number}>{backup.stacks}</td>
                <td className={table.number}>{sizeText(backup.size)}</td>
                <td className={table.actions}>
                  <Button onPress={() => setChosen(backup)}>
                    <RotateCcw />
                    Restore…
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {chosen ? <RestoreDialog backup={chosen} onClose={() => setChosen(null)} /> : null}
    </Page>
  );
}
