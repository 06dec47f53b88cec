import { create } from 'zustand';
import type { ProductFilter } from '../../shared/domain/query.ts';
import { formatTerm } from '../../shared/search/query-language.ts';
import { api } from '../api.ts';
import { onCatalogueChange } from '../state/catalogue-changes.ts';
import { useView } from '../state/view.ts';
import { emptyFilter } from './filter-state.ts';
import { createProductListStore } from './product-list-store.ts';

/** What Explore lists; lives on while other screens are open. */
export const useExploreList = createProductListStore(api);
onCatalogueChange(() => useExploreList.getState().refresh());

export const exploreLayouts = ['rows', 'cards', 'map'] as const;
export type ExploreLayout = (typeof exploreLayouts)[number];

interface ExploreViewState {
  readonly layout: ExploreLayout;
  readonly isFilterPanelOpen: boolean;
  /** Ids of the groups and facets that are folded open. */
  readonly open: ReadonlySet<string>;
  /** Narrows the long list of sources. */
  readonly sourceText: string;
  /** Grows when the keyboard is wanted in the search box. */
  readonly focusRequests: number;
  setLayout(layout: ExploreLayout): void;
  toggleFilterPanel(): void;
  toggleOpen(id: string): void;
  setSourceText(text: string): void;
  focusSearch(): void;
}

export const useExploreView = create<ExploreViewState>()((set) => ({
  layout: 'rows',
  isFilterPanelOpen: true,
  open: new Set(['saved', 'categories', 'pricing', 'licence', 'integrations', 'tags', 'show']),
  sourceText: '',
  focusRequests: 0,
  setLayout: (layout) => set({ layout }),
  toggleFilterPanel: () =>
    set(({ isFilterPanelOpen }) => ({ isFilterPanelOpen: !isFilterPanelOpen })),
  toggleOpen: (id) =>
    set(({ open }) => {
      const next = new Set(open);
      if (!next.delete(id)) next.add(id);
      return { open: next };
    }),
  setSourceText: (sourceText) => set({ sourceText }),
  focusSearch: () => set(({ focusRequests }) => ({ focusRequests: focusRequests + 1 })),
}));

/** Goes to Explore, the open product staying open. */
function showExplore(): void {
  const { screen, productId, go, openProduct } = useView.getState();
  if (screen === 'explore') return;
  go('explore');
  openProduct(productId);
}

/** Shows Explore narrowed to one category. */
export function exploreCategory(categoryId: string): void {
  const filter: ProductFilter = { ...emptyFilter, categories: [categoryId] };
  useExploreList.getState().change({ text: '', filter });
  showExplore();
}

/** Lists in Explore what could take the place of a product, the likest first. */
export function exploreLike(productId: string): void {
  const text = formatTerm({ field: 'like', values: [productId], negated: false });
  useExploreList.getState().change({ text, filter: emptyFilter, sort: 'relevance' });
  showExplore();
}
