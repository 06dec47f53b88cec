import { LayoutGrid, Layers, List, ListFilter, Map as MapIcon, PackagePlus } from 'lucide-react';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { ProductRow } from '../../shared/domain/product.ts';
import type { SortOrder } from '../../shared/domain/query.ts';
import { MapView } from '../map/map-view.tsx';
import { addToStack, usePresentIds } from '../product/add-to-stack.ts';
import { counted } from '../product/words.ts';
import { runAction } from '../state/actions.ts';
import { useStacks } from '../state/stacks.ts';
import { useView } from '../state/view.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Select } from '../ui/select.tsx';
import { ActiveFilters, QueryProblems } from './active-filters.tsx';
import { useExploreList, useExploreView } from './explore-state.ts';
import { FilterPanel } from './filter-panel.tsx';
import { NothingFound } from './nothing-found.tsx';
import { ProductList } from './product-list.tsx';
import { rowAt } from './product-list-store.ts';
import { QueryBox } from './query-box.tsx';
import styles from './explore-screen.module.css';

const sorts: readonly { readonly id: SortOrder; readonly label: string }[] = [
  { id: 'relevance', label: 'Relevance' },
  { id: 'name', label: 'Name' },
  { id: 'integrations', label: 'Best connected' },
  { id: 'sources', label: 'Most sources' },
];
const fitSort = { id: 'stack-fit', label: 'Works with my stack' } as const;

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

interface WithList {
  readonly listRef: RefObject<HTMLDivElement | null>;
}

function Search({ listRef }: WithList): ReactNode {
  const text = useExploreList((state) => state.query.text);
  const focusRequests = useExploreView((state) => state.focusRequests);
  const inputRef = useRef<HTMLInputElement | null>(null);

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
    <QueryBox
      label="Search the catalogue"
      placeholder="Search by name, domain or category, or narrow: pricing:freemium"
      value={text}
      onChange={(next) => useExploreList.getState().change({ text: next })}
      inputRef={inputRef}
      onLeave={() => listRef.current?.focus()}
      onEnter={onEnter}
      hint="/"
    />
  );
}

function Sort(): ReactNode {
  const sort = useExploreList((state) => state.query.sort);
  const hasStack = usePresentIds().size > 0;
  return (
    <div className={styles.sort}>
      <Select
        label="Sort by"
        prefix="Sort"
        value={sort}
        options={hasStack || sort === fitSort.id ? [...sorts, fitSort] : sorts}
        onChange={(next) => useExploreList.getState().change({ sort: next as SortOrder })}
      />
    </div>
  );
}

/** What is drawn with every key is kept apart from what is not. */
function Toolbar({ listRef }: WithList): ReactNode {
  const { layout, setLayout, isFilterPanelOpen, toggleFilterPanel } = useExploreView();
  return (
    <div className={styles.toolbar}>
      <IconButton label="Filters" pressed={isFilterPanelOpen} onPress={toggleFilterPanel}>
        <ListFilter />
      </IconButton>
      <Search listRef={listRef} />
      <Sort />
      <div className={styles.layouts} role="group" aria-label="View">
        <IconButton label="List" pressed={layout === 'rows'} onPress={() => setLayout('rows')}>
          <List />
        </IconButton>
        <IconButton label="Cards" pressed={layout === 'cards'} onPress={() => setLayout('cards')}>
          <LayoutGrid />
        </IconButton>
        <IconButton label="Map" pressed={layout === 'map'} onPress={() => setLayout('map')}>
          <MapIcon />
        </IconButton>
      </div>
    </div>
  );
}

function Results({ listRef }: WithList): ReactNode {
  const error = useExploreList((state) => state.error);
  const unanswerable = useExploreList((state) => (state.total === 0 ? state.answered : null));
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
      {layout === 'map' ? (
        <MapView stageRef={listRef} />
      ) : (
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
      )}
      {unanswerable ? <NothingFound query={unanswerable} onOpen={openProduct} /> : null}
    </div>
  );
}

function Count(): ReactNode {
  const total = useExploreList((state) => (state.answered ? state.total : null));
  return (
    <p role="status" aria-live="polite">
      {total === null ? 'Loading the catalogue…' : counted(total, 'product', 'products')}
    </p>
  );
}

/** Keeps the list told which products are on the stack, for what compares with it. */
function useStackInQuery(): void {
  const presentIds = usePresentIds();
  useEffect(() => {
    const stack = [...presentIds].sort();
    const { query, change } = useExploreList.getState();
    if (stack.join(' ') !== (query.stack ?? []).join(' ')) change({ stack });
  }, [presentIds]);
}

/** The catalogue: searched, narrowed and browsed. */
export function ExploreScreen(): ReactNode {
  useStackInQuery();
  const listRef = useRef<HTMLDivElement | null>(null);
  const isFilterPanelOpen = useExploreView((state) => state.isFilterPanelOpen);
  return (
    <main className={styles.screen} aria-label="Explore">
      <h1 className="visually-hidden">Explore</h1>
      {isFilterPanelOpen ? <FilterPanel /> : null}
      <div className={styles.main}>
        <Toolbar listRef={listRef} />
        <div className={styles.status}>
          <Count />
          <Button tone="quiet" onPress={() => runAction('catalogue.add-product')}>
            <PackagePlus />
            Add your own…
          </Button>
          <CurrentStack />
        </div>
        <QueryProblems />
        <ActiveFilters />
        <Results listRef={listRef} />
      </div>
    </main>
  );
}
