import { Copy, FileInput, Layers, Plus, Trash2, Undo2 } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { StackSummary } from '../../shared/stack/stack.ts';
import { api } from '../api.ts';
import { count, momentText } from '../product/words.ts';
import { runAction } from '../state/actions.ts';
import { useStacks } from '../state/stacks.ts';
import { showError } from '../state/toasts.ts';
import { useView } from '../state/view.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from './page.tsx';
import table from './table.module.css';
import styles from './stacks-section.module.css';

/** Deleted stacks, asked for again whenever the list of the others changes. */
function useDeletedStacks(): readonly StackSummary[] {
  const list = useStacks((state) => state.list);
  const [deleted, setDeleted] = useState<readonly StackSummary[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    void api.call('stacks:list', { deleted: true }, { signal }).then((result) => {
      if (signal.aborted) return;
      if (result.ok) setDeleted(result.value);
      else showError(result.error);
    });
    return () => controller.abort();
  }, [list]);
  return deleted;
}

async function openStack(id: string): Promise<void> {
  await useStacks.getState().open(id);
  useView.getState().go('stack');
}

function StackRow({ stack }: { readonly stack: StackSummary }): ReactNode {
  const isCurrent = useStacks((state) => state.current?.stack.id === stack.id);
  const { duplicate, remove } = useStacks.getState();
  return (
    <tr>
      <td className={table.name}>
        <button type="button" className={styles.name} onClick={() => void openStack(stack.id)}>
          <bdi>{stack.name}</bdi>
        </button>
        {isCurrent ? <span className={styles.current}>Open</span> : null}
      </td>
      <td className={table.number}>{count(stack.products)}</td>
      <td className={table.number}>{count(stack.connections)}</td>
      <td className={`${table.nowrap} ${table.muted}`}>{momentText(stack.updatedAt)}</td>
      <td className={table.actions}>
        <div>
          <IconButton label="Duplicate" onPress={() => void duplicate(stack.id)}>
            <Copy />
          </IconButton>
          <IconButton label="Delete" onPress={() => void remove(stack.id)}>
            <Trash2 />
          </IconButton>
        </div>
      </td>
    </tr>
  );
}

function StackTable({ stacks }: { readonly stacks: readonly StackSummary[] }): ReactNode {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>Name</th>
          <th className={table.number}>Products</th>
          <th className={table.number}>Drawn connections</th>
          <th>Last changed</th>
          <th>
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {stacks.map((stack) => (
          <StackRow key={stack.id} stack={stack} />
        ))}
      </tbody>
    </table>
  );
}

function DeletedTable({ stacks }: { readonly stacks: readonly StackSummary[] }): ReactNode {
  const restore = async (id: string): Promise<void> => {
    const result = await api.call('stacks:restore', { id });
    if (!result.ok) return showError(result.error);
    await useStacks.getState().refreshList();
    if (!useStacks.getState().current) await useStacks.getState().open(id);
  };
  return (
    <>
      <h2 className={styles.title}>Recently deleted</h2>
      <table className={table.table}>
        <thead>
          <tr>
            <th>Name</th>
            <th className={table.number}>Products</th>
            <th>Deleted</th>
            <th>
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {stacks.map(({ id, name, products, deletedAt }) => (
            <tr key={id}>
              <td className={table.name}>
                <bdi>{name}</bdi>
              </td>
              <td className={table.number}>{count(products)}</td>
              <td className={`${table.nowrap} ${table.muted}`}>{momentText(deletedAt ?? '')}</td>
              <td className={table.actions}>
                <Button onPress={() => void restore(id)}>
                  <Undo2 />
                  Restore
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** All stacks, and those that can still be brought back. */
export function StacksSection(): ReactNode {
  const list = useStacks((state) => state.list);
  const isLoaded = useStacks((state) => state.loaded);
  const deleted = useDeletedStacks();
  // Numbers of products change without the list being told.
  useEffect(() => void useStacks.getState().refreshList(), []);
  const newStack = (
    <Button tone="primary" onPress={() => runAction('stack.new')}>
      <Plus />
      New stack
    </Button>
  );
  const importStack = (
    <Button onPress={() => runAction('stack.import')}>
      <FileInput />
      Import…
    </Button>
  );
  return (
    <Page
      title="Stacks"
      text="Everything you have put together. A deleted stack can be restored here for 90 days."
      actions={
        <>
          {importStack}
          {newStack}
        </>
      }
    >
      {list.length > 0 ? (
        <StackTable stacks={list} />
      ) : isLoaded ? (
        <EmptyState
          icon={<Layers />}
          title="No stacks yet"
          text="Make one, or add a product from Explore: the first stack is then made for it."
        />
      ) : null}
      {deleted.length > 0 ? <DeletedTable stacks={deleted} /> : null}
    </Page>
  );
}
