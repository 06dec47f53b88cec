import { create } from 'zustand';

export const screens = ['explore', 'stack', 'graph', 'insights', 'library'] as const;
export type Screen = (typeof screens)[number];

interface ViewState {
  readonly screen: Screen;
  /** The product whose panel is open. */
  readonly productId: string | null;
  /** The product or search that the graph is of (`graph-state.ts`); null for the current stack. */
  readonly graphProductId: string | null;
  go(screen: Screen): void;
  openProduct(id: string | null): void;
  showGraphOf(productId: string | null): void;
}

/** A part of an address; one that is broken, by hand for instance, stands as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** `#/explore/product/hubspot`, `#/graph/hubspot`: so that reload and the back button work. */
function parseHash(hash: string): Pick<ViewState, 'screen' | 'productId' | 'graphProductId'> {
  const [, first = '', ...rest] = hash.split('/').map(decoded);
  const screen = screens.find((each) => each === first) ?? 'explore';
  const productAt = rest.indexOf('product');
  return {
    screen,
    productId: productAt === -1 ? null : (rest[productAt + 1] ?? null),
    graphProductId: screen === 'graph' && productAt !== 0 ? (rest[0] ?? null) : null,
  };
}

function formatHash({ screen, productId, graphProductId }: ViewState): string {
  const parts: string[] = [screen];
  if (screen === 'graph' && graphProductId !== null) parts.push(graphProductId);
  if (productId !== null) parts.push('product', productId);
  return `#/${parts.map((part) => encodeURIComponent(part)).join('/')}`;
}

export const useView = create<ViewState>()((set) => ({
  ...parseHash(window.location.hash),
  // Going to where one is already leaves the panel open.
  go: (screen) => set((state) => (state.screen === screen ? state : { screen, productId: null })),
  openProduct: (productId) => set({ productId }),
  showGraphOf: (graphProductId) => set({ screen: 'graph', graphProductId, productId: null }),
}));

useView.subscribe((state) => {
  const hash = formatHash(state);
  if (hash !== window.location.hash) window.history.pushState(null, '', hash);
});
window.addEventListener('popstate', () => useView.setState(parseHash(window.location.hash)));
