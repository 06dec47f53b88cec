import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type {
  Facets,
  ListedProduct,
  ProductFilter,
  SortOrder,
  UnderstoodTerm,
} from '../../shared/domain/query.ts';
import type { Api } from '../../shared/contract/contract.ts';
import type { AppError } from '../../shared/result.ts';
import { emptyFilter } from './filter-state.ts';

/** Rows that travel together. */
export const PAGE_SIZE = 60;

export interface ListQuery {
  readonly text: string;
  readonly filter: ProductFilter;
  readonly sort: SortOrder;
  /** Products of the open stack, for what compares with it. */
  readonly stack?: string[];
}

export interface ProductListState {
  /** What is asked for. */
  readonly query: ListQuery;
  /** What the rows on screen answer; one step behind `query` while an answer is on its way. */
  readonly answered: ListQuery | null;
  readonly total: number;
  readonly facets: Facets | null;
  /** What of the text was understood as terms, and what was not, in sentences. */
  readonly terms: readonly UnderstoodTerm[];
  readonly problems: readonly string[];
  /** Rows by page number, as far as they are loaded. */
  readonly pages: ReadonlyMap<number, readonly ListedProduct[]>;
  readonly error: AppError | null;
  /** Index of the row the keyboard is on. */
  readonly active: number;
  /** Grows when the list begins anew, at its top; not when only the stack beside it has changed. */
  readonly beginnings: number;
  /** Where each layout of this answer was left, in pixels. */
  readonly scrollTops: Readonly<Record<string, number>>;
  /** Asks for the first page, unless something has been asked for already. */
  start(): void;
  change(part: Partial<ListQuery>): void;
  /** Asks again after a failure. */
  retry(): void;
  /** Asks the same again, because the answer may have changed; the list stays where it is. */
  refresh(): void;
  /** Asks for the pages of these rows that are not there yet. */
  need(first: number, last: number): void;
  setActive(index: number): void;
}

export type ProductListStore = UseBoundStore<StoreApi<ProductListState>>;

export const initialQuery: ListQuery = { text: '', filter: emptyFilter, sort: 'relevance' };

/**
 * A list of products that is asked for page by page. One question for a first page is on its way at
 * a time: keys pressed meanwhile are asked about together as soon as it is answered, so that a fast
 * typist never waits behind questions that nobody asks any more, and a late answer never replaces a
 * newer one.
 */
export function createProductListStore(
  api: Pick<Api, 'call'>,
  query: ListQuery = initialQuery,
): ProductListStore {
  return create<ProductListState>()((set, get) => {
    /** Grows with every change of the query; an answer to an older one is dropped. */
    let generation = 0;
    /** Whether more than the stack has changed since the last answer. */
    let isNew = true;
    let isAsking = false;
    let hasStarted = false;
    let askedPages = new Set<number>();

    async function askFirstPage(): Promise<void> {
      if (isAsking) return;
      isAsking = true;
      const asked = generation;
      const { query } = get();
      const result = await api.call('catalogue:query', { ...query, limit: PAGE_SIZE });
      isAsking = false;
      if (asked !== generation) return askFirstPage();
      if (!result.ok) return set({ error: result.error });
      askedPages = new Set([0]);
      const { total, facets, terms, problems, rows } = result.value;
      const answer = { answered: query, total, facets, terms, problems, error: null };
      if (!isNew) {
        // Rows of before stay until theirs have come, so that adding a product moves nothing.
        set({ ...answer, pages: new Map(get().pages).set(0, rows) });
        return;
      }
      isNew = false;
      set({
        ...answer,
        pages: new Map([[0, rows]]),
        active: 0,
        beginnings: get().beginnings + 1,
        scrollTops: {},
      });
    }

    async function askPage(page: number): Promise<void> {
      askedPages.add(page);
      const { answered } = get();
      if (!answered) return;
      const result = await api.call('catalogue:query', {
        ...answered,
        offset: page * PAGE_SIZE,
        limit: PAGE_SIZE,
      });
      if (get().answered !== answered) return;
      if (result.ok) set({ pages: new Map(get().pages).set(page, result.value.rows) });
      else {
        askedPages.delete(page);
        set({ error: result.error });
      }
    }

    return {
      query,
      answered: null,
      total: 0,
      facets: null,
      terms: [],
      problems: [],
      pages: new Map(),
      error: null,
      active: 0,
      beginnings: 0,
      scrollTops: {},

      start() {
        if (hasStarted) return;
        hasStarted = true;
        void askFirstPage();
      },

      change(part) {
        hasStarted = true;
        generation++;
        if (Object.keys(part).some((key) => key !== 'stack')) isNew = true;
        set({ query: { ...get().query, ...part } });
        void askFirstPage();
      },

      retry() {
        generation++;
        set({ error: null });
        void askFirstPage();
      },

      refresh() {
        if (!hasStarted) return;
        generation++;
        void askFirstPage();
      },

      need(first, last) {
        const { total } = get();
        const end = Math.min(last, total - 1);
        for (
          let page = Math.floor(Math.max(0, first) / PAGE_SIZE);
          page * PAGE_SIZE <= end;
          page++
        ) {
          if (!askedPages.has(page)) void askPage(page);
        }
      },

      setActive: (active) => set({ active }),
    };
  });
}

/** The row at an index, undefined while its page is on the way. */
export function rowAt(pages: ProductListState['pages'], index: number): ListedProduct | undefined {
  return pages.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE];
}
