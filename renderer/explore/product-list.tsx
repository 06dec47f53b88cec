import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { ProductRow } from '../../shared/domain/product.ts';
import type { SortOrder } from '../../shared/domain/query.ts';
import { indexAfterKey } from './list-keys.ts';
import { startProductDrag } from './product-drag.ts';
import {
  CardEntry,
  CompactEntry,
  Placeholder,
  RowEntry,
  type ListLayout,
} from './product-entry.tsx';
import { rowAt, type ProductListStore } from './product-list-store.ts';
import styles from './product-list.module.css';

/** Heights in pixels, as in the style sheet. */
const HEIGHT: Readonly<Record<ListLayout, number>> = { rows: 54, cards: 164, compact: 48 };
const HEAD_HEIGHT = 34;
const CARD_WIDTH = 240;
const GAP = 12;
/** Lines drawn beyond the visible ones, so that a slow frame shows no gap. */
const OVERSCAN = 4;
/** Products asked for beyond those drawn. */
const READ_AHEAD = 40;

const entryOf = { rows: RowEntry, cards: CardEntry, compact: CompactEntry } as const;

export interface ProductListProps {
  readonly store: ProductListStore;
  readonly layout: ListLayout;
  readonly label: string;
  readonly presentIds: ReadonlySet<string>;
  /** The product whose panel is open. */
  readonly openId?: string | null;
  readonly onAdd: (product: ProductRow) => void;
  readonly onOpen: (product: ProductRow) => void;
  /** Where the keyboard goes from the search box. */
  readonly listRef?: RefObject<HTMLDivElement | null>;
}

interface HeadProps {
  readonly sort: SortOrder;
  readonly onSort: (sort: SortOrder) => void;
}

function Head({ sort, onSort }: HeadProps): ReactNode {
  const sortable = (id: SortOrder, label: string): ReactNode => (
    <button
      type="button"
      tabIndex={-1}
      className={styles.sort}
      data-chosen={sort === id || undefined}
      onClick={() => onSort(sort === id ? 'relevance' : id)}
    >
      {label}
    </button>
  );
  return (
    <div role="row" aria-rowindex={1} className={`${styles.head} ${styles.columns}`}>
      <span role="columnheader" aria-sort={sort === 'name' ? 'ascending' : 'none'}>
        {sortable('name', 'Product')}
      </span>
      <span role="columnheader" className={styles.headCategory}>
        Category
      </span>
      <span role="columnheader" className={styles.headPricing}>
        Pricing
      </span>
      <span
        role="columnheader"
        className={styles.headNumber}
        aria-sort={sort === 'integrations' ? 'descending' : 'none'}
      >
        {sortable('integrations', 'Integrations')}
      </span>
      <span role="columnheader">
        <span className="visually-hidden">Add to stack</span>
      </span>
    </div>
  );
}

/** How many cards of at least their least width fit side by side. */
function useColumns(layout: ListLayout, scroller: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || layout !== 'cards') return;
    const measure = (): void => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [layout, scroller]);
  return layout === 'cards' ? Math.max(1, Math.floor((width - GAP) / (CARD_WIDTH + GAP))) : 1;
}

/**
 * Products in a virtualised list, grid of cards or narrow list. One stop for Tab: arrows move,
 * Enter opens, Ctrl/Cmd+Enter adds; every product can be dragged to a canvas.
 */
export function ProductList({
  store,
  layout,
  label,
  presentIds,
  openId = null,
  onAdd,
  onOpen,
  listRef,
}: ProductListProps): ReactNode {
  const { total, pages, active, answered, beginnings } = store(
    useShallow(({ total, pages, active, answered, beginnings }) => ({
      total,
      pages,
      active,
      answered,
      beginnings,
    })),
  );
  const stackSize = answered?.stack?.length ?? 0;
  const ownRef = useRef<HTMLDivElement | null>(null);
  const scroller = listRef ?? ownRef;
  const id = useId();
  const columns = useColumns(layout, scroller);
  const headHeight = layout === 'rows' ? HEAD_HEIGHT : 0;
  const gap = layout === 'cards' ? GAP : 0;

  // eslint-disable-next-line react-hooks/incompatible-library -- no compiler is in use here
  const rows = useVirtualizer({
    count: Math.ceil(total / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => HEIGHT[layout],
    gap,
    overscan: OVERSCAN,
    paddingStart: gap,
    paddingEnd: gap,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight + gap,
    scrollPaddingEnd: gap,
    initialOffset: store.getState().scrollTops[layout] ?? 0,
  });
  const items = rows.getVirtualItems();
  const first = (items[0]?.index ?? 0) * columns;
  const last = ((items.at(-1)?.index ?? 0) + 1) * columns - 1;

  useEffect(() => store.getState().start(), [store]);
  useEffect(
    () => store.getState().need(first - READ_AHEAD, last + READ_AHEAD),
    [store, first, last, pages],
  );

  // A new answer starts at its top; coming back to the screen does not.
  const shown = useRef(beginnings);
  useLayoutEffect(() => {
    // Asking first, as setting it measures the page again, which costs more than the answer did.
    if (shown.current !== beginnings && shown.current !== 0 && rows.scrollOffset !== 0) {
      scroller.current?.scrollTo({ top: 0, behavior: 'instant' });
    }
    shown.current = beginnings;
  }, [beginnings, rows, scroller]);
  // A layout effect: later the element has left the page and says 0.
  useLayoutEffect(() => {
    const element = scroller.current;
    return () =>
      store.setState(({ scrollTops }) => ({
        scrollTops: { ...scrollTops, [layout]: element?.scrollTop ?? 0 },
      }));
  }, [store, scroller, layout]);
  useEffect(() => rows.measure(), [layout, columns, rows]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const product = rowAt(pages, active);
    if (event.key === 'Enter' && product) {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) onAdd(product);
      else onOpen(product);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const visibleRows = Math.floor((scroller.current?.clientHeight ?? 0) / (HEIGHT[layout] + gap));
    const next = indexAfterKey(event.key, { active, total, columns, visibleRows });
    if (next === null) return;
    event.preventDefault();
    store.getState().setActive(next);
    rows.scrollToIndex(Math.floor(next / columns));
  };

  const Entry = entryOf[layout];
  const renderItem = (index: number): ReactNode => {
    const product = rowAt(pages, index);
    const isActive = index === active;
    const shape = `${styles.item} ${styles[layout]} ${layout === 'rows' ? styles.columns : ''}`;
    const aria = {
      id: `${id}-${index}`,
      role: 'row',
      'aria-rowindex': index + 1 + (layout === 'rows' ? 1 : 0),
    };
    if (!product) {
      return (
        <div key={index} {...aria} className={shape}>
          <Placeholder layout={layout} />
        </div>
      );
    }
    return (
      <div
        key={index}
        {...aria}
        aria-selected={product.id === openId}
        data-active={isActive || undefined}
        data-product={product.id}
        className={shape}
        draggable
        onDragStart={(event) => startProductDrag(event.dataTransfer, [product])}
        onClick={() => {
          store.getState().setActive(index);
          onOpen(product);
        }}
      >
        <Entry
          product={product}
          isPresent={presentIds.has(product.id)}
          onAdd={onAdd}
          stackSize={stackSize}
        />
      </div>
    );
  };

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={total + (layout === 'rows' ? 1 : 0)}
      aria-activedescendant={total > 0 ? `${id}-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      {layout === 'rows' ? (
        <Head
          sort={(answered ?? store.getState().query).sort}
          onSort={(sort) => store.getState().change({ sort })}
        />
      ) : null}
      <div role="rowgroup" className={styles.content} style={{ height: rows.getTotalSize() }}>
        {items.map((item) => (
          <div
            key={item.key}
            role="presentation"
            className={styles.line}
            style={{
              height: item.size,
              transform: `translateY(${item.start - headHeight}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {Array.from({ length: Math.min(columns, total - item.index * columns) }, (_, at) =>
              renderItem(item.index * columns + at),
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
