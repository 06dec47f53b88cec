import { memo, useCallback, useMemo, useRef, type ReactNode, type RefObject } from 'react';
import type { ProductRow } from '../../shared/domain/product.ts';
import { api } from '../api.ts';
import { count, counted } from '../product/words.ts';
import { useApp } from '../state/app-state.ts';
import { onCatalogueChange } from '../state/catalogue-changes.ts';
import { useView } from '../state/view.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { emptyFilter, isFiltering } from './filter-state.ts';
import { createProductListStore, initialQuery, rowAt } from './product-list-store.ts';
import { ProductList } from './product-list.tsx';
import { SearchBox } from './search-box.tsx';
import styles from './product-drawer.module.css';

const EVERYTHING = 'all';

/** Its own query, so that a look for one more product leaves the filters of Explore as they are. */
const useDrawerList = createProductListStore(api);
onCatalogueChange(() => useDrawerList.getState().refresh());

interface ProductDrawerProps {
  readonly onAdd: (productIds: readonly string[]) => void;
  /** Products that are on the stack already. */
  readonly presentIds: ReadonlySet<string>;
  /** The search box, for whoever wants to put the keyboard there. */
  readonly searchRef?: RefObject<HTMLInputElement | null>;
}

function CategorySelect(): ReactNode {
  const taxonomy = useApp((state) => state.taxonomy);
  const chosen = useDrawerList((state) => state.query.filter.categories[0]);
  const counts = useDrawerList((state) => state.facets?.categories);
  const sections = useMemo(
    () =>
      taxonomy.map((group) => ({
        title: group.name,
        options: group.categories.map(({ id, name }) => ({
          id,
          label: name,
          ...(counts ? { hint: count(counts[id] ?? 0) } : {}),
        })),
      })),
    [taxonomy, counts],
  );
  return (
    <Select
      label="Category"
      value={chosen ?? EVERYTHING}
      options={[{ id: EVERYTHING, label: 'All categories' }]}
      sections={sections}
      onChange={(id) =>
        useDrawerList.getState().change({
          filter: { ...emptyFilter, categories: id === EVERYTHING ? [] : [id] },
        })
      }
    />
  );
}

function Drawer({ onAdd, presentIds, searchRef }: ProductDrawerProps): ReactNode {
  const { query, total, answered, error, pages, active } = useDrawerList();
  const openId = useView((state) => state.productId);
  const openProduct = useView((state) => state.openProduct);
  const listRef = useRef<HTMLDivElement | null>(null);
  const { change, retry } = useDrawerList.getState();
  const addOne = useCallback((product: ProductRow) => onAdd([product.id]), [onAdd]);
  const openOne = useCallback((product: ProductRow) => openProduct(product.id), [openProduct]);

  const onEnter = (withMod: boolean): void => {
    const product = rowAt(pages, active);
    if (!product) return;
    if (withMod) openProduct(product.id);
    else if (!presentIds.has(product.id)) onAdd([product.id]);
  };

  return (
    <div className={styles.drawer}>
      <div className={styles.head}>
        <SearchBox
          label="Search products to add"
          placeholder="Search products"
          value={query.text}
          onChange={(text) => change({ text })}
          {...(searchRef ? { inputRef: searchRef } : {})}
          onLeave={() => listRef.current?.focus()}
          onEnter={onEnter}
        />
        <CategorySelect />
        <p className={styles.count} role="status">
          {answered ? counted(total, 'product', 'products') : ''}
        </p>
      </div>
      <ProductList
        store={useDrawerList}
        layout="compact"
        label="Products to drag onto the stack"
        presentIds={presentIds}
        openId={openId}
        onAdd={addOne}
        onOpen={openOne}
        listRef={listRef}
      />
      {error ? (
        <div className={styles.note} role="alert">
          <p>{error.message}</p>
          <Button onPress={retry}>Try again</Button>
        </div>
      ) : null}
      {answered && total === 0 ? (
        <div className={styles.note}>
          <p>
            Nothing matches <bdi>“{answered.text.slice(0, 80)}”</bdi>
            {isFiltering(answered.filter) ? ' in this category' : ''}.
          </p>
          <Button onPress={() => change(initialQuery)}>Show all products</Button>
        </div>
      ) : null}
    </div>
  );
}

/**
 * A narrow list of products to drag from, beside a canvas. Drawn again only when it has to be, given
 * the same functions and sets: each of its entries has a button, and they cost as much as a stack.
 */
export const ProductDrawer = memo(Drawer);
