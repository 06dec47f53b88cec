import { History, RotateCcw, Trash2 } from 'lucide-react';
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { GivenName } from '../../shared/domain/ids.ts';
import type { Snapshot, VersionRef } from '../../shared/versions/contract.ts';
import { api } from '../api.ts';
import { counted } from '../product/words.ts';
import { useDialogs } from '../state/dialogs.ts';
import { useStacks } from '../state/stacks.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Comparison } from './comparison.tsx';
import {
  deleteVersion,
  loadVersions,
  NOW,
  restoreVersion,
  takeVersion,
  useVersions,
} from './versions-state.ts';
import styles from './versions.module.css';

const close = (): void => useDialogs.getState().show(null);

const timeOf = (iso: string): string =>
  new Date(iso).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });

function Keep({ stackId }: { readonly stackId: string }): ReactNode {
  const [name, setName] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const given = GivenName.safeParse(name);
    if (!given.success) return;
    void takeVersion(stackId, given.data).then((isDone) => {
      if (isDone) setName('');
    });
  };
  return (
    <form className={styles.keep} onSubmit={submit}>
      <TextField label="Keep as" placeholder="As is" value={name} onChange={setName} autoFocus />
      <Button type="submit" tone="primary" isDisabled={name.trim() === ''}>
        Keep
      </Button>
    </form>
  );
}

function Entry({ version }: { readonly version: Snapshot }): ReactNode {
  const { name, isAutomatic, createdAt, products } = version;
  return (
    <li className={styles.version}>
      <div>
        <bdi className={isAutomatic ? styles.automatic : styles.name}>{name}</bdi>
        <small>
          {timeOf(createdAt)} · {counted(products, 'product', 'products')}
          {isAutomatic ? ' · kept by itself' : ''}
        </small>
      </div>
      <IconButton
        label={`Restore ${name}`}
        onPress={() =>
          void restoreVersion(version).then((isDone) => {
            if (isDone) close();
          })
        }
      >
        <RotateCcw />
      </IconButton>
      <IconButton label={`Delete ${name}`} onPress={() => void deleteVersion(version)}>
        <Trash2 />
      </IconButton>
    </li>
  );
}

/** The versions of the open stack: kept, compared, brought back. */
export function VersionsDialog(): ReactNode {
  const stack = useStacks((state) => state.current?.stack ?? null);
  const { list, from, to } = useVersions();
  const stackId = stack?.id ?? '';
  useEffect(() => {
    if (stackId === '') return;
    void loadVersions(stackId);
    return api.on('versions:changed', (change) => {
      if (change.stackId === stackId) void loadVersions(stackId);
    });
  }, [stackId]);
  if (!stack) return null;
  const refOf = (id: string): VersionRef =>
    id === NOW ? { type: 'current', stackId } : { type: 'snapshot', id };
  const options = [
    { id: NOW, label: 'As it is now' },
    ...(list ?? []).map(({ id, name, createdAt }) => ({
      id,
      label: `${name}, ${timeOf(createdAt)}`,
    })),
  ];
  return (
    <Dialog title="Versions" size="wide" isOpen onClose={close}>
      <div className={styles.dialog}>
        <aside className={styles.list} aria-label="Kept versions">
          <Keep key={stackId} stackId={stackId} />
          {list?.length === 0 ? (
            <p className={styles.muted}>
              <History aria-hidden="true" /> No version is kept yet. Keep one before you change the
              stack, such as “As is”; before large changes one is kept by itself.
            </p>
          ) : null}
          <ul>
            {list?.map((version) => (
              <Entry key={version.id} version={version} />
            ))}
          </ul>
        </aside>
        <section className={styles.compare} aria-label="Comparison">
          {list && list.length > 0 && from !== '' ? (
            <>
              <div className={styles.choose}>
                <Select
                  label="From version"
                  value={from}
                  options={options}
                  onChange={(id) => useVersions.setState({ from: id })}
                />
                <span aria-hidden="true">→</span>
                <Select
                  label="To version"
                  value={to}
                  options={options}
                  onChange={(id) => useVersions.setState({ to: id })}
                />
              </div>
              <Comparison from={refOf(from)} to={refOf(to)} />
            </>
          ) : (
            <p className={styles.muted}>What changed between two versions is shown here.</p>
          )}
        </section>
      </div>
    </Dialog>
  );
}
