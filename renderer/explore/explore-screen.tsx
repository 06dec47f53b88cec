import { LayoutGrid, Layers, List, ListFilter } from 'lucide-react';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { ProductRow } from '../../shared/domain/product.ts';
import type { SortOrder } from '../../shared/domain/query.ts';
import { addToStack, usePresentIds } from '../product/add-to-stack.ts';
import { counted } from '../product/words.ts';
import { runAction } from '../state/actions.ts';
import { useStacks } from '../state/stacks.ts';
import { useView } from '../state/view.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Select } from '../ui/select.tsx';
import { ActiveFilters } from './active-filters.tsx';
import { useExploreList, useExploreView } from './explore-state.ts';
import { FilterPanel } from './filter-panel.tsx';
import { NothingFound } from './nothing-found.tsx';
import { ProductList } from './product-list.tsx';
import { rowAt } from './product-list-store.ts';
import { SearchBox } from './search-box.tsx';
import styles from './explore-screen.module.css';

const sorts: readonly { readonly id: SortOrder; readonly label: string }[] = [
  { id: 'relevance', label: 'Relevance' },
  { id: 'name', label: 'Name' },
  { id: 'integrations', label: 'Best connected' },
  { id: 'sources', label: 'Most sources' },
];

const openProduct = (product: ProductRow): void => useView.getState().openProduct(product.id);
const add = (product: ProductRow): void => void addToStack([product]);

function CurrentStack(): ReactNode {
  const name = useStacks((state) => state.current?.stack.name);
  const present = usePresentIds();
  if (name === undefined) return null;
  return (
    <Button tone="quiet" onPress={() => runAction('view.stack')}>
      <Layers />
      <bdi className={styles.stackName}>{name.slice(0, 100)}</bdi>
      <span className={styles.stackCount}>{present.size}</span>
    </Button>
  );
}

function Toolbar({ listRef }: { readonly listRef: RefObject<HTMLDivElement | null> }) {
  const { query } = useExploreList();
  const { layout, setLayout, focusRequests, isFilterPanelOpen, toggleFilterPanel } =
    useExploreView();
  const inputRef = useRef<HTMLInputElement | null>(null);
  const { change } = useExploreList.getState();

  // The first run is the screen being opened, which wants the keyboard here as well.
  useEffect(() => {
    inputRef.current?.focus();
    inputRef.current?.select();
  }, [focusRequests]);

  const onEnter = (withMod: boolean): void => {
    const { pages, active } = useExploreList.getState();
    const product = rowAt(pages, active);
    if (!product) return;
    if (withMod) add(product);
    else openProduct(product);
  };

  return (
    <div className={styles.toolbar}>
      <IconButton label="Filters" pressed={isFilterPanelOpen} onPress={toggleFilterPanel}>
        <ListFilter />
      </IconButton>
      <SearchBox
        label="Search the catalogue"
        placeholder="Search by name, domain or category"
        value={query.text}
        onChange={(text) => change({ text })}
        inputRef={inputRef}
        onLeave={() => listRef.current?.focus()}
        onEnter={onEnter}
        hint="/"
      />
      <div className={styles.sort}>
        <Select
          label="Sort by"
          prefix="Sort"
          value={query.sort}
          options={sorts}
          onChange={(sort) => change({ sort: sort as SortOrder })}
        />
      </div>
      <div className={styles.layouts} role="group" aria-label="View">
        <IconButton label="List" pressed={layout === 'rows'} onPress={() => setLayout('rows')}>
          <List />
        </IconButton>
        <IconButton label="Cards" pressed={layout === 'cards'} onPress={() => setLayout('cards')}>
          <LayoutGrid />
        </IconButton>
      </div>
    </div>
  );
}

function Results({ listRef }: { readonly listRef: RefObject<HTMLDivElement | null> }) {
  const { total, answered, error } = useExploreList();
  const layout = useExploreView((state) => state.layout);
  const openId = useView((state) => state.productId);
  const presentIds = usePresentIds();

  if (error) {
    return (
      <EmptyState title="The catalogue could not be searched" text={error.message}>
        <Button tone="primary" onPress={() => useExploreList.getState().retry()}>
          Try again
        </Button>
      </EmptyState>
    );
  }
  return (
    <div className={styles.results}>
      <ProductList
        key={layout}
        store={useExploreList}
        layout={layout}
        label="Products"
        presentIds={presentIds}
        openId={openId}
        onAdd={add}
        onOpen={openProduct}
        listRef={listRef}
      />
      {answered && total === 0 ? <NothingFound query={answered} onOpen={openProduct} /> : null}
    </div>
  );
}

/** The catalogue: searched, narrowed and browsed. */
export function ExploreScreen(): ReactNode {
  const listRef = useRef<HTMLDivElement | null>(null);
  const total = useExploreList((state) => (state.answered ? state.total : null));
  const isFilterPanelOpen = useExploreView((state) => state.isFilterPanelOpen);
  return (
    <main className={styles.screen} aria-label="Explore">
      <h1 className="visually-hidden">Explore</h1>
      {isFilterPanelOpen ? <FilterPanel /> : null}
      <div className={styles.main}>
        <Toolbar listRef={listRef} />
        <div className={styles.status}>
          <p role="status" aria-live="polite">
            {total === null ? 'Loading the catalogue…' : counted(total, 'product', 'products')}
          </p>
          <CurrentStack />
        </div>
        <ActiveFilters />
        <Results listRef={listRef} />
      </div>
    </main>
  );
}
