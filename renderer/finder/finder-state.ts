import { create } from 'zustand';
import type { ProductRow } from '../../shared/domain/product.ts';
import { distinctSightings, type NamedInventory } from '../../shared/finder/combine.ts';
import type { FinderMatch } from '../../shared/finder/match.ts';
import { api } from '../api.ts';
import { showError, useToasts } from '../state/toasts.ts';
import { readFile } from './read-file.ts';

interface FinderState {
  readonly lists: readonly NamedInventory[];
  /** Names of the files that are being read or matched. */
  readonly reading: readonly string[];
  /** By the key of the sighting. */
  readonly matches: ReadonlyMap<string, FinderMatch>;
  readonly products: ReadonlyMap<string, ProductRow>;
  /** What the person decided, by the key of the sighting; null is put aside. */
  readonly decisions: ReadonlyMap<string, string | null>;
  add(files: readonly File[]): Promise<void>;
  cancel(): void;
  removeList(list: NamedInventory): void;
  accept(key: string, product: string): void;
  /** Another product than the one proposed. */
  choose(key: string, product: ProductRow): void;
  dismiss(keys: readonly string[]): void;
  /** Takes decisions back. */
  reconsider(keys: readonly string[]): void;
}

/** The lists side by side. They are kept while the window is open and nowhere else. */
export const useFinder = create<FinderState>()((set, get) => {
  let running = new AbortController();

  const decide = (keys: readonly string[], product: string | null): void =>
    set(({ decisions }) => {
      const next = new Map(decisions);
      for (const key of keys) next.set(key, product);
      return { decisions: next };
    });

  /** Asks for the matches of what no list before has named. @returns whether all are known now */
  async function match(list: NamedInventory, signal: AbortSignal): Promise<boolean> {
    const missing = distinctSightings([list]).filter(({ key }) => !get().matches.has(key));
    if (missing.length === 0) return true;
    const sightings = missing.map(({ kind, value }) => ({ kind, value }));
    const result = await api.call('finder:match', { sightings }, { signal });
    if (signal.aborted) return false;
    if (!result.ok) {
      showError(result.error);
      return false;
    }
    const matches = new Map(get().matches);
    result.value.matches.forEach((found, at) => {
      const asked = missing[at];
      if (asked) matches.set(asked.key, found);
    });
    const products = new Map(get().products);
    for (const row of result.value.products) products.set(row.id, row);
    set({ matches, products });
    return true;
  }

  async function addOne(file: File, signal: AbortSignal): Promise<void> {
    const read = await readFile(file, signal);
    if (signal.aborted) return;
    if (!read.ok) {
      const text = `\u2068${file.name.slice(0, 80)}\u2069: ${read.error.message}`;
      useToasts.getState().show({ tone: 'error', text });
      return;
    }
    const list = { ...read.value, name: file.name };
    if (await match(list, signal)) set(({ lists }) => ({ lists: [...lists, list] }));
  }

  return {
    lists: [],
    reading: [],
    matches: new Map(),
    products: new Map(),
    decisions: new Map(),

    async add(files) {
      const { signal } = running;
      set(({ reading }) => ({ reading: [...reading, ...files.map(({ name }) => name)] }));
      // One after the other: two files of 100 MB at once would need twice the memory.
      for (const file of files) {
        if (signal.aborted) return;
        await addOne(file, signal);
        if (signal.aborted) return;
        set(({ reading }) => {
          const at = reading.indexOf(file.name);
          return { reading: reading.filter((_, each) => each !== at) };
        });
      }
    },

    cancel() {
      running.abort();
      running = new AbortController();
      set({ reading: [] });
    },

    removeList: (list) => set(({ lists }) => ({ lists: lists.filter((each) => each !== list) })),
    accept: (key, product) => decide([key], product),
    choose(key, product) {
      set(({ products }) => ({ products: new Map(products).set(product.id, product) }));
      decide([key], product.id);
    },
    dismiss: (keys) => decide(keys, null),
    reconsider: (keys) =>
      set(({ decisions }) => {
        const next = new Map(decisions);
        for (const key of keys) next.delete(key);
        return { decisions: next };
      }),
  };
});
