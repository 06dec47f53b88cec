import { Check } from 'lucide-react';
import { memo, useState, type ReactNode } from 'react';
import type { ProductRow } from '../../shared/domain/product.ts';
import { useApp } from '../state/app-state.ts';
import { useDialogs } from '../state/dialogs.ts';
import { useStacks } from '../state/stacks.ts';
import { addOwnProduct } from '../custom/own-state.ts';
import { Button } from '../ui/button.tsx';
import { CommandDialog } from '../ui/command-dialog.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';
import { Combobox } from './combobox.tsx';
import { openPasteList } from './paste-list-state.ts';
import { readLines } from './read-lines.ts';
import { emptySearchText, useProductSearch } from './search-products.ts';
import { addProductIds, addRows } from './stack-edits.ts';
import styles from './quick-add.module.css';

/** As many of the last additions as one line shows. */
const SHOWN_ADDED = 6;

function laneOf(row: ProductRow): string | null {
  const { lanes = {} } = useStacks.getState().current?.stack ?? {};
  const lane = Object.values(lanes).find((each) => each.groups.includes(row.groupId));
  return lane?.title ?? null;
}

interface HitProps {
  readonly row: ProductRow;
  readonly isPresent: boolean;
}

function Hit({ row, isPresent }: HitProps): ReactNode {
  const category = useApp((state) => state.categories.get(row.categoryId)?.name);
  return (
    <>
      <ProductIcon {...row} size={26} />
      <bdi className={styles.name}>{row.name}</bdi>
      {isPresent ? (
        <span className={styles.present}>
          <Check aria-hidden="true" /> On this stack
        </span>
      ) : (
        <span className={styles.category}>{category ?? row.categoryId}</span>
      )}
    </>
  );
}

interface Added {
  readonly id: string;
  readonly name: string;
}

/** An unknown name becomes a product of the person's own, and goes onto the canvas. */
function addOwn(text: string): void {
  close();
  addOwnProduct(text.trim(), (product) => void addProductIds([product.id]));
}

function close(): void {
  useDialogs.getState().show(null);
}

function Content(): ReactNode {
  const nodes = useStacks((state) => state.current?.stack.nodes);
  const [text, setText] = useState('');
  const [added, setAdded] = useState<readonly Added[]>([]);
  const [note, setNote] = useState('');
  const search = useProductSearch(text);
  const present = new Set(Object.values(nodes ?? {}).map((node) => node.productId));

  const add = async (picked: ProductRow | undefined): Promise<void> => {
    if (text.trim() === '') return;
    const typed = text;
    setText('');
    const row = search.isCurrent ? picked : await search.first();
    if (!row) {
      // Nothing is lost: the words come back to be put right.
      setText(typed);
      return setNote(`Nothing is called “${typed.slice(0, 60)}”.`);
    }
    if (present.has(row.id)) setNote(`${row.name} is on this stack already.`);
    else if (await addRows([row])) {
      setAdded((before) => [...before, { id: row.id, name: row.name }].slice(-SHOWN_ADDED));
      const lane = laneOf(row);
      setNote(lane ? `Added ${row.name} to ${lane}.` : `Added ${row.name}.`);
    }
  };

  return (
    <>
      <Combobox
        label="Product to add"
        placeholder="Type a product, Enter adds it"
        text={text}
        onText={(next) => {
          setText(next);
          setNote('');
        }}
        items={search.rows}
        keyOf={(row) => row.id}
        render={(row) => <Hit row={row} isPresent={present.has(row.id)} />}
        onPick={(row) => void add(row)}
        onPasteLines={(pasted) => {
          close();
          void openPasteList(readLines(pasted));
        }}
        empty={
          text.trim() !== '' && search.isCurrent ? (
            <>
              No product has this name.{' '}
              <Button onPress={() => addOwn(text)}>Add it as a product of your own…</Button>
            </>
          ) : (
            emptySearchText(text, search)
          )
        }
      />
      <footer className={styles.foot}>
        <p role="status">
          <bdi>{note}</bdi>
        </p>
        {added.length > 0 ? (
          <ul className={styles.added} aria-label="Added just now">
            {added.map(({ id, name }) => (
              <li key={id}>
                <Check aria-hidden="true" /> <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        ) : null}
        <p className={styles.keys}>
          <kbd>↑</kbd> <kbd>↓</kbd> choose <kbd>Enter</kbd> add <kbd>Esc</kbd> close
        </p>
      </footer>
    </>
  );
}

/**
 * Three letters and Enter put a product into its lane; the field is free for the next at once. What
 * changes is inside: the dialog measures the page whenever it is drawn, and would at each letter.
 */
export const QuickAdd = memo(function QuickAdd(): ReactNode {
  return (
    <CommandDialog label="Add products" onClose={close}>
      <Content />
    </CommandDialog>
  );
});
