import { useMemo, useState, type ReactNode } from 'react';
import { displayText } from '../../shared/diagram/measure-text.ts';
import { fold } from '../../shared/search/fold.ts';
import type { Stack, StackNode } from '../../shared/stack/stack.ts';
import { useApp } from '../state/app-state.ts';
import { CommandDialog } from '../ui/command-dialog.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';
import { useCanvas } from './canvas-state.ts';
import { Combobox } from './combobox.tsx';
import { useProductRows } from './product-rows.ts';
import { connectNodes } from './stack-edits.ts';
import styles from './quick-add.module.css';

const MOST_SHOWN = 50;

/** The other end of a connection, chosen from the keyboard. */
export function ConnectDialog({
  stack,
  fromNodeId,
}: {
  readonly stack: Stack;
  readonly fromNodeId: string;
}): ReactNode {
  const [text, setText] = useState('');
  const categories = useApp((state) => state.categories);
  const from = stack.nodes[fromNodeId];
  const others = useMemo(
    () =>
      Object.values(stack.nodes)
        .filter((node) => node.id !== fromNodeId)
        .sort((p, q) => p.name.localeCompare(q.name)),
    [stack.nodes, fromNodeId],
  );
  const ids = useMemo(() => others.map((node) => node.productId), [others]);
  const rows = useProductRows(ids);
  const words = fold(text).split(' ');
  const hits = others.filter(({ name }) => words.every((word) => fold(name).includes(word)));

  const close = (): void => useCanvas.setState({ connectFrom: null });
  const pick = (node: StackNode | undefined): void => {
    if (!node) return;
    close();
    void connectNodes(fromNodeId, node.id);
  };
  if (!from) return null;
  return (
    <CommandDialog
      label={`Connect ${displayText(from.name)}`}
      title={
        <>
          Connect <bdi>{displayText(from.name)}</bdi> to…
        </>
      }
      onClose={close}
    >
      <Combobox
        label="Product to connect to"
        placeholder="Find a product on this stack"
        text={text}
        onText={setText}
        items={hits.slice(0, MOST_SHOWN)}
        keyOf={(node) => node.id}
        render={(node) => (
          <>
            <ProductIcon
              name={node.name}
              groupId={node.groupId}
              icon={rows[node.productId]?.icon ?? null}
              size={26}
            />
            <bdi className={styles.name}>{node.name}</bdi>
            <span className={styles.category}>
              {categories.get(node.categoryId)?.name ?? node.categoryId}
            </span>
          </>
        )}
        onPick={pick}
        empty={
          others.length === 0
            ? 'There is no other product on this stack.'
            : 'No product on this stack has this name.'
        }
      />
    </CommandDialog>
  );
}
