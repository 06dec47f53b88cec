import { useEffect, useMemo, useState, type ReactNode } from 'react';
import {
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  TextField,
} from 'react-aria-components';
import { fold } from '../../shared/search/fold.ts';
import type { ProductRow } from '../../shared/domain/product.ts';
import { api } from '../api.ts';
import { counted } from '../product/words.ts';
import { runAction, useEnabledActions } from '../state/actions.ts';
import { useCategoryName } from '../state/app-state.ts';
import { useDialogs } from '../state/dialogs.ts';
import { useStacks } from '../state/stacks.ts';
import { useView } from '../state/view.ts';
import { CommandDialog } from '../ui/command-dialog.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';
import { shortcutLabel } from './shortcuts.ts';
import styles from './palette.module.css';

/** Enough to find the one that is meant; Explore shows the rest. */
const SHOWN_PRODUCTS = 6;

function useFoundProducts(text: string): readonly ProductRow[] {
  const [found, setFound] = useState<readonly ProductRow[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    void (async () => {
      if (text.trim() === '') return setFound([]);
      const query = { text, limit: SHOWN_PRODUCTS };
      const page = await api.call('catalogue:query', query, { signal });
      if (!signal.aborted && page.ok) setFound(page.value.rows);
    })();
    return () => controller.abort();
  }, [text]);
  return found;
}

function ProductEntry({ product }: { readonly product: ProductRow }): ReactNode {
  const category = useCategoryName(product.categoryId);
  return (
    <>
      <ProductIcon {...product} size={22} />
      <bdi className={styles.label}>{product.name}</bdi>
      <span className={styles.hint}>{category}</span>
    </>
  );
}

/** Every action, every stack and every product from the keyboard. */
export function Palette(): ReactNode {
  const close = useDialogs((state) => state.show);
  const actions = useEnabledActions();
  const stacks = useStacks((state) => state.list);
  const [text, setText] = useState('');
  const products = useFoundProducts(text);
  const words = useMemo(() => fold(text).split(' '), [text]);

  const matches = (label: string): boolean => words.every((word) => fold(label).includes(word));
  const foundActions = actions.filter(
    (action) => action.id !== 'view.palette' && matches(action.label),
  );
  // Who types the beginning of an action means it, even where products have such a name too.
  const isActionMeant = foundActions.some(({ label }) => fold(label).startsWith(fold(text)));
  const foundStacks = stacks.filter((stack) => matches(stack.name));
  const pick = (run: () => void) => () => {
    close(null);
    run();
  };

  const productSection =
    products.length > 0 ? (
      <ListBoxSection key="products">
        <Header>Products</Header>
        {products.map((product) => (
          <ListBoxItem
            key={product.id}
            id={`product:${product.id}`}
            textValue={product.name}
            className={styles.entry ?? ''}
            onAction={pick(() => useView.getState().openProduct(product.id))}
          >
            <ProductEntry product={product} />
          </ListBoxItem>
        ))}
      </ListBoxSection>
    ) : null;
  const actionSection =
    foundActions.length > 0 ? (
      <ListBoxSection key="actions">
        <Header>Actions</Header>
        {foundActions.map((action) => (
          <ListBoxItem
            key={action.id}
            id={action.id}
            textValue={action.label}
            className={styles.entry ?? ''}
            onAction={pick(() => runAction(action.id))}
          >
            <span className={styles.label}>{action.label}</span>
            <span className={styles.hint}>
              {'shortcut' in action ? shortcutLabel(action.shortcut) : action.section}
            </span>
          </ListBoxItem>
        ))}
      </ListBoxSection>
    ) : null;

  return (
    <CommandDialog label="Command palette" onClose={() => close(null)}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <TextField aria-label="Find an action, a stack or a product" autoFocus>
          <Input
            role="combobox"
            aria-expanded
            className={styles.input ?? ''}
            placeholder="Find an action, a stack or a product"
          />
        </TextField>
        <ListBox
          aria-label="Results"
          selectionMode="none"
          className={styles.list ?? ''}
          renderEmptyState={() => <p className={styles.none}>Nothing has this name.</p>}
        >
          {isActionMeant ? [actionSection, productSection] : [productSection, actionSection]}
          {foundStacks.length > 0 ? (
            <ListBoxSection>
              <Header>Stacks</Header>
              {foundStacks.map((stack) => (
                <ListBoxItem
                  key={stack.id}
                  id={`stack:${stack.id}`}
                  textValue={stack.name}
                  className={styles.entry ?? ''}
                  onAction={pick(() => {
                    useView.getState().go('stack');
                    void useStacks.getState().open(stack.id);
                  })}
                >
                  <bdi className={styles.label}>{stack.name}</bdi>
                  <span className={styles.hint}>
                    {counted(stack.products, 'product', 'products')}
                  </span>
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ) : null}
        </ListBox>
      </Autocomplete>
    </CommandDialog>
  );
}
